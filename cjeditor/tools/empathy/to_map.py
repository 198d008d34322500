"""The dialog that asks into which cell of the journey map notes go."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import (
    QWidget,
)

from cjeditor.core.ids import Id
from cjeditor.core.words import interface, tr
from cjeditor.edits.empathy import CARD_OF, MoveNotesToMap
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.map import Map
from cjeditor.model.naming import lane_name, step_name
from cjeditor.model.records import Step
from cjeditor.panels.choosing import ChoosingDialog

_LONGEST: Final = 60
"""Characters of a name that are shown."""


class ToMapDialog(ChoosingDialog):
    """Asks for a step and a lane; the lane that fits the first note is chosen at first."""

    def __init__(
        self, parent: QWidget, journey: Map, notes: Sequence[EmpathyNote], step: Id | None
    ) -> None:
        super().__init__(parent, tr("Move to the journey map"), tr("Move"))
        self._ids = tuple(note.id for note in notes)
        words = interface()
        self.step, self.lane = self.add_choice(tr("Step")), self.add_choice(tr("Lane"))
        for each in steps_seen(journey):
            self.step.addItem(_short(step_name(journey, each.id, words)), each.id)
        for lane in takers(journey):
            self.lane.addItem(_short(lane_name(journey, lane, words)), lane)
        self.step.setCurrentIndex(max(0, self.step.findData(step)))
        self.lane.setCurrentIndex(max(0, self.lane.findData(fitting_lane(journey, notes[0]))))
        self.step.setFocus()

    @property
    def edit(self) -> MoveNotesToMap:
        """The move that is chosen."""
        return MoveNotesToMap(self._ids, self.lane.currentData(), self.step.currentData())


def takers(journey: Map) -> list[Id]:
    """Return the lanes that take cards and are not hidden, from top to bottom."""
    return [lane.id for lane in _lanes(journey)]


def steps_seen(journey: Map) -> list[Step]:
    """Return the steps that are not hidden; nothing is put where nobody looks."""
    steps = journey.ordered_steps
    return [step for step in steps if journey.stages[step.stage].shown != "hidden"]


def fitting_lane(journey: Map, note: EmpathyNote) -> Id | None:
    """Return the first lane whose cards are of the kind that fits *note*."""
    wanted = CARD_OF[note.field]
    lanes = _lanes(journey)
    return next((lane.id for lane in lanes if kind_of_lane(lane).card(lane) == wanted), None)


def _lanes(journey: Map) -> list[Lane]:
    return [
        lane
        for lane in journey.ordered_lanes
        if kind_of_lane(lane).card(lane) is not None and lane.shown != "hidden"
    ]


def _short(name: str) -> str:
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
