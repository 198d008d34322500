"""What is to be done, in the order of its days."""

from datetime import date

import pytest
from maps import small_map

from cjeditor.kinds.opportunity import Opportunity
from cjeditor.model.actions import to_do
from cjeditor.model.records import Link

CELL = {"lane": "pain", "first_step": "s2", "last_step": "s2"}
TODAY = date(2026, 11, 29)


def opportunity(name, **fields):
    return Opportunity(id=name, **CELL, order=f"a{name}", **fields)


def test_what_is_due_first_comes_first_and_what_has_no_day_last():
    journey = small_map().put(
        opportunity("1"), opportunity("2", due="2026-12-24"), opportunity("3", due="2026-02-30")
    )

    assert [each.card.id for each in to_do(journey, TODAY)] == ["3", "2", "1"]


@pytest.mark.parametrize(
    ("due", "status", "overdue"),
    [
        ("2026-11-28", None, True), ("2026-11-28", "in progress", True),
        ("2026-11-29", None, False), ("2026-11-28", "done", False),
        ("2026-11-28", "dropped", False), (None, None, False),
    ],
)  # fmt: skip
def test_overdue_is_what_should_have_been_done_before_today(due, status, overdue):
    (found,) = to_do(small_map().put(opportunity("1", due=due, status=status)), TODAY)

    assert found.is_overdue == overdue


def test_it_tells_which_pain_it_solves():
    journey = small_map().put(
        opportunity("1"), Link(id="l", kind="solves", source="1", target="p1")
    )

    assert [pain.text for pain in to_do(journey, TODAY)[0].solves] == ["Too many"]
