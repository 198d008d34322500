"""A form: the editors of some fields under each other, short ones in pairs."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from cjeditor.core.frozen import Frozen
from cjeditor.core.words import tr
from cjeditor.model.map import Map
from cjeditor.panels.editor import FieldEditor
from cjeditor.panels.fields import Field
from cjeditor.panels.labels import plain

GAP, CAPTION_GAP, COLUMN_GAP = 12, 4, 8
"""Between fields, between a caption and its field, between two fields of a row; in pixels."""


class Form(QWidget):
    """The editors of *fields*; it writes nothing itself.

    Signals:
        edited: Name of the field, its `Change`, and whether it may merge with the one before.
        finished: The user left a field.
    """

    edited = Signal(str, object, bool)
    finished = Signal()

    def __init__(self, fields: Sequence[Field]) -> None:
        super().__init__()
        self._fields = tuple(fields)
        self._editors: dict[str, FieldEditor] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(COLUMN_GAP)
        self._grid.setVerticalSpacing(GAP)
        for column in (0, 1):
            self._grid.setColumnStretch(column, 1)
            self._grid.setColumnMinimumWidth(column, 60)
        self._place([(each, self._make(each)) for each in self._fields])

    def show_records(self, records: Sequence[Frozen], journey: Map) -> None:
        """Show what *records* hold; there is at least one, and all have the fields."""
        for name, editor in self._editors.items():
            editor.show_map(journey)
            editor.show_values([getattr(record, name) for record in records])

    def focused(self) -> str:
        """Return the name of the field that has the keyboard, or ""."""
        for name, editor in self._editors.items():
            if (editor.focusProxy() or editor).hasFocus():
                return name
        return ""

    def focus(self, name: str) -> None:
        """Give the keyboard to the field *name*, if the form has it."""
        if name in self._editors:
            self._editors[name].setFocus()

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        for editor in list(self._editors.values())[:1]:
            editor.setFocus()

    def _make(self, field: Field) -> FieldEditor:
        editor = field.make()
        editor.name(tr(field.label))
        editor.edited.connect(lambda change: self.edited.emit(field.name, change, editor.merges))
        editor.finished.connect(self.finished)
        self._editors[field.name] = editor
        return editor

    def _place(self, editors: list[tuple[Field, FieldEditor]]) -> None:
        row = 0
        while editors:
            pair = editors[:2] if len(editors) > 1 and _fit_one_row(editors[:2]) else editors[:1]
            editors = editors[len(pair) :]
            for column, (field, editor) in enumerate(pair):
                span = 3 - len(pair)
                self._grid.addWidget(_captioned(field, editor), row, column, 1, span)
            row += 1


def _fit_one_row(pair: list[tuple[Field, FieldEditor]]) -> bool:
    return all(editor.half for _field, editor in pair)


def _captioned(field: Field, editor: FieldEditor) -> QWidget:
    """Return the editor under its caption."""
    if editor.titled:
        return editor
    return captioned(tr(field.label), editor)


def captioned(text: str, editor: QWidget) -> QWidget:
    """Return *editor* under the caption *text*, which gives it the keyboard by its mnemonic."""
    frame = QWidget()
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(CAPTION_GAP)
    caption = plain(text, "caption")
    caption.setBuddy(editor.focusProxy() or editor)
    column.addWidget(caption)
    column.addWidget(editor)
    column.addStretch()
    return frame
