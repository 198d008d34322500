"""The tools beside the map as a PDF of several pages."""

from typing import Final

from cjeditor.core.progress import Progress
from cjeditor.core.units import MM
from cjeditor.core.words import Words, mark
from cjeditor.display.shapes import Rect
from cjeditor.display.theme import LIGHT
from cjeditor.exchange.format import PAPERS, Format, Options, PaperName, Remark, Writing
from cjeditor.exchange.poster import document_title, missing_remark
from cjeditor.kinds.look import Look
from cjeditor.model.map import Map

_DRAWN_FOR: Final[PaperName] = "A4"
"""Pages are laid out for the hand; on larger paper everything is larger."""


def write(journey: Map, options: Options, progress: Progress) -> Writing:
    """Write what stands beside the map of *journey*: personas, empathy maps and the rest.

    Raises:
        Cancelled: *progress* said so.
    """
    from cjeditor.layout.booklet.paper import Paper
    from cjeditor.layout.booklet.parts import booklet
    from cjeditor.layout.poster import missing
    from cjeditor.render.backend import play_blocks
    from cjeditor.render.pdf import PdfBackend
    from cjeditor.render.pdf_document import About, Document

    words = Words(options.language or journey.scope.language)
    look = Look(theme=LIGHT, words=words)
    progress(0)
    size = _size(options.paper or _DRAWN_FOR, options)
    drawn_for = _size(_DRAWN_FOR, options)
    scope = journey.scope
    title = document_title(journey, words)
    pages = booklet(journey, drawn_for, look)
    remarks: tuple[Remark, ...] = ()
    if not pages:
        note = words(mark("Nothing stands beside this map yet."))
        pages = Paper(title, drawn_for, look, note=note).pages()
        remarks += (Remark(mark("Nothing stands beside this map yet; the booklet is empty.")),)
    about = About(title, scope.authors, scope.scenario, words.language, scope.date)
    document = Document(*size, about)
    damaged: set[str] = set()
    for number, page in enumerate(pages):
        progress(0.3 + 0.6 * number / len(pages))
        if number:
            document.next_page()
        backend = PdfBackend(document, journey.pictures)
        scale = min(size[0] / page.width, size[1] / page.height)
        with backend.placed(0, size[1], scale):
            play_blocks(page.blocks, backend)
        if page.title:
            document.bookmark(page.title, Rect(0, 0, *size))
        damaged |= backend.damaged
    content = document.finish()
    progress(1)
    if damaged:
        remarks += (Remark(mark("A picture is damaged; a crossed box stands in its place.")),)
    signs = missing(tuple(block for page in pages for block in page.blocks))
    return Writing(content, remarks + missing_remark(signs))


def _size(paper: PaperName, options: Options) -> tuple[float, float]:
    """Return width and height of a page in points."""
    short, long = (side * MM for side in PAPERS[paper])
    return (short, long) if options.orientation == "portrait" else (long, short)


FORMAT: Final = Format(
    name="booklet", label=mark("PDF booklet"), suffixes=(".booklet.pdf",), write=write
)
