"""What every lane has, and what a lane kind is."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Any, Final, NamedTuple

from pydantic import Field

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.core.order import FIRST, Order
from cjeditor.core.words import mark
from cjeditor.display.shapes import Block, Rect
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import Lock, Name, OnScreen, Shown, State
from cjeditor.kinds.gauge import PlacedGauge
from cjeditor.kinds.look import Look

LaneHeight = Annotated[float, Field(ge=24, le=2000, allow_inf_nan=False)]
"""In points."""


class Lane(Frozen):
    """A horizontal band of the map.

    Attributes:
        kind: Name of its lane kind; each kind's own class fixes it.
        order: Position from top to bottom.
        title: Empty means the kind's own label.
        height: Least height in points; None means as high as its content needs.
    """

    kind: str
    id: Id
    order: Order = FIRST
    title: Annotated[Name, Field(title=mark("Title"))] = ""
    height: Annotated[LaneHeight | None, Field(title=mark("Least height")), OnScreen()] = None
    shown: Annotated[Shown, Field(title=mark("Shown")), OnScreen()] = "open"
    lock: Annotated[Lock, Field(title=mark("Lock")), OnScreen()] = "none"


class Column(NamedTuple):
    """A step's place on the sheet, in points from the sheet's left edge."""

    step: str
    x: float
    width: float


class Person(NamedTuple):
    """A persona as a lane draws it: who, and in which ink.

    Attributes:
        initials: One or two letters that no other persona of the map has.
    """

    id: str
    name: str
    ink: str
    initials: str = ""


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a lane; steps from left to right.

    Attributes:
        cells: Cards by the step that they begin at, each in order; steps without are left out.
        emotions: By step; only a lane kind that `shows_emotions` gets any.
            Those of one step stand in the order of their curves, from left to right.
        people: The map's personas, in order.
        sizes: Width and height of the map's pictures in pixels, by id.
        styles: The map's card styles, by id.
        left: x at which the lane's content begins; its title stands left of it.
        right: x of the sheet's right edge.
        least: Height that the lane's title needs.
        spare: Height that the lane is given beyond what it needs, to fill a page.
        truths: Steps that are moments of truth; only for a kind that `shows_emotions`.
        gauges: Metrics over columns; only a kind that `shows_gauges` gets any.
    """

    columns: tuple[Column, ...]
    cells: Mapping[str, tuple[Card, ...]]
    emotions: Mapping[str, tuple[Emotion, ...]]
    people: tuple[Person, ...]
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    styles: Mapping[str, CardStyle] = field(default_factory=dict)
    left: float = 0
    right: float = 0
    least: float = 0
    spare: float = 0
    truths: tuple[str, ...] = ()
    gauges: tuple[PlacedGauge, ...] = ()


_STRIPE: Final = 160.0
"""Blocks are searched in upright stripes of this width, in points."""


