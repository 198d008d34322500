"""Theme and language of the whole application, as the settings want them."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication

from cjeditor.app.languages import Speech, language_of
from cjeditor.app.settings import SettingsFile
from cjeditor.app.theme import dress, is_dark


class Appearance(QObject):
    """Follows the settings, and the system where they say so.

    Signals:
        theme_changed: Light became dark or dark light.
    """

    theme_changed = Signal()

    def __init__(self, application: QApplication, settings: SettingsFile) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._speech = Speech(application)
        self._dark = is_dark(settings.value.theme)
        self._speech.speak(language_of(settings.value.language))
        dress(application, self._dark)
        settings.when_changed(self.follow)
        application.styleHints().colorSchemeChanged.connect(self.follow)

    @property
    def dark(self) -> bool:
        """Whether the window is dark now."""
        return self._dark

    def follow(self, *_changed: object) -> None:
        """Do as the settings and the system say."""
        self._speech.speak(language_of(self._settings.value.language))
        dark = is_dark(self._settings.value.theme)
        if dark != self._dark:
            self._dark = dark
            dress(self._application, dark)
            self.theme_changed.emit()
