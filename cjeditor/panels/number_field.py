"""The editor of a number of any size, typed with a comma or a point."""

from typing import Any, Final

from PySide6.QtWidgets import QLineEdit, QVBoxLayout

from cjeditor.core.numbers import read_number, written
from cjeditor.core.words import interface, tr
from cjeditor.panels.editor import MIXED, SEVERAL, FieldEditor, to

_MOST: Final = 1e15
_DECIMALS: Final = 6


class NumberLine(QLineEdit):
    """One number, or nothing.

    Args:
        whole: Whether only whole numbers count.
    """

    def __init__(self, *, whole: bool = False) -> None:
        super().__init__()
        self._whole = whole
        self.setMaxLength(40)
        self.textChanged.connect(self._mark_wrong)

    @property
    def number(self) -> float | None:
        """What is typed; None for nothing, and for what is no number."""
        found = read_number(self.text())
        if found is None or abs(found) > _MOST or (self._whole and not found.is_integer()):
            return None
        return found

    @property
    def is_right(self) -> bool:
        """Whether there is a number, or nothing at all."""
        return self.number is not None or not self.text().strip()

    def _mark_wrong(self) -> None:
        if bool(self.property("wrong")) == self.is_right:
            self.setProperty("wrong", not self.is_right)
            self.style().polish(self)


class NumberEditor(FieldEditor):
    """A number.

    Args:
        optional: Whether nothing may stand there instead.
    """

    merges = True
    half = True

    def __init__(self, optional: bool) -> None:
        super().__init__()
        self._optional = optional
        self._value: Any = None
        self._line = NumberLine()
        self._line.textEdited.connect(self._edit)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._line)
        self.set_inner(self._line)

    def show_value(self, value: Any) -> None:
        self._line.setPlaceholderText(tr(SEVERAL) if value is MIXED else "")
        if value == self._value and (self._line.hasFocus() or self._line.number == value):
            return
        self._value = value
        is_number = isinstance(value, float)
        self._line.setText(
            written(value, interface(), _DECIMALS, grouped=False) if is_number else ""
        )

    def _edit(self) -> None:
        number = self._line.number
        if number is None and not (self._optional and self._line.is_right):
            return
        self._value = number
        self.edited.emit(to(number))
