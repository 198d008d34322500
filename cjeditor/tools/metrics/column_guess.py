"""Guesses which columns of a table hold what, from their names and first cells."""

import re
from collections.abc import Callable
from typing import Final

from cjeditor.core.numbers import read_number
from cjeditor.exchange.survey.answers import Columns, Scale
from cjeditor.exchange.survey.days import day_of
from cjeditor.exchange.survey.table import Preview

_VALUE: Final = re.compile(
    r"nps|csat|ces\b|score|rating|answer|resolved|closed|duration|skor|nilai|jawaban|selesai",
    re.IGNORECASE,
)
_OPENED: Final = re.compile(r"opened|created|start|dibuka|dibuat|mulai", re.IGNORECASE)
_DAY: Final = re.compile(r"date|day|time|moment|tanggal|waktu|hari", re.IGNORECASE)
_SEGMENT: Final = re.compile(r"segment|stage|group|tahap|segmen|kelompok", re.IGNORECASE)


def guessed_columns(seen: Preview, scale: Scale) -> Columns:
    """Return the likeliest columns; people choose others."""
    every = range(len(seen.columns))
    fits = {column: _share(seen, column, lambda text: _fits(text, scale)) for column in every}
    days = {column: _share(seen, column, _is_day) for column in every}

    def value_rank(column: int) -> tuple[bool, float]:
        return (bool(_VALUE.search(seen.columns[column])) and not days[column], fits[column])

    value = max(every, key=value_rank)
    opened = _named(seen, _OPENED, days)
    resolved = [c for c in every if days[c] and c != opened and _VALUE.search(seen.columns[c])]
    if opened is not None and resolved:
        return Columns(resolved[0], resolved[0], _segment(seen), opened)
    day = next((c for c in every if c != value and days[c] > 0.5), None)
    named = _named(seen, _DAY, days)
    return Columns(value, named if named not in (None, value) else day, _segment(seen))


def _segment(seen: Preview) -> int | None:
    return next((n for n, name in enumerate(seen.columns) if _SEGMENT.search(name)), None)


def _named(seen: Preview, pattern: re.Pattern[str], days: dict[int, float]) -> int | None:
    """Return the first column of days with such a name."""
    found = (n for n, name in enumerate(seen.columns) if pattern.search(name) and days[n] > 0.5)
    return next(found, None)


def _share(seen: Preview, column: int, suits: Callable[[str], bool]) -> float:
    """Return the share of a column's first cells that suit, of those with something in them."""
    cells = [row[column] for row in seen.rows if row[column].strip()]
    return sum(map(suits, cells)) / len(cells) if cells else 0.0


def _fits(text: str, scale: Scale) -> bool:
    number = read_number(text)
    return number is not None and scale.has(number)


def _is_day(text: str) -> bool:
    return day_of(text.strip(), "day first") is not None or (
        day_of(text.strip(), "month first") is not None
    )
