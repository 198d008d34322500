"""The session holds the document: undo, merging, selection, file."""

import pytest
from maps import full_map, small_map
from PySide6.QtTest import QSignalSpy
from saved import save

from cjeditor.edits.cards import AddCard, MoveCards
from cjeditor.edits.edit import EditError
from cjeditor.edits.records import Delete, SetField
from cjeditor.files import cjm
from cjeditor.session.session import Session


@pytest.fixture
def session():
    return Session(small_map())


def write(text):
    return SetField(("a1",), "text", text)


def test_an_edit_is_one_undo_step(session):
    session.do(AddCard("do", "s4", "note", card_id="n"))

    assert session.undo_stack.count() == 1
    assert session.undo_stack.undoText() == "Add card"
    assert "n" in session.journey.cards


def test_views_are_told_the_map_before_and_after(session):
    told = []
    session.map_changed.connect(lambda before, after: told.append((before, after)))
    before = session.journey

    session.do(write("x"))
    session.undo_stack.undo()

    assert [pair[0] is before for pair in told] == [True, False]
    assert told[1][1] is before is session.journey


def test_an_edit_that_changes_nothing_makes_no_undo_step(session):
    spy = QSignalSpy(session.map_changed)

    session.do(write("Ask friends"))

    assert session.undo_stack.count() == 0
    assert spy.count() == 0


def test_an_edit_that_does_not_fit_changes_nothing(session):
    before = session.journey

    with pytest.raises(EditError):
        session.do(AddCard("feel", "s1", "note"))

    assert session.journey is before
    assert not session.is_changed


def test_typing_is_one_undo_step(session):
    for text in ("A", "As", "Ask"):
        session.do(write(text), merge="write a1")

    assert session.undo_stack.count() == 1
    session.undo_stack.undo()
    assert session.journey.cards["a1"].text == "Ask friends"


def test_another_key_a_break_or_no_key_begins_a_new_step(session):
    session.do(write("1"), merge="one")
    session.do(write("2"), merge="two")
    session.break_merge()
    session.do(write("3"), merge="two")
    session.do(write("4"))
    session.do(write("5"))

    assert session.undo_stack.count() == 5


def test_typing_back_to_the_beginning_leaves_no_step(session):
    session.do(write("x"), merge="write a1")
    session.do(write("Ask friends"), merge="write a1")

    assert session.undo_stack.count() == 0
    assert session.journey == small_map()
    assert not session.is_changed


def test_what_no_longer_exists_leaves_the_selection(session):
    session.select(["a1", "a3", "nobody", "a1"])
    session.put_cursor("do", "s1")
    assert session.selection == ("a1", "a3")

    session.do(Delete(("a1", "s1")))

    assert session.selection == ("a3",)
    assert session.cursor is None


def test_selection_is_told_only_when_it_changes(session):
    spy = QSignalSpy(session.selection_changed)

    session.select(["a1"])
    session.select(["a1"])
    session.put_cursor("do", "s1")
    session.do(write("x"))

    assert spy.count() == 2


def test_views_may_select_while_they_hear_of_a_change(session):
    session.map_changed.connect(lambda _before, _after: session.select(["n"]))

    session.do(AddCard("do", "s4", "note", card_id="n"))

    assert session.selection == ("n",)


def test_saving_makes_the_map_unchanged(session, tmp_path):
    session.do(write("x"))
    save(session, tmp_path / "Trip.cjm")

    assert not session.is_changed
    assert session.name == "Trip"
    assert cjm.load(session.path) == session.journey


def test_undo_after_saving_is_a_change_and_redo_takes_it_back(session, tmp_path):
    session.do(write("x"), merge="k")
    save(session, tmp_path / "a.cjm")
    session.undo_stack.undo()
    assert session.is_changed

    session.undo_stack.redo()

    assert not session.is_changed


def test_undo_to_what_is_in_the_file_and_another_edit_is_a_change(session, tmp_path):
    session.do(write("x"))
    save(session, tmp_path / "a.cjm")
    session.do(write("y"))
    session.undo_stack.undo()
    assert not session.is_changed

    session.do(write("z"))

    assert session.is_changed
    assert [session.is_saved_at(index) for index in range(3)] == [False, True, False]


def test_what_is_in_the_file_may_be_undone_and_be_gone(session, tmp_path):
    session.do(write("x"))
    save(session, tmp_path / "a.cjm")
    session.undo_stack.undo()
    session.do(write("y"))

    assert not any(session.is_saved_at(index) for index in range(2))
    session.undo_stack.undo()
    assert session.is_changed


def test_an_edit_made_while_the_map_was_written_is_a_change(session, tmp_path):
    session.do(write("x"))
    written = session.to_save()
    session.do(write("y"))

    session.mark_saved(written, tmp_path / "a.cjm")

    assert session.is_changed
    session.undo_stack.undo()
    assert not session.is_changed


def test_a_new_map_is_unchanged_until_it_is_edited_and_when_all_is_undone(session):
    session.do(write("x"))
    session.do(write("y"))
    assert session.is_changed

    session.undo_stack.setIndex(0)

    assert not session.is_changed


def test_typing_on_after_saving_is_a_step_of_its_own(session, tmp_path):
    session.do(write("x"), merge="k")
    save(session, tmp_path / "a.cjm")
    session.do(write("xy"), merge="k")

    assert session.is_changed
    session.undo_stack.undo()
    assert not session.is_changed


def test_opening_begins_anew(session, tmp_path):
    path = tmp_path / "full.cjm"
    cjm.save(full_map(), path)
    session.do(write("x"))
    session.select(["a1"])

    session.show(cjm.load(path), path)

    assert session.journey == full_map()
    assert (session.path, session.name) == (path, "full")
    assert not session.is_changed
    assert session.undo_stack.count() == 0
    assert session.selection == ()


def test_a_map_from_another_format_counts_as_not_saved(session, tmp_path):
    session.show(full_map(), changed=True)
    assert session.is_changed
    assert session.name == ""

    save(session, tmp_path / "a.cjm")

    assert not session.is_changed


def test_the_file_is_told_when_its_state_changes(session):
    spy = QSignalSpy(session.file_changed)

    session.do(write("x"))
    assert spy.count() == 1

    session.do(MoveCards(("a1",), "do", "s4"))
    assert spy.count() == 1

    session.undo_stack.setIndex(0)
    assert spy.count() == 2


def test_a_file_that_cannot_be_written_is_read_only_until_the_map_is_saved_elsewhere(
    session, tmp_path
):
    session.show(full_map(), tmp_path / "a.cjm", read_only=True)
    assert session.is_read_only

    save(session, tmp_path / "b.cjm")

    assert not session.is_read_only


def test_what_is_tried_out_changes_nothing(session):
    before, spy = session.journey, QSignalSpy(session.tried_out)
    session.try_out(write("x"))
    session.try_out(write("x"))
    tried = session.shown

    assert tried.cards["a1"].text == "x"
    assert session.shown is tried
    assert session.journey is before
    assert (spy.count(), session.undo_stack.count()) == (1, 0)
    session.try_out(None)
    assert session.shown is before
    assert spy.count() == 2


def test_what_is_tried_out_ends_with_a_change(session):
    session.try_out(write("x"))
    session.do(SetField(("a2",), "text", "y"))
    assert session.shown is session.journey

    session.try_out(write("x"))
    session.show(full_map())
    assert session.shown is session.journey


def test_what_does_not_fit_shows_the_map_as_it_is(session):
    session.try_out(AddCard("feel", "s1", "note"))

    assert session.shown is session.journey
