"""The editor of rows of two texts: quotes with their source, fields of the user's own."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QFrame, QLineEdit, QToolButton, QVBoxLayout

from cjeditor.core.frozen import Frozen
from cjeditor.core.words import tr
from cjeditor.kinds.fields import MAX_TEXT
from cjeditor.panels.editor import SEVERAL, FieldEditor, button_in, common, to, whole
from cjeditor.panels.labels import plain


class PairsEditor(FieldEditor):
    """Rows of two texts; a row without both goes away.

    Args:
        record: Class of a row, with two text fields.
        hints: What stands in the two empty fields, English, marked.
        added: Text of the button that adds a row, English, marked.
    """

    merges = True

    def __init__(self, record: type[Frozen], hints: tuple[str, str], added: str) -> None:
        super().__init__()
        self._record = record
        self._names = tuple(record.model_fields)
        self._hints = hints
        self._value: tuple[Frozen, ...] | None = None
        self._lines: list[tuple[QLineEdit, QLineEdit]] = []
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(4)
        self._note = plain("", "note")
        self._rows.addWidget(self._note)
        self._more = QToolButton()
        self._more.setObjectName("plus")
        self._more.setText(tr(added))
        self._more.clicked.connect(self._add)
        self._rows.addWidget(self._more)
        self.set_inner(self._more)

    def name(self, label: str) -> None:
        self._more.setAccessibleName(f"{label}: {self._more.text()}")

    def show_values(self, values: Sequence[Any]) -> None:
        value = common(values)
        mixed = not isinstance(value, tuple)
        self._note.setText(tr(SEVERAL))
        self._note.setVisible(mixed)
        self._more.setVisible(not mixed)
        if mixed:
            value = ()
        if value != self._value:
            self._value = value
            self._show(value)

    def _show(self, rows: tuple[Frozen, ...]) -> None:
        for frame in self.findChildren(QFrame, "pair"):
            self._rows.removeWidget(frame)
            frame.hide()
            frame.deleteLater()
        self._lines = []
        for row in rows:
            first, second = (getattr(row, name) for name in self._names)
            self._put(first, second)

    def _put(self, first: str, second: str) -> QLineEdit:
        frame = QFrame()
        frame.setObjectName("pair")
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 2)
        column.setSpacing(2)
        lines = (self._line(first, 0), self._line(second, 1))
        for line in lines:
            column.addWidget(line)
        self._lines.append(lines)
        self._rows.insertWidget(self._rows.count() - 1, frame)
        button_in(lines[0], "x", tr("Remove")).clicked.connect(self._remover(lines))
        return lines[0]

    def _line(self, text: str, which: int) -> QLineEdit:
        line = QLineEdit(text)
        line.setMaxLength(MAX_TEXT)
        line.setCursorPosition(0)
        line.setPlaceholderText(tr(self._hints[which]))
        line.setAccessibleName(tr(self._hints[which]))
        line.textEdited.connect(self._edit)
        line.installEventFilter(self)
        return line

    def _add(self) -> None:
        self._put("", "").setFocus()

    def _remover(self, lines: tuple[QLineEdit, QLineEdit]) -> Callable[[], None]:
        def remove() -> None:
            for line in lines:
                line.clear()
            self._edit()
            self._show(self._value or ())

        return remove

    def _edit(self) -> None:
        texts = [(whole(one.text()), whole(two.text())) for one, two in self._lines]
        self._value = tuple(
            self._record(**dict(zip(self._names, pair, strict=True)))
            for pair in texts
            if any(part.strip() for part in pair)
        )
        self.edited.emit(to(self._value))
