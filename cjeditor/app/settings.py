"""What the program remembers between two starts: one small JSON file of our own.

Read before the window is first painted, so by hand and not with the records of the document,
whose library alone takes half as long to load as Qt.
"""

import json
import logging
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, Final, Literal, get_args

from platformdirs import user_config_path

from cjeditor.core.bounded import TooLong, read_at_most
from cjeditor.core.theme_names import THEME_NAMES, ThemeName

logger = logging.getLogger(__name__)

RECENT: Final = 10
"""Files in the list of recent ones."""

USED: Final = 8
"""Actions in the list of those used last."""

KEYS: Final = 4
"""Keys that one action can have."""

ChangedKeys = tuple[tuple[str, tuple[str, ...]], ...]
"""Names of actions, each once, with the keys that the user gave them; none means no key."""

LanguageChoice = Literal["system", "en", "id"]
ThemeChoice = Literal["system"] | ThemeName
Density = Literal["comfortable", "compact", "touch"]
MotionChoice = Literal["system", "on", "off"]
TEXT_SIZES: Final = (100, 125, 150, 200)
"""Per cent of the usual size of the window's words."""

PaperName = Literal["A0", "A1", "A2", "A3", "A4"]
"""As in `exchange.format`, which a start has no time to import."""

LONGEST_NAME: Final = 100
"""Characters of an action's name or of a key."""

LARGEST: Final = 1_000_000
"""Bytes of the file; a few thousand are usual."""

FAR: Final = 100_000
"""Pixels that no screen reaches."""


