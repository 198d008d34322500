"""Paints an empathy map, and over it what is selected, pointed at or dragged."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cjeditor.canvas.chrome import LIFTED, RING_GAP, RING_RADIUS, RING_WIDTH, TINTED, chrome_for
from cjeditor.core.ids import Id
from cjeditor.display.shapes import Rect, Symbol
from cjeditor.kinds.look import Look
from cjeditor.layout.empathy import EmpathySheet
from cjeditor.model.map import Map
from cjeditor.render.backend import play_blocks
from cjeditor.render.qt import Faces, QtBackend, draw_symbol
from cjeditor.render.qt_pictures import Images
from cjeditor.tools.empathy.walk import Landing, Stop

_PLUS: Final = 14.0
_FACES: Final = Faces()


@dataclass(frozen=True, slots=True)
class Marks:
    """What lies over the map; rectangles and lengths in points.

    Attributes:
        here: Where the keyboard is; None without the keyboard.
        hovered: Number of the area under the pointer.
        moved: How far the selected notes are dragged.
        landing: Where they would come.
        written: The note that is being written; the field over it shows it.
    """

    selected: tuple[Id, ...] = ()
    here: Stop | None = None
    hovered: int | None = None
    moved: tuple[float, float] | None = None
    landing: Landing | None = None
    written: Id = ""


def paint_board(
    painter: QPainter, sheet: EmpathySheet, look: Look, journey: Map, marks: Marks
) -> None:
    """Paint *sheet* and *marks*; the painter's units are points."""
    accent = QColor(chrome_for(look.theme.name).accent)
    backend = QtBackend(painter, _FACES, Images(journey.pictures))
    lifted = [block for block in sheet.blocks if marks.moved and block.element in marks.selected]
    gone = {block.element for block in lifted} | {marks.written}
    play_blocks(
        [each for each in sheet.blocks if each.element not in gone or not each.element], backend
    )
    for block in lifted:
        _dashed(painter, block.rect, accent)
    if marks.moved is None:
        _slots(painter, sheet, marks, accent)
        for block in sheet.blocks:
            if block.element in marks.selected and block.element != marks.written:
                _ring(painter, block.rect, accent)
        return
    if marks.landing is not None:
        _landing(painter, sheet, marks.landing, accent)
    painter.setOpacity(LIFTED)
    painter.translate(QPointF(*marks.moved))
    play_blocks(lifted, backend)


def _slots(painter: QPainter, sheet: EmpathySheet, marks: Marks, accent: QColor) -> None:
    """Mark where the next note of an area comes: under the keyboard, and under the pointer."""
    here = marks.here
    for number, place in enumerate(sheet.areas):
        at_keyboard = here is not None and here.area == number and not here.note
        if not place.area.question or not (at_keyboard or number == marks.hovered):
            continue
        if place.notes:
            size = _PLUS
            x, y = place.slot.x + 8, place.slot.y + (place.slot.height - size) / 2
            draw_symbol(painter, Symbol("plus", x, y, size, accent.name()))
        if at_keyboard:
            _ring(painter, place.slot.grown(-RING_GAP), accent)
        else:
            _dashed(painter, place.slot, accent)


def _ring(painter: QPainter, rect: Rect, accent: QColor) -> None:
    painter.setPen(QPen(accent, RING_WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(*rect.grown(RING_GAP)), RING_RADIUS, RING_RADIUS)


def _dashed(painter: QPainter, rect: Rect, accent: QColor) -> None:
    painter.setPen(QPen(accent, 1, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(*rect.grown(-0.5)), 6, 6)


def _landing(painter: QPainter, sheet: EmpathySheet, landing: Landing, accent: QColor) -> None:
    tint = QColor(accent)
    tint.setAlphaF(TINTED)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tint)
    painter.drawRoundedRect(QRectF(*sheet.areas[landing.area].rect), 10, 10)
    line = landing.line
    painter.setPen(QPen(accent, 2))
    painter.drawLine(QPointF(line.x, line.y), QPointF(line.x, line.bottom))
