"""The list of card kinds, and how a card finds its own."""

from typing import Annotated, Final, TypeAlias

from pydantic import Field

from cjeditor.kinds import opportunity, pain, picture, plain, touchpoint
from cjeditor.kinds.card import Card, CardKind
from cjeditor.kinds.opportunity import Idea, Opportunity
from cjeditor.kinds.pain import Pain
from cjeditor.kinds.picture import PictureCard
from cjeditor.kinds.plain import Action, Delight, Goal, Note, Process, Question, Quote, Thought
from cjeditor.kinds.touchpoint import Touchpoint

AnyCard: TypeAlias = Annotated[
    Action | Touchpoint | Thought | Question | Pain | Opportunity | Idea
    | Quote | Goal | Delight | Process | Note | PictureCard,
    Field(discriminator="kind"),
]  # fmt: skip

_PLAIN: Final = {kind.name: kind for kind in plain.KINDS}
_IDEAS: Final = {kind.name: kind for kind in opportunity.KINDS}

CARD_KINDS: Final[tuple[CardKind, ...]] = (
    _PLAIN["action"],
    touchpoint.KIND,
    _PLAIN["thought"],
    pain.KIND,
    _IDEAS["opportunity"],
    _PLAIN["quote"],
    _PLAIN["goal"],
    _PLAIN["delight"],
    _PLAIN["process"],
    _PLAIN["question"],
    _IDEAS["idea"],
    _PLAIN["note"],
    picture.KIND,
)
"""In the order of the palette."""

_CARD_KIND: Final = {kind.name: kind for kind in CARD_KINDS}


def card_kind(name: str) -> CardKind:
    """Return the card kind called *name*.

    Raises:
        KeyError: There is none.
    """
    return _CARD_KIND[name]


def kind_of_card(card: Card) -> CardKind:
    return _CARD_KIND[card.kind]
