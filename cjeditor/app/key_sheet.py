"""What the sheet of keys says: the map's own keys, and those of the actions by menu."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from cjeditor.app.action import Action, name_of
from cjeditor.app.menus import MENUS, Menu
from cjeditor.core.words import mark, tr

MAP_KEYS: Final = (
    (mark("Go from card to card and cell to cell"), mark("Arrow keys, Home, End")),
    (mark("Go from stage to stage"), mark("Page Up, Page Down")),
    (mark("Go to the next filled cell"), mark("Ctrl+arrow keys")),
    (mark("Select more"), mark("Shift+arrow keys")),
    (mark("Begin a card in a cell"), mark("any letter")),
    (mark("While writing: next card in this cell"), mark("Enter")),
    (mark("While writing: next step, previous step"), mark("Tab, Shift+Tab")),
    (mark("While writing: line break"), mark("Shift+Enter")),
    (mark("Finish writing"), mark("Esc, Ctrl+Enter")),
    (mark("Add to the selection"), mark("Ctrl+click, Shift+click")),
    (mark("Copy while dragging"), mark("Alt+drag")),
    (mark("Move the map"), mark("Space+drag, middle button")),
    (mark("Zoom at the pointer"), mark("Ctrl+wheel")),
    (mark("Cancel"), mark("Esc")),
)
"""What the map listens to besides the actions."""

Row = tuple[str, list[str]]
Section = tuple[str, list[Row]]


def sections(actions: Iterable[Action], keys: Callable[[str], Sequence[str]]) -> Iterator[Section]:
    """Return the rows of the sheet under their titles.

    Args:
        keys: Gives the keys of an action by its name, as people read them.
    """
    by_name = {action.name: action for action in actions}
    yield tr("On the map"), [(tr(text), tr(all_).split(", ")) for text, all_ in MAP_KEYS]
    for menu in _menus(MENUS):
        names = [entry for entry in menu.entries if isinstance(entry, str)]
        rows = [(name_of(by_name[name]), list(keys(name))) for name in names if keys(name)]
        if rows:
            yield tr(menu.title).replace("&", ""), rows


def _menus(menus: Iterable[Menu]) -> Iterator[Menu]:
    """Return *menus*, each followed by those inside it."""
    for menu in menus:
        yield menu
        yield from _menus(entry for entry in menu.entries if isinstance(entry, Menu))
