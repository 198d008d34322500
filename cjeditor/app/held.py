"""What comes before a map is opened which somebody else has open, or had: a question, a look."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtCore import QDateTime, QLocale, Qt
from PySide6.QtWidgets import QWidget

from cjeditor.app.telling_of_others import held_sentence
from cjeditor.core.progress import Progress
from cjeditor.core.words import interface, tr
from cjeditor.files.holding import Found, Reached
from cjeditor.files.stamp import sha256_of
from cjeditor.session.holding import Holding

Way = Literal["whole", "read only", "copy"]


@dataclass(frozen=True, slots=True)
class Entry:
    """How a map is opened.

    Attributes:
        way: "copy" means as a map without a file.
    """

    reached: Reached
    way: Way = "whole"


def enter(window: QWidget, holding: Holding, path: Path) -> Entry | None:
    """Hold the map at *path*; if somebody else does, ask how to open it. None: not at all."""
    from cjeditor.app.waiting import done_meanwhile

    text = tr("Opening {name} …").format(name=path.name)
    reached = done_meanwhile(
        window, tr("Open a map"), text, lambda _told: holding.reach(path), can_stop=False
    )
    if reached.found is None or not reached.found.is_live:
        return Entry(reached)
    way = _ask(window, told(reached.found, path))
    return None if way is None else Entry(reached, way)


def reach_free(window: QWidget, holding: Holding, path: Path) -> tuple[Reached, bytes | None]:
    """Hold the map at *path*, which may be free now; then tell the sum of its file.

    None: it cannot be read.
    """
    from cjeditor.app.waiting import done_meanwhile

    def act(_told: Progress) -> tuple[Reached, bytes | None]:
        reached = holding.reach(path)
        try:
            return reached, sha256_of(path)
        except OSError:
            return reached, None

    text = tr("Opening {name} …").format(name=path.name)
    return done_meanwhile(window, tr("Open a map"), text, act, can_stop=False)


def _ask(window: QWidget, sentence: str) -> Way | None:
    from cjeditor.app.dialogs import choose

    ways: tuple[Way, ...] = ("read only", "copy", "whole")
    answers = tr("Open read-only"), tr("Open a copy"), tr("Open anyway")
    more = tr(
        "If both of you save, each is told of the other and the two versions can be merged. It is "
        "easier to take turns."
    )
    chosen = choose(window, tr("The map is open elsewhere"), sentence, answers, more=more)
    return None if chosen is None else ways[chosen]


def told(found: Found, path: Path) -> str:
    """Return that *found* holds the map at *path*, or did."""
    since = found.holder.since if found.holder is not None else ""
    moment = QDateTime.fromString(since, Qt.DateFormat.ISODate).toLocalTime()
    when = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
    return held_sentence(found, path, when, interface())
