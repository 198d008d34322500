"""A card made another kind, without losing what was typed."""

from functools import cache
from typing import Any, Final

from pydantic import ValidationError

from cjeditor.kinds.card import Card, CardKind
from cjeditor.kinds.fields import Extra, Rating

_BETWEEN: Final = ", "
"""Stands between the values of a field that holds several."""


def convert(card: Card, kind: CardKind) -> Card:
    """Return *card* as another *kind*.

    What the new kind has no field for becomes an own field under the field's title; an own
    field that the new kind has a field for moves there, if its value fits. So a card that is
    changed back is what it was.
    """
    record, old = kind.record, type(card)
    kept = {name: getattr(card, name) for name in record.model_fields if name in old.model_fields}
    changed = record(**(kept | {"kind": kind.name}))
    lost = [
        Extra(name=_title(old, name), value=_as_text(value))
        for name, value in vars(card).items()
        if name not in record.model_fields and value != old.model_fields[name].default
    ]
    changed = changed.replace(extras=(*changed.extras, *lost))
    for name in record.model_fields:
        if name not in old.model_fields:
            changed = _with_its_extra(changed, name)
    return changed


@cache
def ratings_of(kind: CardKind) -> tuple[str, ...]:
    """Return the kind's fields that are rated from 1 to 5: severity; impact, then effort."""
    fields = kind.record.model_fields
    return tuple(name for name, field in fields.items() if field.annotation == Rating | None)


def _with_its_extra(card: Card, name: str) -> Card:
    """Return *card* with the own field called as the field *name* moved to there."""
    title = _title(type(card), name)
    for extra in card.extras:
        if extra.name == title:
            rest = tuple(each for each in card.extras if each is not extra)
            for value in _readings(extra.value):
                try:
                    return card.replace(**{name: value, "extras": rest})
                except ValidationError:
                    continue
    return card


def _title(record: type[Card], name: str) -> str:
    return record.model_fields[name].title or name


def _as_text(value: Any) -> str:
    return _BETWEEN.join(value) if isinstance(value, tuple) else str(value)


def _readings(text: str) -> list[Any]:
    """Return what *text* can stand for: itself, a number, several values."""
    number = [int(text)] if text.isascii() and text.isdigit() and len(text) == 1 else []
    return [text, *number, tuple(text.split(_BETWEEN))]
