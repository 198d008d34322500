"""Reshaping the map: inserting, splitting and joining, folding, locking, wider and higher."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from cjeditor.canvas import reshape_edits as edits
from cjeditor.canvas.walk import Focus
from cjeditor.core.ids import Id
from cjeditor.core.words import tr
from cjeditor.edits.edit import Edit
from cjeditor.edits.shown import SetLock, Show
from cjeditor.kinds.fields import Lock, Shown
from cjeditor.kinds.lane import Lane
from cjeditor.layout.folds import shutting, shutting_cell
from cjeditor.model.map import Map
from cjeditor.model.records import Stage

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

_BY: Final = 16.0
"""Points that a key makes a column wider or a lane higher."""


class Reshaping:
    """What commands of stages, steps and lanes do on a view."""

    def __init__(self, view: "MapView") -> None:
        self._view = view

    # --- stages and steps

    def insert_stage(self, *, after: bool) -> None:
        """Add a stage before or after the keyboard's, and write its title."""
        edit = edits.inserted_stage(self._journey, self._view.focus, after=after)
        if edit is not None:
            self._view.adding.and_write(edit, edit.stage_id)

    def insert_step(self, *, after: bool) -> None:
        """Add a step before or after the keyboard's, and write its title."""
        edit = edits.inserted_step(self._journey, self._view.focus, after=after)
        if edit is not None:
            self._view.adding.and_write(edit, edit.step_id)

    def split_stage(self) -> None:
        """Let the keyboard's step begin a new stage, and write its title."""
        edit = edits.split_stage(self._journey, self._view.focus)
        if edit is not None:
            self._view.adding.and_write(edit, edit.stage_id)

    def split_step(self) -> None:
        """Put a step with the selected cards after the keyboard's, and write its title."""
        edit = edits.split_step(self._journey, self._chosen, self._view.focus)
        if edit is not None:
            self._view.adding.and_write(edit, edit.step_id)

    def join_stages(self) -> None:
        """Make one stage of the selected ones, or of the keyboard's and the next."""
        edit = edits.joined_stages(self._journey, self._chosen, self._view.focus)
        self._do_and_go(edit, edit.ids if edit else ())

    def join_steps(self) -> None:
        """Make one step of the selected ones, or of the keyboard's and the next."""
        edit = edits.joined_steps(self._journey, self._chosen, self._view.focus)
        self._do_and_go(edit, edit.ids if edit else ())

    def _do_and_go(self, edit: Edit | None, ids: Sequence[Id]) -> None:
        """Do a join; go to what is left of *ids*."""
        if edit is None:
            self._view.hint.emit(tr("There is no other one to join with."))
        elif self._view.do(edit):
            left = next(each for each in ids if self._journey.find(each) is not None)
            self._view.go(Focus(left))
            self._view.show_focus()

    # --- folding

    @property
    def places(self) -> tuple[Id, ...]:
        """The lanes and stages that folding and locking are about."""
        return edits.places(self._journey, self._chosen, self._view.focus)

    def shown_alike(self) -> Shown | None:
        """Return how they are shown; None if not all alike."""
        found = {self._place(each).shown for each in self.places}
        return found.pop() if len(found) == 1 else None

    def fold(self) -> None:
        """Collapse the selected lanes and stages; open them if they all are collapsed."""
        self.show(self.places, "open" if self.shown_alike() == "collapsed" else "collapsed")

    def hide(self) -> None:
        """Hide the selected lanes and stages, or the keyboard's lane."""
        if self.show(self.places, "hidden"):
            self._view.go(Focus())

    def show(self, ids: Sequence[Id], shown: Shown) -> bool:
        """Show lanes and stages so; return whether that could be."""
        return bool(ids) and self._view.do(Show(tuple(ids), shown))

    def hidden(self) -> tuple[Id, ...]:
        """Return the hidden stages, then the hidden lanes, in order."""
        return tuple(each.id for each in self._all_places if each.shown == "hidden")

    def folded(self) -> tuple[Id, ...]:
        """Return all hidden and collapsed stages and lanes."""
        return tuple(each.id for each in self._all_places if each.shown != "open")

    @property
    def _all_places(self) -> Sequence[Stage | Lane]:
        return (*self._journey.ordered_stages, *self._journey.ordered_lanes)

    def reveal(self, focus: Focus) -> None:
        """Open the lane and the stage because of which an element or an empty cell is not seen."""
        if focus.element is not None:
            self.show(shutting(self._journey, focus.element), "open")
        elif focus.cell is not None:
            self.show(shutting_cell(self._journey, *focus.cell), "open")

    # --- locking

    @property
    def lockable(self) -> tuple[Id, ...]:
        """The selected lanes and stages, else the map itself."""
        return edits.places(self._journey, self._chosen, Focus()) or (self._journey.id,)

    def lock_alike(self) -> Lock | None:
        """Return how they are locked; None if not all alike."""
        journey = self._journey
        found: set[Lock] = {
            journey.scope.lock if each == journey.id else self._place(each).lock
            for each in self.lockable
        }
        return found.pop() if len(found) == 1 else None

    def lock(self, lock: Lock) -> None:
        """Lock the selected lanes and stages, or else the map."""
        self._view.do(SetLock(self.lockable, lock))

    def toggle_lock(self) -> None:
        """Lock what is not locked, unlock what is."""
        self.lock("all" if self.lock_alike() == "none" else "none")

    # --- wider and higher

    def wider(self, by: int) -> None:
        """Make the selected columns wider by a step of keys, or narrower."""
        steps = edits.steps_chosen(self._journey, self._chosen, self._view.focus)
        columns = self._view.sheet.column_of
        steps = tuple(step for step in steps if step in columns)
        if steps:
            width = columns[steps[-1]].width + by * _BY
            self._view.do(edits.column_width(steps, width), f"width {steps}")

    def higher(self, by: int) -> None:
        """Make the selected lanes higher by a step of keys, or lower, as far as they can be."""
        sheet = self._view.sheet
        lanes = tuple(each for each in self.places if each in sheet.lane_of)
        if not lanes:
            return
        height = sheet.lane_of[lanes[-1]].band.height
        least = edits.least_height(sheet, lanes[-1])
        if by < 0 and height <= least:
            self._view.hint.emit(tr("The lane is as low as its content lets it be."))
        else:
            wanted = max(height + by * _BY, least)
            self._view.do(edits.lane_height(lanes, wanted), f"height {lanes}")

    @property
    def _journey(self) -> Map:
        return self._view.session.journey

    @property
    def _chosen(self) -> tuple[Id, ...]:
        return self._view.session.selection

    def _place(self, element: Id) -> Lane | Stage:
        return self._journey.lanes.get(element) or self._journey.stages[element]
