"""What is looked for on the open map, and the cards that are found."""

from PySide6.QtCore import QObject, Signal

from cjeditor.core.ids import Id
from cjeditor.model.filtering import NOTHING, Sieve, Texts, found_in_order, matching
from cjeditor.model.map import Map
from cjeditor.model.records import Filter
from cjeditor.model.table import differing
from cjeditor.session.session import Session


class Filtering(QObject):
    """Holds a filter and follows the session's map; neither saved nor undone.

    Signals:
        changed: The filter, or which cards it finds.
    """

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._texts = Texts()
        self._sieve = Sieve(NOTHING, self._texts)
        self._found: frozenset[Id] = frozenset()
        session.map_changed.connect(self._follow)

    @property
    def sieve(self) -> Sieve:
        """The filter, ready to be asked about cards."""
        return self._sieve

    @property
    def asked(self) -> Filter:
        """What is looked for."""
        return self._sieve.asked

    @property
    def found(self) -> frozenset[Id]:
        """The cards that are found; none while nothing is asked."""
        return self._found

    def ask(self, asked: Filter) -> None:
        """Look for something else; of a saved view only what it asks is taken."""
        asked = Filter(**{name: getattr(asked, name) for name in Filter.model_fields})
        if asked == self.asked:
            return
        self._sieve = Sieve(asked, self._texts)
        looks = self._sieve.asks
        self._found = matching(self._session.journey, self._sieve) if looks else frozenset()
        self.changed.emit()

    def next_to(self, card: Id | None, by: int) -> Id | None:
        """Return the found card after *card* in reading order, round and round.

        Args:
            card: It need not be found itself; None means before the first and after the last.
            by: 1, or -1 for the one before.
        """
        if not self._found:
            return None
        journey = self._session.journey
        if card is None or card not in journey.cards:
            return found_in_order(journey, self._found)[0 if by > 0 else -1]
        order = found_in_order(journey, self._found | {card})
        return order[(order.index(card) + by) % len(order)]

    def _follow(self, before: Map, after: Map) -> None:
        """Look again at the cards that have changed; on another map, for nothing."""
        if not self._sieve.asks:
            return
        if before.id != after.id:
            self.ask(NOTHING)
            return
        touched = differing(before.cards, after.cards)
        there = (after.cards[each] for each in touched if each in after.cards)
        passed = {card.id for card in there if self._sieve.passes(card)}
        self._found = (self._found - touched) | passed
        self.changed.emit()
