"""What the keys do on the map; the window's own shortcuts come first."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from cjeditor.canvas.walk import Direction

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

_DIRECTIONS: Final[dict[int, Direction]] = {
    Qt.Key.Key_Left: "left",
    Qt.Key.Key_Right: "right",
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Home: "home",
    Qt.Key.Key_End: "end",
}
_ALT = Qt.KeyboardModifier.AltModifier
_CONTROL = Qt.KeyboardModifier.ControlModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PAN = 80
"""Pixels that Space with an arrow key pans."""

_STANDARD: Final[tuple[tuple[QKeySequence.StandardKey, Callable[["MapView"], None]], ...]] = (
    (QKeySequence.StandardKey.SelectAll, lambda view: view.select_all()),
    (QKeySequence.StandardKey.Delete, lambda view: view.delete()),
    (QKeySequence.StandardKey.Cancel, lambda view: view.clear_selection()),
)

_KEYS: Final[dict[tuple[int, Qt.KeyboardModifier], Callable[["MapView"], None]]] = {
    (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier): lambda view: view.rename(),
    (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier): lambda view: view.rename(),
    (Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier): lambda view: view.rename(),
    (Qt.Key.Key_Return, _CONTROL): lambda view: view.add_card(),
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier): lambda view: view.add_card(),
    (Qt.Key.Key_Backspace, Qt.KeyboardModifier.NoModifier): lambda view: view.delete(),
    (Qt.Key.Key_D, _CONTROL): lambda view: view.duplicate(),
}


def handle_key(view: "MapView", event: QKeyEvent) -> bool:
    """Do what a key means on the map; return whether it means anything."""
    direction = _DIRECTIONS.get(event.key())
    if direction is not None:
        return _move(view, direction, event.modifiers())
    for standard, act in _STANDARD:
        if event.matches(standard):
            act(view)
            return True
    act_on = _KEYS.get((event.key(), event.modifiers()))
    if act_on is not None:
        act_on(view)
        return True
    return _is_typing(event) and view.write_at_focus(event.text())


def _move(view: "MapView", direction: Direction, modifiers: Qt.KeyboardModifier) -> bool:
    modifiers &= ~Qt.KeyboardModifier.KeypadModifier
    if view.space_held:
        ways = {"left": (-_PAN, 0), "right": (_PAN, 0), "up": (0, -_PAN), "down": (0, _PAN)}
        view.pan(*ways.get(direction, (0, 0)))
    elif modifiers in (_ALT, _CONTROL | _SHIFT):
        if direction == "home" or direction == "end":
            return False
        view.nudge(direction)
    elif modifiers == Qt.KeyboardModifier.NoModifier:
        view.walk(direction)
    else:
        return False
    return True


def _is_typing(event: QKeyEvent) -> bool:
    """Tell whether the key writes a character; AltGr counts as Ctrl with Alt on some systems."""
    chord = event.modifiers() & (_CONTROL | _ALT | Qt.KeyboardModifier.MetaModifier)
    text = event.text()
    return chord in (Qt.KeyboardModifier.NoModifier, _CONTROL | _ALT) and (
        bool(text) and text.isprintable() and not text.isspace()
    )
