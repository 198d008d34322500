"""What the menu Edit can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QKeySequence

from cjeditor.app import clipboard
from cjeditor.app.action import Action
from cjeditor.canvas.commands import takes_cards
from cjeditor.core.words import mark

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

Std = QKeySequence.StandardKey


def _has_selection(space: Workspace) -> bool:
    return bool(space.session.selection)


def _has_cards(space: Workspace) -> bool:
    return any(each in space.session.journey.cards for each in space.session.selection)


def _has_cards_of_somebody(space: Workspace) -> bool:
    return _has_cards(space) and bool(space.session.journey.personas)


def _ask_empathy(space: Workspace) -> None:
    from cjeditor.app.empathy_dialog import ask_empathy

    ask_empathy(space)


EDIT: Final = (
    Action(
        name="undo",
        text=mark("Undo: {what}"),
        icon="arrow-back-up",
        keys=(Std.Undo,),
        run=lambda w: w.session.undo_stack.undo(),
        enabled=lambda w: w.session.undo_stack.canUndo(),
        what=lambda w: w.session.undo_stack.undoText(),
    ),
    Action(
        name="redo",
        text=mark("Redo: {what}"),
        icon="arrow-forward-up",
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        run=lambda w: w.session.undo_stack.redo(),
        enabled=lambda w: w.session.undo_stack.canRedo(),
        what=lambda w: w.session.undo_stack.redoText(),
    ),
    Action(
        name="history",
        text=mark("History …"),
        icon="history",
        keys=("Ctrl+Alt+Z",),
        run=lambda w: w.show_history(),
        tip=mark("Show all changes and go back to one"),
    ),
    Action(
        name="cut",
        text=mark("Cut"),
        icon="cut",
        keys=(Std.Cut,),
        run=lambda w: clipboard.cut(w.view),
        enabled=_has_cards,
        on_map=True,
    ),
    Action(
        name="copy",
        text=mark("Copy"),
        icon="copy",
        keys=(Std.Copy,),
        run=lambda w: clipboard.copy(w.view),
        enabled=_has_cards,
        on_map=True,
    ),
    Action(
        name="paste",
        text=mark("Paste"),
        icon="clipboard",
        keys=(Std.Paste,),
        run=lambda w: clipboard.paste(w.view),
        enabled=lambda w: w.can_paste and takes_cards(w.session.journey),
        on_map=True,
    ),
    Action(
        name="duplicate",
        text=mark("Duplicate"),
        icon="copy-plus",
        keys=("Ctrl+D",),
        run=lambda w: w.view.duplicate(),
        enabled=_has_selection,
        on_map=True,
    ),
    Action(
        name="delete",
        text=mark("Delete"),
        icon="trash",
        keys=(Std.Delete, "Backspace"),
        run=lambda w: w.view.delete(),
        enabled=_has_selection,
        on_map=True,
    ),
    Action(
        name="rename",
        text=mark("Write / rename"),
        icon="pencil",
        keys=("F2", "Return", "Enter"),
        run=lambda w: w.view.rename(),
        enabled=lambda w: _has_selection(w) or w.session.cursor is not None,
        on_map=True,
    ),
    Action(
        name="to empathy",
        text=mark("To the empathy map …"),
        icon="user-heart",
        run=_ask_empathy,
        enabled=_has_cards_of_somebody,
    ),
    Action(
        name="select all",
        text=mark("Select all"),
        icon="select-all",
        keys=(Std.SelectAll,),
        run=lambda w: w.view.select_all(),
        on_map=True,
    ),
    Action(
        name="fields",
        text=mark("Edit the fields"),
        icon="adjustments",
        keys=("Alt+Return",),
        run=lambda w: w.show_fields(),
    ),
    Action(
        name="search",
        text=mark("Search or run a command"),
        icon="search",
        keys=("Ctrl+K", "Ctrl+Shift+P"),
        run=lambda w: w.search.start(),
    ),
)
