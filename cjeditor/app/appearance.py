"""Theme, sizes and language of the whole application, as the settings want them."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from cjeditor.app.languages import Speech, language_of
from cjeditor.app.metrics import Metrics, metrics_of
from cjeditor.app.settings import SettingsFile
from cjeditor.app.theme import colour, dress, set_font, theme_of
from cjeditor.core.theme_names import ThemeName


class Appearance(QObject):
    """Follows the settings, and the system where they say so.

    Signals:
        changed: There are other colours or sizes now.
    """

    changed = Signal()

    def __init__(self, application: QApplication, settings: SettingsFile) -> None:
        super().__init__(application)
        self._application = application
        self._settings = settings
        self._speech = Speech(application, self)
        self._theme = theme_of(settings.value.theme)
        self._metrics = self._wanted_metrics()
        self._speech.speak(language_of(settings.value.language))
        set_font(self._metrics.text)
        colour(application, self._theme)
        settings.when_changed(self.follow)
        self._follow_system()

    @property
    def theme(self) -> ThemeName:
        """The theme of the window now."""
        return self._theme

    @property
    def metrics(self) -> Metrics:
        """The sizes of the window now."""
        return self._metrics

    @property
    def moves(self) -> bool:
        """Whether the window may move things by itself."""
        choice = self._settings.value.motion
        return not _wants_stillness() if choice == "system" else choice == "on"

    def dress(self) -> None:
        """Give the widgets their look.

        Best when all of them are there: a widget that has it gets it anew, with all that it
        holds, each time it is put into another one.
        """
        dress(self._application, self._theme, self._metrics)

    def follow(self, *_changed: object) -> None:
        """Do as the settings and the system say."""
        self._speech.speak(language_of(self._settings.value.language))
        theme, metrics = theme_of(self._settings.value.theme), self._wanted_metrics()
        if (theme, metrics) == (self._theme, self._metrics):
            return
        self._theme, self._metrics = theme, metrics
        set_font(metrics.text)
        colour(self._application, theme)
        self.dress()
        self.changed.emit()

    def _wanted_metrics(self) -> Metrics:
        return metrics_of(self._settings.value.density, self._settings.value.text_size)

    def _follow_system(self) -> None:
        hints = self._application.styleHints()
        hints.colorSchemeChanged.connect(self.follow)
        asked = getattr(hints, "accessibility", None)  # Qt 6.10
        accessibility = asked() if asked is not None else None
        if accessibility is not None:
            accessibility.contrastPreferenceChanged.connect(self.follow)


def _wants_stillness() -> bool:
    """Tell whether the system asks for less motion; an older Qt does not know."""
    hints = QApplication.styleHints()
    asked = getattr(hints, "accessibility", None)
    accessibility = asked() if asked is not None else None  # kept: Qt's object dies with its name
    preference = getattr(accessibility, "motionPreference", None)
    return preference is not None and preference() == Qt.MotionPreference.ReducedMotion
