"""What a filter does not find is dimmed."""

import pytest

from cjeditor.core.colours import contrast
from cjeditor.display.theme import LIGHT
from cjeditor.edits.records import Delete, SetField
from cjeditor.model.filtering import Sieve
from cjeditor.model.records import Filter, Persona


@pytest.fixture
def look_for(view):
    def look_for(**asked):
        view.paper.veil.show_sieve(Sieve(Filter(**asked)), view.sheet)

    return look_for


def bar(hands, view, card):
    """Return the colour of the bar at a card's left."""
    rect = view.rect_of(card)
    return hands.colour(rect.x + 2, rect.y + rect.height / 2)


def test_cards_that_are_not_found_are_much_quieter(view, hands, look_for):
    before = {card: bar(hands, view, card) for card in ("a1", "p1")}

    look_for(kinds=("pain",))

    assert bar(hands, view, "p1") == before["p1"]
    dimmed = bar(hands, view, "a1")
    assert contrast(dimmed, LIGHT.sheet) < 1.5 < contrast(before["a1"], LIGHT.sheet)


def test_a_filter_that_asks_nothing_dims_nothing(view, hands, look_for):
    before = bar(hands, view, "a1")

    look_for(text=" ")

    assert bar(hands, view, "a1") == before


def test_without_a_filter_everything_has_its_ink_again(view, hands, look_for):
    before = bar(hands, view, "a1")
    look_for(kinds=("pain",))

    view.paper.veil.show_sieve(None, view.sheet)

    assert bar(hands, view, "a1") == before


def test_an_edit_that_is_not_seen_dims_and_its_undo_does_not(view, hands, session, look_for):
    look_for(text="secret")
    session.do(SetField(("a3",), "detail", "secret"))
    full = bar(hands, view, "a3")

    session.undo_stack.undo()

    assert bar(hands, view, "a3") != full


def test_a_lane_that_goes_takes_its_veil_along(view, hands, session, look_for):
    look_for(kinds=("pain",))
    session.do(Delete(("do",)))

    session.undo_stack.undo()

    assert contrast(bar(hands, view, "a1"), LIGHT.sheet) < 1.5


def test_the_curves_of_other_personas_are_dimmed(view, hands, session, look_for, journey):
    two = journey.put(
        Persona(id="ani", order="a0", name="Ani"),
        Persona(id="ben", order="a1", name="Ben"),
        *(each.replace(persona="ani") for each in journey.emotions.values()),
    )
    session.show(two)

    def ink():
        rect = view.rect_of("e2")
        return hands.colour(rect.x + rect.width / 2, rect.y + 1.5)

    full = ink()
    look_for(personas=("ani",))
    assert ink() == full

    look_for(personas=("ben",))
    assert ink() != full
    session.show(journey)
