"""Personas come to another map with their empathy maps and pictures."""

import pytest
from maps import PIXEL_ID, full_map, golden_map, small_map

from cjeditor.edits.edit import EditError
from cjeditor.edits.persona_paste import PastePersonas
from cjeditor.edits.records import Duplicate
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.integrity import faults
from cjeditor.model.records import Persona

GOLDEN = golden_map()
DEWI, NOTE = GOLDEN.personas["dewi"], GOLDEN.empathy_notes["en1"]
PICTURE = GOLDEN.pictures[PIXEL_ID]


def test_a_persona_brings_its_notes_and_its_picture():
    after = PastePersonas((DEWI,), (NOTE,), (PICTURE,)).apply(small_map())

    assert after.personas["dewi"].picture == PIXEL_ID
    assert after.pictures[PIXEL_ID] == PICTURE
    assert after.empathy_of["dewi"][0].text == "Did they forget me?"
    assert after.personas["dewi"].evidence == ()
    assert faults(after) == []


def test_a_picture_that_nobody_shows_and_one_that_is_missing_stay_away():
    bare = DEWI.replace(picture=None)

    assert not PastePersonas((bare,), (), (PICTURE,)).apply(small_map()).pictures
    without = PastePersonas((DEWI,)).apply(small_map())
    assert without.personas["dewi"].picture is None
    assert faults(without) == []


def test_they_come_to_their_place_and_the_others_stay():
    before = full_map()

    after = PastePersonas((Persona(id="new", name="New"),), index=1).apply(before)

    assert [each.id for each in after.ordered_personas] == ["dewi", "new", "omar"]


@pytest.mark.parametrize(
    "paste",
    [
        PastePersonas((DEWI,)),
        PastePersonas((Persona(id="x"), Persona(id="x"))),
        PastePersonas((Persona(id="x"),), (EmpathyNote(id="en1", persona="x"),)),
    ],
)
def test_ids_that_are_taken_are_refused(paste):
    with pytest.raises(EditError):
        paste.apply(GOLDEN)


def test_a_copy_of_a_persona_has_a_copy_of_its_empathy_map():
    after = Duplicate(("dewi",), ("twin",)).apply(GOLDEN)

    (note,) = after.empathy_of["twin"]
    assert (note.text, note.evidence, note.strength) == (NOTE.text, NOTE.evidence, NOTE.strength)
    assert note.id != NOTE.id
    assert after.empathy_of["dewi"] == GOLDEN.empathy_of["dewi"]
    assert [each.id for each in after.ordered_personas] == ["dewi", "twin", "omar"]
