"""A map is saved by itself when one pauses, and never while one types or drags."""

import pytest
from maps import small_map
from saved import save

from cjeditor.edits.scope import SetScope
from cjeditor.session.autosaving import Autosaving
from cjeditor.session.session import Session


class Doors:
    """Whether the map may be saved, whether somebody types, and how often it was saved."""

    may, busy, count = True, False, 0

    def save(self):
        self.count += 1


@pytest.fixture
def doors():
    return Doors()


@pytest.fixture
def session(qapp):
    return Session(small_map())


@pytest.fixture
def autosaving(session, doors):
    made = Autosaving(session, lambda: doors.may, lambda: doors.busy, doors.save)
    made._pause.setInterval(30)
    yield made
    made.stop()


def test_a_pause_saves_once(qtbot, session, autosaving, doors, tmp_path):
    save(session, tmp_path / "a.cjm")
    for title in "abc":
        session.do(SetScope("title", title))
        assert autosaving._pause.isActive()
    assert doors.count == 0

    qtbot.waitUntil(lambda: doors.count == 1)
    assert not autosaving._pause.isActive()


def test_what_is_typed_or_dragged_is_waited_for(qtbot, session, autosaving, doors, tmp_path):
    save(session, tmp_path / "a.cjm")
    doors.busy = True
    session.do(SetScope("title", "a"))
    with qtbot.waitSignals([autosaving._pause.timeout] * 3):
        pass
    assert doors.count == 0

    doors.busy = False
    qtbot.waitUntil(lambda: doors.count == 1)


def test_trying_something_out_begins_the_pause_anew(qtbot, session, autosaving, tmp_path):
    save(session, tmp_path / "a.cjm")
    session.try_out(SetScope("title", "half"))
    assert autosaving._pause.isActive()


@pytest.mark.parametrize("why", ["no file", "unchanged", "read-only", "not wanted"])
def test_nothing_is_saved_that_need_not_or_cannot_be(session, autosaving, doors, tmp_path, why):
    if why != "no file":
        save(session, tmp_path / "a.cjm")
    if why == "read-only":
        session.show(session.journey, tmp_path / "a.cjm", read_only=True)
    doors.may = why != "not wanted"
    session.do(SetScope("title", "a"))
    if why == "unchanged":
        session.undo_stack.undo()

    autosaving._take_pause()

    assert doors.count == 0
