"""What a digit sets: the severity or impact of cards, the height of points."""

from collections.abc import Sequence

from cjeditor.canvas.feelings import emotions_at_level
from cjeditor.canvas.walk import Focus
from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import Edit
from cjeditor.edits.records import SetField
from cjeditor.edits.several import Several
from cjeditor.kinds.conversion import ratings_of
from cjeditor.kinds.curve_style import CurveKey
from cjeditor.kinds.registry import kind_of_card, kind_of_lane
from cjeditor.model.map import Map


def can_rate(journey: Map, focus: Focus, number: int = 0) -> bool:
    """Tell whether a digit rates what the keyboard is on; elsewhere it is a text.

    Args:
        number: Which of a card's ratings: 0, or 1 for the second (an opportunity's effort).
    """
    focus = beside_flag(journey, focus)
    card = journey.cards.get(focus.element or "")
    if card is not None:
        return len(ratings_of(kind_of_card(card))) > number
    if number:
        return False
    if focus.element is not None:
        return focus.element in journey.emotions
    lane = journey.lanes.get(focus.cell[0]) if focus.cell else None
    return lane is not None and kind_of_lane(lane).shows_emotions


def beside_flag(journey: Map, focus: Focus) -> Focus:
    """Return the cell of an emotion lane, for a moment of truth that was picked by its flag there.

    There one means the feeling; other places are returned as they are.
    """
    cell = focus.cell
    in_lane = cell is not None and kind_of_lane(journey.lanes[cell[0]]).shows_emotions
    return Focus(None, cell) if cell and in_lane and cell[1] == focus.element else focus


def rated(
    journey: Map,
    ids: Sequence[Id],
    focus: Focus,
    value: int,
    number: int = 0,
    in_hand: CurveKey | None = None,
) -> Edit | None:
    """Return the edit that rates what is selected, or the cursor's cell of an emotion lane.

    Args:
        value: From 1 to 5.
        number: As in `can_rate`.
        in_hand: Whose curve a new point belongs to.
    """
    if beside_flag(journey, focus) != focus:
        ids = ()
    fields: dict[str, list[Id]] = {}
    for each in ids:
        card = journey.cards.get(each)
        names = ratings_of(kind_of_card(card)) if card is not None else ()
        for name in names[number : number + 1]:
            fields.setdefault(name, []).append(each)
    edits: list[Edit] = [SetField(tuple(found), name, value) for name, found in fields.items()]
    points = None
    if not number:
        points = emotions_at_level(journey, ids, focus.cell, value, in_hand)
    if points is not None:
        edits.append(points)
    return Several(tuple(edits), mark("Rate")) if edits else None
