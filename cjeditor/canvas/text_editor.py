"""The field that lies over an element while its text is written: plain text, growing downwards."""

from typing import Final, Literal

from PySide6.QtCore import QEvent, QMimeData, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from cjeditor.canvas.fonts import widget_font
from cjeditor.canvas.writing_place import WritingPlace
from cjeditor.core.colours import contrast
from cjeditor.core.words import tr
from cjeditor.render.backend import play
from cjeditor.render.qt import Faces, QtBackend
from cjeditor.render.qt_pictures import Images

_SMALLEST: Final = 9.0
"""Pixels; from afar the field is larger than its element, so that one can read it."""

_BAR: Final = 4.0
_RADIUS: Final = 6.0
_RING: Final = 2
_SLACK: Final = 2
"""Pixels that lines may be longer than the layout's, which rounds less; so they break alike."""

_SEEN: Final = 2.0
"""Contrast of a ring on its ground that is still seen; on a stage's colour the accent has less."""

Leaving = Literal["here", "below", "next", "previous"]
"""Where the writing goes on: nowhere, in a new card below, in the next or previous step."""

_LINE_BREAKS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_OURS: Final = (*_LINE_BREAKS, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
_EDITING: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Home, Qt.Key.Key_End)


class TextEditor(QTextEdit):
    """Lets one write; says when and how the writing ends.

    Text goes in and out as plain text only. A text edit is used, not a plain one, because
    only it indents the first line and sets the distance of lines, so nothing moves when the
    writing begins.

    Signals:
        left: Done, with a `Leaving`.
    """

    left = Signal(str)

    def __init__(self, place: WritingPlace, accent: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.place = place
        self._ring = accent if contrast(accent, place.ground) >= _SEEN else place.ink
        self._rect = QRectF()
        self._scale = 1.0
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(tr("Text"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDocumentMargin(0)
        self.setPlainText(place.before)
        self._opened = self.text
        self.moveCursor(QTextCursor.MoveOperation.End)
        self.document().documentLayout().documentSizeChanged.connect(self._grow)

    @property
    def text(self) -> str:
        """What is written, without space at the ends; one line where only one is meant."""
        text = self.toPlainText().strip()
        return " ".join(text.split()) if self.place.one_line else text

    @property
    def is_changed(self) -> bool:
        """Whether something else is written than there was."""
        return self.text != self._opened

    def go_on(self, place: WritingPlace) -> None:
        """Write on at *place*, where what is written by now stands already."""
        self.place, self._opened = place, self.text

    def write(self, text: str) -> None:
        """Put plain *text* at the cursor, in the place of what is selected."""
        cursor = self.textCursor()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        for number, line in enumerate(text.split("\n")):
            if number:
                cursor.insertBlock(self._block_format(first=False))
            cursor.insertText(line)
        cursor.endEditBlock()
        self.setTextCursor(cursor)

    def lie_over(self, rect: QRectF, zoom: float) -> None:
        """Take the place of the element, which covers *rect* of the viewport."""
        pixels = max(self.place.font.size * zoom, _SMALLEST)
        self._scale = pixels / self.place.font.size
        self._rect = QRectF(rect.topLeft(), rect.size() * (self._scale / zoom))
        font = widget_font(pixels, self.logicalDpiY(), bold=self.place.font.bold)
        self.document().setDefaultFont(font)
        self.setFont(font)
        left, top, right = (round(side * self._scale) for side in self.place.sides)
        self.setViewportMargins(left, top, right - _SLACK, 0)
        self._look_like_element()
        self._format_blocks()
        self._grow()

    def _block_format(self, *, first: bool) -> QTextBlockFormat:
        made = QTextBlockFormat()
        made.setTextIndent(self.place.indent * self._scale if first else 0)
        height = self.place.font.line_height * self._scale
        made.setLineHeight(height, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        if self.place.centred:
            made.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return made

    def _format_blocks(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.setBlockFormat(self._block_format(first=True))
        while cursor.movePosition(QTextCursor.MoveOperation.NextBlock):
            cursor.setBlockFormat(self._block_format(first=False))

    def _look_like_element(self) -> None:
        """Paint the ground; a style sheet of its own keeps the window's away."""
        place, width = self.place, max(self._rect.width(), 1.0)
        share = min(0.5, _BAR * self._scale / width)
        stops = f"stop:0 {place.bar}, stop:{share:.4f} {place.bar}, stop:{share + 1e-4:.4f}"
        bar = f"qlineargradient(x1:0, y1:0, x2:1, y2:0, {stops} {place.ground}, stop:1"
        ground = f"{bar} {place.ground})" if place.bar else place.ground
        radius = round((_RADIUS if place.bar else 2) * self._scale) + _RING
        self.setStyleSheet(
            f"TextEditor {{ background: {ground}; border: {_RING}px solid {self._ring};"
            f" border-radius: {radius}px; padding: 0; color: {place.ink}; }}"
        )
        self.viewport().setAutoFillBackground(False)

    def _grow(self) -> None:
        """Be as high as the text needs, and at least as its element."""
        width = round(self._rect.width()) + 2 * _RING
        margins = self.viewportMargins()
        needed = self.document().size().height() + 2 * margins.top() + 2 * _RING
        height = round(max(self._rect.height() + 2 * _RING, needed))
        left, top = round(self._rect.x()) - _RING, round(self._rect.y()) - _RING
        self.setGeometry(left, top, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.place.marks.shapes:
            painter = QPainter(self.viewport())
            painter.translate(
                -self.place.sides[0] * self._scale, -self.place.sides[1] * self._scale
            )
            painter.scale(self._scale, self._scale)
            painter.translate(0, -self.place.inset.y)
            play(self.place.marks, QtBackend(painter, Faces(), Images({})))
            painter.end()
        super().paintEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        leaving = self._leaving(event)
        if leaving is not None:
            self.left.emit(leaving)
        elif event.key() in _LINE_BREAKS:
            self.textCursor().insertBlock(self._block_format(first=False))
        else:
            super().keyPressEvent(event)

    def _leaving(self, event: QKeyEvent) -> Leaving | None:
        """Return how the key ends the writing; None if it does not."""
        match event.key():
            case Qt.Key.Key_Escape:
                return "here"
            case Qt.Key.Key_Tab if not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return "next"
            case Qt.Key.Key_Tab | Qt.Key.Key_Backtab:
                return "previous"
            case key if key not in _LINE_BREAKS:
                return None
        if self.place.one_line or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return "here"
        return None if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else "below"

    def event(self, event: QEvent) -> bool:
        """Keep the field's keys from the window's shortcuts."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
            if event.key() in _OURS or (event.key() in _EDITING and plain):
                event.accept()
                return True
        return super().event(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        self.write(source.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
        if event.reason() not in stays:
            self.left.emit("here")

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the map scrolls and takes the field along
