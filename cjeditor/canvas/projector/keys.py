"""What a projector listens to, and how its sheet of keys tells it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt

from cjeditor.core.words import mark

if TYPE_CHECKING:
    from cjeditor.canvas.projector.view import ProjectorView

KEYS: Final = (
    (mark("Go on, and back"), mark("Arrow keys, Page Up, Page Down, Space")),
    (mark("First, last"), mark("Home, End")),
    (mark("Step through stages, steps, lanes"), "S, T, L"),
    (mark("Larger, smaller text; as at first"), "+, −, 0"),
    (mark("We are here"), "H"),
    (mark("Laser pointer"), mark("K, or hold the mouse button")),
    (mark("Black, and back"), mark("B, full stop")),
    (mark("Follow the editor"), "F"),
    (mark("Keep this line in view"), "I"),
    (mark("Leave"), mark("Esc, F5")),
)
"""What the projector listens to; the texts and the names of keys are marked."""


def bindings(view: ProjectorView) -> dict[int, Callable[[], None]]:
    """Return what each key does; clickers send Page Up, Page Down, full stop, F5 and Esc."""
    key = Qt.Key
    return {
        **dict.fromkeys(
            (key.Key_Right, key.Key_Down, key.Key_PageDown, key.Key_Space, key.Key_Return),
            lambda: view.step(1),
        ),
        **dict.fromkeys(
            (key.Key_Left, key.Key_Up, key.Key_PageUp, key.Key_Backspace),
            lambda: view.step(-1),
        ),
        key.Key_Home: lambda: view.go_to(0),
        key.Key_End: lambda: view.go_to(-1),
        **dict.fromkeys((key.Key_S, key.Key_1), lambda: view.step_through("stage")),
        **dict.fromkeys((key.Key_T, key.Key_2), lambda: view.step_through("step")),
        **dict.fromkeys((key.Key_L, key.Key_3), lambda: view.step_through("lane")),
        **dict.fromkeys((key.Key_Plus, key.Key_Equal), lambda: view.enlarge(1)),
        key.Key_Minus: lambda: view.enlarge(-1),
        key.Key_0: view.as_at_first,
        **dict.fromkeys((key.Key_B, key.Key_Period), lambda: view.black.switch(on=True)),
        key.Key_H: view.pin_here,
        key.Key_K: view.switch_laser,
        key.Key_F: lambda: view.follow(not view.follows),
        key.Key_I: view.keep_status,
        **dict.fromkeys((key.Key_F1, key.Key_Question), view.switch_keys),
        **dict.fromkeys((key.Key_Escape, key.Key_F5), view.left.emit),
    }
