"""Pages of the booklet: touchpoints by channel, so many steps on a page as can be read."""

from collections.abc import Sequence

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.paper import MARGIN, Page, Paper
from cjeditor.layout.channel_chart import NARROWEST, TITLES, channel_chart
from cjeditor.layout.chart import Chart
from cjeditor.layout.chips import Chips
from cjeditor.model.channels import touchpoints_at
from cjeditor.model.map import Map


def channel_pages(journey: Map, size: tuple[float, float], look: Look) -> list[Page]:
    """Return the pages of the channels; none without touchpoints."""
    if not touchpoints_at(journey):
        return []
    most = max(1, int((size[0] - 2 * MARGIN - TITLES) / NARROWEST))
    steps = [step.id for step in journey.ordered_steps]
    runs = [steps[begin : begin + most] for begin in range(0, len(steps), most)]
    return [page for run in runs for page in _pages(journey, size, look, run)]


def _pages(journey: Map, size: tuple[float, float], look: Look, steps: Sequence[Id]) -> list[Page]:
    note = look.words(mark("Where customer and company meet, and where the channel changes"))
    title = look.words(mark("Channels"))
    paper = Paper(title, size, look, note=note, source=journey.scope.title)
    chart = channel_chart(journey, paper.room.width, look, Chips(), steps)
    top, begin = paper.room.y, 0.0
    is_whole = chart.height <= paper.room.height
    for end in _ends(chart):
        if top + end > paper.room.bottom and begin:
            paper.next_page()
            top = paper.room.y - begin
        for block in chart.blocks:
            is_curve = block.part == "switch"  # it leads over rows, so it needs the whole chart
            if begin <= block.y < end and (is_whole or not is_curve):
                x, y = MARGIN + block.x, top + block.y
                paper.place(block.drawing, x, y, block.element, block.part)
        begin = end
    return paper.pages()


def _ends(chart: Chart) -> list[float]:
    """Return where the chart can be cut: below its heads and below each row."""
    rows = [block.rect for block in chart.ground if block.part == "rules"]
    heads = min((block.y for block in chart.ground if block.part == "group"), default=0.0)
    return [heads, *(rect.bottom for rect in rows[:-1]), chart.height]
