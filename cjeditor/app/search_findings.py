"""What the search box can find outside the map: actions, settings, recent files, templates."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtGui import QIcon, QPalette

from cjeditor.app.action import Action, full_name, text_of
from cjeditor.app.actions import ACTIONS
from cjeditor.app.actions_view import INTERFACE_LANGUAGES, THEMES
from cjeditor.app.menus import MENUS, Menu
from cjeditor.app.settings import USED
from cjeditor.core.words import interface, mark, tr
from cjeditor.model.filtering import folded
from cjeditor.panels.icons import icon

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

IMPOSSIBLE: Final = mark("Not possible now")
Image = Callable[[QPalette], QIcon]


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that can be found and chosen.

    Attributes:
        texts: One or two that it is found by, folded.
        note: Says what it is; asked only of what is shown.
        keys: As people read them.
        enabled: Whether it can be chosen now.
    """

    text: str
    texts: tuple[str, ...]
    image: Image
    note: Callable[[], str]
    choose: Callable[[], object]
    keys: tuple[str, ...] = ()
    enabled: bool = True


def symbol(name: str) -> Image:
    """Return what draws the symbol *name* in the ink of a palette."""
    return lambda palette: icon(name, palette)


_ELSEWHERE: Final = frozenset(each.name for each in (*THEMES, *INTERFACE_LANGUAGES)) | {"search"}
"""Settings are found as such; the search box is there already."""


def actions(space: Workspace) -> Iterator[Finding]:
    """Find the actions, those that were chosen last before the others."""
    used = space.settings.value.used
    place = {name: index for index, name in enumerate(used)}
    for action in sorted(ACTIONS, key=lambda each: place.get(each.name, len(used))):
        if action.name not in _ELSEWHERE:
            yield _of_action(space, action)


def _of_action(space: Workspace, action: Action) -> Finding:
    text = text_of(action, space)
    full = full_name(action, text)
    enabled = space.actions.is_enabled(action.name)
    note = _menu_of(action.name) if enabled else IMPOSSIBLE
    return Finding(
        full,
        (folded(full), folded(text)) if full != text else (folded(full),),
        symbol(action.icon or "bolt"),
        lambda: tr(note).replace("&", ""),
        partial(_run, space, action.name),
        tuple(space.actions.keys(action.name)[:2]),
        enabled,
    )


def _run(space: Workspace, name: str) -> None:
    others = [each for each in space.settings.value.used if each != name]
    space.settings.change(used=(name, *others)[:USED])
    space.actions[name].trigger()


def _menu_of(name: str) -> str:
    return next((menu.title for menu in MENUS if name in _names(menu)), "")


def _names(menu: Menu) -> Iterator[str]:
    for entry in menu.entries:
        if isinstance(entry, Menu):
            yield from _names(entry)
        elif entry is not None:
            yield entry


def settings(space: Workspace) -> Iterator[Finding]:
    """Find each choice of each setting."""
    from cjeditor.app.setting_choices import CHOICES

    for setting in CHOICES:
        for value, text in setting.choices().items():
            whole = tr("{setting}: {choice}").format(setting=tr(setting.label), choice=text)
            here = getattr(space.settings.value, setting.field) == value
            yield Finding(
                whole,
                (folded(whole), folded(text)),
                symbol("check" if here else "settings"),
                lambda: tr("Setting"),
                partial(space.settings.change, **{setting.field: value}),
            )


def recent_files(space: Workspace) -> Iterator[Finding]:
    """Find the files that were opened last."""
    for name in space.settings.value.recent:
        path = Path(name)
        yield Finding(
            f"{path.name} – {path.parent}",
            (folded(f"{path.name} {path.parent}"),),
            symbol("file"),
            lambda: tr("Recent file"),
            partial(space.documents.open, path),
        )


def templates(space: Workspace) -> Iterator[Finding]:
    """Find the templates of the program and the user's own."""
    from cjeditor.app.templates import TEMPLATES, OwnTemplates, own_folder

    found = [(tr(each.label), each.path(interface().language)) for each in TEMPLATES]
    found += [(path.stem, path) for path in OwnTemplates(own_folder()).paths()]
    for name, path in found:
        text = tr("New map: {template}").format(template=name)
        yield Finding(
            text,
            (folded(text), folded(name)),
            symbol("template"),
            lambda: tr("Template"),
            partial(space.documents.begin, path),
        )
