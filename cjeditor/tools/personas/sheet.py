"""The sheet of the chosen persona in the window; a part of it leads to its field."""

from typing import Final

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from cjeditor.canvas.chrome import RING_WIDTH, chrome_for
from cjeditor.core.ids import Id
from cjeditor.core.words import tr
from cjeditor.display.shapes import Rect
from cjeditor.kinds.look import Look
from cjeditor.layout.persona_sheet import PersonaSheet, lay_out_persona
from cjeditor.model.map import Map
from cjeditor.model.records import Persona
from cjeditor.render.backend import play_blocks
from cjeditor.render.qt import Faces, QtBackend
from cjeditor.render.qt_pictures import Images
from cjeditor.tools.look import USUAL_TEXT
from cjeditor.tools.personas.accessible import AccessibleSheet
from cjeditor.tools.speaking import persona_name

_EDGE: Final = 4
"""Pixels around the drawing, where the ring has room."""

_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
}


class SheetView(QWidget):
    """Draws a persona's sheet; arrows walk over its parts, Enter goes to their field.

    Signals:
        wanted: The name of the field that is to be edited.
    """

    wanted = Signal(str)

    def __init__(self, area: QScrollArea) -> None:
        super().__init__()
        self._scroll = area
        self.parts = AccessibleSheet(self)
        self._journey: Map | None = None
        self._persona: Id = ""
        self._look: Look | None = None
        self._drawn: PersonaSheet | None = None
        self._part = 0
        self._images = Images({})
        self._faces = Faces()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def drawn(self) -> PersonaSheet | None:
        """The sheet, in points."""
        return self._drawn

    @property
    def persona(self) -> Persona | None:
        """Whose sheet it is."""
        return self._journey.personas.get(self._persona) if self._journey is not None else None

    @property
    def part(self) -> str:
        """The field that the keyboard is at, or ""."""
        parts = self._drawn.parts if self._drawn is not None else ()
        return parts[self._part][0] if self._part < len(parts) else ""

    def show_persona(self, journey: Map, persona: Id, look: Look) -> None:
        """Show the sheet of a persona of *journey*."""
        if persona != self._persona:
            self._part = 0
        self._journey, self._persona, self._look = journey, persona, look
        self._images.use(journey.pictures)
        self.refresh()

    def refresh(self) -> None:
        """Lay the sheet out for the room that there is."""
        journey, look = self._journey, self._look
        if journey is None or look is None or self._persona not in journey.personas:
            self._drawn = None
            return
        room, scale = self._scroll.viewport().size(), self._scale()
        width = max(160.0, (room.width() - 2 * _EDGE) / scale)
        least = (room.height() - 2 * _EDGE) / scale
        self._drawn = lay_out_persona(journey, journey.personas[self._persona], look, width, least)
        self._part = min(self._part, len(self._drawn.parts) - 1)
        self.setFixedHeight(max(room.height(), round(self._drawn.height * scale) + 2 * _EDGE))
        self.update()
        name = persona_name(journey.personas[self._persona])
        self.setAccessibleName(tr("Sheet of {name}").format(name=name))
        self.parts.follow()

    def at(self, rect: Rect) -> QRectF:
        """Return a rectangle of the drawing in pixels of the widget."""
        scale = self._scale()
        return QRectF(*(side * scale for side in rect)).translated(_EDGE, _EDGE)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._drawn is None or self._look is None:
            return
        painter = QPainter(self)
        painter.translate(_EDGE, _EDGE)
        painter.scale(self._scale(), self._scale())
        seen = event.rect().translated(-_EDGE, -_EDGE)
        sides = (seen.x(), seen.y(), seen.width(), seen.height())
        clip = Rect(*(side / self._scale() for side in sides))
        play_blocks(self._drawn.blocks, QtBackend(painter, self._faces, self._images), clip)
        if self.hasFocus() and self.part:
            rect = self._drawn.parts[self._part][1]
            painter.setPen(QPen(QColor(chrome_for(self._look.theme.name).accent), RING_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(*rect.grown(1)), 9, 9)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        parts = self._drawn.parts if self._drawn is not None else ()
        if key in _STEPS and parts and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.go((self._part + _STEPS[key]) % len(parts))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2) and self.part:
            self.wanted.emit(self.part)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number = self._at(event)
        if number is not None:
            self.go(number)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        number = self._at(event)
        if number is not None:
            self.go(number)
            self.wanted.emit(self.part)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.refresh()

    def go(self, number: int) -> None:
        """Put the keyboard to the part of that number."""
        self._part = number
        if self._drawn is not None:
            middle = self.at(self._drawn.parts[number][1]).center().toPoint()
            self._scroll.ensureVisible(*middle.toTuple(), 60, 60)
        self.update()
        self.parts.follow()

    def _at(self, event: QMouseEvent) -> int | None:
        """Return the number of the part under the pointer."""
        parts = self._drawn.parts if self._drawn is not None else ()
        places = enumerate(self.at(rect).contains(event.position()) for _, rect in parts)
        return next((number for number, there in places if there), None)

    def _scale(self) -> float:
        return max(0.5, self.fontInfo().pixelSize() / USUAL_TEXT)
