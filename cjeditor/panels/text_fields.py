"""Editors of texts: one line, several lines, a number, a day."""

from math import ceil
from typing import Any

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QResizeEvent, QTextCharFormat
from PySide6.QtWidgets import (
    QCalendarWidget,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QSizePolicy,
    QSpinBox,
    QVBoxLayout,
    QWidgetAction,
)

from cjeditor.core.words import interface, tr
from cjeditor.kinds.fields import MAX_TEXT
from cjeditor.panels.editor import MIXED, SEVERAL, SPIN_MARGIN, FieldEditor, button_in, to, whole

FEWEST, MOST = 2, 9
"""Lines that a text field shows at least and at most."""


EDGES = 18
"""Pixels above and below the lines of a text field: padding and border, and one to spare."""


class LineEditor(FieldEditor):
    """One line of text."""

    merges = True

    def __init__(self) -> None:
        super().__init__()
        self._value: Any = None
        self._line = QLineEdit()
        self._line.setMaxLength(MAX_TEXT)
        self._line.textEdited.connect(self._edit)
        _fill(self, self._line)

    def show_value(self, value: Any) -> None:
        if value == self._value:
            return
        self._value = value
        self._line.setText("" if value is MIXED else value)
        self._line.setPlaceholderText(tr(SEVERAL) if value is MIXED else "")
        if not self._line.hasFocus():
            self._line.setCursorPosition(0)

    def _edit(self, text: str) -> None:
        self._value = whole(text)
        self.edited.emit(to(self._value))


class _GrowingText(QPlainTextEdit):
    """A text field as high as its text, within limits."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("growing")
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self._lines = FEWEST

    def sizeHint(self) -> QSize:
        """Return the height of whole lines; half a line would look like a fault."""
        lines = self._lines * QFontMetricsF(self.font()).lineSpacing()
        return QSize(120, ceil(lines) + EDGES)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Count the lines; a long text is not counted through, it is at the limit anyway."""
        height = self.document().documentLayout().documentSize().height()
        lines = max(FEWEST, min(MOST, round(height)))
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)


class TextEditor(FieldEditor):
    """Text of several lines."""

    merges = True

    def __init__(self) -> None:
        super().__init__()
        self._value: Any = None
        self._text = _GrowingText()
        self._text.textChanged.connect(self._edit)
        _fill(self, self._text)

    def show_value(self, value: Any) -> None:
        if value == self._value:
            return
        self._value = value
        with self.silently():
            self._text.setPlainText("" if value is MIXED else value)
        self._text.setPlaceholderText(tr(SEVERAL) if value is MIXED else "")

    def _edit(self) -> None:
        text = whole(self._text.toPlainText())[:MAX_TEXT]
        if text != self._value:
            self._value = text
            self.edited.emit(to(text))


class CountEditor(FieldEditor):
    """A whole number from 0.

    Args:
        optional: Whether nothing may stand there instead of a number.
    """

    merges = True
    half = True

    def __init__(self, optional: bool) -> None:
        super().__init__()
        self._optional = optional
        self._box = QSpinBox()
        self._box.setRange(-1, 1_000_000_000)
        self._box.setSpecialValueText("–")
        self._box.setGroupSeparatorShown(True)
        self._box.lineEdit().setTextMargins(SPIN_MARGIN, 0, 0, 0)
        self._box.valueChanged.connect(self._edit)
        _fill(self, self._box)

    def show_value(self, value: Any) -> None:
        with self.silently():
            self._box.setMinimum(-1 if self._optional or value is MIXED else 0)
            self._box.setSpecialValueText(tr(SEVERAL) if value is MIXED else "–")
            self._box.setValue(-1 if value is MIXED or value is None else value)

    def _edit(self, value: int) -> None:
        if value >= 0:
            self.edited.emit(to(value))
        elif self._optional:
            self.edited.emit(to(None))


class DateEditor(FieldEditor):
    """A day as 2026-11-22, typed or taken from a calendar.

    Args:
        optional: Whether the field may be empty, which means none.
    """

    half = True

    def __init__(self, *, optional: bool = True) -> None:
        super().__init__()
        self._optional = optional
        self._value: Any = None
        self._line = QLineEdit()
        self._line.setMaxLength(10)
        self._line.textEdited.connect(self._edit)
        button_in(self._line, "calendar-event", tr("Choose a day")).clicked.connect(
            self._show_calendar
        )
        _fill(self, self._line)

    def show_value(self, value: Any) -> None:
        self._line.setPlaceholderText(tr(SEVERAL) if value is MIXED else tr("YYYY-MM-DD"))
        if value != self._value or not self._line.hasFocus():
            self._value = value
            self._line.setText(value if isinstance(value, str) else "")
            self._mark_wrong(False)

    def _show_calendar(self) -> None:
        menu, calendar = QMenu(self), QCalendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        # not red, as Qt has it, which is not read in the dark
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(weekend, QTextCharFormat())
        calendar.setLocale(QLocale(interface().language))
        day = QDate.fromString(self._line.text(), Qt.DateFormat.ISODate)
        calendar.setSelectedDate(day if day.isValid() else QDate.currentDate())
        calendar.clicked.connect(self._choose)
        calendar.clicked.connect(menu.close)
        action = QWidgetAction(menu)
        action.setDefaultWidget(calendar)
        menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._line.mapToGlobal(QPoint(0, self._line.height() + 2)))

    def _choose(self, day: QDate) -> None:
        self._line.setText(day.toString(Qt.DateFormat.ISODate))
        self._edit(self._line.text())

    def _edit(self, text: str) -> None:
        right = QDate.fromString(text, Qt.DateFormat.ISODate).isValid() and len(text) == 10
        empty = not text and self._optional
        self._mark_wrong(not (empty or right))
        if right or empty:
            self._value = text or None
            self.edited.emit(to(self._value))

    def _mark_wrong(self, wrong: bool) -> None:
        if bool(self._line.property("wrong")) != wrong:
            self._line.setProperty("wrong", wrong)
            self._line.style().polish(self._line)


def _fill(editor: FieldEditor, widget: QLineEdit | QPlainTextEdit | QSpinBox) -> None:
    column = QVBoxLayout(editor)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(widget)
    editor.set_inner(widget)
