"""Broken rules are found, each with its place."""

from typing import get_args

import pytest
from maps import big_map, full_map, small_map

from cjeditor.core.ids import Id
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.plain import Note
from cjeditor.kinds.registry import CARD_KINDS
from cjeditor.model.integrity import FaultKind, faults, faults_of
from cjeditor.model.map import TABLES
from cjeditor.model.records import Link, Stage, Step
from cjeditor.model.references import REFERENCES

NOTE = Note(id="n", lane="do", first_step="s2", last_step="s2")


def broken(kind):
    """Return a map that breaks one rule."""
    good = small_map()
    match kind:
        case "doubled id":
            return good.put(NOTE.replace(id="find"))
        case "key is not id":
            return good.model_copy(update={"cards": {**good.cards, "other": NOTE}})
        case "dangling id":
            return good.put(Link(id="l", kind="solves", source="a1", target="nobody"))
        case "stage without step":
            return good.put(Stage(id="empty"))
        case "span backwards":
            return good.put(NOTE.replace(last_step="s1"))
        case "unknown card kind":
            return good.put(good.lanes["do"].replace(card="poem"))
        case "card of another step":
            return good.put(Emotion(id="e", step="s1", card="a3"))
        case "lane takes no cards":
            return good.put(NOTE.replace(lane="feel"))


@pytest.mark.parametrize("kind", get_args(FaultKind))
def test_each_broken_rule_is_found(kind):
    assert [fault.kind for fault in faults(broken(kind))] == [kind]


@pytest.mark.parametrize("journey", [small_map(), full_map(), big_map(300, 6, 12)])
def test_a_good_map_has_no_fault(journey):
    assert faults(journey) == []


def test_a_fault_says_where_it_is():
    fault = faults(broken("dangling id"))[0]

    assert (fault.place, fault.field, fault.value) == ("links/l", "target", "nobody")


def test_one_record_can_be_judged_before_it_is_put():
    journey = small_map()

    assert faults_of(journey, NOTE) == []
    assert faults_of(journey, NOTE.replace(lane="gone"))[0].field == "lane"
    assert faults_of(journey, Step(id="x", stage="gone"))[0].field == "stage"
    assert faults_of(journey, NOTE.replace(last_step="s1"))[0].kind == "span backwards"


def test_every_field_that_holds_ids_is_named_as_a_reference():
    for table, base in TABLES.items():
        records = [kind.record for kind in CARD_KINDS] if table == "cards" else [base]
        for record in records:
            for name, field in record.model_fields.items():
                if name != "id" and Id.__metadata__[0] in _metadata(field.annotation, field):
                    assert name in REFERENCES[table], f"{table}.{name}"


def _metadata(annotation, field):
    found = list(field.metadata)
    for part in get_args(annotation):
        found += getattr(part, "__metadata__", ())
    return found
