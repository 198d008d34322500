"""Rows of a list in the inspector: a symbol, a text that opens, a button that takes away."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.words import tr
from cjeditor.display.shapes import Symbol
from cjeditor.panels.icons import coloured, quiet, seen
from cjeditor.panels.labels import one_line, plain
from cjeditor.render.qt import draw_symbol

SHOWN = 120
"""Characters of a text that a row shows."""

_EDGE, _SYMBOL, _TEXT_AT = 7, 16, 32
_WRAPPED = int(Qt.TextFlag.TextWordWrap)


class RowButton(QAbstractButton):
    """A symbol and a text of as many lines as it needs, and a note in grey under it."""

    def __init__(self, text: str, symbol: str, colour: str, note: str) -> None:
        super().__init__()
        self._symbol = symbol
        self._colour = colour
        self._note = note
        shown = one_line(text)
        self.setText(shown if len(shown) <= SHOWN else shown[: SHOWN - 1] + "…")
        self.setShortcut(QKeySequence())  # an & in somebody's text is no letter to press
        self.setAccessibleName(shown)
        self.setAccessibleDescription(note)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        note = self.fontMetrics().lineSpacing() if self._note else 0
        return max(28, self._text_height(width) + note + 2 * _EDGE)

    def sizeHint(self) -> QSize:
        return QSize(120, self.heightForWidth(max(self.width(), 120)))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, 28)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colour = seen(self._colour, self.palette())
        draw_symbol(painter, Symbol(self._symbol, 9, _EDGE + 1, _SYMBOL, colour))
        painter.setPen(self.palette().color(QPalette.ColorRole.Text))
        height = self._text_height(self.width())
        painter.drawText(self._room(self.width(), height), _WRAPPED, self.text())
        if self._note:
            painter.setPen(QColor(quiet(self.palette())))
            self._paint_note(painter, _EDGE + height)
        if self.hasFocus():
            painter.setPen(self.palette().color(QPalette.ColorRole.Link))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 5, 5)
        painter.end()

    def _paint_note(self, painter: QPainter, top: int) -> None:
        font = self.font()
        font.setPixelSize(12)
        painter.setFont(font)
        metrics, width = QFontMetrics(font), self.width() - _TEXT_AT
        text = metrics.elidedText(self._note, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRect(_TEXT_AT, top, width, 100), 0, text)

    def _text_height(self, width: int) -> int:
        room = self._room(width, 10_000)
        return self.fontMetrics().boundingRect(room, _WRAPPED, self.text()).height()

    @staticmethod
    def _room(width: int, height: int) -> QRect:
        return QRect(_TEXT_AT, _EDGE, max(width - _TEXT_AT - 2, 20), height)


class Row(QFrame):
    """One thing, to open or to take away.

    Args:
        note: A second line in grey; "" for none.
    """

    opened = Signal()
    removed = Signal()

    def __init__(self, text: str, symbol: str, colour: str = "", note: str = "") -> None:
        super().__init__()
        self.setObjectName("row")
        row = QHBoxLayout(self)
        row.setContentsMargins(1, 1, 1, 1)
        row.setSpacing(0)
        button = RowButton(text, symbol, colour, note)
        button.clicked.connect(self.opened)
        row.addWidget(button, 1)
        remove = QToolButton()
        remove.setIcon(coloured("x", quiet(self.palette())))
        remove.setIconSize(QSize(14, 14))
        remove.setAccessibleName(tr("Remove {what}").format(what=one_line(text)))
        remove.setToolTip(tr("Remove"))
        remove.clicked.connect(self.removed)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignTop)


class RowList(QWidget):
    """Rows under captions, and buttons that add."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._widgets: list[QWidget] = []

    def clear(self) -> None:
        """Take every row and caption away."""
        for widget in self._widgets:
            self._column.removeWidget(widget)
            widget.hide()
            widget.deleteLater()
        self._widgets = []

    def add_caption(self, text: str) -> None:
        self.add(plain(text, "caption"))

    def add(self, widget: QWidget) -> None:
        self._widgets.append(widget)
        left = widget.objectName() == "plus"
        alignment = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag(0)
        self._column.addWidget(widget, 0, alignment)
