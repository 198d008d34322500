"""What a cell can hold: every text goes through `clean` before it meets a workbook."""

import re
from typing import Final

from cjeditor.core.words import mark

MAX_UNITS: Final = 32_767
"""UTF-16 units in one cell (Excel's limit)."""

MAX_FEEDS: Final = 253
"""Line feeds in one cell (Excel's limit)."""

TOO_LONG: Final = mark("The text was cut at 32,767 characters, the most that a cell can hold.")
TOO_MANY_LINES: Final = mark("Line breaks after the 253rd became spaces: a cell can hold no more.")
ILLEGAL: Final = mark("Control characters, which a workbook cannot hold, were left out.")

_ILLEGAL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_SAFE_LENGTH: Final = MAX_UNITS // 2  # a character has at most two units


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """Return *text* as a cell can hold it, and a reason for each thing that was lost."""
    if len(text) <= MAX_FEEDS and text.isprintable():
        return text, ()  # most texts: nothing that is illegal is printable
    reasons: list[str] = []
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _ILLEGAL.search(text):
        text = _ILLEGAL.sub("", text)
        reasons.append(ILLEGAL)
    if len(text) > _SAFE_LENGTH and _units(text) > MAX_UNITS:
        text = _cut(text)
        reasons.append(TOO_LONG)
    if len(text) > MAX_FEEDS and text.count("\n") > MAX_FEEDS:
        head = text.split("\n", MAX_FEEDS)
        text = "\n".join([*head[:-1], head[-1].replace("\n", " ")])
        reasons.append(TOO_MANY_LINES)
    return text, tuple(reasons)


def one_line(text: str, limit: int) -> str:
    """Return *text* on one line of at most *limit* UTF-16 units, for a header or property."""
    line = " ".join(clean(text)[0].split())
    return line if _units(line) <= limit else _cut(line, limit - 1) + "…"


def quoted(text: str) -> str:
    """Return *text* in quotation marks, unless it has its own."""
    return text if not text or text[0] in "“„«‹‘\"'" else f"“{text}”"


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)


def _cut(text: str, limit: int = MAX_UNITS) -> str:
    units = text.encode("utf-16-le")[: 2 * limit]
    return units.decode("utf-16-le", errors="ignore")  # drops half a surrogate pair
