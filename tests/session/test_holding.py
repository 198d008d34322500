"""A window holds the file of its map from opening to closing, and no other."""

import pytest
from maps import small_map
from saved import save

from cjeditor.files import holding as locks
from cjeditor.files.holding import lock_path
from cjeditor.session.holding import Holding
from cjeditor.session.session import Session


@pytest.fixture
def session(qapp):
    return Session(small_map())


@pytest.fixture
def holding(session):
    made = Holding(session)
    made.told = []
    made.held.connect(lambda found: made.told.append(("held", found)))
    made.taken_over.connect(lambda found: made.told.append(("taken over", found)))
    made.released.connect(lambda: made.told.append(("released", None)))
    yield made
    made.stop()


def news(holding):
    return [what for what, _found in holding.told]


def test_a_saved_map_is_held_and_let_go_with_the_window(session, holding, qtbot, tmp_path):
    path = tmp_path / "a.cjm"
    save(session, path)
    qtbot.waitUntil(lambda: lock_path(path).exists() and holding._work is None)
    assert locks.reach(path).hold is None

    holding.stop()

    assert not lock_path(path).exists()
    assert holding.told == []


def test_the_lock_follows_the_map_to_another_file(session, holding, qtbot, tmp_path):
    one, two = tmp_path / "a.cjm", tmp_path / "b.cjm"
    save(session, one)
    save(session, two)
    qtbot.waitUntil(lambda: lock_path(two).exists() and holding._work is None)
    assert not lock_path(one).exists()

    session.show(small_map())
    qtbot.waitUntil(lambda: not lock_path(two).exists())


def test_a_map_that_is_only_read_is_not_held(session, holding, tmp_path):
    path = tmp_path / "a.cjm"
    save(Session(small_map()), path)
    session.show(small_map(), path, read_only=True, sha256=b"x")

    assert holding._work is None
    assert not lock_path(path).exists()


def test_what_was_reached_before_opening_is_kept(session, holding, tmp_path):
    path = tmp_path / "a.cjm"
    reached = holding.reach(path)
    holding.keep(reached)
    session.show(small_map(), path, sha256=b"x")
    assert holding._hold is reached.hold

    again = holding.reach(path)  # the same file in the same window
    holding.keep(again)
    session.show(small_map(), path, sha256=b"x")
    assert holding._hold is reached.hold
    assert lock_path(path).exists()


def test_what_was_reached_in_vain_is_let_go(holding, tmp_path):
    holding.give_up(holding.reach(tmp_path / "a.cjm"))

    assert list(tmp_path.glob(".~lock*")) == []


def test_somebody_else_s_lock_is_told_and_had_once_it_is_free(session, holding, qtbot, tmp_path):
    path = tmp_path / "a.cjm"
    other = locks.reach(path).hold
    save(session, path)
    qtbot.waitUntil(lambda: news(holding) == ["held"])
    holding.refresh()
    qtbot.waitUntil(lambda: holding._work is None)
    assert news(holding) == ["held"]  # once

    other.free()
    holding.refresh()
    qtbot.waitUntil(lambda: news(holding) == ["held", "released"])
    assert locks.reach(path).hold is None


def test_a_lock_that_another_has_taken_is_told(session, holding, qtbot, tmp_path):
    path = tmp_path / "a.cjm"
    save(session, path)
    qtbot.waitUntil(lambda: holding._hold is not None)
    there = locks.look_for(path).holder.replace(session="theirs", host="elsewhere")
    lock_path(path).write_bytes(there.model_dump_json().encode())

    holding.refresh()
    qtbot.waitUntil(lambda: news(holding) == ["held"])
    holding.stop()
    assert locks.look_for(path).holder.session == "theirs"


def test_a_lock_that_nobody_holds_is_taken_over_and_told(session, holding, qtbot, tmp_path):
    path = tmp_path / "a.cjm"
    lock_path(path).write_bytes(b"")
    save(session, path)

    qtbot.waitUntil(lambda: news(holding) == ["taken over"])
