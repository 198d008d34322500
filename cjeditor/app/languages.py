"""Which language the interface speaks, and how it is changed while the program runs."""

from typing import Final

from PySide6.QtCore import QLocale, QObject
from PySide6.QtWidgets import QApplication

from cjeditor.app.qt_words import QtWords
from cjeditor.app.settings import LanguageChoice
from cjeditor.core.words import (
    LANGUAGES,
    Language,
    interface,
    mark,
    set_interface_language,
)

LANGUAGE_LABELS: Final[dict[LanguageChoice, str]] = {
    "system": mark("Like the system"),
    "en": LANGUAGES["en"],
    "id": LANGUAGES["id"],
}


def language_of(choice: LanguageChoice) -> Language:
    """Return the language that *choice* means on this system."""
    if choice != "system":
        return choice
    asked = next(iter(QLocale.system().uiLanguages()), "en").replace("_", "-").split("-")[0]
    return "id" if asked in ("id", "in") else "en"


class Speech:
    """Speaks one language at a time; a change reaches every open window at once.

    Args:
        owner: When this goes, Qt speaks its own language again.
    """

    def __init__(self, application: QApplication, owner: QObject) -> None:
        self._application = application
        self._owner = owner
        self._speaks = False
        self._qt_words: QtWords | None = None

    def speak(self, language: Language) -> None:
        """Change to *language*; every widget hears of it by a LanguageChange event."""
        if self._speaks and interface().language == language:
            return
        self._speaks = True
        set_interface_language(language)
        QLocale.setDefault(QLocale(language))
        if self._qt_words is not None:
            self._application.removeTranslator(self._qt_words)
            self._qt_words.deleteLater()
            self._qt_words = None
        if language != "en":  # Qt's own words are English; it asks for over a thousand at a start
            self._qt_words = QtWords(interface(), self._owner)
            self._application.installTranslator(self._qt_words)
