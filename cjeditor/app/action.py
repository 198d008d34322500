"""What an action is: something that menus, toolbar, keys and the search box can do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from cjeditor.core.words import tr

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

Key = str | QKeySequence.StandardKey
Run = Callable[["Workspace"], object]
Test = Callable[["Workspace"], bool]


def _always(_space: Workspace) -> bool:
    return True


@dataclass(frozen=True, kw_only=True)
class Action:
    """Something that the user can do.

    Attributes:
        name: Unique, for the lists of menus and for tests.
        text: English, marked; "{what}" in it is filled in by *what*.
        run: Does it.
        icon: Name of a symbol; "" for none.
        keys: The first is shown in menus. One that is a mere character works only while the
            map has the keyboard, and but for *on_map* only while nothing is selected there.
        enabled: Whether it can be done now.
        checked: Whether it is on now; None for what is no switch.
        what: Fills "{what}" in *text*: a word, or what it is at the time.
        tip: Longer text for the toolbar, English, marked; "" means *text* serves.
        full: For the search box, where a short *text* could mean several things: English,
            marked, with "{what}" for *text*; "" means *text* serves.
        on_map: Whether the keys hold only while the map has the keyboard, because they mean
            something else in a text field or a list.
        while_writing: Whether it works on the text that is being written, which else is
            ended first.
    """

    name: str
    text: str
    run: Run
    icon: str = ""
    keys: tuple[Key, ...] = ()
    enabled: Test = _always
    checked: Test | None = None
    what: Callable[[Workspace], str] | str = ""
    tip: str = ""
    full: str = ""
    on_map: bool = False
    while_writing: bool = False


def text_of(action: Action, space: Workspace) -> str:
    """Return the action's text now, in the interface's language."""
    if not action.what or isinstance(action.what, str):
        return name_of(action)
    return tr(action.text).format(what=action.what(space)).rstrip(": ")


def name_of(action: Action) -> str:
    """Return the action's text, whatever the map is like now, in the interface's language."""
    if not action.what:
        return tr(action.text)
    what = action.what if isinstance(action.what, str) else ""
    return tr(action.text).format(what=what).rstrip(": ")


def full_name(action: Action, text: str = "") -> str:
    """Return what the action is called where nothing around it says what it is about.

    Args:
        text: Its text now; "" means its name.
    """
    text = text or name_of(action)
    return tr(action.full).format(what=text) if action.full else text
