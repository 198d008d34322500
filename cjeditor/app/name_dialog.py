"""A small dialog that asks for a name."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from cjeditor.app.templates import LONGEST
from cjeditor.core.words import tr
from cjeditor.panels.labels import plain


class NameDialog(QDialog):
    """Asks for a name; it can only be accepted with one.

    Attributes:
        name: What was written, without spaces around it.
    """

    def __init__(self, parent: QWidget, title: str, name: str) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(380)
        label = plain(tr("Name"), "caption")
        self._field = QLineEdit(name[:LONGEST])
        self._field.setMaxLength(LONGEST)
        self._field.setAccessibleName(tr("Name"))
        self._field.selectAll()
        label.setBuddy(self._field)
        standard = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self._field.textChanged.connect(self._follow)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(6)
        column.addWidget(label)
        column.addWidget(self._field)
        column.addSpacing(12)
        column.addWidget(self._buttons)
        self._follow()

    @property
    def name(self) -> str:
        return " ".join(self._field.text().split())

    def _follow(self) -> None:
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self.name.strip(" .")))
