"""Which actions stand in which menu and in the toolbar, in order."""

from dataclasses import dataclass
from typing import Final

from cjeditor.app.actions import (
    CARDS,
    EXPORT,
    INTERFACE_LANGUAGES,
    LANES,
    THEMES,
)
from cjeditor.core.words import mark

SEPARATOR: Final = None


@dataclass(frozen=True)
class Menu:
    """A menu: names of actions, menus inside it, and `SEPARATOR`.

    Attributes:
        title: English, marked, with its mnemonic.
        exclusive: Whether one of its entries is on at a time.
    """

    title: str
    entries: tuple["str | Menu | None", ...]
    icon: str = ""
    exclusive: bool = False


RECENT: Final = Menu(mark("Open recent"), ("clear recent",))
"""Its files are put before its entries when it is opened."""

CARD_MENU: Final = Menu(mark("Card"), tuple(action.name for action in CARDS), "note")
LANE_MENU: Final = Menu(mark("Lane"), tuple(action.name for action in LANES), "timeline")

MENUS: Final = (
    Menu(
        mark("&File"),
        (
            "new", "open", RECENT, SEPARATOR,
            "save", "save as", SEPARATOR,
            "import", Menu(mark("Export"), tuple(a.name for a in EXPORT), "file-export"), SEPARATOR,
            "settings", SEPARATOR,
            "quit",
        ),
    ),
    Menu(
        mark("&Edit"),
        (
            "undo", "redo", SEPARATOR,
            "cut", "copy", "paste", "duplicate", "delete", SEPARATOR,
            "rename", "fields", SEPARATOR,
            "select all", "search",
        ),
    ),
    Menu(mark("&Insert"), (CARD_MENU, SEPARATOR, "stage", "step", LANE_MENU, "persona")),
    Menu(
        mark("&View"),
        (
            "zoom in", "zoom out", "zoom 100", "fit", SEPARATOR,
            "palette", "side", "next pane", SEPARATOR,
            Menu(mark("Theme"), tuple(a.name for a in THEMES), "contrast", exclusive=True),
            Menu(
                mark("Language"),
                tuple(a.name for a in INTERFACE_LANGUAGES),
                "language",
                exclusive=True,
            ),
            SEPARATOR,
            "full screen",
        ),
    ),
    Menu(mark("&Help"), ("shortcuts", "sample", SEPARATOR, "about")),
)  # fmt: skip

TOOLBAR: Final = ("undo", "redo", SEPARATOR, "stage", LANE_MENU, "persona")
"""Left of the search box; the poster button stands at the right end."""

CONTEXT: Final = Menu(
    mark("Selection"),
    (
        "rename", "fields", SEPARATOR,
        "cut", "copy", "paste", "duplicate", "delete", SEPARATOR,
        Menu(mark("Insert"), (CARD_MENU, SEPARATOR, "stage", "step", LANE_MENU), "plus"),
    ),
)  # fmt: skip
"""What a right click on the map, the menu key and Shift+F10 show."""
