"""Which cards of a map a filter finds, and how many each answer to a question would find."""

import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from cjeditor.core.ids import Id
from cjeditor.kinds.card import Card
from cjeditor.model.map import Map
from cjeditor.model.records import Filter

NOTHING: Final = Filter()
"""Asks nothing: every card is found."""


def folded(text: str) -> str:
    """Return *text* without what a search overlooks: case and accents."""
    if text.isascii():
        return text.lower()
    parts = unicodedata.normalize("NFKD", text)
    return "".join(each for each in parts if not unicodedata.combining(each)).casefold()


class Texts:
    """What cards say, ready to be searched; kept for as long as the cards stay the same."""

    def __init__(self) -> None:
        self._said: dict[Id, tuple[Card, str]] = {}

    def of(self, card: Card) -> str:
        """Return every text of *card*, folded; words never reach from one into the next."""
        known = self._said.get(card.id)
        if known is not None and known[0] is card:
            return known[1]
        said = folded(_said(card))
        self._said[card.id] = card, said
        return said


class Sieve:
    """A filter made ready to be asked about many cards; it remembers what it answered.

    Args:
        texts: Kept from one filter to the next, so that typing on costs less.
    """

    def __init__(self, asked: Filter, texts: Texts | None = None) -> None:
        self.asked = asked
        self._words = folded(asked.text).split()
        self._tests = list(_tests(asked))
        self._texts = texts or Texts()
        self._answers: dict[Id, tuple[Card, bool]] = {}

    @property
    def asks(self) -> bool:
        """Whether there is any question; without one every card passes."""
        return bool(self._words or self._tests)

    def passes(self, card: Card) -> bool:
        """Tell whether *card* answers every question."""
        known = self._answers.get(card.id)
        if known is not None and known[0] is card:
            return known[1]
        answer = self._answer(card)
        self._answers[card.id] = card, answer
        return answer

    def _answer(self, card: Card) -> bool:
        for test in self._tests:
            if not test(card):
                return False
        if self._words:
            said = self._texts.of(card)
            for word in self._words:
                if word not in said:
                    return False
        return True


def matching(journey: Map, sieve: Sieve) -> frozenset[Id]:
    """Return the ids of the cards that pass."""
    passes = sieve.passes
    return frozenset(card.id for card in journey.cards.values() if passes(card))


def found_in_order(journey: Map, found: Iterable[Id]) -> list[Id]:
    """Return cards as they are read: lane by lane, each from left to right."""
    rows = {lane.id: number for number, lane in enumerate(journey.ordered_lanes)}
    columns = journey.column_of

    def place(card: Card) -> tuple[int, int, str, str]:
        return rows[card.lane], columns[card.first_step], card.order, card.id

    return [card.id for card in sorted((journey.cards[each] for each in found), key=place)]


def _owner(card: Card) -> tuple[str, ...]:
    """Return the card's owner; "" where a card that could have one has none."""
    return (_value(card, "owner"),) if _has_owner(type(card)) else ()


@cache
def _has_owner(record: type[Card]) -> bool:
    return "owner" in record.model_fields


def _value(card: Any, field: str) -> str:
    text: str = getattr(card, field)
    return text


QUESTIONS: Final[Mapping[str, Callable[[Card], Iterable[str]]]] = {
    "kinds": lambda card: (card.kind,),
    "tags": lambda card: card.tags,
    "personas": lambda card: card.personas,
    "owners": _owner,
    "strengths": lambda card: (card.strength or "unknown",),
}
"""The fields of a filter that list answers, and which of them a card gives."""


def counts(journey: Map, asked: Filter, question: str) -> Counter[str]:
    """Return how many cards give each answer to *question*, of those that answer the others.

    Args:
        question: A key of `QUESTIONS`.
    """
    others = Sieve(asked.replace(**{question: ()}))
    answers = QUESTIONS[question]
    found: Counter[str] = Counter()
    for card in journey.cards.values():
        if others.passes(card):
            found.update(answers(card))
    return found


def _tests(asked: Filter) -> Iterator[Callable[[Card], bool]]:
    """Yield a test for each question that is asked."""
    for question, answers in QUESTIONS.items():
        wanted = frozenset(getattr(asked, question))
        if wanted:
            yield _test(wanted, answers, none_is_all=question == "personas")


def _test(
    wanted: frozenset[str], answers: Callable[[Card], Iterable[str]], *, none_is_all: bool
) -> Callable[[Card], bool]:
    """Return a test for one of the *wanted* answers; *none_is_all*: giving none gives each."""

    def passes(card: Card) -> bool:
        given = answers(card)
        return not wanted.isdisjoint(given) or (none_is_all and not given)

    return passes


def _said(card: Card) -> str:
    own = [part for extra in card.extras for part in (extra.name, extra.value)]
    return "\n".join((card.text, card.detail, *card.tags, *_owner(card), *own))
