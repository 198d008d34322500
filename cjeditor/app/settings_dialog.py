"""The settings dialog: every choice holds at once."""

from typing import Final

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.app.setting_choices import CHOICES, SettingChoice
from cjeditor.app.settings import SettingsFile
from cjeditor.core.words import tr
from cjeditor.panels.choice_fields import ChoiceBox
from cjeditor.panels.labels import plain, wrapped

_LETTERS: Final = 18
"""For which a box has room at least."""


class SettingsDialog(QDialog):
    """A box of choices for each setting that people choose.

    Signals:
        keys_wanted: The keys of the actions are to be changed.
    """

    keys_wanted = Signal()

    def __init__(self, parent: QWidget, settings: SettingsFile) -> None:
        super().__init__(parent)
        self._settings = settings
        self._boxes: list[tuple[SettingChoice, QLabel, ChoiceBox]] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(12)
        for number, each in enumerate(CHOICES):
            self._add(each, *divmod(number, 2))
        self._note = wrapped("", "caption")
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(self._grid)
        column.addWidget(self._note)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.accept)
        self._keys = QPushButton()
        self._keys.setAutoDefault(False)
        self._keys.clicked.connect(self.keys_wanted)
        buttons.addButton(self._keys, QDialogButtonBox.ButtonRole.ActionRole)
        column.addWidget(buttons)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _add(self, setting: SettingChoice, row: int, column: int) -> None:
        caption, box = plain("", "caption"), ChoiceBox()
        caption.setBuddy(box)
        field = setting.field
        box.activated.connect(lambda _index: self._settings.change(**{field: box.currentData()}))
        self._boxes.append((setting, caption, box))
        box.setMinimumContentsLength(_LETTERS)
        pair = QVBoxLayout()
        pair.setSpacing(4)
        pair.addWidget(caption)
        pair.addWidget(box)
        self._grid.addLayout(pair, row, column)

    def _say(self) -> None:
        self.setWindowTitle(tr("Settings"))
        self._note.setText(tr("Poster and workbook speak the language of the map itself."))
        self._keys.setText(tr("Keys …"))
        for setting, caption, box in self._boxes:
            caption.setText(tr(setting.label))
            box.setAccessibleName(tr(setting.label))
            box.clear()
            for value, text in setting.choices().items():
                box.addItem(text, value)
            box.setCurrentIndex(box.findData(getattr(self._settings.value, setting.field)))
