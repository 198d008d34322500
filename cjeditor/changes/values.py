"""Records, fields and their values in a few words, for sentences about changes.

Everything is plain text on one line: what users wrote comes shortened and without characters
that steer the text around it.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final, Literal, get_args, get_origin
from unicodedata import category

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.core.numbers import written
from cjeditor.core.words import Words, mark
from cjeditor.display.clusters import clusters
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_style import SYMBOLS
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import Extra
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import CARD_KINDS, LANE_KINDS, kind_of_card, title_of
from cjeditor.model import naming
from cjeditor.model.avatar import HAIR, HAIR_COLOURS, SKINS, Avatar
from cjeditor.model.choices import labels_of
from cjeditor.model.map import Map
from cjeditor.model.records import Link, Saying, Stage, Step
from cjeditor.model.references import REFERENCES

_PLACES: Final = ("lane", "stage", "first_step", "last_step", "step", "card", "order")
"""Fields that say where a record stands, if they have no title."""

_LONGEST: Final = 48
"""Characters of a text of the user's that a sentence repeats."""

_STEERING: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
"""They turn the direction of the text around them."""

_NAMELESS: Final = {
    "cards": mark("without text"),
    "personas": mark("Nameless persona"),
    "evidence": mark("Evidence"),
    "pictures": mark("Picture"),
    "styles": mark("Nameless style"),
    "empathy_notes": mark("without text"),
    "whys": mark("without text"),
    "flow_nodes": mark("without text"),
}
"""By table: what a record without a name is called where its kind need not be said."""

_KIND_LABELS: Final = {
    **{kind.name: kind.label for kind in LANE_KINDS},
    **{kind.name: kind.label for kind in CARD_KINDS},
}

_SPECIAL: Final[Mapping[tuple[str, str], Mapping[str, str]]] = {
    ("cards", "kind"): _KIND_LABELS,
    ("lanes", "kind"): _KIND_LABELS,
    ("lanes", "card"): _KIND_LABELS,
    ("views", "kinds"): _KIND_LABELS,
    ("styles", "symbol"): SYMBOLS,
}
"""By table and field: labels of values whose type does not name them all."""


def short(text: str) -> str:
    """Return *text*, or its beginning, on one line and without control characters."""
    line = "".join(each for each in naming.one_line(text) if _is_shown(each))
    if len(line) <= _LONGEST:
        return line
    kept = ""
    for cluster in clusters(line[: 2 * _LONGEST]):
        if len(kept) + len(cluster) >= _LONGEST:
            break
        kept += cluster
    return f"{kept.rstrip()}…"


def _is_shown(char: str) -> bool:
    return category(char) not in ("Cc", "Cs") and char not in _STEERING


def named(journey: Map, table: str, record: Any, words: Words) -> str:
    """Return what a record of *journey* is called: "Pain point “Too slow”", "Lane “Mood”"."""
    match record:
        case Stage() if not record.title:
            return naming.stage_name(journey, record.id, words)
        case Step() if not record.title:
            return naming.step_title(journey, record.id, words)
        case Emotion():
            feeling = words("Emotion")
            if record.persona is not None:
                who = _bare_name(journey, ("personas",), record.persona, words)
                feeling = words("Emotion of {name}").format(name=who)
            return f"{feeling}, {where(journey, record, words)}"
        case Link():
            ends = (record.source, record.target)
            one, other = (_bare_name(journey, ("cards",), each, words) for each in ends)
            return f"{words('Link')} “{one}” → “{other}”"
    return named_alone(table, record, words) or words("{kind} without text").format(
        kind=words(_kind_label(table, record))
    )


def named_alone(table: str, record: Any, words: Words) -> str:
    """Return what a record is called by its own words, as "Lane “Mood”"; "" if it has none."""
    name = short(title_of(record, words) if isinstance(record, Lane) else own_name(record))
    return f"{words(_kind_label(table, record))} “{name}”" if name else ""


def _kind_label(table: str, record: Any) -> str:
    return kind_of_card(record).label if isinstance(record, Card) else naming.TABLE_LABELS[table]


