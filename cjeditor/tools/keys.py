"""What keys mean on the drawings of the tools."""

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

ARROWS: Final = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
"""Keys that go one step right and down, by these numbers."""


def with_alt(event: QKeyEvent) -> bool:
    """Tell whether Alt is held."""
    return bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)


def typed_by(event: QKeyEvent) -> str:
    """Return the character that a key writes, or ""."""
    held = event.modifiers() & ~(
        Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
    )
    text = event.text()
    return text if text.strip() and text.isprintable() and not held else ""
