"""Pictures dragged onto the map from another program: onto a card, or into a cell."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QMimeData, QPoint

from cjeditor.canvas.gestures.evidence import EvidenceDrop, evidence_drop
from cjeditor.canvas.gestures.palette import PaletteDrop, palette_drop
from cjeditor.canvas.incoming import has_picture, pictures_in
from cjeditor.canvas.landing import card_landing
from cjeditor.canvas.pictures import PicturePlace
from cjeditor.core.ids import Id
from cjeditor.session.picture_taking import Read

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


class PictureDrop:
    """Shows where pictures would land, and puts them there."""

    def __init__(self, view: "MapView", mime: QMimeData) -> None:
        self._view = view
        self._mime = mime
        self._place: PicturePlace | None = None

    def follow(self, spot: QPoint) -> bool:
        """Show what a drop at *spot* of the viewport would do; return whether it can be."""
        view = self._view
        aim = view.aim(spot)
        card = aim.hit.element if aim.hit is not None and aim.part == "card" else None
        now = view.mapToScene(spot)
        landing = None if card else card_landing(view.sheet, now.x(), now.y())
        view.preview.show_landing(landing)
        view.paper.select([card] if card else (), None)
        if card is not None:
            self._place = PicturePlace(card)
        elif landing is not None:
            self._place = PicturePlace(None, landing.lane, landing.step, landing.index)
        else:
            self._place = None
        return self._place is not None

    def drop(self, spot: QPoint) -> Id | None:
        """Put them there; return the card that had no picture yet, or "" for new cards."""
        if not self.follow(spot) or self._place is None:
            return None
        reads: Sequence[Read] = pictures_in(self._mime)
        self._view.pictures.put(reads[:1] if self._place.card else reads, self._place)
        return self._place.card or ""


Drop: TypeAlias = PaletteDrop | EvidenceDrop | PictureDrop


def drop_in(view: "MapView", mime: QMimeData) -> Drop | None:
    """Return what *mime* brings onto the map: cards, lanes, sources or pictures; else None."""
    ours = palette_drop(view, mime) or evidence_drop(view, mime)
    if ours is not None:
        return ours
    return PictureDrop(view, mime) if has_picture(mime) else None
