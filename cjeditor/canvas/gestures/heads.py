"""Dragging stages, steps and lanes to another place among their like."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from cjeditor.canvas.gestures.drag import Drag
from cjeditor.canvas.gestures.gesture import Gesture, Modifiers, Press
from cjeditor.canvas.landing import HeadLanding, lane_landing, stage_landing, step_landing
from cjeditor.core.ids import Id
from cjeditor.edits.edit import Edit
from cjeditor.edits.lanes import MoveLanes
from cjeditor.edits.stages import MoveStages
from cjeditor.edits.steps import MoveSteps

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


class HeadsDrag(Drag):
    """Moves the selected heads of one table; a line between columns or rows says where to."""

    table = ""
    across = True
    """Whether they are moved to the left and right, or up and down."""

    def begin(self) -> None:
        rows = self.view.session.journey.table(self.table)
        self._ids: tuple[Id, ...] = tuple(i for i in self.view.session.selection if i in rows)
        self._landing: HeadLanding | None = None
        self.view.lift(self._ids)

    def landing(self, x: float, y: float) -> HeadLanding:
        raise NotImplementedError

    def edit(self, at: HeadLanding) -> Edit:
        raise NotImplementedError

    def follow(self, x: float, y: float, modifiers: Modifiers) -> None:
        way = self.moved_by(x, y)
        straight = QPointF(way.x(), 0) if self.across else QPointF(0, way.y())
        self.view.preview.lifted.setPos(straight)
        self._landing = self.landing(x, y)
        self.view.preview.show_line(self._landing.line)

    def drop(self) -> None:
        if self._landing is not None and self._ids:
            self.view.do(self.edit(self._landing))


class StagesDrag(HeadsDrag):
    """Moves stages, with their steps."""

    table = "stages"

    def landing(self, x: float, y: float) -> HeadLanding:
        return stage_landing(self.view.sheet, x, self._ids)

    def edit(self, at: HeadLanding) -> Edit:
        return MoveStages(self._ids, at.index)


class StepsDrag(HeadsDrag):
    """Moves steps, also to another stage."""

    table = "steps"

    def landing(self, x: float, y: float) -> HeadLanding:
        return step_landing(self.view.sheet, x, self._ids)

    def edit(self, at: HeadLanding) -> Edit:
        return MoveSteps(self._ids, at.parent, at.index)


class LanesDrag(HeadsDrag):
    """Moves lanes."""

    table = "lanes"
    across = False

    def landing(self, x: float, y: float) -> HeadLanding:
        return lane_landing(self.view.sheet, y, self._ids)

    def edit(self, at: HeadLanding) -> Edit:
        return MoveLanes(self._ids, at.index)


_DRAGS = {"stage": StagesDrag, "step": StepsDrag, "lane": LanesDrag}


def start(view: "MapView", press: Press) -> Gesture | None:
    """Begin on a head or a lane's title."""
    drag = _DRAGS.get(press.aim.part)
    if press.button == Qt.MouseButton.LeftButton and drag is not None:
        return drag(view, press)
    return None
