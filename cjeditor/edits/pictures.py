"""Embed pictures, and let go of those that nothing shows any more."""

from collections.abc import Iterator
from dataclasses import dataclass

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import anywhere
from cjeditor.model.integrity import REFERENCES
from cjeditor.model.map import Map
from cjeditor.model.records import Picture


@dataclass(frozen=True, slots=True)
class AddPicture:
    """Let a picture card or a persona show *picture*; the one shown before goes.

    Attributes:
        card_id: Of the card or persona.
    """

    picture: Picture
    card_id: Id

    label = mark("Add picture")

    def apply(self, journey: Map) -> Map:
        record = anywhere(journey, self.card_id)
        if "picture" not in type(record).model_fields:
            raise EditError(mark("Only picture cards and personas show a picture."))
        after = journey.put(self.picture, record.replace(picture=self.picture.id))
        return without_unused(journey, after)


def without_unused(before: Map, after: Map) -> Map:
    """Return *after* without the pictures that were shown in *before* and no longer are."""
    if not after.pictures or after is before:
        return after
    let_go = set(_shown(before)) - set(_shown(after))
    return after.drop(let_go) if let_go else after


def _shown(journey: Map) -> Iterator[Id]:
    for table, fields in REFERENCES.items():
        if "picture" in fields:
            for record in journey.table(table).values():
                if picture := vars(record).get("picture"):
                    yield picture
