"""The palette: the kinds of cards and lanes, to click, to drag, or by their keys."""

import json
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFrame,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.words import tr
from cjeditor.display.shapes import Symbol
from cjeditor.display.theme import LIGHT, Theme
from cjeditor.kinds.registry import CARD_KINDS, LANE_KINDS, CardKind, LaneKind
from cjeditor.panels.labels import plain
from cjeditor.render.qt import draw_symbol

CARD_TYPE: Final = "application/x-cjeditor-card"
LANE_TYPE: Final = "application/x-cjeditor-lane"
"""What a drag carries, by the names that the map knows (`canvas.gestures.palette`)."""

WIDE, NARROW = 188, 60
"""Width of the palette with words, and with symbols only; in pixels."""

CHIP_HEIGHT, TWO_LINES, LOW = 34, 46, 28
"""Height of a chip: with one line of words, with two, and with its symbol only."""
SYMBOL, BAR, KEY = 17, 4, 20
WORDS_AT: Final = 14 + SYMBOL + 8
"""Where the words of a chip begin, in pixels from its left."""


def key_of(index: int) -> str:
    """Return the digit that adds the card kind at *index* together with Alt; "" for none."""
    return str((index + 1) % 10) if index < 10 else ""


class Chip(QAbstractButton):
    """One kind: its bar, symbol, name and key; it can be dragged.

    Args:
        media: Media type of what a drag of it carries.
    """

    def __init__(self, kind: str, media: str, label: str, symbol: str, key: str = "") -> None:
        super().__init__()
        self.kind = kind
        self._media = media
        self._label = label
        self._symbol = symbol
        self._key = key
        self._tint, self._full = "#ffffff", ""
        self._theme = LIGHT
        self._pressed_at = QPoint()
        self.narrow = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_colours(self, tint: str, full: str) -> None:
        """Use a card kind's own colours, as on white paper."""
        self._tint, self._full = tint, full

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def say(self) -> None:
        """Take the words of the interface's language."""
        self.setText(tr(self._label))
        self.updateGeometry()
        self.setAccessibleName(tr(self._label))
        self.setToolTip(self._tip())

    def sizeHint(self) -> QSize:
        if self.narrow:
            return QSize(NARROW - 16, LOW)
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self._words_width(WIDE - 24)
        return QSize(WIDE - 24, CHIP_HEIGHT if fits else TWO_LINES)

    def minimumSizeHint(self) -> QSize:
        return QSize(NARROW - 16, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        left = (self.width() - SYMBOL) / 2 + 1 if self.narrow else 14
        ink = self._theme.strong(self._full) if self._full else self._theme.quiet
        top = (self.height() - SYMBOL) / 2
        draw_symbol(painter, Symbol(self._symbol, left, top, SYMBOL, ink))
        if not self.narrow:
            self._paint_words(painter)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        far = (event.position().toPoint() - self._pressed_at).manhattanLength()
        if event.buttons() & Qt.MouseButton.LeftButton and far >= QApplication.startDragDistance():
            self.setDown(False)
            self._drag()
        else:
            super().mouseMoveEvent(event)

    def keyPressEvent(self, event: object) -> None:
        key = event.key()  # type: ignore[attr-defined]
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)  # type: ignore[arg-type]

    def _drag(self) -> None:
        carried = QMimeData()
        carried.setData(self._media, json.dumps({"kind": self.kind}).encode())
        drag = QDrag(self)
        drag.setMimeData(carried)
        drag.setPixmap(self.grab())
        drag.setHotSpot(self._pressed_at)
        drag.exec(Qt.DropAction.CopyAction)

    def _paint_ground(self, painter: QPainter) -> None:
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        fill = self._theme.card_fill(self._tint, self._full) if self._full else self._theme.sheet
        edge = self._theme.rule
        if self.hasFocus():
            edge = self.palette().color(QPalette.ColorRole.Link).name()
        elif self.underMouse():
            edge = self._theme.strong(self._full) if self._full else self._theme.quiet
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(rect, 6, 6)
        if self._full:
            painter.save()
            painter.setClipRect(QRectF(rect.x(), rect.y(), BAR, rect.height()))
            painter.setBrush(QColor(self._theme.strong(self._full)))
            painter.drawRoundedRect(QRectF(rect.x(), rect.y(), 16, rect.height()), 6, 6)
            painter.restore()
        if self.hasFocus() or self.underMouse() or not self._full:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(QColor(edge))
            pen.setWidthF(2 if self.hasFocus() else 1)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 6, 6)

    def _words_width(self, width: int) -> int:
        return width - WORDS_AT - (KEY + 14 if self._key else 8)

    def _paint_words(self, painter: QPainter) -> None:
        if self._key:
            self._paint_key(painter)
        painter.setFont(self.font())
        painter.setPen(QColor(self._theme.ink))
        room = QRect(WORDS_AT, 0, self._words_width(self.width()), self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(room, int(flags | Qt.TextFlag.TextWordWrap), self.text())

    def _paint_key(self, painter: QPainter) -> None:
        badge = QRectF(self.width() - KEY - 8, (self.height() - KEY + 1) / 2, KEY, KEY - 1)
        painter.setPen(QColor(self._theme.rule))
        painter.setBrush(QColor(self._theme.sheet))
        painter.drawRoundedRect(badge, 4, 4)
        font = self.font()
        font.setBold(True)
        font.setPixelSize(11)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.quiet))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._key)

    def _tip(self) -> str:
        if not self._key:
            return tr(self._label)
        return tr("{what} (Alt+{key})").format(what=tr(self._label), key=self._key)


