"""The settings that people choose, for the dialog and the search box."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cjeditor.app.languages import LANGUAGE_LABELS
from cjeditor.app.metrics import DENSITY_LABELS
from cjeditor.app.settings import TEXT_SIZES, MotionChoice
from cjeditor.app.theme import THEME_LABELS
from cjeditor.core.words import mark, tr
from cjeditor.exchange.format import PAPERS

MOTIONS: Final[dict[MotionChoice, str]] = {
    "system": mark("Like the system"),
    "on": mark("Glide where a command leads"),
    "off": mark("No motion"),
}
SAVING: Final = {False: mark("When I say so"), True: mark("Whenever I pause")}
AT_START: Final = {True: mark("Show the start screen"), False: mark("Begin with a new map")}


@dataclass(frozen=True)
class SettingChoice:
    """A setting with its choices.

    Attributes:
        field: Of `Settings`.
        label: English, marked.
        choices: Gives what stands for each value, in the interface's language.
    """

    field: str
    label: str
    choices: Callable[[], Mapping[Any, str]]


def _translated(labels: Mapping[Any, str]) -> Mapping[Any, str]:
    return {value: tr(label) for value, label in labels.items()}


def _text_sizes() -> Mapping[Any, str]:
    return {size: tr("{n} %").format(n=size) for size in TEXT_SIZES}


def _papers() -> Mapping[Any, str]:
    names: dict[Any, str] = {name: name for name in PAPERS}
    return {**names, None: tr("The map's own size")}


CHOICES: Final = (
    SettingChoice("language", mark("Language"), lambda: _translated(LANGUAGE_LABELS)),
    SettingChoice("theme", mark("Theme"), lambda: _translated(THEME_LABELS)),
    SettingChoice("density", mark("Room around controls"), lambda: _translated(DENSITY_LABELS)),
    SettingChoice("text_size", mark("Text size"), _text_sizes),
    SettingChoice("motion", mark("Motion"), lambda: _translated(MOTIONS)),
    SettingChoice("paper", mark("Paper of a poster"), _papers),
    SettingChoice("autosave", mark("Save the map"), lambda: _translated(SAVING)),
    SettingChoice("start_shown", mark("At the start"), lambda: _translated(AT_START)),
)
