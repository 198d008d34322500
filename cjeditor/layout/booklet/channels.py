"""Pages of the booklet: touchpoints by channel, so many steps on a page as can be read."""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from math import ceil
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.display.scaled import scaled_block
from cjeditor.display.shapes import Block
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.paper import MARGIN, Page, Paper
from cjeditor.layout.channel_chart import LINES, NARROWEST, TITLES, channel_chart
from cjeditor.layout.chart import Chart
from cjeditor.layout.chips import Chips
from cjeditor.model.channels import touchpoints_at
from cjeditor.model.map import Map

_WHOLE: Final = 14
"""Lines of a card's text on paper, where nothing shows the rest."""


def channel_pages(journey: Map, size: tuple[float, float], look: Look) -> list[Page]:
    """Return the pages of the channels; none without touchpoints."""
    if not touchpoints_at(journey):
        return []
    most = max(1, int((size[0] - 2 * MARGIN - TITLES) / NARROWEST))
    steps = [step.id for step in journey.ordered_steps]
    runs = ceil(len(steps) / most)
    cuts = [len(steps) * number // runs for number in range(runs + 1)]
    return [
        page
        for begin, end in pairwise(cuts)
        for page in _pages(journey, size, look, steps[begin:end])
    ]


def _pages(journey: Map, size: tuple[float, float], look: Look, steps: Sequence[Id]) -> list[Page]:
    note = look.words(mark("Where customer and company meet, and where the channel changes"))
    title = look.words(mark("Channels"))
    paper = Paper(title, size, look, note=note, source=journey.scope.title)
    chart = _fitting(journey, paper, steps)
    curves = [block for block in chart.blocks if block.part == "switch"]
    others = [block for block in chart.blocks if block.part != "switch"]
    heads, *ends = _ends(chart)
    above = [block for block in others if block.y < heads]
    is_whole = chart.height <= paper.room.height
    top, begin = paper.room.y, heads
    _place(paper, above, top)
    for end in ends:
        if top + end > paper.room.bottom and begin > heads:
            paper.next_page()
            _place(paper, above, paper.room.y)
            top = paper.room.y + heads - begin
        _place(paper, [block for block in others if begin <= block.y < end], top)
        begin = end
    if is_whole:  # a curve leads over rows, so it needs the whole chart
        _place(paper, curves, top)
    return paper.pages()


def _place(paper: Paper, blocks: Iterable[Block], top: float) -> None:
    for block in blocks:
        x, y = MARGIN + block.x, top + block.y
        paper.place(block.drawing, x, y, block.element, block.part)


def _fitting(journey: Map, paper: Paper, steps: Sequence[Id]) -> Chart:
    """Return the chart with whole texts, or with less of them where a row has no room else.

    Where even that is too much it is drawn smaller.
    """
    room = paper.room
    for lines in (_WHOLE, 6, LINES):
        chart = channel_chart(journey, room.width, paper.look, Chips(), steps, lines)
        heads, *ends = _ends(chart)
        highest = heads + max(end - begin for begin, end in pairwise((heads, *ends)))
        if highest <= room.height:
            return chart
    by = room.height / highest
    return Chart(
        chart.width * by,
        chart.height * by,
        tuple(scaled_block(block, by) for block in chart.ground),
        tuple(scaled_block(block, by) for block in chart.chips),
    )


def _ends(chart: Chart) -> list[float]:
    """Return where the chart can be cut: below its heads and below each row."""
    rows = [block.rect for block in chart.ground if block.part == "rules"]
    heads = min((block.y for block in chart.ground if block.part == "group"), default=0.0)
    return [heads, *(rect.bottom for rect in rows[:-1]), chart.height]
