"""The shape of the pointer over the map: what a press there would do."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjeditor.canvas.gestures.edges import edge_at
from cjeditor.canvas.gestures.gesture import Aim
from cjeditor.canvas.gestures.span import at_end
from cjeditor.layout.switches import PART

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


def cursor_for(view: "MapView", aim: Aim) -> Qt.CursorShape:
    """Return the pointer's shape at *aim*."""
    shapes = Qt.CursorShape
    if view.space_held:
        return shapes.OpenHandCursor
    if aim.part == PART:
        return shapes.PointingHandCursor
    edge = edge_at(view, aim)
    if edge is not None:
        return shapes.SizeHorCursor if edge.is_column else shapes.SizeVerCursor
    return shapes.SizeHorCursor if at_end(view, aim) else shapes.ArrowCursor
