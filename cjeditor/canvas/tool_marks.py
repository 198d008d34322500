"""Small signs on cards and steps about which a tool beside the map holds something.

They are on screen only; the booklet shows what they stand for.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.chrome import Chrome
from cjeditor.canvas.marks_item import Mark, MarksItem
from cjeditor.core.ids import Id
from cjeditor.core.words import Words
from cjeditor.display.shapes import Rect, Symbol
from cjeditor.kinds.lane import Band
from cjeditor.layout.sheet import LaneBand, Sheet
from cjeditor.model.naming import beside_map, elements_beside_map
from cjeditor.render.qt import draw_symbol

_SIZE: Final = 16.0
_SYMBOL: Final = 12.0
_GAP: Final = 3.0
_OVER: Final = 9.0
"""How far a sign stands above the card that it is on."""


def signs(rect: Rect, symbols: Sequence[str]) -> list[Mark]:
    """Return signs side by side from the upper left corner of *rect*."""
    left, top = rect.x + 6, rect.y - _OVER
    return [
        (Rect(left + place * (_SIZE + _GAP), top, _SIZE, _SIZE), symbol)
        for place, symbol in enumerate(symbols)
    ]


class _SignsItem(MarksItem):
    def __init__(self, z: float) -> None:
        super().__init__(z, reach=2)
        self._ink = self._ground = ""

    def show_marks(self, marks: Iterable[Mark], ink: str, ground: str) -> None:
        """Show *marks* in *ink* on discs of *ground*."""
        self._ink, self._ground = ink, ground
        self.hold(marks, ink, ground)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = (_SIZE - _SYMBOL) / 2
        for rect, symbol in self.seen(option):
            painter.setPen(QPen(QColor(self._ink), 1.2))
            painter.setBrush(QColor(self._ground))
            painter.drawEllipse(QRectF(*rect))
            sign = Symbol(symbol, rect.x + inset, rect.y + inset, _SYMBOL, self._ink)
            draw_symbol(painter, sign)
        painter.setBrush(Qt.BrushStyle.NoBrush)


class ToolMarks:
    """The signs of a sheet: on cards and on steps.

    What an edit did not touch is not looked at again: lanes are told by their bands, and a
    map that no tool holds anything about is not looked at.
    """

    def __init__(self, scene: QGraphicsScene) -> None:
        self.in_lanes = _SignsItem(6)
        self.on_heads = _SignsItem(11.5)
        for item in (self.in_lanes, self.on_heads):
            scene.addItem(item)
        self._known: dict[Id, tuple[Band, list[Mark]]] = {}
        self._symbols: Mapping[Id, list[str]] = {}
        self._tables: tuple[object, object] = (None, None)

    def show_sheet(self, sheet: Sheet, chrome: Chrome) -> None:
        """Show what tools hold about the sheet's map."""
        journey, ground = sheet.journey, sheet.look.theme.sheet
        tables = journey.whys, journey.flows
        if any(now is not then for now, then in zip(tables, self._tables, strict=True)):
            self._tables = tables
            words = Words("en")
            self._symbols = {
                each: [symbol for symbol, _ in beside_map(journey, each, words)]
                for each in elements_beside_map(journey)
            }
            self._known = {}
        self.on_heads.show_marks(self._on_steps(sheet), chrome.accent, ground)
        self.in_lanes.show_marks(self._in_lanes(sheet), chrome.accent, ground)

    def stick(self, down: float) -> None:
        """Keep the signs on what is kept in view."""
        self.on_heads.setPos(0, down)

    def _on_steps(self, sheet: Sheet) -> Iterator[Mark]:
        for block in sheet.steps if self._symbols else ():
            if block.element in self._symbols:
                rect = block.rect
                inside = Rect(rect.x - 3, rect.y + _OVER + 1, rect.width, rect.height)
                yield from signs(inside, self._symbols[block.element])

    def _in_lanes(self, sheet: Sheet) -> Iterator[Mark]:
        if not self._symbols:
            return
        known, self._known = self._known, {}
        for lane in sheet.lanes:
            before = known.get(lane.lane)
            if before is None or before[0] is not lane.band:
                before = (lane.band, self._in_lane(lane))
            self._known[lane.lane] = before
            for rect, symbol in before[1]:
                yield rect.moved(0, lane.y), symbol

    def _in_lane(self, lane: LaneBand) -> list[Mark]:
        """Return the signs of a lane in its own coordinates."""
        return [
            mark
            for piece in lane.band.pieces
            for element in self._symbols.keys() & piece.by_element.keys()
            if piece.by_element[element].part == "card"  # a step's stars stand in lanes too
            for mark in signs(piece.by_element[element].rect, self._symbols[element])
        ]
