"""What the clipboard carries from map to map: cards, where they stood, and what they show."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Final, Self, TypeVar

from pydantic import Field, ValidationError, model_validator

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id, new_id
from cjeditor.edits.cards import in_reading_order
from cjeditor.edits.hanging import Hanging, copied, hanging_on
from cjeditor.edits.paste import Brought
from cjeditor.edits.valid import clean
from cjeditor.files.content import refuse_bombs
from cjeditor.files.errors import BadPicture, FileError
from cjeditor.files.pictures import check
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.registry import AnyCard, kind_of_lane
from cjeditor.model.flows import Flow, FlowArrow, FlowNode
from cjeditor.model.map import Map
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.records import Comment, Link, Picture
from cjeditor.model.whys import Why

LARGEST: Final = 256 * 1024 * 1024
"""Bytes that are read from a clipboard; whatever lies there may come from anywhere."""

_MOST: Final = 5_000
_MOST_PARTS: Final = 500_000
_PLACES: Final = 1_000

R = TypeVar("R")

_Place = Annotated[int, Field(ge=0, lt=_PLACES)]


class Carried(Frozen):
    """Cards as they were copied.

    Attributes:
        rows, columns: Of each card: how many lanes that take cards below the topmost, and
            how many steps right of the leftmost.
        links: Between two of the cards.
        whys, flows, nodes, arrows: What hangs on the cards.
        metrics, figures, comments: About any of these, where the cards were cut.
    """

    cards: Annotated[tuple[AnyCard, ...], Field(max_length=_MOST)]
    rows: tuple[_Place, ...]
    columns: tuple[_Place, ...]
    pictures: Annotated[tuple[Picture, ...], Field(max_length=_MOST)] = ()
    styles: Annotated[tuple[CardStyle, ...], Field(max_length=_MOST)] = ()
    links: Annotated[tuple[Link, ...], Field(max_length=_MOST)] = ()
    whys: Annotated[tuple[Why, ...], Field(max_length=_MOST)] = ()
    flows: Annotated[tuple[Flow, ...], Field(max_length=_MOST)] = ()
    nodes: Annotated[tuple[FlowNode, ...], Field(max_length=_MOST)] = ()
    arrows: Annotated[tuple[FlowArrow, ...], Field(max_length=_MOST)] = ()
    metrics: Annotated[tuple[Metric, ...], Field(max_length=_MOST)] = ()
    figures: Annotated[tuple[Figure, ...], Field(max_length=_MOST)] = ()
    comments: Annotated[tuple[Comment, ...], Field(max_length=_MOST)] = ()

    @model_validator(mode="after")
    def _every_card_has_its_place(self) -> Self:
        if not len(self.cards) == len(self.rows) == len(self.columns):
            raise ValueError("cards, rows and columns are not equally many")
        return self


@dataclass(frozen=True, slots=True)
class Copies:
    """Carried cards under new ids, by the cells that they stood in.

    Attributes:
        rows: As `PasteBlock` takes them.
    """

    rows: tuple[tuple[tuple[Card, ...], ...], ...]
    brought: Brought

    @property
    def cards(self) -> tuple[Card, ...]:
        """All of them, in reading order."""
        return tuple(card for row in self.rows for cell in row for card in cell)


def carried(journey: Map, ids: Sequence[Id], *, cut: bool = False) -> Carried | None:
    """Return the cards among *ids* as the clipboard carries them; None if there are none.

    Args:
        cut: Whether they are taken off the map; then what is said and measured goes along.
    """
    chosen = [journey.cards[each] for each in dict.fromkeys(ids) if each in journey.cards]
    cards = in_reading_order(journey, chosen[:_MOST])
    if not cards:
        return None
    takes = [each.id for each in journey.ordered_lanes if kind_of_lane(each).card(each)]
    rows = [takes.index(card.lane) for card in cards]
    columns = [journey.column_of[card.first_step] for card in cards]
    known = {card.id for card in cards}
    links = [each for each in journey.links.values() if {each.source, each.target} <= known]
    hanging = hanging_on(journey, [card.id for card in cards], cut=cut)
    return Carried(
        cards=tuple(cards),  # type: ignore[arg-type]  # a card on a map is of a known kind
        rows=tuple(row - min(rows) for row in rows),
        columns=tuple(column - min(columns) for column in columns),
        pictures=_named(journey.pictures, [card.picture for card in cards]),
        styles=_named(journey.styles, [card.style for card in cards]),
        links=tuple(links[:_MOST]),
        whys=hanging.whys[:_MOST],
        flows=hanging.flows[:_MOST],
        nodes=hanging.nodes[:_MOST],
        arrows=hanging.arrows[:_MOST],
        metrics=hanging.metrics[:_MOST],
        figures=hanging.figures[:_MOST],
        comments=hanging.comments[:_MOST],
    )


def read_carried(content: bytes) -> Carried | None:
    """Return what *content*, from whatever program, carries; None if it is not ours."""
    try:
        refuse_bombs(content, LARGEST, _MOST_PARTS)
        read = Carried.model_validate_json(content)
    except (ValidationError, FileError):
        return None
    return read.replace(
        cards=tuple(clean(card) for card in read.cards),
        pictures=tuple(each for each in read.pictures if _is_sound(each)),
        styles=tuple(clean(style) for style in read.styles),
        whys=tuple(clean(why) for why in read.whys),
        flows=tuple(clean(flow) for flow in read.flows),
        nodes=tuple(clean(node) for node in read.nodes),
        arrows=tuple(clean(arrow) for arrow in read.arrows),
        metrics=tuple(clean(metric) for metric in read.metrics),
        figures=tuple(clean(figure) for figure in read.figures),
        comments=tuple(clean(comment) for comment in read.comments),
    )


def copies(read: Carried) -> Copies:
    """Return what was carried under new ids."""
    ids = {card.id: new_id() for card in read.cards}
    cells: dict[tuple[int, int], list[Card]] = {}
    for card, row, column in zip(read.cards, read.rows, read.columns, strict=True):
        cells.setdefault((row, column), []).append(card.replace(id=ids[card.id]))
    rows = tuple(
        tuple(
            tuple(cells.get((row, column), ()))
            for column in range(max(read.columns, default=-1) + 1)
        )
        for row in range(max(read.rows, default=-1) + 1)
    )
    links = tuple(
        link.replace(id=new_id(), source=ids[link.source], target=ids[link.target])
        for link in read.links
        if link.source in ids and link.target in ids
    )
    hanging = Hanging(
        read.whys, read.flows, read.nodes, read.arrows, read.metrics, read.figures, read.comments
    )
    return Copies(rows, Brought(read.pictures, read.styles, links, copied(hanging, ids)))


def _named(table: Mapping[Id, R], ids: Sequence[Id | None]) -> tuple[R, ...]:
    return tuple(table[each] for each in dict.fromkeys(ids) if each is not None and each in table)


def _is_sound(picture: Picture) -> bool:
    try:
        check(picture)
    except BadPicture:
        return False
    return True
