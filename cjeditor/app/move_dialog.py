"""The dialog that moves what is selected, without a mouse."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import (
    QComboBox,
    QWidget,
)

from cjeditor.app.moving import Moving, moving
from cjeditor.core.ids import Id
from cjeditor.core.words import interface, tr
from cjeditor.edits.edit import Edit
from cjeditor.panels.choosing import ChoosingDialog

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

_LONGEST: Final = 60
"""Characters of a name that are shown."""


class MoveDialog(ChoosingDialog):
    """Asks where to move something: into what, and ahead of or after what."""

    def __init__(self, parent: QWidget, plan: Moving) -> None:
        super().__init__(parent, tr("Move to"), tr("Move"))
        self._plan = plan
        self.containers: list[QComboBox] = []
        for choice in plan.choices():
            box = self.add_choice(tr(choice.label))
            for element, name in choice.options:
                box.addItem(_short(name), element)
            box.setCurrentIndex(max(0, box.findData(choice.chosen)))
            box.currentIndexChanged.connect(self._fill_places)
            self.containers.append(box)
        self.place = self.add_choice(tr("Place"))
        self._fill_places()

    @property
    def edit(self) -> Edit:
        """The move that is chosen."""
        return self._plan.edit(self.place.currentIndex(), *self._into())

    def _into(self) -> list[Id]:
        return [box.currentData() for box in self.containers]

    def _fill_places(self) -> None:
        """List the places where it can stand there; the present one is chosen, else the last."""
        siblings = self._plan.siblings(*self._into())
        moved = [n for n, (element, _) in enumerate(siblings) if element in self._plan.ids]
        stay = [each for each in siblings if each[0] not in self._plan.ids]
        self.place.clear()
        self.place.addItem(tr("At the beginning"))
        for _, name in stay:
            self.place.addItem(tr("After “{name}”").format(name=_short(name)))
        self.place.setCurrentIndex(moved[0] if moved else len(stay))


def ask_move(space: Workspace) -> None:
    """Ask where to move what is selected, and do it."""
    plan = moving(space.session.journey, space.session.selection, interface())
    if plan is None:
        return
    dialog = MoveDialog(space.window, plan)
    dialog.containers[0].setFocus() if dialog.containers else dialog.place.setFocus()
    if dialog.exec() and space.view.arrival.do(dialog.edit, plan.ids):
        space.go_to(plan.ids[0])
        space.session.select(plan.ids)


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
