"""What the editor of one field is: it shows the values of one or several records."""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any, Final, TypeAlias

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QWidget

from cjeditor.core.words import mark
from cjeditor.model.map import Map
from cjeditor.panels.icons import coloured, quiet

Change: TypeAlias = Callable[[Any], Any]
"""From a record's old value to its new one."""


class Mixed(Enum):
    """Stands for the value of records that do not agree."""

    MIXED = "mixed"


MIXED: Final = Mixed.MIXED
SEVERAL: Final = mark("several values")

_STROKES: Final = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_FOCUS_OUT: Final = QEvent.Type.FocusOut

SPIN_MARGIN: Final = 7
"""Pixels before a number, where the style sheet's padding does not reach."""


def common(values: Sequence[Any]) -> Any:
    """Return the value that all have, or `MIXED`."""
    first = values[0]
    return first if values.count(first) == len(values) else MIXED


def to(value: Any) -> Change:
    """Return the change that gives every record *value*."""
    return lambda _old: value


class FieldEditor(QWidget):
    """The editor of one field.

    Signals:
        edited: The user changed it; carries a `Change`.
        finished: The user went on to something else; the next edit is a step of its own.

    Attributes:
        merges: Whether edits that follow each other make one step of undo (typing does).
        half: Whether two such editors may share a row.
        titled: Whether the editor shows its own title, so that the form need not.
    """

    edited = Signal(object)
    finished = Signal()
    merges = False
    half = False
    titled = False

    def show_values(self, values: Sequence[Any]) -> None:
        """Show what the records hold; one value for each record, at least one."""
        self.show_value(common(values))

    def show_value(self, value: Any) -> None:
        """Show the value that all records have, or that it is `MIXED`."""
        raise NotImplementedError

    def show_map(self, journey: Map) -> None:
        """Take the choices that the map offers."""

    def take_over(self) -> None:
        """Emit what was typed and has not been told by `edited` yet; most tell each letter."""

    def name(self, label: str) -> None:
        """Give the control that takes the keyboard the name *label* for screen readers."""
        (self.focusProxy() or self).setAccessibleName(label)

    def wanted_width(self) -> int:
        """Return the pixels in which all of it is read."""
        return self.minimumSizeHint().width()

    def set_inner(self, widget: QWidget) -> None:
        """Make *widget* the control that takes the keyboard for this editor."""
        self.setFocusProxy(widget)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave undo and redo to the document, and notice when the keyboard goes away."""
        kind = event.type()
        if kind in _STROKES:
            sequence = QKeySequence(event.keyCombination())  # type: ignore[attr-defined]
            if sequence in _undo_keys():
                event.ignore()
                return True
        elif kind == _FOCUS_OUT:
            self.finished.emit()
        return False

    def silently(self) -> QSignalBlocker:
        """Return a blocker under which the inner control changes unnoticed."""
        return QSignalBlocker(self.focusProxy() or self)


def _undo_keys() -> list[QKeySequence]:
    standard = QKeySequence.StandardKey
    return [
        *QKeySequence.keyBindings(standard.Undo),
        *QKeySequence.keyBindings(standard.Redo),
        QKeySequence("Ctrl+Y"),
        QKeySequence("Ctrl+Shift+Z"),
    ]


def button_in(line: QLineEdit, name: str, text: str) -> QToolButton:
    """Return a new button with the symbol *name* inside the right end of *line*.

    Qt's own (`addAction`) stands too low in a field with a style sheet, and is too small.
    """
    button = QToolButton()
    button.setObjectName("inField")
    button.setIcon(coloured(name, quiet(line.palette())))
    button.setIconSize(QSize(16, 16))
    button.setToolTip(text)
    button.setAccessibleName(text)
    button.setCursor(Qt.CursorShape.ArrowCursor)
    line.setTextMargins(0, 0, 22, 0)
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 3, 0)
    row.addStretch()
    row.addWidget(button)
    return button


def whole(text: str) -> str:
    """Return *text* without halves of characters, which cannot be saved."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
