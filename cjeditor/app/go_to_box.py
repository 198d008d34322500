"""A small box over the map that goes to a cell by its code."""

from typing import Final

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QVBoxLayout

from cjeditor.canvas.view import MapView
from cjeditor.canvas.walk import Focus
from cjeditor.core.words import tr
from cjeditor.layout.codes import cell_named
from cjeditor.panels.labels import plain

_WIDTH: Final = 300
_BELOW_TOP: Final = 24
"""Pixels between the view's top and the box."""

_EXAMPLE: Final = "C6"
_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GoToBox(QFrame):
    """Takes a code such as C6 and puts the cell cursor there."""

    def __init__(self, view: MapView) -> None:
        super().__init__(view)
        self.setObjectName("goTo")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._view = view
        self._label = plain("")
        self.field = _Field(self)
        self.field.setPlaceholderText(_EXAMPLE)
        self.field.setMaxLength(12)
        self.hint = plain("", "hint")
        self.hint.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self._label)
        row.addWidget(self.field, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(6)
        column.addLayout(row)
        column.addWidget(self.hint)
        self.field.textEdited.connect(lambda: self._say(""))
        self.hide()

    def start(self) -> None:
        """Show it over the map, empty."""
        self._label.setText(tr("Go to cell"))
        self.field.setAccessibleName(tr("Go to cell"))
        self.field.clear()
        self._say("")
        self.move(max(0, (self._view.width() - _WIDTH) // 2), _BELOW_TOP)
        self.show()
        self.raise_()
        self.field.setFocus()

    def go(self) -> None:
        """Go to the cell that is written; say so where there is none."""
        code = self.field.text().strip()
        sheet = self._view.sheet
        cell = cell_named(sheet.journey, code)
        if cell is None or cell[0] not in sheet.lane_of or cell[1] not in sheet.column_of:
            text = tr("There is no cell {code} on the map.").format(code=code.upper())
            self._say(text if code else "")
            return
        self.leave()
        self._view.go(Focus(None, cell))
        self._view.motion.glide(self._view.show_focus)

    def leave(self) -> None:
        """Give the keyboard back to the map."""
        self._view.setFocus()
        self.hide()

    def _say(self, problem: str) -> None:
        self.hint.setText(problem)
        self.hint.setVisible(bool(problem))
        self.field.setAccessibleDescription(problem)
        self.setFixedWidth(_WIDTH)
        self.adjustSize()


class _Field(QLineEdit):
    """The code; Enter goes there, Escape and leaving the field close the box."""

    def __init__(self, box: GoToBox) -> None:
        super().__init__()
        self._box = box

    def event(self, event: QEvent) -> bool:
        """Keep Enter from the map's own commands, which would write the selected card."""
        is_override = event.type() == QEvent.Type.ShortcutOverride
        if is_override and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case key if key in _ENTER:
                self._box.go()
            case Qt.Key.Key_Escape:
                self._box.leave()
            case _:
                super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._box.hide()
