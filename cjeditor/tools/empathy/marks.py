"""Paints an empathy map, and over it what is selected, pointed at or dragged."""

from dataclasses import dataclass
from typing import Final, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from cjeditor.canvas.chrome import LIFTED, RING_GAP, RING_RADIUS, RING_WIDTH, TINTED, chrome_for
from cjeditor.core.ids import Id
from cjeditor.display.shapes import Rect, Symbol
from cjeditor.kinds.look import Look
from cjeditor.layout.empathy import EmpathySheet
from cjeditor.render.qt import draw_symbol
from cjeditor.tools.empathy.walk import Landing, Stop
from cjeditor.tools.kept import Kept

_PLUS: Final = 14.0


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


class View(NamedTuple):
    """How a board is seen.

    Attributes:
        scale: Pixels for a point.
        origin: Where the map's corner is, in pixels.
        seen: What is to be painted, in pixels.
    """

    scale: float
    origin: QPointF
    seen: QRectF


def paint_board(
    painter: QPainter,
    kept: Kept,
    sheet: EmpathySheet,
    look: Look,
    marks: Marks,
    view: View,
) -> None:
    """Paint *sheet*, as far as it is in view, and *marks*; the painter's units are pixels."""
    accent = QColor(chrome_for(look.theme.name).accent)
    lifted = [block for block in sheet.blocks if marks.moved and block.element in marks.selected]
    gone = {block.element for block in lifted} | {marks.written}
    still = [block for block in sheet.blocks if not block.element or block.element not in gone]
    kept.paint(painter, still, *view)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(view.origin)
    painter.scale(view.scale, view.scale)
    for block in lifted:
        _dashed(painter, block.rect, accent)
    if marks.moved is None:
        _slots(painter, sheet, marks, accent)
        for block in sheet.blocks:
            if block.element in marks.selected and block.element != marks.written:
                _ring(painter, block.rect, accent)
    elif marks.landing is not None:
        _landing(painter, sheet, marks.landing, accent)
    painter.restore()
    if marks.moved is not None:
        painter.setOpacity(LIFTED)
        away = QPointF(*marks.moved) * view.scale
        kept.paint(painter, lifted, view.scale, view.origin + away, view.seen)


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
