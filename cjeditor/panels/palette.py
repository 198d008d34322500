"""The palette: the kinds of cards and lanes, to click, to drag, or by their keys."""

import json
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QDrag, QFontInfo, QMouseEvent, QPainter, QPaintEvent, QPalette
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

CHIP_HEIGHT, LOW, AROUND = 34, 28, 10
"""Least height of a chip with words and with its symbol only, and its room around words."""
SYMBOL, BAR, KEY = 17, 4, 20
CAP: Final = 2
"""Characters of a key that a chip has room for."""

WORDS_AT: Final = 14 + SYMBOL + 8
"""Where the words of a chip begin, in pixels from its left."""


_WRAPPED: Final = int(
    Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextWordWrap
)


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
        self.least = LOW
        self.wide = WIDE - 24
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

    def set_key(self, key: str) -> None:
        """Show the key that does the same, as people read it; "" for none."""
        self._key = key
        self.setToolTip(self._tip())
        self.update()

    @property
    def _cap(self) -> str:
        """What of the key has room on the chip; Alt is understood."""
        cap = self._key.removeprefix("Alt+")
        return cap if len(cap) <= CAP else ""

    def say(self) -> None:
        """Take the words of the interface's language."""
        self.setText(tr(self._label))
        self.updateGeometry()
        self.setAccessibleName(tr(self._label))
        self.setToolTip(self._tip())

    def sizeHint(self) -> QSize:
        if self.narrow:
            return QSize(NARROW - 16, self.least)
        metrics, room = self.fontMetrics(), self._words_width(self.wide)
        words = metrics.boundingRect(0, 0, room, 0, _WRAPPED, self.text())
        return QSize(self.wide, max(words.height() + AROUND, self.least + CHIP_HEIGHT - LOW))

    def word_width(self) -> int:
        """Return the width of a chip whose longest word is not cut, in pixels."""
        metrics = self.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, self.text().split()), default=0)
        return longest + 2 - self._words_width(0)

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
        edge = self._theme.card_edge or self._theme.rule
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
        plain = not self._full or bool(self._theme.card_edge)
        if self.hasFocus() or self.underMouse() or plain:
            pen = painter.pen()
            pen.setStyle(Qt.PenStyle.SolidLine)
            pen.setColor(QColor(edge))
            pen.setWidthF(2 if self.hasFocus() else 1)
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 6, 6)

    def _words_width(self, width: int) -> int:
        return width - WORDS_AT - (KEY + 14 if self._cap else 8)

    def _paint_words(self, painter: QPainter) -> None:
        if self._cap:
            self._paint_key(painter)
        painter.setFont(self.font())
        painter.setPen(QColor(self._theme.ink))
        room = QRect(WORDS_AT, 0, self._words_width(self.width()), self.height())
        painter.drawText(room, _WRAPPED, self.text())

    def _paint_key(self, painter: QPainter) -> None:
        badge = QRectF(self.width() - KEY - 8, (self.height() - KEY + 1) / 2, KEY, KEY - 1)
        painter.setPen(QColor(self._theme.rule))
        painter.setBrush(QColor(self._theme.sheet))
        painter.drawRoundedRect(badge, 4, 4)
        font = self.font()
        font.setBold(True)
        font.setPixelSize(min(round(QFontInfo(font).pixelSize() * 11 / 13), KEY - 6))
        painter.setFont(font)
        painter.setPen(QColor(self._theme.quiet))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self._cap)

    def _tip(self) -> str:
        return f"{tr(self._label)} ({self._key})" if self._key else tr(self._label)


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
        self._is_narrow = narrow
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
        self.setFixedWidth(NARROW if narrow else self._cards[0].wide + 24)

    def show_keys(self, keys: Callable[[str], str]) -> None:
        """Show the key that *keys* gives for each kind of card; "" for none."""
        for chip in self._cards:
            chip.set_key(keys(chip.kind))

    def set_theme(self, theme: Theme) -> None:
        for chip in self.chips():
            chip.set_theme(theme)

    def set_least(self, height: int) -> None:
        """Make no chip lower than *height* pixels, and all wide enough for their words."""
        wide = max(WIDE - 24, *(chip.word_width() for chip in self.chips()))
        for chip in self.chips():
            chip.least, chip.wide = height, wide
            chip.updateGeometry()
        if not self._is_narrow:
            self.setFixedWidth(wide + 24)

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
        self.set_least(self._cards[0].least)

    @staticmethod
    def _teller(chip: Chip, emit: Callable[[str], None]) -> Callable[[], None]:
        return lambda: emit(chip.kind)


def _card_chip(kind: CardKind, index: int) -> Chip:
    key = key_of(index)
    chip = Chip(kind.name, CARD_TYPE, kind.label, kind.symbol, f"Alt+{key}" if key else "")
    chip.set_colours(kind.tint, kind.full)
    return chip


def _lane_chip(kind: LaneKind) -> Chip:
    blank = kind.record(kind=kind.name, id="blank")
    return Chip(kind.name, LANE_TYPE, kind.label, kind.symbol(blank))
