"""A whole map laid out on one sheet, and kept up to date edit by edit."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.display.shapes import Block, Box, Drawing, Rect
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Column
from cjeditor.kinds.look import GHOST, Look
from cjeditor.kinds.paragraph import set_paragraph
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.layout.bands import Frame, LaneBand, lay_out_bands, stretch, title_fonts
from cjeditor.layout.heads import lay_out_stages, lay_out_steps
from cjeditor.layout.people import people_of
from cjeditor.layout.title import EDGE, lay_out_title
from cjeditor.model.map import Map

__all__ = ["LaneBand", "Sheet", "lay_out", "stretched"]

RIGHT: Final = 14.0
"""Free at the right of the last column; the last chevron's point reaches into it."""

_LEAST_WIDTH: Final = 480.0
_BLANK: Final = Rect(0, 0, 740, 420)
"""Size of a sheet without stages."""

_ABOVE_STAGES: Final = 14.0
_BOTTOM: Final = 10.0
_EMPTY: Final = 120.0
"""Height that a sheet without lanes keeps free for the first."""


@dataclass(frozen=True, eq=False)
class Sheet:
    """A map laid out; every length in points, y down from the sheet's top left corner.

    Attributes:
        title: Title, subtitle, personas and legend above the stages.
        stages, steps: The heads, one block for each stage and step.
        columns: Of the steps, from left to right.
        lanes: From top to bottom.
        head: y at which the stages begin; they and the steps end at *top*.
        top: y at which the first lane begins.
        left: x at which the first column begins; the lane titles stand left of it.
    """

    width: float
    height: float
    left: float
    head: float
    top: float
    title: tuple[Block, ...]
    stages: tuple[Block, ...]
    steps: tuple[Block, ...]
    columns: tuple[Column, ...]
    lanes: tuple[LaneBand, ...]
    look: Look
    journey: Map
    frame: Frame

    def blocks(self) -> Iterator[Block]:
        """Yield every block in sheet coordinates, from back to front: what a poster draws."""
        paper = Box(Rect(0, 0, self.width, self.height), fill=self.look.theme.sheet)
        yield Block("", "paper", 0, 0, Drawing(self.width, self.height, (paper,)))
        yield from self.title
        for lane in self.lanes:
            yield from lane.blocks()
        yield from self.stages
        yield from self.steps

    def rect_of(self, element: Id) -> Rect | None:
        """Return where a record is drawn on the sheet; None if it is not drawn."""
        card = self.journey.cards.get(element)
        if card is not None:
            return self._in_lane(self.lane_of[card.lane], element)
        head = self._heads.get(element)
        if head is not None:
            return head.rect
        if element not in self.journey.emotions:
            return None
        found = (self._in_lane(lane, element) for lane in self.lanes if lane.content.emotions)
        return next((rect for rect in found if rect is not None), None)

    def _in_lane(self, lane: LaneBand, element: Id) -> Rect | None:
        rect = lane.band.rect_of(element)
        return None if rect is None else rect.moved(0, lane.y)

    @cached_property
    def lane_of(self) -> Mapping[Id, LaneBand]:
        """The lanes by their ids."""
        return {lane.lane: lane for lane in self.lanes}

    @cached_property
    def column_of(self) -> Mapping[Id, Column]:
        """The columns by their steps' ids."""
        return {column.step: column for column in self.columns}

    @cached_property
    def _heads(self) -> Mapping[Id, Block]:
        titles = (lane.title for lane in self.lanes)
        return {block.element: block for block in (*self.stages, *self.steps, *titles)}


def lay_out(journey: Map, look: Look, previous: Sheet | None = None) -> Sheet:
    """Lay *journey* out.

    Args:
        previous: The sheet of the map before an edit. Bands whose cells, emotions, columns
            and look are the same (by identity) are taken over, so the cost is that of the
            cells that changed.
    """
    before = previous if previous is not None and previous.look == look else None
    frame = _frame(journey, look, before)
    title, head = _head(journey, frame, before)
    stages, steps, top = _rows(journey, frame, head, before)
    lanes = lay_out_bands(journey, frame, top, before.lane_of if before else {})
    height = lanes[-1].bottom + _BOTTOM if lanes else top + _EMPTY
    height = height if journey.stages else max(height, _BLANK.height)
    return Sheet(
        frame.right, height, frame.left, head, top, title, stages, steps,
        frame.columns, lanes, look, journey, frame,
    )  # fmt: skip


def stretched(sheet: Sheet, spare: float) -> Sheet:
    """Return *sheet* with *spare* more height given to its lanes, as far as suits them."""
    lanes = stretch(sheet.lanes, sheet.frame, spare)
    height = lanes[-1].bottom + _BOTTOM if lanes else sheet.height
    return replace(sheet, height=height, lanes=lanes)


def _frame(journey: Map, look: Look, before: Sheet | None) -> Frame:
    """Return what the lanes share, with the very parts of *before* that have not changed."""
    old = None if before is None else before.journey
    same = None if before is None else before.frame
    kept = same and old and old.ordered_lanes is journey.ordered_lanes
    fonts, left = (same.fonts, same.left) if same and kept else title_fonts(journey, look)
    kept = same and old and same.left == left and old.ordered_steps is journey.ordered_steps
    columns = same.columns if same and kept else _columns(journey, look, left)
    if same and same.columns == columns:
        columns = same.columns
    kept = same and old and old.personas is journey.personas
    people = same.people if same and kept else people_of(journey, look.theme)
    kept = same and old and old.pictures is journey.pictures
    sizes = (
        same.sizes
        if same and kept
        else {each.id: (each.width, each.height) for each in journey.pictures.values()}
    )
    least = _LEAST_WIDTH if columns else _BLANK.width
    right = max(left + len(columns) * look.column + RIGHT, least)
    emotions = _emotions(journey, old, same)
    return Frame(columns, emotions, people, sizes, left, right, look, fonts)


