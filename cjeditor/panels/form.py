"""A form: the editors of some fields under each other, short ones in pairs."""

from collections.abc import Sequence
from operator import attrgetter
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjeditor.core.frozen import Frozen
from cjeditor.core.words import tr
from cjeditor.model.map import Map
from cjeditor.panels.editor import FieldEditor
from cjeditor.panels.fields import Field
from cjeditor.panels.labels import plain
from cjeditor.panels.side_by_side import SideBySide

CAPTION_GAP: Final = 4
"""Between a caption and its field, in pixels."""


class Form(SideBySide):
    """The editors of *fields*; it writes nothing itself.

    Signals:
        edited: Name of the field, its `Change`, and whether it may merge with the one before.
        finished: The user left a field.
    """

    edited = Signal(str, object, bool)
    finished = Signal()

    def __init__(self, fields: Sequence[Field], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields = tuple(fields)
        self._editors: dict[str, FieldEditor] = {}
        self._frames = [(each, _captioned(each, self._make(each), self)) for each in self._fields]
        self.hold([(frame, self._editors[field.name]) for field, frame in self._frames])

    def show_records(self, records: Sequence[Frozen], journey: Map) -> None:
        """Show what *records* hold; there is at least one, and all have the fields."""
        for name, editor in self._editors.items():
            editor.show_map(journey)
            editor.show_values(list(map(attrgetter(name), records)))
        for field, frame in self._frames:
            if field.needs is not None:
                other, value = field.needs
                frame.setVisible(any(getattr(record, other, value) == value for record in records))
        self.place()

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


def _captioned(field: Field, editor: FieldEditor, parent: QWidget) -> QWidget:
    """Return the editor under its caption."""
    if editor.titled:
        return editor
    return captioned(tr(field.label), editor, parent)


def captioned(text: str, editor: QWidget, parent: QWidget | None = None) -> QWidget:
    """Return *editor* under the caption *text*, which gives it the keyboard by its mnemonic.

    With a *parent* from the beginning the style sheet is read once, not again with each parent.
    """
    frame = QWidget(parent)
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(CAPTION_GAP)
    caption = plain(text, "caption", frame)
    caption.setBuddy(editor.focusProxy() or editor)
    column.addWidget(caption)
    column.addWidget(editor)
    column.addStretch()
    return frame
