"""The open map's file is watched: what others do to it is seen, our own saves are not."""

import hashlib
import os

import pytest
from maps import small_map
from saved import save

from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm
from cjeditor.session import watching
from cjeditor.session.saving import Saving
from cjeditor.session.session import Session
from cjeditor.session.watching import Watching


def titled(title, journey=None):
    return SetScope("title", title).apply(journey or small_map())


@pytest.fixture
def path(tmp_path):
    return tmp_path / "map.cjm"


@pytest.fixture
def session(qapp, path):
    made = Session(small_map())
    save(made, path)
    return made


@pytest.fixture
def saving(session, qtbot):
    made = Saving(session)
    yield made
    qtbot.waitUntil(lambda: not made.is_busy)


@pytest.fixture
def watch(session, saving, qtbot, monkeypatch):
    monkeypatch.setattr(watching, "SOON", 20)
    monkeypatch.setattr(watching, "DOUBT", 100)
    made = Watching(session, saving)
    made.told = []
    made.seen.connect(made.told.append)
    settled(qtbot, made)
    yield made
    made.stop()


def settled(qtbot, watch):
    """Wait until nothing is being looked at or to be looked at."""
    qtbot.waitUntil(lambda: watch._work is None and not watch._soon.isActive())


def states(watch):
    return [each.state for each in watch.told]


@pytest.mark.parametrize("way", ["replaced", "in place"])
def test_another_map_in_the_file_is_seen_again_and_again(watch, path, qtbot, way):
    for title in ("One", "Two", "Three"):
        if way == "replaced":
            cjm.save(titled(title), path)
        else:
            path.write_bytes(cjm.dumps(titled(title)))
        qtbot.waitUntil(
            lambda title=title: bool(watch.told) and watch.told[-1].journey == titled(title)
        )


def test_what_tells_nobody_is_found_by_looking_now_and_then(watch, path, qtbot):
    watch._system.removePaths([*watch._system.files(), *watch._system.directories()])
    watch._poll.setInterval(50)
    cjm.save(titled("Quiet"), path)

    qtbot.waitUntil(lambda: states(watch) == ["changed"])


def test_our_own_saves_are_no_news(watch, session, saving, path, qtbot):
    for number in range(3):
        session.do(SetScope("title", f"Mine {number}"))
        with qtbot.waitSignal(saving.ended):
            saving.save(path)
        watch.look()
        settled(qtbot, watch)
    assert watch.told == []


def test_a_file_that_is_only_touched_or_spelled_anew_is_no_news(watch, session, path, qtbot):
    os.utime(path, (1, 1))
    watch.look_soon()
    settled(qtbot, watch)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\n "))
    watch.look_soon()
    settled(qtbot, watch)
    session.do(SetScope("title", "Mine"))

    assert watch.told == []
    assert session.sha256 == hashlib.sha256(path.read_bytes()).digest()


def test_a_file_that_comes_back_at_once_is_no_news(watch, path, qtbot):
    content = path.read_bytes()
    path.unlink()
    watch.look()
    qtbot.waitUntil(lambda: watch._work is None)
    path.write_bytes(content)
    settled(qtbot, watch)
    assert watch.told == []


def test_a_file_that_is_gone_and_comes_back_is_told(watch, path, qtbot):
    content = path.read_bytes()
    path.unlink()
    qtbot.waitUntil(lambda: states(watch) == ["gone"])
    path.write_bytes(content)
    qtbot.waitUntil(lambda: states(watch) == ["gone", "known"])


def test_half_a_file_is_told_only_if_it_stays_so(watch, path, qtbot):
    content = cjm.dumps(titled("Theirs"))
    path.write_bytes(content[:100])
    watch.look()
    qtbot.waitUntil(lambda: watch._work is None)
    path.write_bytes(content)
    qtbot.waitUntil(lambda: states(watch) == ["changed"])

    path.write_bytes(content[:100])
    qtbot.waitUntil(lambda: states(watch) == ["changed", "unreadable"])


def test_a_conflict_copy_is_seen_when_it_comes_and_when_it_goes(watch, path, qtbot):
    copy = path.with_name("map (conflicted copy).cjm")
    cjm.save(titled("Copy"), copy)
    qtbot.waitUntil(lambda: bool(watch.told))
    assert [each.path for each in watch.told[-1].copies] == [copy]

    copy.unlink()
    qtbot.waitUntil(lambda: watch.told[-1].copies == ())


def test_a_conflict_copy_that_was_there_before_is_seen(session, saving, path, qtbot):
    cjm.save(titled("Copy"), path.with_name("map.sync-conflict-20261129-143205-ABCDEFG.cjm"))
    made = Watching(session, saving)
    with qtbot.waitSignal(made.seen) as told:
        pass
    assert len(told.args[0].copies) == 1
    made.stop()


def test_the_file_of_another_map_is_watched_once_it_is_open(watch, session, path, qtbot, tmp_path):
    other = tmp_path / "other.cjm"
    journey, sha256 = titled("Other"), cjm.save(titled("Other"), other).sha256
    session.show(journey, other, sha256=sha256)
    settled(qtbot, watch)

    cjm.save(titled("Old"), path)
    watch.look()
    settled(qtbot, watch)
    assert watch.told == []
    cjm.save(titled("New"), other)
    qtbot.waitUntil(lambda: states(watch) == ["changed"])


def test_a_recovered_map_learns_what_stands_in_its_file(watch, session, path, qtbot):
    file = cjm.load(path)
    session.show(titled("Recovered"), path, changed=True, sha256=session.sha256)
    qtbot.waitUntil(lambda: session.saved is not None)

    assert session.saved == file
    assert session.is_changed
