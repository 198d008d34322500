"""The settings dialog: every choice holds at once."""

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from cjeditor.app.languages import LANGUAGE_LABELS
from cjeditor.app.settings import SettingsFile
from cjeditor.app.theme import THEME_LABELS
from cjeditor.core.words import mark, tr
from cjeditor.exchange.format import PAPERS
from cjeditor.panels.choice_fields import ChoiceBox
from cjeditor.panels.labels import plain


class SettingsDialog(QDialog):
    """A box of choices for each setting that people choose."""

    def __init__(self, parent: QWidget, settings: SettingsFile) -> None:
        super().__init__(parent)
        self._settings = settings
        self._boxes: list[tuple[str, QLabel, ChoiceBox, str, Callable[[], Mapping[Any, str]]]] = []
        self.setMinimumWidth(380)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 18, 20, 16)
        self._column.setSpacing(4)
        self._add("language", mark("Language"), lambda: _translated(LANGUAGE_LABELS))
        self._add("theme", mark("Theme"), lambda: _translated(THEME_LABELS))
        self._add("paper", mark("Paper of a poster"), _papers)
        self._note = plain("", "caption")
        self._note.setWordWrap(True)
        self._column.addWidget(self._note)
        self._column.addSpacing(12)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.accept)
        self._column.addWidget(buttons)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say()

    def _add(self, field: str, label: str, choices: Callable[[], Mapping[Any, str]]) -> None:
        caption, box = plain("", "caption"), ChoiceBox()
        caption.setBuddy(box)
        box.activated.connect(lambda _index: self._settings.change(**{field: box.currentData()}))
        self._boxes.append((field, caption, box, label, choices))
        self._column.addWidget(caption)
        self._column.addWidget(box)
        self._column.addSpacing(8)

    def _say(self) -> None:
        self.setWindowTitle(tr("Settings"))
        self._note.setText(tr("Poster and workbook speak the language of the map itself."))
        for field, caption, box, label, choices in self._boxes:
            caption.setText(tr(label))
            box.setAccessibleName(tr(label))
            box.clear()
            for value, text in choices().items():
                box.addItem(text, value)
            box.setCurrentIndex(box.findData(getattr(self._settings.value, field)))


def _translated(labels: Mapping[Any, str]) -> Mapping[Any, str]:
    return {value: tr(label) for value, label in labels.items()}


def _papers() -> Mapping[Any, str]:
    names: dict[Any, str] = {name: name for name in PAPERS}
    return {**names, None: tr("The map's own size")}
