"""Which actions stand in which menu and in the toolbar, in order."""

from dataclasses import dataclass
from typing import Final

from cjeditor.app.actions_evidence import STRENGTH_CHOICES
from cjeditor.app.actions_file import EXPORT
from cjeditor.app.actions_help import EXAMPLE_MAPS
from cjeditor.app.actions_insert import LANES
from cjeditor.app.actions_tools import OPEN_IN_TOOL, TOOL_PAGES
from cjeditor.app.actions_view import INTERFACE_LANGUAGES, THEMES
from cjeditor.app.map_actions import CARDS, TYPES
from cjeditor.app.reshape_actions import LOCKINGS, SIZES, STRUCTURE
from cjeditor.canvas.keys import EFFORTS, MOVES, RATINGS, REORDERS, SPANS
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
TYPE_MENU: Final = Menu(mark("Type of card"), tuple(action.name for action in TYPES), "note")
MOVE_MENU: Final = Menu(
    mark("Move"),
    (
        "move to", SEPARATOR,
        *(each.name for each in MOVES), SEPARATOR,
        *(each.name for each in SPANS),
        SEPARATOR,
        *(each.name for each in REORDERS),
    ),
    "arrows-move",
)  # fmt: skip
RATING_MENU: Final = Menu(
    mark("Rate"),
    (*(each.name for each in RATINGS), SEPARATOR, *(each.name for each in EFFORTS)),
    "star",
)
STRENGTH_MENU: Final = Menu(
    mark("Strength of evidence"), tuple(each.name for each in STRENGTH_CHOICES), "shield-check"
)
STRUCTURE_MENU: Final = Menu(
    mark("Stage and step"),
    (
        *(each.name for each in STRUCTURE[:4]), SEPARATOR,
        *(each.name for each in STRUCTURE[4:]), SEPARATOR,
        *(each.name for each in SIZES),
    ),
    "layout-columns",
)  # fmt: skip
HIDDEN: Final = Menu(mark("Show hidden"), ("show all",), "eye")
"""What is hidden is put before its entry when it is opened."""

LOCK_MENU: Final = Menu(
    mark("Lock"), (*(each.name for each in LOCKINGS), SEPARATOR, "toggle lock"), "lock"
)
LANE_MENU: Final = Menu(mark("Lane"), tuple(action.name for action in LANES), "timeline")

EXAMPLE_MENU: Final = Menu(mark("Examples"), tuple(a.name for a in EXAMPLE_MAPS), "map-2")

MENUS: Final = (
    Menu(
        mark("&File"),
        (
            "new", "home", "open", RECENT, SEPARATOR,
            "save", "save as", "save as template", SEPARATOR,
            "name version", "versions", "recovered", SEPARATOR,
            "import", Menu(mark("Export"), tuple(a.name for a in EXPORT), "file-export"), SEPARATOR,
            "settings", SEPARATOR,
            "quit",
        ),
    ),
    Menu(
        mark("&Edit"),
        (
            "undo", "redo", "history", SEPARATOR,
            "cut", "copy", "paste", "duplicate", "delete", SEPARATOR,
            "rename", "fields", TYPE_MENU, RATING_MENU, STRENGTH_MENU, MOVE_MENU, "to empathy",
            STRUCTURE_MENU, LOCK_MENU, SEPARATOR,
            "select all", "find", "find next", "find previous", "go to cell", "search",
        ),
    ),
    Menu(
        mark("&Insert"),
        (
            "new card", CARD_MENU, "link to", SEPARATOR,
            "stage", "step", LANE_MENU, "persona", SEPARATOR,
            "evidence", "comment", *(action.name for action in OPEN_IN_TOOL),
        ),
    ),
    Menu(
        mark("&View"),
        (
            "zoom in", "zoom out", "zoom 100", "fit", "fit selection", SEPARATOR,
            "palette", "side", "library", "minimap", "links", "cell codes", "next pane", SEPARATOR,
            "fold", "hide", HIDDEN, SEPARATOR,
            Menu(mark("Theme"), tuple(a.name for a in THEMES), "contrast", exclusive=True),
            Menu(
                mark("Language"),
                tuple(a.name for a in INTERFACE_LANGUAGES),
                "language",
                exclusive=True,
            ),
            SEPARATOR,
            "projector", "projector follows", "full screen",
        ),
    ),
    Menu(
        mark("&Workshop"),
        (*(action.name for action in TOOL_PAGES), SEPARATOR, "compare with",
         "compare states"),
    ),
    Menu(
        mark("&Help"),
        (
            "shortcuts", "change keys", SEPARATOR,
            "tour", EXAMPLE_MENU, SEPARATOR,
            "about",
        ),
    ),
)  # fmt: skip

TOOLBAR: Final = ("undo", "redo", SEPARATOR, "stage", LANE_MENU, "persona")
"""Left of the search box; the poster button stands at the right end."""

CONTEXT: Final = Menu(
    mark("Selection"),
    (
        "rename", "fields", TYPE_MENU, RATING_MENU, STRENGTH_MENU, MOVE_MENU, "evidence",
        "to empathy", "link to", "comment",
        *(action.name for action in OPEN_IN_TOOL), SEPARATOR,
        "cut", "copy", "paste", "duplicate", "delete", SEPARATOR,
        STRUCTURE_MENU, "fold", "hide", HIDDEN, LOCK_MENU, SEPARATOR,
        Menu(mark("Insert"), (CARD_MENU, SEPARATOR, "stage", "step", LANE_MENU), "plus"),
    ),
)  # fmt: skip
"""What a right click on the map, the menu key and Shift+F10 show."""
