"""Move touchpoints from one channel to another."""

from dataclasses import dataclass

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import all_of
from cjeditor.kinds.fields import Channel
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class MoveToChannel:
    """Let touchpoints happen on *channel* in the place of their first one; others stay.

    Attributes:
        channel: None takes the first channel away.
    """

    ids: tuple[Id, ...]
    channel: Channel | None

    label = mark("Change channel")

    def apply(self, journey: Map) -> Map:
        cards = all_of(journey.cards, self.ids)
        if not all(isinstance(card, Touchpoint) for card in cards):
            raise EditError(mark("Only touchpoints have channels."))
        return journey.put(*(self._moved(card) for card in cards if isinstance(card, Touchpoint)))

    def _moved(self, card: Touchpoint) -> Touchpoint:
        others = tuple(channel for channel in card.channels[1:] if channel != self.channel)
        first = () if self.channel is None else (self.channel,)
        return card.replace(channels=(*first, *others))
