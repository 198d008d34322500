"""Personas keep the order that they are given."""

import pytest
from maps import full_map

from cjeditor.edits.edit import EditError
from cjeditor.edits.personas import MovePersonas
from cjeditor.model.integrity import faults


def order(journey):
    return [each.id for each in journey.ordered_personas]


def test_a_persona_goes_to_its_place():
    before = full_map()

    after = MovePersonas(("omar",), 0).apply(before)

    assert (order(before), order(after)) == (["dewi", "omar"], ["omar", "dewi"])
    assert faults(after) == []


def test_where_it_stands_already_nothing_changes():
    journey = full_map()

    assert MovePersonas(("dewi",), 0).apply(journey) is journey


def test_a_persona_that_is_gone_is_refused():
    with pytest.raises(EditError):
        MovePersonas(("nobody",), 0).apply(full_map())
