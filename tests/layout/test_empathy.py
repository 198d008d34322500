"""Empathy maps laid out: the fields around the face, notes in rows, at any width."""

import pytest
from maps import small_map

from cjeditor.core.order import keys_between
from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.empathy import lay_out_empathy
from cjeditor.model.empathy import EMPATHY_AREAS, EMPATHY_FIELDS, EmpathyNote
from cjeditor.model.records import Persona

SCREEN = Look(theme=LIGHT, words=Words("en"), prompts=True)
FIELDS = tuple(EMPATHY_FIELDS)


def sheet(count=24, variant="six", width=900.0, least=0.0, look=SCREEN):
    orders = keys_between(None, None, max(count, 1))
    notes = [
        EmpathyNote(
            id=f"n{n}", persona="rina", order=orders[n], field=FIELDS[n % 8], text=f"note {n}"
        )
        for n in range(count)
    ]
    persona = Persona(id="rina", name="Rina", empathy=variant)
    journey = small_map().put(persona, *notes)
    return lay_out_empathy(journey, persona, notes, look, width, least)


@pytest.mark.parametrize("variant", ["six", "four"])
@pytest.mark.parametrize("width", [200.0, 500.0, 900.0, 1800.0])
def test_every_note_stands_in_the_area_of_its_field_and_over_no_other(variant, width):
    made = sheet(variant=variant, width=width)

    found = {note: place for place in made.areas for note, _ in place.notes}
    assert len(found) == 24
    for number in range(24):
        assert FIELDS[number % 8] in found[f"n{number}"].area.fields
    rects = [rect for place in made.areas for _, rect in place.notes]
    for number, rect in enumerate(rects):
        assert not any(rect.meets(other) for other in rects[:number])
    for place in made.areas:
        assert place.rect.x >= 0
        assert place.rect.right <= width + 0.01
        assert place.rect.bottom <= made.height + 0.01
        assert not any(place.rect.meets(o.rect) for o in made.areas if o is not place)
        for _, rect in place.notes:
            assert place.rect.x <= rect.x
            assert rect.right <= place.rect.right
            assert rect.bottom <= place.rect.bottom
        if place.area.question:
            assert place.slot.bottom <= place.rect.bottom


@pytest.mark.parametrize("variant", ["six", "four"])
def test_areas_are_read_in_their_order_and_what_is_left_comes_last(variant):
    labels = [place.area.label for place in sheet(variant=variant).areas]

    wanted = [area.label for area in EMPATHY_AREAS[variant]]
    assert labels == (wanted if variant == "six" else [*wanted, "Elsewhere"])


@pytest.mark.parametrize("variant", ["six", "four"])
def test_it_fills_the_height_that_there_is(variant):
    assert sheet(2, variant, least=800.0).height == pytest.approx(800.0)
    assert sheet(200, variant, least=800.0).height > 800


def test_the_face_lies_over_no_area():
    made = sheet()
    (face,) = [block.rect for block in made.blocks if block.part == "face"]

    assert not any(place.rect.meets(face) for place in made.areas)


def test_an_empty_field_asks_on_the_screen_and_not_on_paper():
    def said(look):
        return [
            "".join("".join(run.texts) for run in shape.line.runs)
            for block in sheet(0, look=look).blocks for shape in block.drawing.shapes
            if hasattr(shape, "line")
        ]  # fmt: skip

    assert any("Whom do they believe" in each for each in said(SCREEN))
    assert not any("?" in each for each in said(Look(theme=LIGHT, words=Words("en"))))
