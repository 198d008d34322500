"""What the keys do on the map.

Arrow keys and typing are done here. What has a name is a command: in a window the table of
actions takes the commands over, so that their keys can be changed there.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from cjeditor.canvas.commands import takes_cards
from cjeditor.canvas.moves import Way
from cjeditor.canvas.walk import Direction
from cjeditor.core.words import mark

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

Act = Callable[["MapView"], object]
Test = Callable[["MapView"], bool]


def _has_selection(view: "MapView") -> bool:
    return bool(view.session.selection)


def _is_somewhere(view: "MapView") -> bool:
    return _has_selection(view) or view.session.cursor is not None


def _takes_cards(view: "MapView") -> bool:
    return takes_cards(view.session.journey)


@dataclass(frozen=True, slots=True)
class Command:
    """Something that a key does on the map.

    Attributes:
        text: English, marked, perhaps with "{what}".
        what: Fills "{what}".
        icon: Name of a symbol; "" for none.
    """

    name: str
    text: str
    keys: tuple[str, ...]
    run: Act
    enabled: Test = _has_selection
    what: str = ""
    icon: str = ""


def _moves(way: Way) -> Act:
    return lambda view: view.capture.move(way)


def _spans(way: Way) -> Act:
    return lambda view: view.capture.span(way)


def _reorders(way: Way) -> Act:
    return lambda view: view.capture.reorder(way)


def _rates(value: int, number: int) -> Act:
    return lambda view: view.capture.rate(value, number)


_MOVES: Final[tuple[tuple[Way, str], ...]] = (
    ("left", mark("Move to the left")),
    ("right", mark("Move to the right")),
    ("up", mark("Move up")),
    ("down", mark("Move down")),
)
_SPANS: Final[tuple[tuple[Way, str], ...]] = (
    ("right", mark("Stretch the card to the next step")),
    ("left", mark("Shorten the card by a step")),
)
_REORDERS: Final[tuple[tuple[Way, str], ...]] = (
    ("left", mark("Move the stage or step to the left")),
    ("right", mark("Move the stage or step to the right")),
    ("up", mark("Move the lane up")),
    ("down", mark("Move the lane down")),
)

MOVES: Final = tuple(
    Command(f"move {way}", text, (f"Alt+{way.title()}",), _moves(way)) for way, text in _MOVES
)

REORDERS: Final = tuple(
    Command(f"reorder {way}", text, (f"Ctrl+Shift+{way.title()}",), _reorders(way), _is_somewhere)
    for way, text in _REORDERS
)

SPANS: Final = tuple(
    Command(f"span {way}", text, (f"Alt+Shift+{way.title()}",), _spans(way)) for way, text in _SPANS
)

RATINGS: Final = tuple(
    Command(
        f"rate {value}",
        mark("Severity, impact or feeling {what}"),
        (str(value),),
        _rates(value, 0),
        lambda view: view.capture.can_rate(),
        str(value),
    )
    for value in range(1, 6)
)

EFFORTS: Final = tuple(
    Command(
        f"effort {value}",
        mark("Effort {what}"),
        (f"Shift+{value}",),
        _rates(value, 1),
        lambda view: view.capture.can_rate(1),
        str(value),
    )
    for value in range(1, 6)
)

NEW_CARD: Final = Command(
    "new card",
    mark("New card"),
    ("Ctrl+Return", "Insert"),
    lambda view: view.adding.card(),
    _takes_cards,
    icon="plus",
)

_ALONE: Final = (
    Command("rename", "", ("F2", "Return", "Enter"), lambda view: view.rename(), _is_somewhere),
    Command("delete", "", ("Del", "Backspace"), lambda view: view.delete()),
    Command("duplicate", "", ("Ctrl+D",), lambda view: view.duplicate()),
    Command("select all", "", ("Ctrl+A",), lambda view: view.select_all(), lambda _view: True),
)
"""What the window's table has words for."""

COMMANDS: Final = (*MOVES, *SPANS, *REORDERS, *RATINGS, *EFFORTS, NEW_CARD)

_BY_KEY: Final = {
    QKeySequence(key).toString(): each for each in (*COMMANDS, *_ALONE) for key in each.keys
}

_DIRECTIONS: Final[dict[int, Direction]] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
    Qt.Key.Key_PageUp: "previous stage",
    Qt.Key.Key_PageDown: "next stage",
}
_NONE = Qt.KeyboardModifier.NoModifier
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_KEYPAD = Qt.KeyboardModifier.KeypadModifier
_PAN = 80
"""Pixels that Space with an arrow key pans."""


def handle_key(view: "MapView", event: QKeyEvent) -> bool:
    """Do what a key means on the map; return whether it means anything."""
    direction = _DIRECTIONS.get(event.key())
    if direction is not None and _go(view, direction, event.modifiers() & ~_KEYPAD):
        return True
    if event.matches(QKeySequence.StandardKey.Cancel):
        view.clear_selection()
        return True
    if view.has_own_commands:
        command = _BY_KEY.get(_name_of(event))
        if command is not None and command.enabled(view):
            command.run(view)
            return True
    return _is_typing(event) and view.write_at_focus(event.text())


def _go(view: "MapView", direction: Direction, modifiers: Qt.KeyboardModifier) -> bool:
    if view.space_held:
        ways = {"left": (-_PAN, 0), "right": (_PAN, 0), "up": (0, -_PAN), "down": (0, _PAN)}
        view.pan(*ways.get(direction, (0, 0)))
    elif modifiers == _NONE:
        view.capture.walk(direction)
    elif modifiers == _SHIFT:
        view.capture.extend(direction)
    elif modifiers == _CONTROL:
        view.capture.jump(direction)
    else:
        return False
    return True


def _name_of(event: QKeyEvent) -> str:
    modifiers = event.modifiers() & ~_KEYPAD
    return QKeySequence(modifiers.value | event.key()).toString()


def _is_typing(event: QKeyEvent) -> bool:
    """Tell whether the key writes a character; AltGr counts as Ctrl with Alt on some systems."""
    chord = event.modifiers() & (_CONTROL | _ALT | Qt.KeyboardModifier.MetaModifier)
    text = event.text()
    return chord in (_NONE, _CONTROL | _ALT) and (
        bool(text) and text.isprintable() and not text.isspace()
    )
