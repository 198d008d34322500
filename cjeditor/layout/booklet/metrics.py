"""The page of metrics: how each stands, and below all their figures."""

from collections.abc import Sequence

from cjeditor.core.ids import Id
from cjeditor.core.words import Words, mark
from cjeditor.display.shapes import Drawing
from cjeditor.kinds.gauge_drawing import draw_gauge
from cjeditor.kinds.look import Look
from cjeditor.kinds.paragraph import set_paragraph
from cjeditor.layout.booklet.paper import GAP, HEADING, MARGIN, Page, Paper
from cjeditor.model.gauges import by_place, gauge_of, sample_of, with_unit
from cjeditor.model.map import Map
from cjeditor.model.metrics import Metric
from cjeditor.model.naming import about_name, one_line

_UNDER = 3.0
"""Points between the name of a place and the tile below it."""

_NARROWEST = 215.0
"""Points of a tile; as many stand side by side as have room."""


def metrics_pages(journey: Map, size: tuple[float, float], look: Look) -> list[Page]:
    """Return the pages of what is measured; none if nothing is."""
    if not journey.metrics:
        return []
    words = look.words
    note = mark("What is measured along the journey: how it stands, and where it is going.")
    source = one_line(journey.scope.title)
    paper = Paper(words(mark("Metrics")), size, look, note=words(note), source=source)
    room = size[0] - 2 * MARGIN
    across = max(1, int((room + GAP) // (_NARROWEST + GAP)))
    width = (room - (across - 1) * GAP) / across
    every = [(about, metric) for about, metrics in by_place(journey) for metric in metrics]
    for first in range(0, len(every), across):
        _put_row(journey, paper, every[first : first + across], width)
    _write_figures(journey, paper, words)
    return paper.pages()


def _put_row(journey: Map, paper: Paper, row: Sequence[tuple[Id, Metric]], width: float) -> None:
    """Put tiles side by side, each below the name of what it measures."""
    words, ink = paper.look.words, paper.look.theme.ink
    tiles = [(metric.id, _tile(journey, metric, width, paper.look)) for _, metric in row]
    names = [one_line(about_name(journey, about, words)) for about, _ in row]
    texts = [set_paragraph(name, HEADING, width, ink, max_lines=2) for name in names]
    above = max(text.height for text in texts)
    paper.need(above + _UNDER + max(tile.height for _, tile in tiles))
    top = paper.room
    for number, (text, (about, _)) in enumerate(zip(texts, row, strict=True)):
        drawing = Drawing(width, text.height, text.lines)
        place = top.y + above - text.height
        paper.place(drawing, top.x + number * (width + GAP), place, about, "text")
    paper.gap(above + _UNDER)
    paper.put_row(tiles, "gauge")
    paper.gap()


def _tile(journey: Map, metric: Metric, width: float, look: Look) -> Drawing:
    return draw_gauge(gauge_of(journey, metric, look.words), width, look)


def _write_figures(journey: Map, paper: Paper, words: Words) -> None:
    for metric in journey.ordered_metrics:
        figures = journey.figures_of.get(metric.id, ())
        if len(figures) < 2:
            continue
        name = gauge_of(journey, metric, words).name
        place = one_line(about_name(journey, metric.about, words))
        paper.heading(words(mark("Figures: {metric}")).format(metric=f"{name} ({place})"))
        for figure in reversed(figures):
            sample = sample_of(figure, words)
            parts = [with_unit(figure.value, metric, words), sample, one_line(figure.note)]
            text = ", ".join(part for part in parts if part)
            paper.paragraph(f"{figure.date}: {text}", element=figure.id)
        paper.gap()