def own_name(record: Any) -> str:
    """Return the title, name or text that a record has of its own; often nothing."""
    values = vars(record)
    return next((text for name in ("title", "name", "text") if (text := values.get(name))), "")


def where(journey: Map, record: Any, words: Words) -> str:
    """Return where a record of *journey* stands: "Touchpoints, Purchase / Pay"; often nothing."""
    match record:
        case Card():
            place = naming.place_of(journey, record.lane, record.first_step, words)
            if record.first_step != record.last_step:
                last = naming.step_name(journey, record.last_step, words)
                place = words("{first} to {last}").format(first=place, last=last)
        case Step():
            place = naming.stage_name(journey, record.stage, words)
        case Emotion():
            place = naming.step_name(journey, record.step, words)
        case _:
            place = ""
    return short(place)


def is_place(record: Any, field: str) -> bool:
    """Tell whether a field says where its record stands."""
    info = type(record).model_fields.get(field)
    return field in _PLACES and info is not None and info.title is None


def field_title(field: str, records: Iterable[Any], words: Words) -> str:
    """Return what a field is called, as the first of *records* that has it says; "" if nothing."""
    if field == "kind":
        return words("Type")
    found = (type(each).model_fields.get(field) for each in records if each is not None)
    return words(next((info.title or "" for info in found if info is not None), ""))


def value_texts(journey: Map, table: str, record: Any, field: str, words: Words) -> list[str]:
    """Return the value of a field as people read it: one text, of a list one for each item.

    What is empty gives none.
    """
    value = vars(record).get(field)
    if value is None or value in ("", ()):
        return []
    refers = REFERENCES.get(table, {}).get(field)
    labels = _labels_of(table, record, field)
    values = value if isinstance(value, tuple) else (value,)
    if refers is not None:
        return [_bare_name(journey, refers.tables, each, words) for each in values]
    return [_text(each, labels, words) for each in values]


def is_text(table: str, record: Any, field: str) -> bool:
    """Tell whether a field holds a text that people write, not a choice or a name of a record."""
    is_choice = field in REFERENCES.get(table, {}) or _labels_of(table, record, field)
    return isinstance(vars(record).get(field), str) and not is_choice


def _bare_name(journey: Map, tables: Iterable[str], record_id: Id, words: Words) -> str:
    """Return the name of a record of one of *tables* without what kind of thing it is."""
    table = next((name for name in tables if record_id in journey.table(name)), "")
    if not table:
        return words("the map") if record_id == journey.id else ""
    return short(own_name(journey.table(table)[record_id])) or words(_nameless(table))


def _nameless(table: str) -> str:
    return _NAMELESS.get(table) or naming.TABLE_LABELS[table]


def _text(value: Any, labels: Mapping[str, str], words: Words) -> str:
    match value:
        case bool():
            return words("Yes") if value else words("No")
        case float() | int():
            return written(value, words, 6, grouped=False)
        case str():
            return words(labels[value]) if value in labels else f"“{short(value)}”"
        case Extra():
            return f"{short(value.name)}: {short(value.value)}"
        case Saying():
            return f"“{short(value.text)}”"
        case Avatar():
            return ", ".join(
                words(label)
                for label in (HAIR[value.hair], HAIR_COLOURS[value.hair_colour], SKINS[value.skin])
            )
        case _:
            return ""


def _labels_of(table: str, record: Any, field: str) -> Mapping[str, str]:
    kind: type[Frozen] = type(record)
    return _SPECIAL.get((table, field)) or _labels(kind, field)


@cache
def _labels(record: type[Frozen], field: str) -> Mapping[str, str]:
    """Return what the values of a field are called if it is a closed choice."""
    info = record.model_fields.get(field)
    values = () if info is None else _closed(info.annotation)
    return labels_of(values) if len(values) > 1 else {}


def _closed(annotation: Any) -> tuple[str, ...]:
    """Return the values of the `Literal` in a type; none if there is none."""
    if get_origin(annotation) is Literal:
        return get_args(annotation)
    return next((found for each in get_args(annotation) if (found := _closed(each))), ())
