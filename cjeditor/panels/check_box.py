"""A check box whose words go on in the next line where there is no room."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextShowMnemonic)


class CheckBox(QCheckBox):
    """The box stands beside the first line; a click on any line of the words counts."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        flows = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        flows.setHeightForWidth(True)
        self.setSizePolicy(flows)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = max(1, width - self._left())
        words = self.fontMetrics().boundingRect(QRect(0, 0, room, 10_000), _WRAPPED, self.text())
        return self._line() - self.fontMetrics().height() + words.height()

    def minimumSizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        longest = max(map(metrics.horizontalAdvance, self.text().split()), default=0)
        return QSize(self._left() + longest + 1, self._line())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:
        option = self._option()
        option.text = ""
        option.rect = QRect(0, 0, self.width(), self._line())
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_CheckBox, option)
        painter.setPen(self.palette().color(self.foregroundRole()))
        left, above = self._left(), (self._line() - self.fontMetrics().height()) // 2
        words = QRect(left, above, self.width() - left, self.height() - above)
        painter.drawText(words, _WRAPPED, self.text())
        painter.end()

    def _option(self) -> QStyleOptionButton:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        return option

    def _left(self) -> int:
        """Return where the words begin."""
        element = QStyle.SubElement.SE_CheckBoxContents
        return self.style().subElementRect(element, self._option(), self).x()

    def _line(self) -> int:
        """Return the height of the first line, with its box."""
        return super().sizeHint().height()
