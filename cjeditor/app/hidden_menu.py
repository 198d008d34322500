"""The menu of what is hidden: each stage and lane by its name."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cjeditor.core.ids import Id
from cjeditor.core.words import interface
from cjeditor.model.naming import lane_name, stage_name

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace


def fill_hidden(menu: QMenu, show_all: QAction, space: Workspace) -> None:
    """Put what is hidden before *show_all*, in the place of what was there."""
    for old in menu.actions():
        if old is not show_all:
            menu.removeAction(old)
            old.deleteLater()
    journey, words = space.session.journey, interface()
    for element in space.view.reshaping.hidden():
        name = stage_name if element in journey.stages else lane_name
        entry = QAction(name(journey, element, words).replace("&", "&&"), menu)
        entry.triggered.connect(_shower(space, element))
        menu.insertAction(show_all, entry)
    menu.insertSeparator(show_all)


def _shower(space: Workspace, element: Id) -> Callable[[], object]:
    return lambda: space.view.reshaping.show((element,), "open")