def _columns(journey: Map, look: Look, left: float) -> tuple[Column, ...]:
    return tuple(
        Column(step.id, left + number * look.column, look.column)
        for number, step in enumerate(journey.ordered_steps)
    )


def _emotions(
    journey: Map, old: Map | None, same: Frame | None
) -> Mapping[Id, tuple[Emotion, ...]]:
    """Return the emotions of each step in the order of the cards at which they are felt."""
    if same and old and _same_emotions(journey, old):
        return same.emotions
    felt_at_cards = any(each.card is not None for each in journey.emotions.values())
    found = dict(journey.emotions_at)
    if felt_at_cards:
        rank = {lane.id: number for number, lane in enumerate(journey.ordered_lanes)}
        for step, emotions in found.items():
            ordered = sorted(emotions, key=lambda each: _card_order(each, journey, rank))
            found[step] = tuple(ordered)
    return same.emotions if same and same.emotions == found else found


def _same_emotions(journey: Map, old: Map) -> bool:
    """Tell whether the emotions and the places of the cards that they are felt at are the same."""
    if old.emotions is not journey.emotions:
        return False
    if old.cards is journey.cards and old.ordered_lanes is journey.ordered_lanes:
        return True
    return (
        old.ordered_lanes is journey.ordered_lanes
        and old.ordered_steps is journey.ordered_steps
        and all(
            _stays(old.cards[each.card], journey.cards[each.card])
            for each in journey.emotions.values()
            if each.card is not None
        )
    )


def _stays(before: Card, after: Card) -> bool:
    """Tell whether a card has kept its place."""
    return before is after or (before.lane, before.first_step, before.order) == (
        after.lane,
        after.first_step,
        after.order,
    )


def _card_order(
    emotion: Emotion, journey: Map, rank: Mapping[Id, int]
) -> tuple[int, int, str, str]:
    """Sort by the card's place in reading order; a feeling of the whole step comes first."""
    card = None if emotion.card is None else journey.cards[emotion.card]
    if card is None:
        return -1, 0, "", ""
    return rank[card.lane], journey.column_of[card.first_step], card.order, card.id


def _head(journey: Map, frame: Frame, before: Sheet | None) -> tuple[tuple[Block, ...], float]:
    """Return what stands above the stages, and the y at which they begin."""
    if before is not None and _same_head(journey, frame, before):
        return before.title, before.head
    shown = _shown_emotions(journey, frame)
    title, bottom = lay_out_title(journey, shown, frame.people, frame.look, frame.right)
    head = bottom + _ABOVE_STAGES
    return (*title, *_invitation(journey, frame.look, head)), head


def _same_head(journey: Map, frame: Frame, before: Sheet) -> bool:
    """Tell whether nothing has changed that title, legend and invitation show."""
    old = before.journey
    return (
        frame.people is before.frame.people
        and frame.right == before.frame.right
        and old.scope is journey.scope
        and old.evidence is journey.evidence
        and old.ordered_lanes is journey.ordered_lanes
        and bool(old.stages) == bool(journey.stages)
        and _same_curves(frame, before.frame)
    )


def _same_curves(frame: Frame, before: Frame) -> bool:
    """Tell whether the same personas have curves, of the same states."""
    if frame.emotions is before.emotions:
        return True
    some, others = (
        {(each.persona, each.state) for step in emotions.values() for each in step}
        for emotions in (frame.emotions, before.emotions)
    )
    return some == others


def _rows(
    journey: Map, frame: Frame, head: float, before: Sheet | None
) -> tuple[tuple[Block, ...], tuple[Block, ...], float]:
    """Return the stages and the steps below *head*, and the y at which the lanes begin."""
    if before is not None and head == before.head and _same_rows(journey, frame, before):
        return before.stages, before.steps, before.top
    look, columns = frame.look, {column.step: column for column in frame.columns}
    stages, deep = lay_out_stages(journey, columns, look, head)
    ordered = journey.ordered_steps
    steps, low = lay_out_steps(ordered, columns, frame.people, look, head + deep)
    return stages, steps, head + deep + (low or 8)


def _same_rows(journey: Map, frame: Frame, before: Sheet) -> bool:
    """Tell whether nothing has changed that stages and steps show."""
    old = before.journey
    return (
        old.ordered_steps is journey.ordered_steps
        and old.ordered_stages is journey.ordered_stages
        and frame.people is before.frame.people
        and frame.columns is before.frame.columns
    )


def _shown_emotions(journey: Map, frame: Frame) -> Mapping[Id, tuple[Emotion, ...]]:
    lanes = journey.ordered_lanes
    return frame.emotions if any(kind_of_lane(lane).shows_emotions for lane in lanes) else {}


def _invitation(journey: Map, look: Look, y: float) -> Iterator[Block]:
    """Yield ghost text that says how to begin on a map without stages or lanes."""
    if not look.prompts or (journey.stages and journey.lanes):
        return
    text = mark("Add the first lane: what the customer does, thinks and feels.")
    if not journey.stages:
        text = mark("Add the first stage of the journey, in the customer's words.")
    width = _LEAST_WIDTH - 2 * EDGE
    shown = set_paragraph(look.words(text), GHOST, width, look.theme.quiet)
    top = y + (90 if journey.stages else 10)
    yield Block("", "prompt", EDGE, top, Drawing(width, shown.height, shown.lines))
