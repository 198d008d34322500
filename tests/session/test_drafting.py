"""What is being typed is told as the map that it would make, seldom, and never once it is over."""

import pytest
from maps import small_map

from cjeditor.edits.records import SetField
from cjeditor.edits.scope import SetScope
from cjeditor.session.drafting import Drafting
from cjeditor.session.session import Session


class Field:
    text = ""
    element = "a1"

    def edit(self):
        return SetField((self.element,), "text", self.text) if self.text else None


@pytest.fixture
def field():
    return Field()


@pytest.fixture
def session(qapp):
    return Session(small_map())


@pytest.fixture
def drafting(session, field):
    made = Drafting(session, field.edit)
    made._pause.setInterval(0)
    return made


def test_what_was_typed_last_is_told_once(qtbot, session, drafting, field):
    with qtbot.waitSignal(drafting.drafted) as told:
        for field.text in ("A", "As", "Ask"):
            drafting.typed()

    assert told.args[0] == SetField(("a1",), "text", "Ask").apply(session.journey)


def test_nothing_is_told_when_it_is_over(qtbot, drafting, field):
    field.text = "Ask"
    drafting.tell()
    drafting.typed()
    with qtbot.waitSignal(drafting.drafted) as told:
        drafting.over()
    assert told.args == [None]

    with qtbot.assertNotEmitted(drafting.drafted, wait=20):
        pass


def test_it_is_told_anew_after_an_edit(qtbot, session, drafting, field):
    field.text = "Ask"
    drafting.typed()
    drafting.tell()

    with qtbot.waitSignal(drafting.drafted) as told:
        session.do(SetScope("title", "Meanwhile"))

    assert told.args[0].scope.title == "Meanwhile"
    assert told.args[0].cards["a1"].text == "Ask"


def test_a_text_that_changes_nothing_is_none(qtbot, session, drafting, field):
    before = field.text = session.journey.cards["a1"].text
    with qtbot.assertNotEmitted(drafting.drafted):
        drafting.tell()

    field.text = "Ask"
    drafting.tell()
    field.text = before
    with qtbot.waitSignal(drafting.drafted) as told:
        drafting.tell()
    assert told.args == [None]


def test_one_that_does_not_fit_leaves_what_was_told(qtbot, drafting, field):
    field.text = "x" * 1_000_000

    with qtbot.assertNotEmitted(drafting.drafted):
        drafting.tell()
