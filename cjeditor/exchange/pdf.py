"""The map as a PDF poster."""

from collections.abc import Iterator
from typing import Final

from cjeditor.core.progress import Progress
from cjeditor.core.words import Words, mark
from cjeditor.display.shapes import Rect
from cjeditor.exchange.format import Format, Options, Remark, Writing
from cjeditor.exchange.poster import counted, document_title, poster_of, poster_remarks
from cjeditor.kinds.registry import title_of
from cjeditor.layout.poster import Poster
from cjeditor.model.map import Map
from cjeditor.render.backend import play_blocks

_LONGEST: Final = 14_400
"""Points; a longer side of a page is beyond the PDF format."""


def write(journey: Map, options: Options, progress: Progress) -> Writing:
    """Write *journey* as a poster of one page.

    Raises:
        Cancelled: *progress* said so.
    """
    from cjeditor.render.pdf import PdfBackend
    from cjeditor.render.pdf_document import About, Document

    words = Words(options.language or journey.scope.language)
    progress(0)
    poster, remarks = _within_limit(poster_of(journey, options, words))
    scope = journey.scope
    title = document_title(journey, words)
    about = About(title, scope.authors, scope.scenario, words.language, scope.date)
    document = Document(poster.width, poster.height, about)
    backend = PdfBackend(document, journey.pictures)
    with backend.placed(poster.x, poster.height - poster.y, poster.scale):
        play_blocks(counted(poster, progress), backend)
    for entry in _contents(poster, words):
        document.bookmark(*entry)
    content = document.finish()
    progress(1)
    if backend.damaged:
        remarks += (Remark(mark("A picture is damaged; a crossed box stands in its place.")),)
    return Writing(content, remarks + poster_remarks(poster, options))


def _within_limit(poster: Poster) -> tuple[Poster, tuple[Remark, ...]]:
    """Shrink a poster that is larger than a PDF page can be."""
    share = _LONGEST / max(poster.width, poster.height)
    if share >= 1:
        return poster, ()
    smaller = poster._replace(
        width=poster.width * share,
        height=poster.height * share,
        x=poster.x * share,
        y=poster.y * share,
        scale=poster.scale * share,
    )
    reason = mark("The map is larger than a PDF page can be; it is drawn at {share} % of its size.")
    return smaller, (Remark(reason, {"share": f"{share * 100:.0f}"}),)


def _contents(poster: Poster, words: Words) -> Iterator[tuple[str, Rect, int]]:
    """Yield title, place on the page (y up) and level: stages with their steps, then lanes."""
    sheet = poster.sheet
    journey = sheet.journey
    steps = {block.element: block.rect for block in sheet.steps}
    for number, block in enumerate(sheet.stages, start=1):
        stage = journey.stages[block.element]
        title = stage.title or words("Stage {number}").format(number=number)
        yield title, _column(poster, block.rect), 0
        for step in journey.steps_of[stage.id]:
            if step.title:
                yield step.title, _column(poster, steps[step.id]), 1
    for lane in sheet.lanes:
        row = Rect(0, lane.y, sheet.width, lane.band.height)
        yield title_of(journey.lanes[lane.lane], words), _on_page(poster, row), 0


def _column(poster: Poster, head: Rect) -> Rect:
    """Return where a stage or step is on the page, from its head down."""
    return _on_page(poster, Rect(head.x, head.y, head.width, poster.sheet.height - head.y))


def _on_page(poster: Poster, rect: Rect) -> Rect:
    scale = poster.scale
    low = poster.height - poster.y - rect.bottom * scale
    return Rect(poster.x + rect.x * scale, low, rect.width * scale, rect.height * scale)


FORMAT: Final = Format(name="pdf", label=mark("PDF poster"), suffixes=(".pdf",), write=write)
