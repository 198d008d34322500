"""Records' fields as columns of a table.

A field is shown by its type and headed by its title, so that a new field of a record is a new
column without a line here.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from types import NoneType, UnionType
from typing import Any, Final, Union, get_args, get_origin

from pydantic.fields import FieldInfo

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.core.words import LANGUAGES, Language, Words
from cjeditor.exchange.xlsx.names import Names
from cjeditor.exchange.xlsx.page import Cell
from cjeditor.exchange.xlsx.text import quoted
from cjeditor.kinds.fields import (
    CHANNELS,
    MARKETS,
    STATES,
    STATUSES,
    STRENGTHS,
    Channel,
    Extra,
    Market,
    OnScreen,
    State,
    Status,
    Strength,
)
from cjeditor.model.empathy import (
    EMPATHY_FIELDS,
    EMPATHY_VARIANTS,
    EmpathyField,
    EmpathyVariant,
)
from cjeditor.model.flows import FLOW_NODE_KINDS, FlowNodeKind
from cjeditor.model.metrics import (
    CONVENTIONS,
    DIRECTIONS,
    METRIC_KINDS,
    Convention,
    Direction,
    MetricKind,
)
from cjeditor.model.records import (
    EVIDENCE_KINDS,
    LINK_KINDS,
    ROLES,
    EvidenceKind,
    LinkKind,
    Role,
    Saying,
)

_CHOICES: Final[tuple[tuple[Any, Mapping[Any, str]], ...]] = (
    (Channel, {name: facts.label for name, facts in CHANNELS.items()}),
    (Strength, STRENGTHS),
    (Status, STATUSES),
    (State, STATES),
    (Market, MARKETS),
    (Role, ROLES),
    (LinkKind, LINK_KINDS),
    (EvidenceKind, EVIDENCE_KINDS),
    (FlowNodeKind, FLOW_NODE_KINDS),
    (EmpathyField, EMPATHY_FIELDS),
    (EmpathyVariant, EMPATHY_VARIANTS),
    (Language, LANGUAGES),
    (MetricKind, METRIC_KINDS),
    (Direction, DIRECTIONS),
    (Convention, CONVENTIONS),
)
"""Closed choices and what they are called; English, marked."""

_LISTS: Final[tuple[tuple[Any, str], ...]] = (
    (Channel, "lst_channels"),
    (Strength, "lst_strengths"),
    (Status, "lst_statuses"),
)
"""Choices that a cell offers, by the name of their list."""

_WIDTHS: Final = {
    "text": 44.0, "detail": 36.0, "extras": 26.0, "quote": 40.0, "note": 40.0, "channels": 17.0,
    "personas": 24.0, "evidence": 34.0, "owner": 15.0, "strength": 13.0, "status": 18.0,
    "kind": 18.0, "colour": 10.0, "link": 30.0, "goal": 32.0, "sayings": 36.0, "name": 26.0,
    "persona": 26.0, "title": 28.0,
}  # fmt: skip
_USUAL: Final = 20.0
_NARROW: Final = 8.0
_BUTTON: Final = 4.5  # room for the filter's button beside a header

WHOLE: Final = "0"
FEELING: Final = "+0.0;-0.0;0.0"
_NUMBERS: Final[tuple[tuple[Any, str], ...]] = ((int, WHOLE), (float, FEELING))


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table.

    Attributes:
        header: In the workbook's language.
        value: Record → cell.
        width: In characters.
        choices: Name of the list that a cell offers, or "".
        several: Whether a cell may hold several of them.
        bounds: The least and the greatest number that it may hold, if any.
        number: Excel's format of its numbers; WHOLE for whole ones, "" for text.
        hidden: Whether it is kept out of sight: ids.
    """

    header: str
    value: Callable[[Any], Cell]
    width: float = _USUAL
    choices: str = ""
    several: bool = False
    bounds: tuple[float, float] | None = None
    number: str = ""
    hidden: bool = False

    @property
    def room(self) -> float:
        """The width in characters that shows cells and header."""
        return max(self.width, min(40.0, len(self.header) + _BUTTON))


ID_COLUMN: Final = Column("id", lambda record: record.id, hidden=True)


def field_columns(record: type[Frozen], words: Words, names: Names) -> Iterator[tuple[str, Column]]:
    """Yield a field's name and column for each field of *record* that says something."""
    for name, field in told_fields(record).items():
        yield name, field_column(name, field, words(field.title or ""), words, names)


def told_fields(record: type[Frozen]) -> dict[str, FieldInfo]:
    """Return the fields of *record* that say something of the map, not of how it is shown."""
    return {
        name: field
        for name, field in record.model_fields.items()
        if field.title and not any(isinstance(each, OnScreen) for each in field.metadata)
    }


def field_column(name: str, field: FieldInfo, header: str, words: Words, names: Names) -> Column:
    """Return the column of one field."""
    kind = _certain(field.annotation)
    several = get_origin(kind) is tuple
    item = _certain(get_args(kind)[0]) if several else kind
    base, bounds = _number(field)
    number = next((form for kind, form in _NUMBERS if kind == base), "")
    show = shown(field.annotation, words, names)
    blank = field.default if base is int else None  # no votes need no "0"
    return Column(
        header,
        lambda record: None if (value := getattr(record, name)) == blank else show(value),
        _WIDTHS.get(name, _NARROW if number or item is bool else _USUAL),
        choices=next((list_name for choice, list_name in _LISTS if choice == item), ""),
        several=several,
        bounds=bounds,
        number=number,
    )


def shown(annotation: Any, words: Words, names: Names) -> Callable[[Any], Cell]:
    """Return how a value of that type stands in a cell; None and False stay blank."""
    kind = _certain(annotation)
    if get_origin(kind) is tuple:
        return _shown_several(get_args(kind)[0], words, names)
    labels = next((labels for choice, labels in _CHOICES if choice == kind), None)
    if labels is not None:
        spoken = {name: words(label) for name, label in labels.items()}
        return lambda value: None if value is None else spoken[value]
    if kind == Id:
        return lambda value: None if value is None else names.of(value)
    if kind is bool:
        yes = words("Yes")
        return lambda value: yes if value else None
    if kind is Extra:
        return lambda extra: f"{extra.name}: {extra.value}"
    if kind is Saying:
        return _saying
    return lambda value: value or None if isinstance(value, str) else value


def _number(field: FieldInfo) -> tuple[Any, tuple[float, float] | None]:
    """Return the plain type of a field's value and the bounds that the type sets."""
    kind = _certain(field.annotation)
    base, *inner = get_args(kind) or (kind,)
    limits = [*field.metadata]
    for part in inner:
        limits += part.metadata if isinstance(part, FieldInfo) else ()
    lows = [limit.ge for limit in limits if hasattr(limit, "ge")]
    highs = [limit.le for limit in limits if hasattr(limit, "le")]
    bounds = (lows[0], highs[0]) if lows and highs else None
    return base, bounds


def _shown_several(item: Any, words: Words, names: Names) -> Callable[[Any], Cell]:
    show = shown(item, words, names)
    between = "\n" if isinstance(item, type) and issubclass(item, Frozen) else ", "
    return lambda values: between.join([str(show(value)) for value in values]) if values else None


def _saying(saying: Saying) -> str:
    said = quoted(saying.text)
    return f"{said} ({saying.source})" if saying.source else said


def _certain(annotation: Any) -> Any:
    """Return the type of a value that is there: `Rating` of `Rating | None`."""
    if get_origin(annotation) in (Union, UnionType):
        return next(part for part in get_args(annotation) if part is not NoneType)
    return annotation
