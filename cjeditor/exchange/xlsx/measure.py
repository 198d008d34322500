"""How high rows must be. Lengths in points, column widths in Excel's characters."""

import re
from functools import lru_cache
from math import inf
from typing import Final

from cjeditor.display.text import Font, set_line, widest_word, wrap

MAX_HEIGHT: Final = 409.0
"""The highest row that Excel knows."""

_CALIBRI: Final = 0.92
"""Noto Sans at this share of a size is at least 3 % wider than Calibri in any word; the
margin is for screens, on which Excel rounds the widths of letters."""

_LONG: Final = 1000  # characters; a longer text is not wrapped beyond the highest row
_MOST_WORDS: Final = 16_000  # whose widths are remembered, of one style
_PADDING: Final = 7.0  # left and right of a cell's text
_NOT_CALIBRI: Final = re.compile("[^\x00-\u058f–—‘’“”„•…′″€●○★]")
"""Signs of scripts that come from other, higher fonts."""


def points(characters: float) -> float:
    """Return a column's width in points (Calibri 11: 7 pixels a character and 5 around)."""
    return (characters * 7 + 5) * 0.75


def text_height(text: str, size: float, width: float, *, bold: bool = False) -> float:
    """Return the height that *text* takes in a cell of *width*, at most `MAX_HEIGHT`."""
    count, distance = _measured(text, size, width, bold)
    return min(MAX_HEIGHT, count * distance)


def fitted(
    text: str, size: float, width: float, *, bold: bool = False, most: int | None = None
) -> tuple[str, float]:
    """Return *text*, or as much of it as there is room for, ended by an ellipsis; and its height.

    Args:
        most: Lines that it may take; None means as many as the highest row shows.
    """
    count, distance = _measured(text, size, width, bold)
    room = int((MAX_HEIGHT - 8) / distance)
    kept = room if most is None else min(room, most)
    if count <= kept:
        return text, count * distance
    shown = "\n".join(_lines(text, size, width, bold)[:kept]).rstrip("…") + "…"
    return shown, text_height(shown, size, width, bold=bold)


def _measured(text: str, size: float, width: float, bold: bool) -> tuple[int, float]:
    """Return how many lines *text* takes, and their distance."""
    distance = _line_height(text, size)
    room = width - _PADDING
    if len(text) * size <= room and "\n" not in text:
        return (1 if text else 0), distance
    if len(text) <= _LONG and _is_calibri(text):
        count = _counted(text, _widths(size * _CALIBRI, bold), room)
        if count is not None:
            return count, distance
    return len(_lines(text, size, width, bold)), distance


class _Widths(dict[str, float]):
    """How wide words are, found out when they are first asked for.

    What is no word (nothing, or a control character) is wider than any line.

    Attributes:
        breakable: The words that a line may be broken in.
    """

    def __init__(self, font: Font) -> None:
        self._font = font
        self.breakable: set[str] = set()

    def __missing__(self, word: str) -> float:
        if len(self) >= _MOST_WORDS:
            self.clear()
            self.breakable.clear()
        is_word = bool(word) and word.isprintable()
        self[word] = width = set_line(word, self._font).width if is_word else inf
        if widest_word(word, self._font) < width:
            self.breakable.add(word)
        return width


@lru_cache(maxsize=16)
def _widths(size: float, bold: bool) -> _Widths:
    return _Widths(Font(size, bold=bold))


def _counted(text: str, widths: _Widths, room: float) -> int | None:
    """Return into how many lines `wrap` would break *text*; None where it breaks inside words.

    Most texts are words and single spaces, and this is several times as fast.
    """
    gap = widths[" "]
    lines = 0
    for part in text.split("\n"):
        lines += 1
        used = -gap
        for word in part.split(" "):
            width = widths[word]
            used += gap + width
            if used > room:
                if width > room or word in widths.breakable:
                    return None
                lines += 1
                used = width
    return lines


def _lines(text: str, size: float, width: float, bold: bool) -> list[str]:
    """Return the lines of *text*, or of so much of it that the highest row is full."""
    room = width - _PADDING
    most = int(MAX_HEIGHT / _line_height(text, size)) + 1 if len(text) > _LONG else None
    enough = text if most is None else text[: most * int(room)]  # no sign is narrower than 1 pt
    font = Font(size * _CALIBRI if _is_calibri(text) else size, bold=bold)
    return [line.text for line in wrap(enough, font, room, max_lines=most)]


def _line_height(text: str, size: float) -> float:
    """Return the distance of lines that Excel and LibreOffice need at most for *text*."""
    return size * (1.36 if _is_calibri(text) else 1.7)


def _is_calibri(text: str) -> bool:
    return text.isascii() or not _NOT_CALIBRI.search(text)
