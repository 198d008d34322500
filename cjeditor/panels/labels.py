"""Labels that show any text as it is: never markup, cut with an ellipsis where there is no room."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QToolTip, QWidget

from cjeditor.core.markup import no_markup

LONGEST = 2000
"""Characters of a text that a label takes; nobody reads more in one."""


def plain(text: str, role: str = "", parent: QWidget | None = None) -> QLabel:
    """Return a label for *text*; *role* names its look in the style sheet."""
    label = QLabel(parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setText(text)
    label.setProperty("role", role)
    return label


def wrapped(text: str, role: str = "") -> QLabel:
    """Return a label for *text* on as many lines as it needs."""
    label = plain(text, role)
    label.setWordWrap(True)
    return label


def one_line(text: str) -> str:
    """Return *text* on one line, for a label or a row of a list."""
    return " ".join(text[:LONGEST].split())


def show_whole(widget: QWidget, event: QEvent, text: str, room: int) -> bool:
    """Answer a wish for a tooltip with *text* if *room* pixels cut it; return whether they do."""
    if event.type() != QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
        return False
    if widget.fontMetrics().horizontalAdvance(text) <= room:
        return False
    QToolTip.showText(event.globalPos(), no_markup(text), widget)
    return True


class ShortLabel(QLabel):
    """One line that ends with an ellipsis where there is not room; a tooltip has all of it."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        self.setText(one_line(text))

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip:
            room = self.contentsRect().width()
            return show_whole(self, event, self.text(), room) or super().event(event)
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        rect = self.contentsRect()
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, int(self.alignment()), text)
        painter.end()
