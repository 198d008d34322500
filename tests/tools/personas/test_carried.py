"""Personas on the clipboard: what comes out is what went in, and nothing hostile gets in."""

import pytest
from maps import golden_map, small_map

from cjeditor.model.integrity import faults
from cjeditor.tools.personas.carried import PERSONAS_TYPE, carried, pasting, read_carried


def content(journey, *ids):
    return bytes(carried(journey, ids).data(PERSONAS_TYPE).data())


def test_a_persona_keeps_its_ids_on_a_map_that_has_none_of_them(qapp):
    golden = golden_map()

    after = pasting(small_map(), read_carried(content(golden, "dewi")), None).apply(small_map())

    assert (
        after.personas["dewi"].replace(evidence=golden.personas["dewi"].evidence)
        == (golden.personas["dewi"])
    )
    assert after.empathy_notes.keys() == {"en1"}
    assert faults(after) == []


def test_on_the_same_map_it_gets_new_ids(qapp):
    golden = golden_map()

    after = pasting(golden, read_carried(content(golden, "dewi")), 1).apply(golden)

    (new,) = after.personas.keys() - golden.personas.keys()
    assert [note.text for note in after.empathy_of[new]] == ["Did they forget me?"]
    assert after.empathy_notes["en1"].persona == "dewi"
    assert faults(after) == []


@pytest.mark.parametrize(
    "text", [b"", b"{}", b'{"personas": 3}', b'{"personas": [{"id": "../x"}]}', b"[" * 100_000]
)
def test_what_is_not_ours_is_refused(text):
    assert read_carried(text) is None
