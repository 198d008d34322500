"""What the figures of a metric say: the latest, its sample, its trend, whether it is on target."""

from collections.abc import Iterator, Sequence
from datetime import date
from math import hypot
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.core.numbers import written
from cjeditor.core.words import Words, mark
from cjeditor.kinds.gauge import Gauge, Point, Turn
from cjeditor.model.formulas import FEW, TOO_FEW
from cjeditor.model.map import Map
from cjeditor.model.metrics import METRIC_KINDS, Figure, Metric

SPACE: Final = "\u00a0"
"""Between a number and its unit: no line breaks there."""


def gauge_of(journey: Map, metric: Metric, words: Words) -> Gauge:
    """Return what is shown of *metric*, in the language of *words*."""
    figures = journey.figures_of.get(metric.id, ())
    name = " ".join(metric.name.split()) or words(METRIC_KINDS[metric.kind])
    goal = "" if metric.target is None else with_unit(metric.target, metric, words)
    if not figures:
        target = words(mark("Target {value}")).format(value=goal) if goal else ""
        return Gauge(metric.id, name, words(mark("No figure yet")), target=target)
    latest, before = figures[-1], figures[-2] if len(figures) > 1 else None
    met = is_met(metric, latest)
    turn = None if before is None else turn_of(metric, before, latest)
    change = 0.0 if before is None else latest.value - before.value
    return Gauge(
        metric.id,
        name,
        with_unit(latest.value, metric, words),
        sample_of(latest, words),
        is_few(latest),
        _target(goal, met, words),
        met,
        "" if before is None else _trend(metric, before, latest, words),
        turn,
        change > 0,
        metric.target,
        tuple(_points(figures)),
    )


def with_unit(value: float, metric: Metric, words: Words) -> str:
    """Return a value of *metric* with its unit: "46 %", "4.5 hours"."""
    unit = " ".join(metric.unit.split())
    return f"{written(value, words)}{SPACE}{unit}" if unit else written(value, words)


def sample_of(figure: Figure, words: Words) -> str:
    """Return how sure a figure is: "n = 314, ±9", "n = 12, few answers"; "" if nobody knows.

    Below `TOO_FEW` answers the margin is no promise either, which is said.
    """
    parts = []
    if figure.answers is not None:
        parts.append(f"n{SPACE}={SPACE}{written(figure.answers, words, 0)}")
    margin = margin_of(figure)
    if margin is not None:
        parts.append(f"±{written(margin, words, 1 if margin < 10 else 0)}")
    if _is_too_few(figure):
        parts.append(words(mark("too few to trust")))
    elif is_few(figure):
        parts.append(words(mark("few answers")))
    return ", ".join(parts)


def margin_of(figure: Figure) -> float | None:
    """Return half of a figure's interval; None without one."""
    if figure.low is None or figure.high is None:
        return None
    return (figure.high - figure.low) / 2


def is_few(figure: Figure) -> bool:
    """Tell whether a figure rests on so few answers that it is shown in grey."""
    return figure.answers is not None and figure.answers < FEW


def _is_too_few(figure: Figure) -> bool:
    """Tell whether a figure rests on so few answers that not even its margin is a promise."""
    return figure.answers is not None and figure.answers < TOO_FEW


def is_met(metric: Metric, figure: Figure) -> bool | None:
    """Tell whether a figure meets the target; None without one."""
    if metric.target is None:
        return None
    if metric.direction == "higher":
        return figure.value >= metric.target
    return figure.value <= metric.target


def turn_of(metric: Metric, before: Figure, latest: Figure) -> Turn:
    """Return what the latest figure says beside the one before.

    A change smaller than the margin of a difference, the root of the sum of both margins'
    squares, may be chance, and so may any of a figure from too few answers.
    """
    change = latest.value - before.value
    if change == 0:
        return "same"
    if _is_too_few(before) or _is_too_few(latest):
        return "unclear"
    one, other = margin_of(before), margin_of(latest)
    if one is not None and other is not None and abs(change) < hypot(one, other):
        return "unclear"
    return "better" if (change > 0) == (metric.direction == "higher") else "worse"


_TURNS: Final[dict[Turn, str]] = {
    "better": mark("{change}, better"),
    "worse": mark("{change}, worse"),
    "unclear": mark("{change}, within the margin"),
    "same": mark("unchanged"),
}


def _trend(metric: Metric, before: Figure, latest: Figure, words: Words) -> str:
    turn = turn_of(metric, before, latest)
    text = _TURNS[turn]
    if turn == "unclear" and (_is_too_few(before) or _is_too_few(latest)):
        text = mark("{change}, too few answers to tell")
    return words(text).format(change=written(latest.value - before.value, words, sign=True))


def _target(goal: str, met: bool | None, words: Words) -> str:
    if not goal or met is None:
        return ""
    text = mark("Target {value} met") if met else mark("Target {value} not met")
    return words(text).format(value=goal)


def _points(figures: Sequence[Figure]) -> Iterator[Point]:
    for figure in figures:
        yield Point(day_number(figure.date), figure.value, figure.low, figure.high)


def by_place(journey: Map) -> list[tuple[Id, tuple[Metric, ...]]]:
    """Return what is measured, each with its metrics: the map, its stages and steps, cards."""
    found: dict[Id, list[Metric]] = {}
    for metric in journey.ordered_metrics:
        found.setdefault(metric.about, []).append(metric)
    ordered = [journey.id]
    for stage in journey.ordered_stages:
        ordered += [stage.id, *(step.id for step in journey.steps_of[stage.id])]
    ordered += [place for place in found if place in journey.cards]
    return [(place, tuple(found[place])) for place in ordered if place in found]


def day_number(day: str) -> int:
    """Return a day as a number that rises by 1 a day; 0 for one that no calendar has."""
    try:
        return date.fromisoformat(day).toordinal()
    except ValueError:
        return 0
