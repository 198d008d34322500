"""How the rows of the outline look: the words, and in grey what they belong to."""

from typing import Final

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cjeditor.core.words import tr
from cjeditor.kinds.fields import MAX_TEXT
from cjeditor.panels.icons import quiet
from cjeditor.panels.outline_model import ROLE_NOTE

_GAP: Final = 12
_SHARE: Final = 0.4
"""Of a row's width, what the grey words take at most."""

Index = QModelIndex | QPersistentModelIndex


class OutlineRows(QStyledItemDelegate):
    """Paints the words at the left and the note at the right end; makes the field to write in.

    Signals:
        typed: With the index of the row that is being written, and its text so far.
    """

    typed = Signal(object, str)

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        row = QPersistentModelIndex(index)
        line = QLineEdit(parent)
        line.textEdited.connect(lambda text: self.typed.emit(row, text))
        line.setMaxLength(MAX_TEXT)
        line.setAccessibleName(tr("Text"))
        return line

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the words of a row, but leave the cursor alone where they stand there already."""
        if isinstance(editor, QLineEdit) and editor.text() != index.data(Qt.ItemDataRole.EditRole):
            super().setEditorData(editor, index)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Escape end the writing and keep what was written, as on the map."""
        is_pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_pressed and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]
            self.commitData.emit(watched)
            self.closeEditor.emit(watched)
            return True
        return super().eventFilter(watched, event)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        note = index.data(ROLE_NOTE)
        if not note:
            super().paint(painter, option, index)
            return
        own = QStyleOptionViewItem(option)
        self.initStyleOption(own, index)
        style = own.widget.style() if own.widget else QApplication.style()
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, own, own.widget)
        room.setRight(own.rect.right() - 6)
        end = Qt.TextElideMode.ElideRight
        shown = own.fontMetrics.elidedText(note, end, int(room.width() * _SHARE))
        width = own.fontMetrics.horizontalAdvance(shown) + _GAP
        own.text = own.fontMetrics.elidedText(own.text, end, room.width() - width)
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, own, painter, own.widget)
        painter.save()
        painter.setPen(QColor(quiet(own.palette)))
        painter.setFont(own.font)
        at = QRect(room.right() - width, room.top(), width, room.height())
        painter.drawText(at, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
