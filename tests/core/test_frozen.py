"""The base of every record."""

import pytest
from pydantic import ValidationError

from cjeditor.core.frozen import Frozen
from cjeditor.kinds.pain import Pain
from cjeditor.model.map import Map

PAIN = Pain(id="p", lane="l", first_step="s", last_step="s")


def test_a_record_cannot_be_changed_in_place():
    with pytest.raises(ValidationError):
        PAIN.text = "other"


def test_replace_gives_a_changed_copy():
    assert PAIN.replace(severity=4).severity == 4
    assert PAIN.severity is None


@pytest.mark.parametrize(
    "change", [{"severity": 6}, {"severity": "4"}, {"severity": True}, {"votes": float("nan")}]
)
def test_replace_refuses_a_wrong_value(change):
    with pytest.raises(ValidationError):
        PAIN.replace(**change)


def test_replace_refuses_an_unknown_field():
    with pytest.raises(ValidationError):
        PAIN.replace(colour="red")


def test_records_are_equal_if_they_hold_the_same_and_are_of_the_same_kind():
    same, other = PAIN.replace(), PAIN.replace(severity=4)

    assert same is not PAIN
    assert same == PAIN
    assert hash(same) == hash(PAIN)
    assert other != PAIN
    assert Frozen() != PAIN
    assert PAIN != "p"


def test_what_a_record_remembers_does_not_count():
    journey = Map(id="m")
    assert journey.ordered_stages == ()

    assert journey == Map(id="m")
