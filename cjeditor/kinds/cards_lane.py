"""The lane of cards: notes in cells, some over several steps."""

from typing import Annotated, Literal

from pydantic import Field

from cjeditor.core.words import mark
from cjeditor.kinds.card_kinds import card_kind
from cjeditor.kinds.fields import Name
from cjeditor.kinds.lane import Band, Content, Lane, LaneKind
from cjeditor.kinds.look import Look
from cjeditor.kinds.stack import STRETCH, stack_cards


class CardsLane(Lane):
    """A lane of cards.

    Attributes:
        card: Kind of a card that is added here without naming one; any kind may stand here.
    """

    kind: Literal["cards"] = "cards"
    card: Annotated[Name, Field(title=mark("Kind of new cards"))] = "note"


def _lay_out(lane: CardsLane, content: Content, look: Look, previous: Band | None) -> Band:
    return stack_cards(content, look, card_kind(lane.card).prompt, previous)


KIND = LaneKind(
    name="cards",
    record=CardsLane,
    label=mark("Cards"),
    symbol=lambda lane: card_kind(lane.card).symbol,
    card=lambda lane: lane.card,
    lay_out=_lay_out,
    stretch=STRETCH,
    own_label=lambda lane: card_kind(lane.card).label,
)
