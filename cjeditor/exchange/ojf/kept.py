"""Fields of an OJF file that our records have no place for, kept as own fields."""

from collections.abc import Iterable, Mapping
from typing import Final

from pydantic_core import from_json, to_json

from cjeditor.core.words import mark
from cjeditor.exchange.remarks import Remarks
from cjeditor.kinds.fields import MAX_TEXT, Extra

PREFIX: Final = "ojf."


def keep(fields: Mapping[str, object], place: str, remarks: Remarks) -> tuple[Extra, ...]:
    """Return *fields* as own fields; one that is too long is left out with a remark."""
    kept: list[Extra] = []
    for name, value in fields.items():
        text = _written(value)
        if len(text) > MAX_TEXT or len(name) > MAX_TEXT - len(PREFIX):
            remarks.add(mark("This field was too long and was left out."), None, place)
        else:
            kept.append(Extra(name=PREFIX + name, value=text))
    return tuple(kept)


def kept(extras: Iterable[Extra]) -> dict[str, object]:
    """Return the fields that `keep` kept, with the values that they had."""
    return {
        extra.name.removeprefix(PREFIX): _read(extra.value)
        for extra in extras
        if extra.name.startswith(PREFIX)
    }


def count_own(extras: Iterable[Extra]) -> int:
    """Return how many own fields are the user's and not OJF's."""
    return sum(not extra.name.startswith(PREFIX) for extra in extras)


def _written(value: object) -> str:
    """Return a text as it is, unless it could be taken for JSON; anything else as JSON."""
    if isinstance(value, str) and _read(value) is value:
        return value
    return to_json(value).decode()


def _read(text: str) -> object:
    try:
        return from_json(text, allow_inf_nan=False)
    except ValueError:
        return text
