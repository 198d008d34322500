"""Dragging stages, steps and lanes to another place among their like."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from cjeditor.canvas.gestures.gesture import Gesture, Press
from cjeditor.canvas.gestures.moving import MovingDrag
from cjeditor.canvas.landing import HeadLanding, lane_landing, stage_landing, step_landing
from cjeditor.core.ids import Id
from cjeditor.edits.edit import Edit
from cjeditor.edits.lanes import MoveLanes
from cjeditor.edits.stages import MoveStages
from cjeditor.edits.steps import MoveSteps

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


class HeadsDrag(MovingDrag):
    """Moves the selected heads of one table along their row or column; a line says where to."""

    across = True
    """Whether they are moved to the left and right, or up and down."""

    _landing: HeadLanding | None = None

    def landing(self, x: float, y: float) -> HeadLanding:
        """Return where a drop at *x*, *y* would put them."""
        raise NotImplementedError

    def edit_to(self, at: HeadLanding, ids: tuple[Id, ...]) -> Edit:
        """Return the edit that puts *ids* there."""
        raise NotImplementedError

    def lifted_by(self, x: float, y: float) -> QPointF:
        way = self.moved_by(x, y)
        return QPointF(way.x(), 0) if self.across else QPointF(0, way.y())

    def land(self, x: float, y: float) -> None:
        self._landing = self.landing(x, y)
        self.view.preview.show_line(self._landing.line)

    def edit(self, ids: tuple[Id, ...]) -> Edit | None:
        return None if self._landing is None else self.edit_to(self._landing, ids)


class StagesDrag(HeadsDrag):
    """Moves stages, with their steps."""

    table = "stages"

    def landing(self, x: float, y: float) -> HeadLanding:
        return stage_landing(self.view.sheet, x, self.moved)

    def edit_to(self, at: HeadLanding, ids: tuple[Id, ...]) -> Edit:
        return MoveStages(ids, at.index)


class StepsDrag(HeadsDrag):
    """Moves steps, also to another stage."""

    table = "steps"

    def landing(self, x: float, y: float) -> HeadLanding:
        return step_landing(self.view.sheet, x, self.moved)

    def edit_to(self, at: HeadLanding, ids: tuple[Id, ...]) -> Edit:
        return MoveSteps(ids, at.parent, at.index)


class LanesDrag(HeadsDrag):
    """Moves lanes."""

    table = "lanes"
    across = False

    def landing(self, x: float, y: float) -> HeadLanding:
        return lane_landing(self.view.sheet, y, self.moved)

    def edit_to(self, at: HeadLanding, ids: tuple[Id, ...]) -> Edit:
        return MoveLanes(ids, at.index)


_DRAGS = {"stage": StagesDrag, "step": StepsDrag, "lane": LanesDrag}


def start(view: "MapView", press: Press) -> Gesture | None:
    """Begin on a head or a lane's title."""
    drag = _DRAGS.get(press.aim.part)
    if press.button == Qt.MouseButton.LeftButton and drag is not None:
        return drag(view, press)
    return None
