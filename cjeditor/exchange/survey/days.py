"""Days and moments as tables have them."""

import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Final, Literal

Order = Literal["day first", "month first"]

_NUMERIC: Final = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)")
_ISO: Final = re.compile(r"(\d{4})[./-](\d{1,2})[./-](\d{1,2})(?!\d)")
_CLOCK: Final = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AaPp][Mm])?")


def order_of(texts: Iterable[str]) -> Order:
    """Return which comes first in days such as 5/11/2026; without a sign of it, the day."""
    for text in texts:
        found = _NUMERIC.match(text)
        if found and int(found[1]) > 12:
            return "day first"
        if found and int(found[2]) > 12:
            return "month first"
    return "day first"


def day_of(text: str, order: Order) -> date | None:
    """Return the day that a text begins with; None if it is none."""
    if found := _ISO.match(text):
        year, month, day = map(int, found.groups())
    elif found := _NUMERIC.match(text):
        first, second, year = map(int, found.groups())
        day, month = (first, second) if order == "day first" else (second, first)
        year += 2000 if year < 100 else 0
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moment_of(text: str, order: Order) -> datetime | None:
    """Return the moment that a text says, the beginning of the day if it has no time."""
    day = day_of(text, order)
    if day is None:
        return None
    clock = _CLOCK.search(text, 6)
    hour, minute, second = (int(part or 0) for part in clock.groups()[:3]) if clock else (0, 0, 0)
    if clock and clock[4]:
        hour = hour % 12 + (12 if clock[4].lower() == "pm" else 0)
    try:
        return datetime(day.year, day.month, day.day, hour, minute, second)  # noqa: DTZ001
    except ValueError:
        return None
