"""The sheet of a persona in the window: every field has its place, nothing lies over anything."""

import pytest
from maps import golden_map

from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.persona_sheet import lay_out_persona
from cjeditor.model.records import Persona

SCREEN = Look(theme=LIGHT, words=Words("en"), prompts=True, on_screen=True)
FIELDS = {
    "avatar", "name", "role", "sayings", "channels", "responsibilities", "rituals",
    "relationships", "motivations", "needs", "pains", "evidence",
}  # fmt: skip


def words(sheet):
    return " ".join(
        "".join("".join(run.texts) for run in shape.line.runs)
        for block in sheet.blocks for shape in block.drawing.shapes if hasattr(shape, "line")
    )  # fmt: skip


@pytest.mark.parametrize("width", [160.0, 400.0, 700.0, 1600.0])
@pytest.mark.parametrize("name", ["dewi", "empty"])
def test_every_field_has_a_place_of_its_own_at_any_width(width, name):
    journey = golden_map().put(Persona(id="empty"))
    sheet = lay_out_persona(journey, journey.personas[name], SCREEN, width)

    assert {field for field, _ in sheet.parts} >= FIELDS
    rects = [rect for _, rect in sheet.parts]
    for number, rect in enumerate(rects):
        assert rect.x >= 0
        assert rect.right <= width + 0.01
        assert rect.bottom <= sheet.height + 0.01
        assert not any(rect.meets(other) for other in rects[:number])


def test_what_is_not_known_is_asked():
    journey = golden_map().put(Persona(id="empty"))

    said = words(lay_out_persona(journey, journey.personas["empty"], SCREEN, 900.0))

    assert "What must be there so that they succeed?" in said
    assert "Nameless persona" in said


def test_a_text_without_end_is_shortened_in_the_window():
    persona = Persona(id="long", needs="some words " * 18_000)
    journey = golden_map().put(persona)

    sheet = lay_out_persona(journey, persona, SCREEN, 900.0)

    assert sheet.height < 3000
    assert "…" in words(sheet)
