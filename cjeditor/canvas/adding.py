"""Adding to the map: cards, stages, steps and lanes, whose words are written at once."""

from typing import TYPE_CHECKING

from cjeditor.canvas import commands
from cjeditor.canvas.walk import Focus
from cjeditor.core.ids import Id
from cjeditor.edits.edit import Edit

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


class Adding:
    """What the commands that add something do on a view."""

    def __init__(self, view: "MapView") -> None:
        self._view = view

    def card(self, kind: str | None = None) -> None:
        """Write a new card after the selected one or in the cursor's cell."""
        view = self._view
        edit = commands.add_card(view.session.journey, view.focus, kind)
        if edit is not None:
            view.reshaping.reveal(Focus(None, (edit.lane, edit.step)))
            view.writer.write_new(edit)

    def stage(self) -> None:
        """Add a stage after the selected one, and write its title."""
        edit = commands.add_stage(self._view.session.journey, self._view.focus)
        self.and_write(edit, edit.stage_id)

    def step(self) -> None:
        """Add a step after the selected one, and write its title; a stage if there is none."""
        edit = commands.add_step(self._view.session.journey, self._view.focus)
        if edit is None:
            self.stage()
        else:
            self.and_write(edit, edit.step_id)

    def lane(self, kind: str, card: str | None = None) -> None:
        """Add a lane of *kind* below the selected one; *card* is the kind of its cards."""
        lane = commands.new_lane(kind, card)
        index = commands.lane_index(self._view.session.journey, self._view.focus)
        self.and_write(commands.add_lane(lane, index), lane.id)

    def and_write(self, edit: Edit, element: Id) -> None:
        """Do *edit* and write the new element's title, both as one undo step."""
        merge = f"new {element}"
        if self._view.do(edit, merge):
            self._view.go(Focus(element))
            self._view.show_focus()
            self._view.writer.write(element, merge=merge)
