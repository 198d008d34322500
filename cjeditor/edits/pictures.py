"""Embed pictures, and let go of those that nothing shows any more."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import anywhere
from cjeditor.model.map import Map, Record
from cjeditor.model.records import Picture
from cjeditor.model.references import REFERENCES
from cjeditor.model.table import differing

_SHOWING: Final = tuple(table for table, fields in REFERENCES.items() if "picture" in fields)
"""Tables whose records can show a picture."""


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
            raise EditError(mark("Only cards and personas show a picture."))
        after = journey.put(self.picture, record.replace(picture=self.picture.id))
        return without_unused(journey, after)


def without_unused(before: Map, after: Map) -> Map:
    """Return *after* without the pictures that were shown in *before* and no longer are."""
    if not after.pictures or after is before:
        return after
    let_go = set(_let_go(before, after))
    return after.drop(let_go - set(shown_pictures(after))) if let_go else after


def _let_go(before: Map, after: Map) -> Iterator[Id]:
    """Yield the pictures that a record showed and that it shows no longer."""
    for table in _SHOWING:
        old, new = before.table(table), after.table(table)
        for key in differing(old, new) if old is not new else ():
            picture = _picture(old.get(key))
            if picture and picture != _picture(new.get(key)):
                yield picture


def shown_pictures(journey: Map) -> Iterator[Id]:
    """Yield the ids of the pictures that records show, some of them several times."""
    for table in _SHOWING:
        for record in journey.table(table).values():
            if picture := _picture(record):
                yield picture


def _picture(record: Record | None) -> Id | None:
    return None if record is None else vars(record).get("picture")
