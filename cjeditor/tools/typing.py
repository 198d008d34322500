"""What keys mean on the drawings of the tools."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent


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
