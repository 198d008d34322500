"""Empathy maps on paper: every note of every persona, inside the margins, none cut."""

import pytest
from maps import golden_map, small_map

from cjeditor.core.order import keys_between
from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.empathy import pages
from cjeditor.layout.booklet.paper import MARGIN
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.records import Persona

LOOK = Look(theme=LIGHT, words=Words("en"))
SIZE = (595.0, 842.0)


def journey(texts, field="thinks", variant="six"):
    notes = [
        EmpathyNote(id=f"n{n}", persona="rina", order=order, field=field, text=text)
        for n, (order, text) in enumerate(
            zip(keys_between(None, None, len(texts)), texts, strict=True)
        )
    ]
    return small_map().put(
        Persona(id="rina", name="Rina", role="Runner", empathy=variant),
        Persona(id="nobody", name="Without notes"),
        *notes,
    )


def words(pages_):
    return " ".join(
        "".join("".join(run.texts) for run in shape.line.runs)
        for page in pages_ for block in page.blocks for shape in block.drawing.shapes
        if hasattr(shape, "line")
    )  # fmt: skip


def rects(page, part):
    return [block.rect for block in page.blocks if block.part == part]


@pytest.mark.parametrize("variant", ["six", "four"])
def test_a_page_has_the_fields_the_face_and_the_notes_of_one_persona(variant):
    (page,) = pages(journey(["Is it my size?"], variant=variant), SIZE, LOOK)

    assert page.width > page.height
    assert page.title == "Empathy map of Rina"
    assert "Is it my size?" in words([page])
    assert len(rects(page, "face")) == 1
    assert len(rects(page, "area")) == {"six": 6, "four": 4}[variant]
    assert "What" not in words([page])


@pytest.mark.parametrize("count", [1, 12, 40, 200])
def test_every_note_stands_on_a_page_inside_the_margins_and_over_no_other(count):
    found = pages(journey([f"word{n} and a few more of them" for n in range(count)]), SIZE, LOOK)

    said = words(found)
    assert all(f"word{n} " in said for n in range(count))
    for page in found:
        notes = rects(page, "note")
        for number, rect in enumerate(notes):
            assert rect.x >= MARGIN
            assert rect.right <= page.width - MARGIN
            assert rect.bottom <= page.height - MARGIN
            assert not any(rect.meets(other) for other in notes[:number])
        for area in rects(page, "area"):
            assert not any(area.meets(face) for face in rects(page, "face"))


def test_a_long_note_is_written_in_full_after_the_map():
    text = " ".join(f"word{n}" for n in range(400))

    found = pages(journey([text, "a\n" * 60 + "end"]), SIZE, LOOK)

    said = words(found)
    assert all(f"word{n}" in said for n in range(400))
    assert "end" in said


def test_what_no_field_takes_stands_elsewhere():
    (page,) = pages(journey(["Friends warn her"], "hears", "four"), SIZE, LOOK)

    assert "Elsewhere" in words([page])
    assert "Friends warn her" in words([page])


def test_the_booklet_speaks_the_language_of_the_map():
    indonesian = Look(theme=LIGHT, words=Words("id"))
    page = pages(golden_map(), SIZE, indonesian)[0]

    assert page.title == "Peta empati Dewi"
    assert "Memikirkan" in words([page]) or "Merasakan" in words([page])
