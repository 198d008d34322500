"""Bringing something of another map back into the open one, as one edit that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cjeditor.app.waiting import done_meanwhile
from cjeditor.changes.compare import Change
from cjeditor.core.ids import Id
from cjeditor.core.progress import Progress
from cjeditor.core.words import interface, tr
from cjeditor.edits.edit import Edit, EditError
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Lane
from cjeditor.layout.sheet import Sheet, lay_out
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step
from cjeditor.sentences import sentence

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cjeditor.app.workspace import Workspace

MANY: Final = 500
"""Changes from which the map is laid out beforehand, while the window waits."""


@dataclass(frozen=True, slots=True)
class Foreseen:
    """An edit of which it is known what it makes of one map."""

    edit: Edit
    before: Map
    after: Map

    @property
    def label(self) -> str:
        return self.edit.label

    def apply(self, journey: Map) -> Map:
        return self.after if journey is self.before else self.edit.apply(journey)


def bring_back(space: Workspace, parent: QWidget, edit: Edit, count: int) -> bool:
    """Do *edit*; tell why where it does not fit, and whether it does.

    Args:
        parent: The dialog that waits meanwhile.
        count: How many records it changes, about.
    """
    session, view = space.session, space.view
    before, sheet = session.journey, view.sheet

    def make(_progress: Progress) -> tuple[Map, Sheet | None]:
        after = edit.apply(before)
        return after, lay_out(after, view.look_for(after), sheet) if count > MANY else None

    title, text = tr("Bring back"), tr("Bringing back …")
    try:
        after, laid_out = done_meanwhile(parent, title, text, make, can_stop=False)
        if laid_out is not None:
            view.expect(laid_out)
        session.do(Foreseen(edit, before, after))
    except EditError as error:
        from cjeditor.app.dialogs import tell

        tell(parent, tr("That did not work"), sentence(error, interface()), problem=True)
        return False
    return True


def changed_parts(changes: Sequence[Change], *maps: Map) -> Mapping[Id, int]:
    """Return the lanes and stages in which something is different, and how much of each."""
    found: dict[Id, int] = {}
    for change in changes:
        ends = zip((change.before, change.after), maps, strict=True)
        parts = {part for record, journey in ends for part in _parts_of(record, journey)}
        for part in parts:
            found[part] = found.get(part, 0) + 1
    return found


def _parts_of(record: Any, journey: Map) -> Iterable[Id]:
    """Return the lane and the stages that a record of *journey* is or stands in."""
    match record:
        case Card():
            first, last = (journey.steps[each] for each in (record.first_step, record.last_step))
            return record.lane, first.stage, last.stage
        case Step():
            return (record.stage,)
        case Emotion():
            return (journey.steps[record.step].stage,)
        case Stage() | Lane():
            return (record.id,)
        case _:
            return ()
