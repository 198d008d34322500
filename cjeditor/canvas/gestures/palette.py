"""Cards and lanes dragged onto the map from the palette."""

from typing import TYPE_CHECKING, Final

from pydantic import ValidationError
from PySide6.QtCore import QMimeData, QPoint

from cjeditor.canvas import commands
from cjeditor.canvas.landing import CardLanding, card_landing, lane_landing
from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.edits.cards import AddCard
from cjeditor.kinds.fields import Name
from cjeditor.kinds.registry import CARD_KINDS, LANE_KINDS

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

CARD_TYPE: Final = "application/x-cjeditor-card"
LANE_TYPE: Final = "application/x-cjeditor-lane"
_LONGEST: Final = 1_000
"""Bytes; ours are about 20."""


class _Dragged(Frozen):
    kind: Name


class PaletteDrop:
    """Shows where a card or lane of *kind* would land, and adds it there."""

    def __init__(self, view: "MapView", kind: str, *, is_lane: bool) -> None:
        self._view = view
        self._kind = kind
        self._is_lane = is_lane
        self._landing: CardLanding | None = None

    def follow(self, spot: QPoint) -> bool:
        """Show what a drop at *spot* of the viewport would do; return whether it can be."""
        now = self._view.mapToScene(spot)
        if self._is_lane:
            self._view.preview.show_line(lane_landing(self._view.sheet, now.y()).line)
            return True
        self._landing = card_landing(self._view.sheet, now.x(), now.y())
        self._view.preview.show_landing(self._landing)
        return self._landing is not None

    def drop(self, spot: QPoint) -> Id | None:
        """Add it; return its id, or None where it cannot be."""
        if not self.follow(spot):
            return None
        if self._is_lane:
            y = self._view.mapToScene(spot).y()
            lane = commands.new_lane(self._kind)
            index = lane_landing(self._view.sheet, y).index
            return lane.id if self._view.do(commands.add_lane(lane, index)) else None
        assert self._landing is not None
        at = self._landing
        edit = AddCard(at.lane, at.step, self._kind, index=at.index)
        return edit.card_id if self._view.do(edit) else None


def palette_drop(view: "MapView", mime: QMimeData) -> PaletteDrop | None:
    """Return what *mime* brings from the palette; None for anything else."""
    cards = {kind.name for kind in CARD_KINDS}
    lanes = {kind.name for kind in LANE_KINDS}
    for media, known in ((CARD_TYPE, cards), (LANE_TYPE, lanes)):
        if mime.hasFormat(media):
            kind = _kind_in(mime.data(media).data())
            return PaletteDrop(view, kind, is_lane=media == LANE_TYPE) if kind in known else None
    return None


def _kind_in(content: bytes | bytearray | memoryview) -> str:
    """Return the kind that *content* names; empty if it is not ours."""
    if len(content) > _LONGEST:
        return ""
    try:
        return _Dragged.model_validate_json(bytes(content)).kind
    except ValidationError:
        return ""