@dataclass(frozen=True, eq=False)
class Piece:
    """A part of a lane that is laid out by itself, such as a cell.

    A lane's next band takes over the pieces that an edit did not touch, by identity.

    Attributes:
        laid_out: Its blocks, from back to front, where they were laid out.
        right: How many points right of there they stand.
    """

    laid_out: tuple[Block, ...]
    right: float = 0

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks where they stand; of a piece that has moved they are made when asked for."""
        if not self.right:
            return self.laid_out
        return tuple(
            Block(each.element, each.part, each.x + self.right, each.y, each.drawing)
            for each in self.laid_out
        )

    @cached_property
    def by_element(self) -> Mapping[str, Block]:
        """The frontmost block of each element."""
        return {block.element: block for block in self.blocks if block.element}

    def at(self, x: float, y: float) -> Block | None:
        """Return the frontmost block of an element at a point, or None."""
        if not self._extent[0] <= x < self._extent[1]:
            return None
        for block in reversed(self._stripes.get(int(x // _STRIPE), ())):
            if block.rect.contains(x, y):
                return block
        return None

    def reaches(self, left: float, right: float) -> bool:
        """Tell whether a block may lie between two x."""
        return self._extent[0] < right and left < self._extent[1]

    @cached_property
    def _extent(self) -> tuple[float, float]:
        left = min((block.x for block in self.blocks), default=0)
        right = max((block.x + block.drawing.width for block in self.blocks), default=0)
        return left, right

    @cached_property
    def _stripes(self) -> Mapping[int, list[Block]]:
        stripes: dict[int, list[Block]] = {}
        for block in self.blocks:
            if block.element and block.part not in _NOT_SOLID:
                last = int((block.x + block.drawing.width) // _STRIPE)
                for stripe in range(int(block.x // _STRIPE), last + 1):
                    stripes.setdefault(stripe, []).append(block)
        return stripes


@dataclass(frozen=True, eq=False)
class Band:
    """A lane laid out, in its own coordinates: x as on the sheet, y down from its top.

    Attributes:
        ground: What lies behind the blocks over the lane's whole width (washes, levels).
        own: The blocks; a kind that has them in pieces has none here.
    """

    height: float
    ground: tuple[Block, ...]
    own: tuple[Block, ...]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """Cards, points, curves, from back to front."""
        return self.own

    @property
    def beside_title(self) -> tuple[Block, ...]:
        """What stands in the column of the lanes' titles and is kept in view with them."""
        return ()

    @cached_property
    def behind(self) -> Piece:
        """What lies behind all pieces, over many of them."""
        return Piece(())

    @property
    def every_piece(self) -> tuple[Piece, ...]:
        """All blocks in pieces, from back to front."""
        return (self.behind, *self.pieces)

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        """The blocks by what is laid out by itself; pieces do not cover one another."""
        return (Piece(self.own),)

    def rect_of(self, element: str) -> Rect | None:
        """Return where the element is drawn, or None if it is not in this lane.

        Of an element with several blocks it is the frontmost: an emotion's point, not its quote.
        """
        block = self.block_of(element)
        return None if block is None else block.rect

    def block_of(self, element: str) -> Block | None:
        """Return the frontmost block of the element, or None if it is not in this lane."""
        for piece in self.pieces:
            block = piece.by_element.get(element)
            if block is not None:
                return block
        return None

    def at(self, x: float, y: float) -> Block | None:
        """Return the frontmost block of an element at a point, or None."""
        found = (piece.at(x, y) for piece in self.pieces)
        return next((block for block in found if block is not None), None)


_NOT_SOLID: Final = ("curve", "name")
"""Parts that a pointer goes through: their rectangles are mostly empty."""


def _own_label(_lane: Any) -> str:
    return ""


def _no_curve(_lane: Any, _persona: Id | None, _state: State) -> bool:
    return False


@dataclass(frozen=True, kw_only=True)
class LaneKind:
    """All that the program knows of one kind of lane.

    Attributes:
        name: Value of the record's `kind` field.
        record: Its class.
        label: English, marked.
        symbol: Icon in `resources/icons` for a lane.
        card: Kind of the cards that are added to a lane; None where it takes no cards.
        lay_out: Lane, content, look, the lane's band before an edit or None → band.
        shows_emotions: Whether the map's emotions are drawn in it.
        shows_gauges: Whether the map's metrics are.
        shows_curve: Lane, persona (None means all customers), state → whether it draws that
            curve.
        own_label: English, marked; the title of a lane that has none. "" means the *label*.
        hint: What is said where a card is wanted in a lane that takes none; English, marked.
        is_line: Whether the lane is a line that carries its title, not a band beside it.
        stretch: How much spare height suits it, as a share of its height.
    """

    name: str
    record: type[Lane]
    label: str
    symbol: Callable[[Any], str]
    card: Callable[[Any], str | None]
    lay_out: Callable[[Any, Content, Look, Band | None], Band]
    shows_emotions: bool = False
    shows_gauges: bool = False
    shows_curve: Callable[[Any, Id | None, State], bool] = _no_curve
    own_label: Callable[[Any], str] = _own_label
    hint: str = ""
    is_line: bool = False
    stretch: float = 0
