"""Asks which owner is to be called what."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QVBoxLayout, QWidget

from cjeditor.core.words import tr
from cjeditor.edits.owners import RenameOwner
from cjeditor.model.map import Map
from cjeditor.model.owners import NOBODY, owners
from cjeditor.panels.choice_fields import ChoiceBox
from cjeditor.panels.form import captioned
from cjeditor.panels.labels import one_line, wrapped


class RenameOwnerDialog(QDialog):
    """One of the map's owners, and another name.

    Args:
        owner: Who is chosen at first; NOBODY means the first one.
    """

    def __init__(self, journey: Map, owner: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Rename an owner"))
        self.setMinimumWidth(400)
        self._known = owners(journey)
        self.who = ChoiceBox()
        self.who.setAccessibleName(tr("Owner"))
        for name in self._known:
            self.who.addItem(one_line(name), name)
        self.name = QLineEdit()
        self.name.setAccessibleName(tr("New name"))
        self._note = wrapped("", "note")
        standard = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(captioned(tr("Owner"), self.who))
        column.addWidget(captioned(tr("New name"), self.name))
        column.addWidget(self._note)
        column.addWidget(self._buttons)
        self.who.currentIndexChanged.connect(self._propose)
        self.name.textChanged.connect(self._check)
        if owner != NOBODY:
            self.who.setCurrentIndex(self._known.index(owner))
        self._propose()
        self.name.setFocus()

    def edit(self) -> RenameOwner:
        """Return what was asked for."""
        return RenameOwner(self.who.currentData(), self.name.text())

    def _propose(self) -> None:
        self.name.setText(self.who.currentText())
        self.name.selectAll()

    def _check(self) -> None:
        new = self.name.text().strip()
        both = new in self._known and new != self.who.currentData()
        self._note.setText(tr("There is such an owner; the two become one.") if both else "")
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(new) and new != self.who.currentData())
