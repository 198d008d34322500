"""The filter of the open map."""

import pytest
from maps import full_map, small_map

from cjeditor.edits.records import Delete, SetField
from cjeditor.model.records import Filter
from cjeditor.session.filtering import Filtering
from cjeditor.session.session import Session


@pytest.fixture
def session(qapp):
    return Session(small_map())


@pytest.fixture
def filtering(session):
    return Filtering(session)


def test_nothing_is_looked_for_at_first(filtering):
    assert not filtering.sieve.asks
    assert filtering.found == set()


def test_asking_finds_and_tells(qtbot, filtering):
    with qtbot.waitSignal(filtering.changed):
        filtering.ask(Filter(kinds=("action",)))

    assert filtering.found == {"a1", "a2", "a3"}


def test_asking_the_same_again_tells_nothing(qtbot, filtering):
    filtering.ask(Filter(text="ask"))

    with qtbot.assertNotEmitted(filtering.changed):
        filtering.ask(Filter(text="ask"))


def test_what_is_found_follows_an_edit_and_its_undo(session, filtering):
    filtering.ask(Filter(text="ask"))
    session.do(SetField(("p1",), "text", "Ask why"))
    assert filtering.found == {"a1", "p1"}

    session.do(Delete(("a1",)))
    assert filtering.found == {"p1"}

    session.undo_stack.setIndex(0)
    assert filtering.found == {"a1"}


def test_on_another_map_nothing_is_looked_for(session, filtering):
    filtering.ask(Filter(kinds=("pain",)))

    session.show(full_map())

    assert not filtering.sieve.asks
    assert filtering.found == set()


def test_a_saved_view_asks_only_what_it_asks(session, filtering):
    session.show(full_map())

    filtering.ask(session.journey.views["night"])

    assert type(filtering.asked) is Filter
    assert filtering.asked.tags == ("night",)


def test_going_on_from_card_to_card_comes_round(filtering):
    filtering.ask(Filter(kinds=("action",)))

    assert filtering.next_to(None, 1) == "a1"
    assert filtering.next_to(None, -1) == "a3"
    assert filtering.next_to("a1", 1) == "a2"
    assert filtering.next_to("a3", 1) == "a1"
    assert filtering.next_to("a1", -1) == "a3"


def test_one_goes_on_from_a_card_that_is_not_found(filtering):
    filtering.ask(Filter(kinds=("action",)))

    assert filtering.next_to("p1", 1) == "a1"
    assert filtering.next_to("p1", -1) == "a3"


def test_there_is_no_next_where_nothing_is_found(filtering):
    filtering.ask(Filter(text="zzz"))

    assert filtering.next_to("a1", 1) is None
