"""The answers in a table, counted by what was answered; what does not count is listed by row."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from itertools import chain, islice
from typing import Any, Final

from cjeditor.core.numbers import read_number
from cjeditor.core.progress import Progress, no_progress
from cjeditor.core.words import mark
from cjeditor.exchange.format import ReadError
from cjeditor.exchange.survey.days import Order, day_of, moment_of, order_of
from cjeditor.exchange.survey.table import Row, TableFile

MAX_ANSWERS: Final = 1_000_000
LISTED: Final = 1_000
"""Rows of one trouble that are listed; of all others only the count is kept."""

_MAX_GROUPS: Final = 5_000
"""Months and segments together."""

_KEPT: Final = 20_000
"""Different texts of cells of which it is kept what was read."""

MAX_NUMBER: Final = 1e15
"""Greater ones, and what is no number at all, do not count."""

_TOLD: Final = 2_000
_LONGEST: Final = 60
_ORDER_ROWS: Final = 5_000
"""Rows that tell whether the day or the month comes first."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Which columns of a table hold what; numbers from 0.

    Attributes:
        value: The answers; durations, or the moments at which cases were resolved.
        day: When they were given; None without.
        segment: Whose they are, or of which stage; None without.
        opened: The moments at which cases were opened, if *value* is when they were resolved.
    """

    value: int
    day: int | None = None
    segment: int | None = None
    opened: int | None = None

    @property
    def numbers(self) -> tuple[int, ...]:
        """The columns that hold something."""
        named = (self.value, self.day, self.segment, self.opened)
        return tuple(sorted({column for column in named if column is not None}))


@dataclass(frozen=True, slots=True)
class Scale:
    """The least and the greatest answer that count; None means any."""

    lowest: float | None = None
    highest: float | None = None

    def has(self, value: float) -> bool:
        """Tell whether an answer is on the scale."""
        return (self.lowest is None or value >= self.lowest) and (
            self.highest is None or value <= self.highest
        )


@dataclass(slots=True)
class Trouble:
    """Rows that do not count for one reason.

    Attributes:
        rows: Number and cell of the first of them.
    """

    count: int = 0
    rows: list[tuple[int, str]] = field(default_factory=list)

    def add(self, row: int, cell: Any) -> None:
        """Count a row."""
        self.count += 1
        if len(self.rows) < LISTED:
            self.rows.append((row, str(cell)[:_LONGEST]))


@dataclass(slots=True)
class Tally:
    """What was counted.

    Attributes:
        scores: By month, as 2026-11 or "" without days, and segment: how often each answer.
        still_open: Cases without a moment of resolution, by the same.
        last_days: The last day with an answer that counts, by month and segment.
        answers: Rows with something in them, below the names of the columns.
        order: How days such as 5/11/2026 were read.
    """

    scores: dict[tuple[str, str], Counter[float]] = field(default_factory=dict)
    still_open: Counter[tuple[str, str]] = field(default_factory=Counter)
    last_days: dict[tuple[str, str], date] = field(default_factory=dict)
    answers: int = 0
    order: Order = "day first"
    blank: Trouble = field(default_factory=Trouble)
    no_number: Trouble = field(default_factory=Trouble)
    off_scale: Trouble = field(default_factory=Trouble)
    no_day: Trouble = field(default_factory=Trouble)

    @property
    def counted(self) -> int:
        """How many answers count."""
        return sum(scores.total() for scores in self.scores.values())

    @property
    def segments(self) -> tuple[str, ...]:
        """The names of all segments, in order."""
        return tuple(sorted({segment for _, segment in self.scores}))

    def of(self, segment: str | None, *, monthly: bool) -> Mapping[str, Counter[float]]:
        """Return the answers of a segment, None means all, by month or all under ""."""
        found: dict[str, Counter[float]] = {}
        for (month, own), scores in sorted(self.scores.items()):
            if segment is None or own == segment:
                found.setdefault(month if monthly else "", Counter()).update(scores)
        return found

    def last_day(self, segment: str | None, month: str | None) -> date | None:
        """Return the last day of a segment, None means all, and a month or all; None without."""
        days = (
            day
            for (in_month, own), day in self.last_days.items()
            if (segment is None or own == segment) and (month is None or in_month == month)
        )
        return max(days, default=None)

    def open_of(self, segment: str | None, month: str | None) -> int:
        """Return the cases still open of a segment, None means all, and a month or all."""
        return sum(
            count
            for (in_month, own), count in self.still_open.items()
            if (segment is None or own == segment) and (month is None or in_month == month)
        )


def count_answers(
    file: TableFile,
    sheet: str,
    columns: Columns,
    scale: Scale,
    progress: Progress = no_progress,
) -> Tally:
    """Count the answers of a table.

    Raises:
        Cancelled: *progress* said so.
        ReadError: It cannot be read, or has more than can be counted.
    """
    return _Counting(columns, scale, progress).count(file.rows(sheet, columns.numbers))


class _Counting:
    """Goes through the rows once; what was read of a cell's text is kept by the text."""

    def __init__(self, columns: Columns, scale: Scale, progress: Progress) -> None:
        self._columns = columns
        self._scale = scale
        self._progress = progress
        self._tally = Tally()
        self._numbers: dict[str, float | None] = {}
        self._segments: dict[Any, str] = {}
        self._days: dict[Any, date | None] = {}
        self._months: dict[date, str] = {}

    def count(self, rows: Iterator[tuple[int, Row]]) -> Tally:
        next(rows, None)  # the names of the columns
        first = list(islice(rows, _ORDER_ROWS))
        self._tally.order = order_of(self._dates(first))
        for number, row in chain(first, rows):
            self._tally.answers += 1
            if self._tally.answers % _TOLD == 0:
                self._progress(min(0.95, self._tally.answers / MAX_ANSWERS + 0.05))
            self._add(number, row)
            if self._tally.answers > MAX_ANSWERS:
                raise ReadError(
                    mark("The table has more than {limit} answers."), limit=f"{MAX_ANSWERS:,}"
                )
        return self._tally

    def _dates(self, rows: Sequence[tuple[int, Row]]) -> Iterator[str]:
        wanted = (self._columns.day, self._columns.opened)
        for column in (each for each in wanted if each is not None):
            yield from (str(_cell(row, column)) for _, row in rows)

    def _add(self, number: int, row: Row) -> None:
        day = None
        if self._columns.day is not None:
            day = self._day(number, row, self._columns.day)
            if day is None:
                return
        key = self._month(day), self._segment(row)
        value = (
            self._duration(number, row, key)
            if self._columns.opened is not None
            else (self._number(number, _cell(row, self._columns.value)))
        )
        if value is None:
            return
        scores = self._tally.scores.get(key)
        if scores is None:
            scores = self._tally.scores[key] = Counter()
            if len(self._tally.scores) > _MAX_GROUPS:
                raise ReadError(mark("The segments have too many different names."))
        scores[value] += 1
        if day is not None and day > self._tally.last_days.get(key, date.min):
            self._tally.last_days[key] = day

    def _segment(self, row: Row) -> str:
        if self._columns.segment is None:
            return ""
        cell = _cell(row, self._columns.segment)
        segment = self._segments.get(cell)
        if segment is None:
            segment = "" if cell is None else str(cell)[:_LONGEST].strip()
            if len(self._segments) < _KEPT:
                self._segments[cell] = segment
        return segment

    def _month(self, day: date | None) -> str:
        """Return the month of a day as 2026-11; "" without one."""
        if day is None:
            return ""
        month = self._months.get(day)
        if month is None:
            month = self._months[day] = f"{day:%Y-%m}"
        return month

    def _day(self, number: int, row: Row, column: int) -> date | None:
        """Return the day of a row; None, and told, if it has none."""
        cell = _cell(row, column)
        if isinstance(cell, datetime):
            day: date | None = cell.date()
        elif cell in self._days:
            day = self._days[cell]
        else:
            day = _read_day(cell, self._tally.order)
            if len(self._days) < _KEPT:
                self._days[cell] = day
        if day is None:
            self._tally.no_day.add(number, "" if cell is None else cell)
        return day

    def _number(self, row: int, cell: Any) -> float | None:
        """Return a cell's answer; None, and told, if it does not count."""
        if isinstance(cell, int | float):
            value: float | None = float(cell)
        elif cell is None or (isinstance(cell, str) and not cell.strip()):
            self._tally.blank.add(row, "")
            return None
        else:
            value = self._read(cell) if isinstance(cell, str) else _hours(cell)
        if value is None or not abs(value) <= MAX_NUMBER:
            self._tally.no_number.add(row, cell)
            return None
        if not self._scale.has(value):
            self._tally.off_scale.add(row, cell)
            return None
        return value

    def _read(self, cell: str) -> float | None:
        if cell in self._numbers:
            return self._numbers[cell]
        value = read_number(cell[:_LONGEST])
        if len(self._numbers) < _KEPT and len(cell) < _LONGEST:
            self._numbers[cell] = value
        return value

    def _duration(self, number: int, row: Row, key: tuple[str, str]) -> float | None:
        """Return the hours from opened to resolved; None, and counted, for what has no end."""
        assert self._columns.opened is not None
        begin, end = _cell(row, self._columns.opened), _cell(row, self._columns.value)
        opened, resolved = self._moment(begin), self._moment(end)
        if opened is not None and end in (None, ""):
            self._tally.still_open[key] += 1
            return None
        if opened is None or resolved is None:
            trouble = self._tally.blank if begin in (None, "") else self._tally.no_number
            trouble.add(number, begin if opened is None else end)
            return None
        hours = (resolved - opened).total_seconds() / 3600
        if not self._scale.has(hours):
            self._tally.off_scale.add(number, end)
            return None
        return hours

    def _moment(self, cell: Any) -> datetime | None:
        if isinstance(cell, datetime):
            return cell
        return (
            None
            if cell in (None, "")
            else moment_of(str(cell)[:_LONGEST].strip(), self._tally.order)
        )


def _hours(cell: Any) -> float | None:
    """Return the hours of a span of time; None for what is no number."""
    return cell.total_seconds() / 3600 if isinstance(cell, timedelta) else None


def _read_day(cell: Any, order: Order) -> date | None:
    if isinstance(cell, date):
        return cell
    return day_of(str(cell)[:_LONGEST].strip(), order)


def _cell(row: Row, column: int) -> Any:
    return row[column] if column < len(row) else None
