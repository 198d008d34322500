"""Whatever is done in a session can be recovered; who edits waits for nothing."""

import threading

import pytest
from maps import big_map, small_map
from saved import save

from cjeditor.edits.cards import AddCard
from cjeditor.edits.records import SetField
from cjeditor.edits.scope import SetScope
from cjeditor.files import atomic, cjm
from cjeditor.files.recovery import leftovers, trash
from cjeditor.session.protection import Protection
from cjeditor.session.session import Session


@pytest.fixture
def place(tmp_path):
    return tmp_path / "recovery"


@pytest.fixture
def session(qapp):
    return Session(small_map())


@pytest.fixture
def protection(session, place):
    made = Protection(session, where=lambda: (place,))
    yield made
    assert made.stop()


def recovered(protection, place):
    """Return what would come back if the program ended now."""
    from cjeditor.files.recovery_reading import read

    assert protection.flush()
    folders = [each for each in place.iterdir() if each.is_dir() and each.name != "trash"]
    return [read(each) for each in folders]


def title(text):
    return SetScope("title", text)


def test_nothing_is_written_for_who_only_looks(session, protection, place, tmp_path):
    session.select(["a1"])
    session.show(small_map())
    save(session, tmp_path / "map.cjm")

    assert protection.flush()
    assert not place.exists()
    assert "recorder" not in [each.name for each in threading.enumerate()]


def test_every_edit_undo_and_redo_is_there(session, protection, place):
    session.do(title("One"))
    session.do(AddCard("do", "s2", "action", "Look", None, "new1"))
    assert recovered(protection, place)[0].journey == session.journey

    session.undo_stack.undo()
    session.undo_stack.undo()
    assert recovered(protection, place)[0].journey == small_map()

    session.undo_stack.redo()
    session.travel(2)
    (found,) = recovered(protection, place)
    assert found.journey == session.journey
    assert not found.is_saved


def test_what_is_undone_need_not_be_recovered(session, protection, place):
    session.do(title("One"))
    session.undo_stack.undo()

    assert recovered(protection, place)[0].is_saved


def test_what_is_typed_is_there(session, protection, place):
    typed = SetField(("a1",), "text", "Ask frie").apply(session.journey)
    protection.draft(typed)
    (found,) = recovered(protection, place)
    assert (found.journey, found.confirmed) == (typed, session.journey)

    protection.draft(None)
    assert recovered(protection, place)[0].journey == session.journey


def test_an_edit_takes_the_place_of_what_was_typed(session, protection, place):
    protection.draft(SetField(("a1",), "text", "Ask frie").apply(session.journey))
    session.do(SetField(("a1",), "text", "Ask friends twice"))
    protection.draft(None)

    (found,) = recovered(protection, place)
    assert found.journey == found.confirmed == session.journey


def test_a_save_is_noted_with_its_file(session, protection, place, tmp_path):
    session.do(title("One"))
    assert not recovered(protection, place)[0].is_saved
    save(session, tmp_path / "map.cjm")
    (found,) = recovered(protection, place)
    assert (found.is_saved, found.meta.file) == (True, tmp_path / "map.cjm")

    session.do(title("Two"))
    assert not recovered(protection, place)[0].is_saved
    session.undo_stack.undo()
    assert recovered(protection, place)[0].is_saved
    save(session, tmp_path / "other.cjm")
    assert recovered(protection, place)[0].meta.file == tmp_path / "other.cjm"


def test_another_document_begins_anew_and_the_old_one_goes_into_the_trash(
    session, protection, place
):
    session.do(title("One"))
    first = session.journey
    session.show(big_map(5, 2, 2))

    assert recovered(protection, place) == []
    assert [each.journey for each in trash(place)] == [first]
    session.do(title("Two"))
    assert [each.journey for each in recovered(protection, place)] == [session.journey]


def test_so_does_the_same_document_opened_again(session, protection, place, tmp_path):
    save(session, tmp_path / "map.cjm")
    session.do(title("Given up"))
    given_up = session.journey
    session.show(cjm.load(tmp_path / "map.cjm"), tmp_path / "map.cjm")

    assert recovered(protection, place) == []
    assert [each.journey for each in trash(place)] == [given_up]


def test_a_document_that_no_file_has_is_protected_at_once(session, protection, place):
    session.show(small_map(), changed=True)

    (found,) = recovered(protection, place)
    assert found.journey == session.journey
    assert not found.is_saved


def test_a_session_that_ends_well_leaves_nothing_but_trash(session, place):
    protection = Protection(session, where=lambda: (place,))
    session.do(title("One"))

    assert protection.stop()

    assert leftovers(place) == ()
    assert len(trash(place)) == 1
    session.do(title("Nobody listens"))
    protection.draft(session.journey)
    assert protection.stop()


def test_one_that_is_to_be_recovered_is_found(session, place):
    protection = Protection(session, where=lambda: (place,))
    session.do(title("One"))

    assert protection.stop(keep=True)

    (found,) = leftovers(place)
    assert found.journey == session.journey
    found.release()


def test_it_tells_when_nothing_can_be_written_and_when_it_can(qtbot, session, place, tmp_path):
    place.write_bytes(b"no folder")
    protection = Protection(session, where=lambda: (place,))
    with qtbot.waitSignal(protection.failed) as told:
        session.do(title("One"))
    assert told.args[0].path == place
    assert not protection.flush()

    place.unlink()
    with qtbot.waitSignal(protection.mended):
        protection.try_again()

    assert recovered(protection, place)[0].journey == session.journey
    assert protection.stop()


def test_it_tells_of_another_place(qtbot, session, place, tmp_path):
    place.write_bytes(b"no folder")
    protection = Protection(session, where=lambda: (place, tmp_path / "second"))
    with qtbot.waitSignal(protection.elsewhere) as told:
        session.do(title("One"))

    assert told.args[1] == tmp_path / "second"
    assert protection.stop()


def test_on_a_slow_disk_nobody_waits_and_order_is_kept(session, protection, place, monkeypatch):
    """While the disk is busy with the first edits, all others are done and wait in order."""
    begun, go_on = threading.Event(), threading.Event()
    real = atomic.Appender.flush

    def slow(self):
        begun.set()
        assert go_on.wait(20)
        real(self)

    monkeypatch.setattr(atomic.Appender, "flush", slow)
    session.do(title("0"))
    assert begun.wait(20)
    for number in range(1, 50):
        session.do(title(f"{number}"))
    assert not protection.flush(0)
    go_on.set()

    assert recovered(protection, place)[0].journey == session.journey


def test_stopping_does_not_wait_for_a_disk_that_hangs(session, place, monkeypatch):
    begun, go_on = threading.Event(), threading.Event()
    monkeypatch.setattr(atomic.Appender, "flush", lambda self: (begun.set(), go_on.wait(20))[1])
    protection = Protection(session, where=lambda: (place,))
    session.do(title("One"))
    assert begun.wait(20)

    assert not protection.stop(patience=0.01)

    go_on.set()
    for each in threading.enumerate():
        if each.name == "recorder":
            each.join(20)
