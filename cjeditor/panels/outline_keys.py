"""The keys of the outline, and the menus that show them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QMenu

from cjeditor.core.words import mark, tr
from cjeditor.kinds.registry import CARD_KINDS
from cjeditor.panels.icons import coloured, icon, seen
from cjeditor.panels.lane_choices import LANE_CHOICES, LaneChoice
from cjeditor.panels.palette import key_of

if TYPE_CHECKING:
    from cjeditor.panels.outline import Outline

Act = Callable[["Outline"], None]


@dataclass(frozen=True, slots=True)
class OutlineCommand:
    """Something that keys do at the current row.

    Attributes:
        text: English, marked.
        keys: As `QKeySequence` writes them; the first is shown in the menu.
    """

    text: str
    keys: tuple[str, ...]
    act: Act
    symbol: str = ""


SEPARATOR: Final = None

COMMANDS: Final[tuple[OutlineCommand | None, ...]] = (
    OutlineCommand(mark("Write / rename"), ("F2",), lambda tree: tree.write(), "pencil"),
    OutlineCommand(mark("Add after"), ("Return", "Enter"), lambda tree: tree.add_beside(), "plus"),
    OutlineCommand(
        mark("Add inside"), ("Ctrl+Return", "Ctrl+Enter"), lambda tree: tree.add_inside()
    ),
    OutlineCommand(mark("Add a stage"), ("Ctrl+Shift+G",), lambda tree: tree.add_stage()),
    OutlineCommand(mark("Add a step"), ("Ctrl+Shift+L",), lambda tree: tree.add_step()),
    SEPARATOR,
    OutlineCommand(mark("Move up"), ("Alt+Up",), lambda tree: tree.move_row("up"), "arrow-up"),
    OutlineCommand(
        mark("Move down"), ("Alt+Down",), lambda tree: tree.move_row("down"), "arrow-down"
    ),
    OutlineCommand(mark("To the lane above"), ("Alt+Left",), lambda tree: tree.move_row("left")),
    OutlineCommand(mark("To the lane below"), ("Alt+Right",), lambda tree: tree.move_row("right")),
    SEPARATOR,
    OutlineCommand(mark("Duplicate"), ("Ctrl+D",), lambda tree: tree.duplicate(), "copy-plus"),
    OutlineCommand(mark("Delete"), ("Del", "Backspace"), lambda tree: tree.delete(), "trash"),
)  # fmt: skip

_BY_KEY: Final = {key: each.act for each in COMMANDS if each is not None for key in each.keys}

_DIGITS: Final = {str(digit): digit for digit in range(1, 6)}
_KIND_OF_KEY: Final = {
    f"Alt+{key_of(index)}": kind.name for index, kind in enumerate(CARD_KINDS) if key_of(index)
}


def act_of(tree: Outline, event: QKeyEvent) -> Callable[[], None] | None:
    """Return what a key does at the current row; None where the tree itself takes it."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    key = QKeySequence(modifiers.value | event.key()).toString()
    act = _BY_KEY.get(key)
    if act is not None:
        return lambda: act(tree)
    if key in _KIND_OF_KEY:
        return lambda: tree.take_kind(_KIND_OF_KEY[key])
    if key in _DIGITS and tree.can_rate():
        return lambda: tree.rate(_DIGITS[key])
    return None


def rows_menu(tree: Outline) -> QMenu:
    """Return a new menu of what can be done at the current row."""
    menu = _menu(tree)
    for command in COMMANDS:
        if command is None:
            menu.addSeparator()
            continue
        action = menu.addAction(_labelled(tr(command.text), command.keys[0]))
        if command.symbol:
            action.setIcon(icon(command.symbol, tree.palette()))
        action.triggered.connect(_runner(tree, command.act))
    menu.addSeparator()
    kinds = menu.addMenu(tr("Type of card"))
    for index, kind in enumerate(CARD_KINDS):
        key = f"Alt+{key_of(index)}" if key_of(index) else ""
        action = kinds.addAction(_labelled(tr(kind.label), key))
        action.setIcon(coloured(kind.symbol, seen(kind.full, tree.palette())))
        action.triggered.connect(_kind_taker(tree, kind.name))
    return menu


def lanes_menu(tree: Outline) -> QMenu:
    """Return a new menu of the lanes that can be added."""
    menu = _menu(tree)
    for choice in LANE_CHOICES:
        action = menu.addAction(_labelled(tr(choice.label), ""))
        action.setIcon(icon(choice.symbol, tree.palette()))
        action.triggered.connect(_lane_adder(tree, choice))
    menu.setActiveAction(menu.actions()[0])
    return menu


def _menu(tree: Outline) -> QMenu:
    menu = QMenu(tree)
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def _labelled(text: str, key: str) -> str:
    native = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return text.replace("&", "&&") + (f"\t{native}" if native else "")


def _runner(tree: Outline, act: Act) -> Callable[[], None]:
    return lambda: act(tree)


def _kind_taker(tree: Outline, kind: str) -> Callable[[], None]:
    return lambda: tree.take_kind(kind)


def _lane_adder(tree: Outline, choice: LaneChoice) -> Callable[[], None]:
    return lambda: tree.add_lane(choice)
