"""A dialog that asks for a few choices, one below the other."""

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cjeditor.panels.labels import plain


class ChoosingDialog(QDialog):
    """Rows of a caption and a list, and below them a button that does it.

    Args:
        yes: On the button.
    """

    def __init__(self, parent: QWidget, title: str, yes: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(440)
        self._form = QFormLayout()
        self._form.setHorizontalSpacing(14)
        self._form.setVerticalSpacing(10)
        self._form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self._notes = QVBoxLayout()
        standard = QDialogButtonBox.StandardButton
        buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        buttons.button(standard.Ok).setText(yes)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(16)
        column.addLayout(self._form)
        column.addLayout(self._notes)
        column.addWidget(buttons)

    def add_choice(self, text: str) -> QComboBox:
        """Add a row with the caption *text* and return its list, which is empty."""
        label, box = plain(text, "caption"), QComboBox()
        box.setAccessibleName(text)
        box.setMinimumContentsLength(18)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        label.setBuddy(box)
        self._form.addRow(label, box)
        return box

    def add_note(self, note: QWidget) -> None:
        """Add something to read below the choices."""
        self._notes.addWidget(note)
