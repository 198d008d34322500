"""Small bubbles on the map: how many open comments there are on what.

They are on screen only; no document shows them.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPolygonF
from PySide6.QtWidgets import QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.chrome import Chrome
from cjeditor.canvas.fonts import widget_font
from cjeditor.canvas.marks_item import Mark, MarksItem
from cjeditor.core.colours import contrast
from cjeditor.core.ids import Id
from cjeditor.display.shapes import Block, Rect, TextLine
from cjeditor.kinds.lane import Band
from cjeditor.layout.sheet import LaneBand, Sheet
from cjeditor.model.map import Map

_HEIGHT: Final = 14.0
_TYPE: Final = 10.0
"""Of the number; no type on a projector is smaller."""

_OVER: Final = 9.0
"""How far a bubble stands above what it is on."""

_BELOW: Final = 22.0
"""How far below the top of a lane's title its bubble stands."""

_LOCK: Final = 24.0
"""How far beside its place a bubble stands if there is the sign of a lock."""

_TEXT_FROM: Final = 0.5
"""From this zoom on the number can be read."""

_SCREEN_DPI: Final = 96.0


def open_comments(journey: Map) -> dict[Id, int]:
    """Return how many comments on each record are not settled; records without are left out."""
    found = {
        about: sum(not each.done for each in comments)
        for about, comments in journey.comments_on.items()
    }
    return {about: count for about, count in found.items() if count}


def bubble(rect: Rect, count: int) -> Mark:
    """Return the bubble at the upper right corner of *rect*."""
    text = str(count) if count < 100 else "99+"
    width = _HEIGHT + 2 + 6 * (len(text) - 1)
    return Rect(rect.right - width - 3, rect.y - _OVER, width, _HEIGHT), text


def bubble_inside(rect: Rect, count: int) -> Mark:
    """Return the bubble at the upper right corner of *rect*, below its upper side."""
    return bubble(rect.moved(0, _OVER + 1), count)


class Bubbles:
    """Paints bubbles of the colour *fill*."""

    def __init__(self, fill: str = "#101418") -> None:
        self._fill = QColor(fill)
        self._ink = QColor(max(("#ffffff", "#101418"), key=lambda each: contrast(each, fill)))
        self._font = widget_font(_TYPE, _SCREEN_DPI, bold=True)

    def paint(self, painter: QPainter, marks: Iterable[Mark]) -> None:
        """Paint *marks*; the numbers only where they can be read."""
        with_text = painter.worldTransform().m11() >= _TEXT_FROM
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font)
        for rect, text in marks:
            self._paint(painter, QRectF(*rect), text if with_text else "")

    def _paint(self, painter: QPainter, rect: QRectF, text: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._fill)
        painter.drawRoundedRect(rect, 5, 5)
        left, bottom = rect.left() + 4, rect.bottom() - 1
        tail = (QPointF(left, bottom), QPointF(left + 6, bottom), QPointF(left + 1, bottom + 4))
        painter.drawPolygon(QPolygonF(tail))
        if text:
            painter.setPen(self._ink)
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)


class _BubblesItem(MarksItem):
    def __init__(self, z: float) -> None:
        super().__init__(z, reach=4)
        self._bubbles = Bubbles()

    def show_marks(self, marks: Iterable[Mark], fill: str) -> None:
        """Show *marks* on bubbles of the colour *fill*."""
        self._bubbles = Bubbles(fill)
        self.hold(marks, fill)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        self._bubbles.paint(painter, self.seen(option))


class CommentMarks:
    """The bubbles of a sheet: on cards and points, on heads, on lane titles, on the title.

    What an edit did not touch is not looked at again: lanes are told by their bands.
    """

    def __init__(self, scene: QGraphicsScene) -> None:
        self.in_lanes = _BubblesItem(6)
        self.on_title = _BubblesItem(2)
        self.on_lanes = _BubblesItem(10.5)
        self.on_heads = _BubblesItem(11.5)
        for item in (self.in_lanes, self.on_title, self.on_lanes, self.on_heads):
            scene.addItem(item)
        self._known: dict[Id, tuple[Band, Mapping[Id, int], list[Mark]]] = {}
        self._counts: dict[Id, int] = {}
        self._comments: object = None

    def show_sheet(self, sheet: Sheet, chrome: Chrome) -> None:
        """Show the comments of the sheet's map."""
        journey, fill = sheet.journey, chrome.accent
        if journey.comments is not self._comments:
            self._comments = journey.comments
            self._counts = open_comments(journey)
            self._known = {}
        heads = (*_on_stages(sheet, self._counts), *_on_blocks(sheet.steps, self._counts))
        titles = _below_symbols((lane.title for lane in sheet.lanes), self._counts)
        self.on_heads.show_marks(heads, fill)
        self.on_lanes.show_marks(titles, fill)
        self.on_title.show_marks(_on_title(sheet, self._counts), fill)
        self.in_lanes.show_marks(self._in_lanes(sheet), fill)

    def stick(self, right: float, down: float) -> None:
        """Keep the bubbles on what is kept in view."""
        self.on_lanes.setPos(right, 0)
        self.on_heads.setPos(0, down)

    def _in_lanes(self, sheet: Sheet) -> Iterator[Mark]:
        if not self._counts:
            return
        known, self._known = self._known, {}
        for lane in sheet.lanes:
            before = known.get(lane.lane)
            if before is None or before[0] is not lane.band:
                before = (lane.band, self._counts, _in_lane(lane, self._counts))
            self._known[lane.lane] = before
            for rect, text in before[2]:
                yield rect.moved(0, lane.y), text


def _in_lane(lane: LaneBand, counts: Mapping[Id, int]) -> list[Mark]:
    """Return the bubbles of a lane in its own coordinates."""
    return [
        bubble(piece.by_element[element].rect, counts[element])
        for piece in lane.band.pieces
        for element in counts.keys() & piece.by_element.keys()
    ]


def _on_stages(sheet: Sheet, counts: Mapping[Id, int]) -> Iterator[Mark]:
    """Yield the bubbles of stages, which stand beside the signs of locked ones."""
    stages = sheet.journey.stages
    for block in sheet.stages:
        is_locked = block.element in stages and stages[block.element].lock != "none"
        for rect, text in _on_blocks((block,), counts):
            yield rect.moved(-_LOCK if is_locked else 0, 0), text


def _on_blocks(blocks: Iterable[Block], counts: Mapping[Id, int]) -> Iterator[Mark]:
    if counts:
        found = {block.element: block for block in blocks if block.element in counts}
        for element, block in found.items():
            yield bubble_inside(block.rect, counts[element])


def _below_symbols(titles: Iterable[Block], counts: Mapping[Id, int]) -> Iterator[Mark]:
    """Yield the bubbles of lanes, which stand below the symbols beside the lanes' titles."""
    for block in titles:
        if block.element in counts:
            mark, text = bubble(block.rect, counts[block.element])
            yield Rect(block.x + 1, block.y + _BELOW, mark.width, mark.height), text


def _on_title(sheet: Sheet, counts: Mapping[Id, int]) -> Iterator[Mark]:
    """Yield the bubble of the map itself, right behind the words of its title."""
    count = counts.get(sheet.journey.id)
    block = next((each for each in sheet.title if each.part == "title"), None)
    if count and block is not None:
        words = [each for each in block.drawing.shapes if isinstance(each, TextLine)]
        width = max((each.line.width for each in words), default=0.0)
        right = block.x + min(width, block.drawing.width) + 30
        yield bubble(Rect(block.x, block.y + _OVER + 6, right - block.x, 20), count)
