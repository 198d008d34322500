"""Type that is read from the other end of a room."""

from typing import Final

from PySide6.QtGui import QFont

from cjeditor.canvas.fonts import widget_font

LEAST: Final = 18
"""Pixels of the smallest words on a projector."""

_ANY_DPI: Final = 96.0


def large_font(*, bold: bool = False) -> QFont:
    """Return the font of what a projector says itself."""
    font = widget_font(LEAST, _ANY_DPI, bold=bold)
    font.setPixelSize(LEAST)
    return font
