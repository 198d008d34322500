"""The sheets `Metrics` and `Figures`: how each metric stands, and its figures in time."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any, Final

from cjeditor.core.words import Words, mark
from cjeditor.exchange.xlsx.book import address
from cjeditor.exchange.xlsx.fields import ID_COLUMN, WHOLE, Column, field_columns
from cjeditor.exchange.xlsx.names import Names
from cjeditor.exchange.xlsx.page import Cell, Formula
from cjeditor.exchange.xlsx.table import Table, tabulate
from cjeditor.model.gauges import gauge_of, is_met, margin_of
from cjeditor.model.map import Map
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.naming import about_name

_PLAIN: Final = "General"
_METRIC_ID, _VALUE, _LOW, _HIGH = 1, 4, 6, 7
"""Columns of `Figures`, from 0."""

_DIRECTION, _TARGET, _LATEST = 6, 10, 11
"""Columns of `Metrics`, from 0."""


def metrics_tables(journey: Map, words: Words, names: Names) -> Iterator[Table]:
    """Yield both tables; none if nothing is measured.

    The latest value, the margin and whether the target is met are formulas, so that a figure
    that is changed in the workbook changes them too.
    """
    if not journey.metrics:
        return
    figures = [
        each for own in journey.ordered_metrics for each in journey.figures_of.get(own.id, ())
    ]
    yield _metrics(journey, figures, words, names)
    if figures:
        yield _figures(journey, figures, words, names)


def _metrics(journey: Map, figures: list[Figure], words: Words, names: Names) -> Table:
    fields = dict(field_columns(Metric, words, names))
    row_of = {metric.id: row for row, metric in enumerate(journey.ordered_metrics, 1)}
    numbers = [_number(fields[name]) for name in ("lowest", "highest", "target")]
    columns = [
        ID_COLUMN,
        Column("about id", lambda metric: metric.about, hidden=True),
        Column(words("About"), lambda metric: about_name(journey, metric.about, words), width=30),
        Column(words("Name"), lambda metric: gauge_of(journey, metric, words).name, width=30),
        fields["kind"],
        fields["unit"],
        fields["direction"],
        fields["convention"],
        *numbers,
        Column(
            words(mark("Latest value")),
            _latest(journey, row_of, len(figures)),
            width=14,
            number=_PLAIN,
        ),
        Column(words(mark("Target met")), _met(journey, row_of, words), width=12),
        fields["note"],
    ]
    return tabulate("Metrics", "tblMetrics", columns, journey.ordered_metrics)


def _figures(journey: Map, figures: list[Figure], words: Words, names: Names) -> Table:
    fields = dict(field_columns(Figure, words, names))
    row_of = {figure.id: row for row, figure in enumerate(figures, 1)}
    columns = [
        ID_COLUMN,
        Column("metric id", lambda figure: figure.metric, hidden=True),
        Column(
            words("Metric"),
            lambda figure: gauge_of(journey, journey.metrics[figure.metric], words).name,
            width=30,
        ),
        replace(fields["date"], width=12),
        _number(fields["value"]),
        replace(fields["answers"], number=WHOLE, width=12),
        _number(fields["low"]),
        _number(fields["high"]),
        Column(words("Margin"), _margin(row_of), width=12, number=_PLAIN),
        fields["evidence"],
        fields["note"],
    ]
    return tabulate("Figures", "tblFigures", columns, figures)


def _number(column: Column) -> Column:
    return replace(column, number=_PLAIN, width=13, bounds=None)


def _latest(journey: Map, row_of: dict[str, int], figures: int) -> Callable[[Any], Cell]:
    """Return the last of a metric's rows on `Figures`, which stand from the oldest down."""
    ids = _range(_METRIC_ID, figures)
    values = _range(_VALUE, figures)

    def value(metric: Metric) -> Cell:
        own = journey.figures_of.get(metric.id)
        if not own:
            return None
        here = address(row_of[metric.id], 0)
        return Formula(f"=LOOKUP(2,1/({ids}={here}),{values})", own[-1].value)

    return value


def _range(column: int, rows: int) -> str:
    return f"Figures!{address(1, column, True)}:{address(rows, column, True)}"


def _met(journey: Map, row_of: dict[str, int], words: Words) -> Callable[[Any], Cell]:
    yes, no, lower = words("Yes"), words(mark("No")), words(mark("Lower is better"))

    def value(metric: Metric) -> Cell:
        own = journey.figures_of.get(metric.id)
        if not own or metric.target is None:
            return None
        row = row_of[metric.id]
        latest, target = address(row, _LATEST), address(row, _TARGET)
        way = f'{address(row, _DIRECTION)}="{lower}"'
        met = f"IF({way},{latest}<={target},{latest}>={target})"
        return Formula(f'=IF({met},"{yes}","{no}")', yes if is_met(metric, own[-1]) else no)

    return value


def _margin(row_of: dict[str, int]) -> Callable[[Any], Cell]:
    def value(figure: Figure) -> Cell:
        margin = margin_of(figure)
        if margin is None:
            return None
        row = row_of[figure.id]
        return Formula(f"=({address(row, _HIGH)}-{address(row, _LOW)})/2", round(margin, 9))

    return value
