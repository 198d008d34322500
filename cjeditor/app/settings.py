"""What the program remembers between two starts: one small JSON file of our own."""

import logging
from collections.abc import Callable
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from platformdirs import user_config_path
from pydantic import Field, ValidationError

from cjeditor.core.frozen import Frozen

logger = logging.getLogger(__name__)

RECENT: Final = 10
"""Files in the list of recent ones."""

LanguageChoice = Literal["system", "en", "id"]
ThemeChoice = Literal["system", "light", "dark"]
PaperName = Literal["A0", "A1", "A2", "A3", "A4"]
"""As in `exchange.format`, which a start has no time to import."""

Pixels = Annotated[int, Field(ge=-100_000, le=100_000)]


class WindowPlace(Frozen):
    """Where the window stands on the screen, in pixels."""

    x: Pixels
    y: Pixels
    width: Annotated[int, Field(ge=200, le=100_000)]
    height: Annotated[int, Field(ge=200, le=100_000)]
    maximised: bool = False


class Settings(Frozen):
    """Everything that the user chose or that the window remembers.

    Attributes:
        window: None means that the system decides.
        side_width: Of the inspector, in pixels.
        recent: Paths of files, the newest first.
        folder: Last folder that a file was opened from or saved to; "" means none yet.
        export_folder: Last folder that a document was exported to; "" means none yet.
        paper: Last paper of a poster.
    """

    language: LanguageChoice = "system"
    theme: ThemeChoice = "system"
    window: WindowPlace | None = None
    palette_shown: bool = True
    side_shown: bool = True
    side_width: Annotated[int, Field(ge=220, le=2000)] = 312
    recent: Annotated[tuple[str, ...], Field(max_length=RECENT)] = ()
    folder: str = ""
    export_folder: str = ""
    paper: PaperName | None = "A3"


def settings_path() -> Path:
    """Return where the settings are kept on this system."""
    return user_config_path("cjeditor", appauthor=False, roaming=True) / "settings.json"


class SettingsFile:
    """The settings and the file that they live in.

    Attributes:
        value: The settings as they are now.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._listeners: list[Callable[[], None]] = []
        self.value = _read(path)

    def change(self, **fields: Any) -> None:
        """Change some fields, write the file, and tell the listeners.

        Settings that cannot be written still hold until the program ends.
        """
        changed = self.value.replace(**fields)
        if changed == self.value:
            return
        self.value = changed
        self._write()
        for listener in self._listeners:
            listener()

    def when_changed(self, listener: Callable[[], None]) -> None:
        """Call *listener* after every change."""
        self._listeners.append(listener)

    def add_recent(self, path: Path) -> None:
        """Put *path* at the head of the recent files."""
        name = str(path)
        others = [each for each in self.value.recent if each != name]
        self.change(recent=(name, *others)[:RECENT])

    def drop_recent(self, path: Path) -> None:
        """Take *path* out of the recent files."""
        self.change(recent=tuple(each for each in self.value.recent if each != str(path)))

    def _write(self) -> None:
        from cjeditor.files import atomic  # brings the whole model along

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(self._path, self.value.model_dump_json(indent=1).encode())
        except Exception:  # nothing that goes wrong here may stop the user's work
            logger.exception("settings were not saved")


def _read(path: Path) -> Settings:
    """Return the settings of a file; a broken one is set aside and the defaults serve."""
    try:
        return Settings.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return Settings()
    except (OSError, ValidationError):
        logger.exception("settings were not read")
    try:
        path.replace(path.with_suffix(".broken.json"))
    except OSError:
        logger.exception("broken settings were not set aside")
    return Settings()
