"""The lists that every other part reads the kinds from."""

from typing import Annotated, Final, TypeAlias

from pydantic import Field

from cjeditor.core.words import Words
from cjeditor.kinds import cards_lane, emotion_lane, line_lane, metrics_lane, pictures_lane
from cjeditor.kinds.card import CardKind
from cjeditor.kinds.card_kinds import CARD_KINDS, AnyCard, card_kind, kind_of_card
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.conversion import convert
from cjeditor.kinds.emotion_lane import EmotionLane
from cjeditor.kinds.lane import Lane, LaneKind
from cjeditor.kinds.line_lane import LineLane
from cjeditor.kinds.metrics_lane import MetricsLane
from cjeditor.kinds.pictures_lane import PicturesLane

__all__ = [
    "CARD_KINDS",
    "LANE_KINDS",
    "AnyCard",
    "AnyLane",
    "CardKind",
    "LaneKind",
    "card_kind",
    "convert",
    "kind_of_card",
    "kind_of_lane",
    "lane_kind",
    "title_of",
]

AnyLane: TypeAlias = Annotated[
    CardsLane | EmotionLane | PicturesLane | MetricsLane | LineLane, Field(discriminator="kind")
]

LANE_KINDS: Final[tuple[LaneKind, ...]] = (
    cards_lane.KIND,
    emotion_lane.KIND,
    pictures_lane.KIND,
    metrics_lane.KIND,
    line_lane.KIND,
)

_LANE_KIND: Final = {kind.name: kind for kind in LANE_KINDS}


def kind_of_lane(lane: Lane) -> LaneKind:
    return _LANE_KIND[lane.kind]


def lane_kind(name: str) -> LaneKind:
    """Return the lane kind called *name*.

    Raises:
        KeyError: There is none.
    """
    return _LANE_KIND[name]


def title_of(lane: Lane, words: Words) -> str:
    """Return the lane's title, or where it has none what *words* call such a lane."""
    kind = kind_of_lane(lane)
    return lane.title or words(kind.own_label(lane) or kind.label)