@dataclass(frozen=True, slots=True)
class WindowPlace:
    """Where the window stands on the screen, in pixels.

    Raises:
        ValueError: A field is of another type or out of range.
    """

    x: int
    y: int
    width: int
    height: int
    maximised: bool = False

    def __post_init__(self) -> None:
        _need(_is_number(self.x, -FAR, FAR), "x")
        _need(_is_number(self.y, -FAR, FAR), "y")
        _need(_is_number(self.width, 200, FAR), "width")
        _need(_is_number(self.height, 200, FAR), "height")
        _need(isinstance(self.maximised, bool), "maximised")


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that the user chose or that the window remembers.

    Attributes:
        window: None means that the system decides.
        text_size: Of the window's words, in per cent of the usual.
        motion: Whether the view glides where a command sends it.
        side_width: Of the inspector, in pixels.
        side_tab: Which of its tabs is in front, from 0.
        recent: Paths of files, the newest first.
        folder: Last folder that a file was opened from or saved to; "" means none yet.
        export_folder: Last folder that a document was exported to; "" means none yet.
        paper: Last paper of a poster; None means the map's own size.
        start_shown: Whether the program begins with the start screen.
        autosave: Whether a map that has a file is saved when one pauses.
        links_shown, codes_shown: Whether all links and the codes of the cells are drawn.
        evidence_shown: Whether the sources are listed below the inspector.
        minimap_shown: Whether a map that does not fit has an overview in the corner.
        tour_seen: Whether the tour was begun once.
        author: Whose name new comments carry; "" for nobody's.
        keys: What differs from the keys of the table of actions.
        single_keys: Whether keys that are mere characters do something, such as the digits.
        used: Names of the actions that were chosen last in the search box, the newest first.

    Raises:
        ValueError: A field is of another type or out of range.
    """

    language: LanguageChoice = "system"
    theme: ThemeChoice = "system"
    density: Density = "comfortable"
    text_size: int = 100
    motion: MotionChoice = "system"
    window: WindowPlace | None = None
    palette_shown: bool = True
    side_shown: bool = True
    minimap_shown: bool = True
    links_shown: bool = False
    codes_shown: bool = False
    evidence_shown: bool = False
    side_width: int = 312
    side_tab: int = 0
    recent: tuple[str, ...] = ()
    folder: str = ""
    export_folder: str = ""
    paper: PaperName | None = "A3"
    start_shown: bool = True
    autosave: bool = False
    tour_seen: bool = False
    author: str = ""
    keys: ChangedKeys = ()
    single_keys: bool = True
    used: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        _need(self.language in get_args(LanguageChoice), "language")
        _need(self.theme in ("system", *THEME_NAMES), "theme")
        _need(self.density in get_args(Density), "density")
        _need(type(self.text_size) is int and self.text_size in TEXT_SIZES, "text_size")
        _need(self.motion in get_args(MotionChoice), "motion")
        _need(self.window is None or isinstance(self.window, WindowPlace), "window")
        _need(isinstance(self.palette_shown, bool), "palette_shown")
        _need(isinstance(self.side_shown, bool), "side_shown")
        _need(isinstance(self.minimap_shown, bool), "minimap_shown")
        _need(isinstance(self.links_shown, bool), "links_shown")
        _need(isinstance(self.codes_shown, bool), "codes_shown")
        _need(isinstance(self.evidence_shown, bool), "evidence_shown")
        _need(_is_number(self.side_width, 220, 2000), "side_width")
        _need(_is_number(self.side_tab, 0, 20), "side_tab")
        _need(isinstance(self.recent, tuple) and len(self.recent) <= RECENT, "recent")
        _need(all(isinstance(each, str) for each in self.recent), "recent")
        _need(isinstance(self.folder, str), "folder")
        _need(isinstance(self.export_folder, str), "export_folder")
        _need(isinstance(self.start_shown, bool), "start_shown")
        _need(isinstance(self.autosave, bool), "autosave")
        _need(isinstance(self.tour_seen, bool), "tour_seen")
        _need(isinstance(self.author, str), "author")
        _need(_are_keys(self.keys), "keys")
        _need(isinstance(self.single_keys, bool), "single_keys")
        _need(_are_names(self.used, USED), "used")
        _need(self.paper is None or self.paper in get_args(PaperName), "paper")


def _need(fits: bool, field: str) -> None:
    if not fits:
        raise ValueError(f"the setting {field!r} cannot be this")


def _is_number(value: object, least: int, most: int) -> bool:
    return type(value) is int and least <= value <= most  # a bool is an int too


def _are_names(value: object, most: int) -> bool:
    return (
        isinstance(value, tuple)
        and len(value) <= most
        and all(isinstance(each, str) and len(each) <= LONGEST_NAME for each in value)
    )


def _are_keys(value: object) -> bool:
    """Tell whether *value* is a list of actions with their keys, no action twice."""
    pairs = isinstance(value, tuple) and all(
        isinstance(each, tuple)
        and len(each) == 2
        and _are_names(each[:1], 1)
        and _are_names(each[1], KEYS)
        for each in value
    )
    return pairs and len(dict(value)) == len(value)  # type: ignore[call-overload, arg-type]


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

        Raises:
            ValueError: A field is of another type or out of range.
        """
        changed = replace(self.value, **fields)
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
        """Put *path* at the head of the recent files, and begin in its folder the next time."""
        name = str(path)
        others = [each for each in self.value.recent if each != name]
        self.change(recent=(name, *others)[:RECENT], folder=str(path.parent))

    def drop_recent(self, path: Path) -> None:
        """Take *path* out of the recent files."""
        self.change(recent=tuple(each for each in self.value.recent if each != str(path)))

    def _write(self) -> None:
        from cjeditor.files import atomic  # brings the whole model along

        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            atomic.write(self._path, json.dumps(asdict(self.value), indent=1).encode())
        except Exception:  # nothing that goes wrong here may stop the user's work
            logger.exception("settings were not saved")


def _read(path: Path) -> Settings:
    """Return the settings of a file; a broken one is set aside and the defaults serve."""
    try:
        return _parsed(read_at_most(path, LARGEST))
    except FileNotFoundError:
        return Settings()
    except (OSError, ValueError, TypeError, RecursionError, TooLong):
        logger.exception("settings were not read")
    try:
        path.replace(path.with_suffix(".broken.json"))
    except OSError:
        logger.exception("broken settings were not set aside")
    return Settings()


def _parsed(content: bytes) -> Settings:
    """Return the settings that *content* holds.

    Raises:
        ValueError, TypeError, RecursionError: It is no JSON, or there is a field too many or
            one that does not fit.
    """
    fields = json.loads(content)
    _need(isinstance(fields, dict), "file")
    if fields.get("window") is not None:
        fields["window"] = WindowPlace(**fields["window"])
    for name in ("recent", "used", "keys"):
        if isinstance(fields.get(name), list):
            fields[name] = _as_tuples(fields[name])
    return Settings(**fields)


def _as_tuples(value: object) -> object:
    """Return *value* with tuples for the lists that JSON makes of them."""
    return tuple(map(_as_tuples, value)) if isinstance(value, list) else value
