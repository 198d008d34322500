"""A node's service blueprint: lists of items there, lanes of cards here.

Each item becomes a card in the lane of its list and remembers its node, so that the way
back rebuilds the lists.
"""

from dataclasses import dataclass
from typing import Final

from cjeditor.kinds.line_lane import BlueprintLine


@dataclass(frozen=True, slots=True)
class Row:
    """One list of a blueprint and the lane that it becomes.

    Attributes:
        name: Of the list in the file.
        title: Of the lane.
        card: Kind of its cards.
        above: The blueprint line over the lane, if any.
        first: Field of an item that is the card's first line.
        second: Field that follows it: on the next line, or as a tag.
    """

    name: str
    title: str
    card: str
    above: BlueprintLine | None
    first: str
    second: str
    tagged: bool = False


ROWS: Final = (
    Row("evidence", "Evidence", "note", None, "item", "type", tagged=True),
    Row("onstage", "Frontstage", "touchpoint", "interaction", "actor", "action"),
    Row("backstage", "Backstage", "process", "visibility", "actor", "action"),
    Row("support", "Support", "process", "internal", "system", "description"),
)
"""In the order of the lanes; the evidence stands above the customer's own lanes."""

ROW_OF: Final = {row.name: row for row in ROWS}

NODE, LIST, ITEM = "blueprint.node", "blueprint.list", "blueprint.item"
"""Own fields of an item's card: its node's card, its list, and the item itself where the
card does not say it all."""


@dataclass(frozen=True, slots=True)
class ItemCard:
    """What the card of an item says."""

    text: str
    tags: tuple[str, ...] = ()


def card_of(item: object, row: Row) -> ItemCard:
    """Return what the card of an item says; an item that is no object is shown as text."""
    if not isinstance(item, dict):
        return ItemCard(item if isinstance(item, str) else str(item))
    first, second = (_text(item.get(name)) for name in (row.first, row.second))
    if row.tagged:
        return ItemCard(first, (second,) if second else ())
    return ItemCard("\n".join(part for part in (first, second) if part))


def item_of(card: ItemCard, row: Row) -> dict[str, object]:
    """Return the item that a card says; the inverse of `card_of` for a plain item."""
    if row.tagged:
        tags = {row.second: ", ".join(card.tags)} if card.tags else {}
        return {row.first: card.text, **tags}
    first, _, second = card.text.partition("\n")
    return {row.first: first, row.second: second} if second else {row.first: first}


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
