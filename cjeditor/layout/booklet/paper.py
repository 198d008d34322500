"""Pages that are written from the top down, each with its title and its foot."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cjeditor.core.words import mark
from cjeditor.display.shapes import Block, Drawing, Line, Rect, Shape, Stroke, TextLine
from cjeditor.display.text import Font, ascent
from cjeditor.kinds.look import Look
from cjeditor.kinds.paragraph import set_paragraph, short_line

MARGIN: Final = 40.0
"""Points around what a page shows."""

TITLE: Final = Font(20, bold=True)
HEADING: Final = Font(11, bold=True)
BODY: Final = Font(10.5)
FOOT: Final = Font(8.5)

GAP: Final = 8.0
"""Points between two parts of a page."""

_FOOT_ROOM: Final = 22.0


@dataclass(frozen=True, slots=True)
class Page:
    """A finished page.

    Attributes:
        title: For the table of contents; "" on a page that goes on from the one before.
        width, height: In points; it is printed as large as the paper.
        blocks: With the page's top left corner as their origin.
    """

    title: str
    width: float
    height: float
    blocks: tuple[Block, ...]


class Paper:
    """Pages of one size in the making; what has no room begins the next page.

    Args:
        title: At the head of each page.
        note: Below it on the first page.
        size: Width and height of a page in points.
        source: In the foot: the title of the map.
    """

    def __init__(
        self, title: str, size: tuple[float, float], look: Look, *, note: str = "", source: str = ""
    ) -> None:
        self.look = look
        self._title = title
        self._source = source
        self._width, self._height = size
        self._pages: list[list[Block]] = []
        self._y = 0.0
        self._begin()
        if note:
            self.paragraph(note, colour=look.theme.quiet)
            self.gap(GAP)

    @property
    def room(self) -> Rect:
        """What is still free on the page."""
        bottom = self._height - MARGIN - _FOOT_ROOM
        return Rect(MARGIN, self._y, self._width - 2 * MARGIN, max(0.0, bottom - self._y))

    @property
    def whole(self) -> float:
        """Height in points of what an empty page takes below its title."""
        return self._height - 2 * MARGIN - _FOOT_ROOM - TITLE.line_height - GAP

    def gap(self, height: float = GAP) -> None:
        """Leave some room free."""
        self._y += height

    def heading(self, text: str) -> None:
        """Write what stands over the next paragraph; it never ends a page."""
        self.need(HEADING.line_height + 2 * BODY.line_height)
        self.paragraph(text, HEADING)
        self.gap(2)

    def paragraph(self, text: str, font: Font = BODY, colour: str = "", element: str = "") -> None:
        """Write *text* over the width of the page; it may go on on the next ones."""
        set_ = set_paragraph(text, font, self.room.width, colour or self.look.theme.ink)
        lines = list(set_.lines)
        while lines:
            most = max(1, int(self.room.height / font.line_height + 1e-6))
            if most == 1 and len(lines) > 1 and self.room.height < self.whole / 2:
                self.next_page()
                continue
            now, lines = lines[:most], lines[most:]
            drawing = _drawing(now, self.room.width, font)
            self._put(Block(element, "text", MARGIN, self._y, drawing))
            self._y += drawing.height
            if lines:
                self.next_page()

    def put(self, drawing: Drawing, element: str = "", part: str = "drawing") -> None:
        """Put a drawing at the left below what is there, with a gap below it."""
        self.put_row([(element, drawing)], part)

    def put_row(
        self, drawings: Sequence[tuple[str, Drawing]], part: str = "drawing", gap: float = GAP
    ) -> None:
        """Put drawings, each with the id of what it shows, side by side; they share a page."""
        height = max((drawing.height for _, drawing in drawings), default=0.0)
        self.need(height)
        x = MARGIN
        for element, drawing in drawings:
            self._put(Block(element, part, x, self._y, drawing))
            x += drawing.width + gap
        self._y += height + gap

    def place(
        self, drawing: Drawing, x: float, y: float, element: str = "", part: str = "drawing"
    ) -> None:
        """Put a drawing anywhere on the page; what follows is written where it would be."""
        self._put(Block(element, part, x, y, drawing))

    def need(self, height: float) -> None:
        """Begin the next page if *height* has no room on this one and had some on the next."""
        is_empty = self.room.height >= self.whole
        if height > self.room.height and not is_empty:
            self.next_page()

    def next_page(self) -> None:
        """Begin the next page."""
        self._begin()

    def pages(self) -> list[Page]:
        """Return the pages with their feet."""
        count = len(self._pages)
        return [
            Page(
                self._title if number == 1 else "",
                self._width,
                self._height,
                (*blocks, self._foot(number, count)),
            )
            for number, blocks in enumerate(self._pages, start=1)
        ]

    def _begin(self) -> None:
        theme = self.look.theme
        self._pages.append([])
        line = short_line(self._title, TITLE, self._width - 2 * MARGIN)
        text = TextLine(0, ascent(TITLE), line, theme.ink)
        drawing = Drawing(line.width, TITLE.line_height, (text,))
        self._put(Block("", "title", MARGIN, MARGIN, drawing))
        self._y = MARGIN + TITLE.line_height + GAP

    def _put(self, block: Block) -> None:
        self._pages[-1].append(block)

    def _foot(self, number: int, count: int) -> Block:
        """Return the foot: the map's title, and the number of the page if there are several."""
        look, width = self.look, self._width - 2 * MARGIN
        page = look.words(mark("Page {page} of {pages}")).format(page=number, pages=count)
        right = short_line(page if count > 1 else "CJ Editor", FOOT, width / 3)
        left = short_line(self._source, FOOT, width - right.width - 3 * GAP)
        baseline = 6 + ascent(FOOT)
        shapes: tuple[Shape, ...] = (
            Line(0, 0, width, 0, Stroke(look.theme.rule, 0.75)),
            TextLine(0, baseline, left, look.theme.quiet),
            TextLine(width - right.width, baseline, right, look.theme.quiet),
        )
        drawing = Drawing(width, 6 + FOOT.line_height, shapes)
        return Block("", "foot", MARGIN, self._height - MARGIN - drawing.height + 4, drawing)


def _drawing(lines: Sequence[TextLine], width: float, font: Font) -> Drawing:
    """Return *lines*, moved up to the top of a drawing of their own."""
    up = lines[0].baseline - ascent(font)
    moved = tuple(TextLine(each.x, each.baseline - up, each.line, each.colour) for each in lines)
    return Drawing(width, len(lines) * font.line_height, moved)