class Palette(QScrollArea):
    """Chips for every kind of card and lane.

    Signals:
        card_wanted: Name of the card kind that was clicked.
        lane_wanted: Name of the lane kind that was clicked.
    """

    card_wanted = Signal(str)
    lane_wanted = Signal(str)

    def __init__(self, lanes: Sequence[LaneKind] = LANE_KINDS) -> None:
        super().__init__()
        self.setObjectName("palettePanel")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._heads = (plain("", "section"), plain("", "section"))
        self._cards = [_card_chip(kind, index) for index, kind in enumerate(CARD_KINDS)]
        self._lanes = [_lane_chip(kind) for kind in lanes]
        for chip in self._cards:
            chip.clicked.connect(self._teller(chip, self.card_wanted.emit))
        for chip in self._lanes:
            chip.clicked.connect(self._teller(chip, self.lane_wanted.emit))
        self._contents = QWidget()
        self._contents.setObjectName("paletteContents")
        self._column = QVBoxLayout(self._contents)
        self._lay_out()
        self.setWidget(self._contents)
        self.set_narrow(False)
        self._say()

    def chips(self) -> tuple[Chip, ...]:
        return (*self._cards, *self._lanes)

    def set_narrow(self, narrow: bool) -> None:
        """Show symbols only, or words too."""
        for chip in self.chips():
            chip.narrow = narrow
            chip.updateGeometry()
        for head in self._heads:
            head.setVisible(not narrow)
        side = 8 if narrow else 12
        self._column.setContentsMargins(side, 8 if narrow else 12, side, 8)
        self._column.setSpacing(4 if narrow else 6)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOff if narrow else policy.ScrollBarAsNeeded
        )
        self.setFixedWidth(NARROW if narrow else WIDE)

    def set_theme(self, theme: Theme) -> None:
        for chip in self.chips():
            chip.set_theme(theme)

    def focus(self) -> None:
        """Give the keyboard to the first chip."""
        self._cards[0].setFocus()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _lay_out(self) -> None:
        self._column.addWidget(self._heads[0])
        for chip in self._cards:
            self._column.addWidget(chip)
        self._column.addSpacing(8)
        self._column.addWidget(self._heads[1])
        for chip in self._lanes:
            self._column.addWidget(chip)
        self._column.addStretch()

    def _say(self) -> None:
        self._heads[0].setText(tr("Cards").upper())
        self._heads[1].setText(tr("Lanes").upper())
        for chip in self.chips():
            chip.say()

    @staticmethod
    def _teller(chip: Chip, emit: Callable[[str], None]) -> Callable[[], None]:
        return lambda: emit(chip.kind)


def _card_chip(kind: CardKind, index: int) -> Chip:
    chip = Chip(kind.name, CARD_TYPE, kind.label, kind.symbol, key_of(index))
    chip.set_colours(kind.tint, kind.full)
    return chip


def _lane_chip(kind: LaneKind) -> Chip:
    blank = kind.record(kind=kind.name, id="blank")
    return Chip(kind.name, LANE_TYPE, kind.label, kind.symbol(blank))
