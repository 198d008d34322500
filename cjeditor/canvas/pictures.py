"""Pictures from outside put onto a card, or into a cell as cards of their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from cjeditor.canvas import commands
from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark
from cjeditor.edits.cards import AddCard
from cjeditor.edits.edit import Edit
from cjeditor.edits.pictures import AddPicture
from cjeditor.edits.several import Several
from cjeditor.kinds.picture import KIND
from cjeditor.model.records import Picture
from cjeditor.session.picture_taking import PictureTaking, Read

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


@dataclass(frozen=True, slots=True)
class PicturePlace:
    """Where pictures are put: on a card, or beside the cards of a cell.

    Attributes:
        card: Of the map; None means that the cell gets new cards.
        index: Place of the first new card; None means the last.
    """

    card: Id | None
    lane: Id = ""
    step: Id = ""
    index: int | None = None


class Pictures:
    """Puts pictures on the map of a view, as one step of undo."""

    def __init__(self, view: "MapView") -> None:
        self._view = view
        self._taking = PictureTaking(view)
        self._taking.refused.connect(view.refused)

    def put_at_focus(self, reads: Sequence[Read]) -> None:
        """Put pictures onto the selected card, else into the cursor's cell."""
        journey, focus = self._view.session.journey, self._view.focus
        add = commands.add_card(journey, focus, KIND.name)
        if focus.element in journey.cards:
            self.put(reads[:1], PicturePlace(focus.element))
        elif add is not None:
            self.put(reads, PicturePlace(None, add.lane, add.step, add.index))

    def put(self, reads: Sequence[Read], place: PicturePlace) -> None:
        """Read pictures and put them to *place*, now or as soon as they are read."""
        if reads:
            self._taking.take(reads, partial(self._do, self._view.session.journey.id, place))

    def _do(self, journey: Id, place: PicturePlace, pictures: Sequence[Picture]) -> None:
        """Put *pictures* there, unless another document has been opened meanwhile."""
        if self._view.session.journey.id != journey:
            return
        ids = [place.card or new_id() for _ in pictures]
        edits: list[Edit] = []
        for number, (card, picture) in enumerate(zip(ids, pictures, strict=True)):
            if place.card is None:
                index = None if place.index is None else place.index + number
                edits.append(AddCard(place.lane, place.step, KIND.name, "", index, card))
            edits.append(AddPicture(picture, card))
        if self._view.do(Several(tuple(edits), mark("Add picture"))):
            self._view.session.select(ids)
            self._view.show_focus()
