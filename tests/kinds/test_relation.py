"""What a link between two kinds of cards most likely means."""

import pytest

from cjeditor.kinds.registry import card_kind
from cjeditor.kinds.relation import usual_relation


def card(kind):
    return card_kind(kind).record(id=kind, lane="l", first_step="s", last_step="s")


@pytest.mark.parametrize(
    ("first", "second", "kind", "backwards"),
    [
        ("opportunity", "pain", "solves", False),
        ("idea", "pain", "solves", False),
        ("pain", "opportunity", "solves", True),
        ("process", "pain", "causes", False),
        ("pain", "pain", "causes", False),
        ("pain", "quote", "leads to", False),
        ("action", "touchpoint", "leads to", False),
    ],
)
def test_the_kinds_of_the_cards_say_what_a_link_means(first, second, kind, backwards):
    assert usual_relation(card(first), card(second)) == (kind, backwards)
