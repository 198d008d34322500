"""The metric lane: what is measured along the journey, with its figures in time."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Final, Literal

from cjeditor.core.words import mark
from cjeditor.display.shapes import Block, Drawing
from cjeditor.kinds.gauge import Gauge, PlacedGauge
from cjeditor.kinds.gauge_drawing import draw_gauge
from cjeditor.kinds.lane import Band, Content, Lane, LaneKind, Piece
from cjeditor.kinds.look import Look
from cjeditor.kinds.stack import EDGE, GAP, MARGIN, ghost_block

_LEAST: Final = 58.0
_PROMPT: Final = mark("What do you measure here? Add it on the page Metrics.")


class MetricsLane(Lane):
    """Shows the map's metrics; it holds none itself."""

    kind: Literal["metrics"] = "metrics"


@dataclass(frozen=True, eq=False)
class MetricsBand(Band):
    """A band of gauges, and what the next one can take over from it.

    Attributes:
        look: That they are drawn in.
        drawings: By gauge and width.
        standing: By the number of the column at which they begin; see `Band.pieces`.
    """

    look: Look
    drawings: Mapping[tuple[Gauge, float], Drawing]
    standing: Mapping[int, Piece]

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        return self.own or tuple(chain.from_iterable(each.blocks for each in self.pieces))

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        return tuple(self.standing.values()) or super().pieces


def _lay_out(_lane: MetricsLane, content: Content, look: Look, previous: Band | None) -> Band:
    before = previous if isinstance(previous, MetricsBand) and previous.look == look else None
    drawn = before.drawings if before else {}
    kept: dict[tuple[Gauge, float], Drawing] = {}
    number_of = {column.step: number for number, column in enumerate(content.columns)}
    depth = [EDGE] * len(content.columns)
    found: dict[int, list[Block]] = {}
    for placed in content.gauges:
        first, last = number_of[placed.first], number_of[placed.last]
        key = placed.gauge, _width(content, first, last)
        kept[key] = drawn.get(key) or draw_gauge(*key, look)
        y = max(depth[first : last + 1])
        block = Block(placed.gauge.metric, "gauge", content.columns[first].x + MARGIN, y, kept[key])
        found.setdefault(first, []).append(block)
        depth[first : last + 1] = [block.rect.bottom + GAP] * (last + 1 - first)
    pieces = _pieces(found, before)
    height = max([content.least, _LEAST, *(each - GAP + EDGE for each in depth)])
    own: tuple[Block, ...] = ()
    if look.prompts and not found and content.columns:
        ghost = ghost_block(_PROMPT, content.columns[0], look)
        own, height = (ghost,), max(height, ghost.rect.bottom + EDGE)
    return MetricsBand(height + content.spare, (), own, look, kept, pieces)


def _width(content: Content, first: int, last: int) -> float:
    """Return the width of a gauge over some columns."""
    right = content.columns[last]
    return right.x + right.width - content.columns[first].x - 2 * MARGIN


def _pieces(found: Mapping[int, list[Block]], before: MetricsBand | None) -> dict[int, Piece]:
    """Return the blocks in pieces, those of before where they are the same."""
    pieces: dict[int, Piece] = {}
    for number, blocks in found.items():
        old = before.standing.get(number) if before else None
        same = old is not None and old.blocks == tuple(blocks)
        pieces[number] = old if old is not None and same else Piece(tuple(blocks))
    return pieces


def gauges_at(gauges: tuple[PlacedGauge, ...], step: str) -> tuple[Gauge, ...]:
    """Return the gauges that begin at a step, from top to bottom."""
    return tuple(placed.gauge for placed in gauges if placed.first == step)


KIND = LaneKind(
    name="metrics",
    record=MetricsLane,
    label=mark("Metrics"),
    symbol=lambda _lane: "chart-line",
    card=lambda _lane: None,
    lay_out=_lay_out,
    shows_gauges=True,
    hint=mark("Metrics and their figures are added on the page Metrics."),
)
