"""The editor of a size on the sheet: a number of points, or automatic."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QHBoxLayout, QToolButton

from cjeditor.core.words import mark, tr
from cjeditor.panels.editor import MIXED, SEVERAL, SPIN_MARGIN, FieldEditor, to
from cjeditor.panels.icons import coloured, quiet

AUTOMATIC = mark("Automatic")

_STEP = 8.0
"""Points that an arrow key changes."""


class _SizeBox(QDoubleSpinBox):
    """A box in which nothing, or the value below the least one, means automatic."""

    def fixup(self, text: str) -> str:
        """Return what an unfinished *text* means once the user goes on."""
        if not text.removesuffix(self.suffix()).strip():
            return self.textFromValue(self.minimum()) + self.suffix()
        return super().fixup(text) or text

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class SizeEditor(FieldEditor):
    """A length in points from *least* to *most*; a button gives it back to the program."""

    merges = True

    def __init__(self, least: float, most: float) -> None:
        super().__init__()
        self._least = least
        self._box = _SizeBox()
        self._box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._box.setDecimals(0)
        self._box.setRange(least - 1, most)
        self._box.setSingleStep(_STEP)
        self._box.setSuffix(" " + tr("pt"))
        self._box.lineEdit().setTextMargins(SPIN_MARGIN, 0, 0, 0)
        self._box.valueChanged.connect(self._edit)
        self._reset = QToolButton()
        self._reset.setIcon(coloured("x", quiet(self.palette())))
        self._reset.clicked.connect(self._give_back)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self._box, 1)
        row.addWidget(self._reset)
        self.set_inner(self._box)

    def name(self, label: str) -> None:
        super().name(label)
        text = tr("{field}: automatic").format(field=label)
        self._reset.setAccessibleName(text)
        self._reset.setToolTip(tr(AUTOMATIC))

    def show_value(self, value: Any) -> None:
        with self.silently():
            self._box.setSpecialValueText(tr(SEVERAL) if value is MIXED else tr(AUTOMATIC))
            self._box.setValue(value if isinstance(value, float) else self._box.minimum())
        self._reset.setVisible(value is not None)

    def _edit(self, value: float) -> None:
        self.edited.emit(to(value if value >= self._least else None))

    def _give_back(self) -> None:
        self._box.setFocus()
        self.edited.emit(to(None))
