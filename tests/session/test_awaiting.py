"""Who reads a map that somebody else has open hears of it when that changes, and only then."""

import pytest
from held_elsewhere import held_elsewhere
from maps import small_map
from saved import save

from cjeditor.files import holding
from cjeditor.session.awaiting import Awaiting
from cjeditor.session.session import Session


@pytest.fixture
def path(qapp, tmp_path):
    save(Session(small_map()), tmp_path / "a.cjm")
    return tmp_path / "a.cjm"


@pytest.fixture
def session(path):
    made = Session(small_map())
    made.show(small_map(), path, read_only=True, sha256=b"x")
    return made


@pytest.fixture
def awaiting(session):
    made = Awaiting(session)
    made.told = []
    made.held.connect(lambda _found: made.told.append("held"))
    made.freed.connect(lambda: made.told.append("freed"))
    made.over.connect(lambda: made.told.append("over"))
    yield made
    made.stop()


def look(qtbot, awaiting):
    awaiting.look()
    qtbot.waitUntil(lambda: awaiting._work is None)


def test_each_change_is_told_once(qtbot, awaiting, path):
    with held_elsewhere(path):
        awaiting.begin(path, holding.look_for(path))
        look(qtbot, awaiting)
        assert awaiting.told == ["held"]
    for _ in range(2):
        look(qtbot, awaiting)
    assert awaiting.told == ["held", "freed"]
    with held_elsewhere(path):
        look(qtbot, awaiting)
    assert awaiting.told == ["held", "freed", "held"]


@pytest.mark.parametrize("act", ["another map", "saved elsewhere", "may be edited"])
def test_it_ends_when_the_map_is_not_only_read_any_more(awaiting, session, path, tmp_path, act):
    with held_elsewhere(path):
        awaiting.begin(path, holding.look_for(path))
    if act == "another map":
        session.show(small_map())
    elif act == "saved elsewhere":
        session.mark_saved(session.journey, tmp_path / "b.cjm", b"y")
    else:
        session.allow_writing()
    awaiting.look()

    assert awaiting.told == ["held", "over"]
    assert awaiting._work is None
    assert not awaiting._pause.isActive()
