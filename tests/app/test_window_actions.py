"""What can be done is known once per turn of the event loop, and always before a key is used."""

from dialogs import on_dialog
from PySide6.QtCore import Qt


def test_a_key_right_after_a_selection_does_its_work(qtbot, space, session):
    card = next(iter(session.journey.cards))
    space.view.setFocus()
    session.select([card])

    qtbot.keyClick(space.view, Qt.Key.Key_Delete)

    assert card not in session.journey.cards
    session.undo_stack.undo()
    assert card in session.journey.cards


def test_who_looks_sees_what_can_be_done_now(space, session):
    session.select([])
    before = space.actions["delete"].isEnabled()

    session.select([next(iter(session.journey.cards))])

    assert not before
    assert space.actions["delete"].isEnabled()


def test_many_changes_are_asked_about_once(qapp, space, session, monkeypatch):
    qapp.processEvents()
    asked = []
    monkeypatch.setattr(type(space.actions), "_refresh_idle", lambda _self: asked.append(1))

    for card in list(session.journey.cards)[:5]:
        session.select([card])
    qapp.processEvents()

    assert asked == [1]


def test_nothing_is_done_below_a_dialog_that_waits(space, session):
    card = next(iter(session.journey.cards))
    session.select([card])
    on_dialog(lambda dialog: (space.actions["delete"].trigger(), dialog.reject()))

    space.actions["settings"].trigger()

    assert card in session.journey.cards
    space.actions["delete"].trigger()
    assert card not in session.journey.cards
