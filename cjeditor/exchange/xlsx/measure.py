"""How high rows must be. Lengths in points, column widths in Excel's characters."""

from functools import lru_cache
from typing import Final

from cjeditor.display.text import Font, wrap

MAX_HEIGHT: Final = 409.0
"""The highest row that Excel knows."""

_CALIBRI: Final = 0.92
"""Noto Sans at this share of a size is at least 3 % wider than Calibri in any word; the
margin is for screens, on which Excel rounds the widths of letters."""

_LONG: Final = 1000  # characters; a longer text is not wrapped beyond the highest row
_PADDING: Final = 7.0  # left and right of a cell's text
_BEYOND_CALIBRI: Final = "\u0590"  # scripts from here on come from other, higher fonts
_SIGNS: Final = frozenset("–—‘’“”„•…′″€●○★")


def points(characters: float) -> float:
    """Return a column's width in points (Calibri 11: 7 pixels a character and 5 around)."""
    return (characters * 7 + 5) * 0.75


def line_height(text: str, size: float) -> float:
    """Return the distance of lines that Excel and LibreOffice need at most for *text*."""
    return size * (1.36 if _is_calibri(text) else 1.7)


def text_height(text: str, size: float, width: float, *, bold: bool = False) -> float:
    """Return the height that *text* takes in a cell of *width*, at most `MAX_HEIGHT`."""
    return min(MAX_HEIGHT, len(_lines(text, size, width, bold)) * line_height(text, size))


def shortened(
    text: str, size: float, width: float, *, bold: bool = False, most: int | None = None
) -> str:
    """Return *text*, or as much of it as there is room for, ended by an ellipsis.

    Args:
        most: Lines that it may take; None means as many as the highest row shows.
    """
    room = int((MAX_HEIGHT - 8) / line_height(text, size))
    kept = room if most is None else min(room, most)
    lines = _lines(text, size, width, bold)
    if len(lines) <= kept:
        return text
    return "\n".join(lines[:kept]).rstrip("…") + "…"


@lru_cache(maxsize=4096)  # a text is mostly measured right after it was shortened
def _lines(text: str, size: float, width: float, bold: bool) -> tuple[str, ...]:
    """Return the lines of *text*, or of so much of it that the highest row is full."""
    room = width - _PADDING
    if len(text) * size <= room and "\n" not in text:
        return (text,) if text else ()
    most = int(MAX_HEIGHT / line_height(text, size)) + 1 if len(text) > _LONG else None
    enough = text if most is None else text[: most * int(room)]  # no sign is narrower than 1 pt
    font = Font(size * _CALIBRI if _is_calibri(text) else size, bold=bold)
    return tuple(line.text for line in wrap(enough, font, room, max_lines=most))


def _is_calibri(text: str) -> bool:
    return text.isascii() or all(sign < _BEYOND_CALIBRI or sign in _SIGNS for sign in text)
