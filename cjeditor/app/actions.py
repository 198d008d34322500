"""The table of everything that menus, toolbar, keys and the search box can do."""

from __future__ import annotations

from typing import Final

from cjeditor.app.action import Action
from cjeditor.app.actions_edit import EDIT
from cjeditor.app.actions_evidence import EVIDENCE
from cjeditor.app.actions_file import EXPORT, FILE, POSTER
from cjeditor.app.actions_help import EXAMPLE_MAPS, HELP
from cjeditor.app.actions_insert import INSERT, LANES
from cjeditor.app.actions_tools import COMPARE, OPEN_IN_TOOL, TOOL_PAGES
from cjeditor.app.actions_view import INTERFACE_LANGUAGES, THEMES, VIEW
from cjeditor.app.finding_actions import FIND, LINK, OVERLAYS
from cjeditor.app.map_actions import CARDS, MAP, TYPES
from cjeditor.app.reshape_actions import RESHAPING

ACTIONS: Final[tuple[Action, ...]] = (
    *FILE, *EXPORT, POSTER, *EDIT, *MAP, *CARDS, *INSERT, *LANES, *TYPES, *VIEW, *THEMES,
    *INTERFACE_LANGUAGES, *EXAMPLE_MAPS, *HELP, *RESHAPING, *FIND, LINK, *OVERLAYS,
    *TOOL_PAGES, *OPEN_IN_TOOL, *COMPARE, *EVIDENCE,
)  # fmt: skip
"""All of them; menus, toolbar and search box choose by name."""

WITHOUT_MAP: Final = frozenset(
    action.name for action in (*FILE, *THEMES, *INTERFACE_LANGUAGES, *EXAMPLE_MAPS, *HELP)
) | {"full screen"}
"""What can be done while the start screen is shown: nothing that needs the eyes on a map."""

BESIDE_MAP: Final = (
    WITHOUT_MAP
    | frozenset(action.name for action in (*EXPORT, POSTER, *TOOL_PAGES, *COMPARE, *EVIDENCE))
    | {"undo", "redo", "history", "search", "fields", "comment", "side", "next pane"}
    | {"zoom in", "zoom out", "zoom 100"}
)
"""What can be done while a tool is shown instead of the map."""
