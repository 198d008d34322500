"""Figures of counted answers, and what did not count in words."""

from collections.abc import Iterator
from typing import Final

from cjeditor.core.ids import new_id
from cjeditor.core.numbers import written
from cjeditor.core.words import Words, mark
from cjeditor.exchange.survey.answers import Tally, Trouble
from cjeditor.model.formulas import Impossible
from cjeditor.model.metric_kinds import Computed, computed
from cjeditor.model.metrics import Figure, Metric

_SHOWN: Final = 200
"""Rows of one trouble that are shown."""


def figures_of_tally(
    metric: Metric, tally: Tally, segment: str | None, today: str, words: Words, *, monthly: bool
) -> tuple[Figure, ...]:
    """Return the figures of a segment, None means all: one for each month, or one of all.

    The figure of a month has the day of its last answer; that of all the last of all, or
    *today* if the answers have no days.
    """
    found: list[Figure] = []
    for month, scores in tally.of(segment, monthly=monthly).items():
        still_open = tally.open_of(segment, month if monthly else None)
        try:
            made = computed(metric, scores, still_open)
        except Impossible:
            continue
        day = tally.last_day(segment, month if monthly else None)
        found.append(_figure(metric, made, today if day is None else day.isoformat(), words))
    return tuple(found)


def _figure(metric: Metric, made: Computed, day: str, words: Words) -> Figure:
    beside = (f"{words(label)} {written(value, words)}" for label, value in made.beside)
    return Figure(
        id=new_id(),
        metric=metric.id,
        date=day,
        value=made.estimate.value,
        answers=made.estimate.answers,
        low=made.estimate.low,
        high=made.estimate.high,
        note=", ".join(beside),
    )


def told_troubles(tally: Tally, words: Words) -> str:
    """Return what did not count, by kind and row; a sentence if all did."""
    kinds = (
        (mark("Blank"), tally.blank),
        (mark("Not a number"), tally.no_number),
        (mark("Out of scale"), tally.off_scale),
        (mark("Without a day"), tally.no_day),
    )
    lines = [line for label, trouble in kinds for line in _told(words(label), trouble, words)]
    still_open = tally.still_open.total()
    if still_open:
        lines.append(
            words.count("{n} case is still open.", "{n} cases are still open.", still_open)
        )
    return "\n".join(lines) or words(mark("All answers count."))


def _told(label: str, trouble: Trouble, words: Words) -> Iterator[str]:
    if not trouble.count:
        return
    yield f"{label}: {written(trouble.count, words, 0)}"
    for row, cell in trouble.rows[:_SHOWN]:
        text = words(mark("row {n}")).format(n=row)
        yield f"    {text}: {' '.join(cell.split())}" if cell else f"    {text}"
    if trouble.count > _SHOWN:
        yield "    …"
