"""The `Emotions` sheet: a row for each step, a column for each curve, and the chart."""

from collections.abc import Callable, Sequence
from typing import Any, Final

from cjeditor.core.words import Words
from cjeditor.display.shapes import Stroke
from cjeditor.exchange.xlsx.book import Book, address
from cjeditor.exchange.xlsx.curves import Curve
from cjeditor.exchange.xlsx.fields import FEELING, ID_COLUMN, Column, field_columns
from cjeditor.exchange.xlsx.names import Names
from cjeditor.exchange.xlsx.page import Cell, Formula, succeeded
from cjeditor.exchange.xlsx.table import Table, tabulate, write_table
from cjeditor.kinds.feeling import HIGHEST, LOWEST, Emotion
from cjeditor.model.feelings import feeling_order
from cjeditor.model.map import Map
from cjeditor.model.records import Step

SHEET: Final = "Emotions"
_FIRST_CURVE: Final = 3  # after id, stage and step
_SCALE: Final = (LOWEST, HIGHEST)
_CHART_HEIGHT: Final = 380
_GRID: Final = "#dfe4ea"


def emotions_table(journey: Map, curves: Sequence[Curve], words: Words, names: Names) -> Table:
    """Return the table of feelings by step; a step that nobody felt has an empty cell."""
    row_of = {step.id: row for row, step in enumerate(journey.ordered_steps, 1)}
    columns = [
        ID_COLUMN,
        Column(words("Stage"), lambda step: names.stages[step.stage]),
        Column(words("Step"), lambda step: names.steps[step.id] or None),
        *(_curve_column(curve) for curve in curves),
        Column(words("Average"), _average(curves, row_of), width=13, number=FEELING),
    ]
    return tabulate(SHEET, "tblEmotions", columns, journey.ordered_steps)


def write_emotions(
    book: Book, table: Table, curves: Sequence[Curve], words: Words, footer: str
) -> None:
    """Add the sheet with its chart below the table; without a feeling there is no chart."""
    page = write_table(book, table, frozenset(), footer)
    if curves:
        steps = len(table.rows)
        chart = curves_chart(book, curves, steps, _categories(table))
        _label(chart, words)
        chart.set_size({"width": min(2400, max(760, 105 * steps)), "height": _CHART_HEIGHT})
        place = {"object_position": 2, "description": words("Emotions")}
        succeeded(page.sheet.insert_chart(steps + 2, 1, chart, place))


def curves_chart(book: Book, curves: Sequence[Curve], steps: int, categories: int = 2) -> Any:
    """Return a line chart of the table's curves: straight lines, a gap where nothing is felt.

    Args:
        categories: The table's column that names the points.
    """
    chart = book.line_chart()
    for column, curve in enumerate(curves, _FIRST_CURVE):
        ink = curve.stroke.colour
        dot = {"type": "circle", "size": 7, "fill": {"color": "#ffffff"}, "border": {"color": ink}}
        chart.add_series(
            {
                "name": [SHEET, 0, column],
                "categories": [SHEET, 1, categories, steps, categories],
                "values": [SHEET, 1, column, steps, column],
                "line": {"color": ink, "width": 2.5, "dash_type": _dash(curve.stroke)},
                "marker": dot,
                "smooth": False,
            }
        )
    chart.show_blanks_as("gap")
    return chart


def feelings_table(journey: Map, words: Words, names: Names) -> Table:
    """Return the table of single feelings: each with its card, label and quote."""
    stage = {step.id: names.stages[step.stage] for step in journey.steps.values()}
    column = journey.column_of
    fields = dict(field_columns(Emotion, words, names))
    columns = [
        ID_COLUMN,
        Column(words("Stage"), lambda emotion: stage[emotion.step]),
        Column(words("Step"), lambda emotion: names.steps[emotion.step] or None),
        Column(words("Card"), _card_text(journey), width=40),
        *fields.values(),
    ]
    order = feeling_order(journey)
    feelings = sorted(journey.emotions.values(), key=lambda each: (column[each.step], order(each)))
    return tabulate("Feelings", "tblFeelings", columns, feelings)


def tells_more(curves: Sequence[Curve]) -> bool:
    """Return whether the feelings hold more than the curves' values."""
    return any(
        len(found) > 1 or found[0].card or found[0].label or found[0].quote
        for curve in curves
        for found in curve.points.values()
    )


def _curve_column(curve: Curve) -> Column:
    value: Callable[[Step], Cell] = lambda step: curve.value(step.id)  # noqa: E731
    return Column(curve.name, value, width=13, bounds=_SCALE, number=FEELING)


def _average(curves: Sequence[Curve], row_of: dict[str, int]) -> Callable[[Step], Cell]:
    """Return the average over the curves of the current state, or of whatever there is."""
    now = [curve for curve in curves if curve.state == "current"] or list(curves)
    last_column = _FIRST_CURVE + len(now) - 1

    def value(step: Step) -> Cell:
        if not now:
            return None
        row = row_of[step.id]
        area = f"{address(row, _FIRST_CURVE)}:{address(row, last_column)}"
        felt = [value for curve in now if (value := curve.value(step.id)) is not None]
        mean = sum(felt) / len(felt) if felt else ""
        return Formula(f'=IF(COUNT({area})=0,"",AVERAGE({area}))', mean)

    return value


def _card_text(journey: Map) -> Callable[[Emotion], Cell]:
    def value(emotion: Emotion) -> Cell:
        return journey.cards[emotion.card].text if emotion.card else None

    return value


def _dash(stroke: Stroke) -> str:
    """Return the name that comes closest to a stroke's dashes."""
    match len(stroke.dash):
        case 0:
            return "solid"
        case 2:
            drawn = stroke.dash[0]
            return "long_dash" if drawn > 8 else "dash" if drawn > 4 else "round_dot"
        case 4:
            return "long_dash_dot"
        case _:
            return "long_dash_dot_dot"


def _categories(table: Table) -> int:
    """Return the column that names every row: the steps', or else the stages'."""
    return 2 if all(row[2] for row in table.rows) else 1


def _label(chart: Any, words: Words) -> None:
    """Give the chart its title, axes and legend."""
    font = {"name": "Calibri", "size": 10}
    chart.set_title({"name": words("Emotions"), "overlay": False, "name_font": font | {"size": 14}})
    chart.set_x_axis({"label_position": "low", "num_font": font, "line": {"color": "#55616d"}})
    chart.set_y_axis(
        {
            "min": LOWEST,
            "max": HIGHEST,
            "major_unit": 1,
            "num_format": "+0;-0;0",
            "num_font": font,
            "major_gridlines": {"visible": True, "line": {"color": _GRID, "dash_type": "dash"}},
            "line": {"none": True},
        }
    )
    chart.set_legend({"position": "bottom", "font": font})
