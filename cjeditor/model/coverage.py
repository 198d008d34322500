"""How well a map is founded: which sources stand behind its stages, how sure its cards are."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final, NamedTuple

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.kinds.card import Card
from cjeditor.model.map import TABLES, Map
from cjeditor.model.records import EvidenceKind

NUMBERS: Final[frozenset[EvidenceKind]] = frozenset({"survey", "analytics"})
"""Quantitative sources: how many, how much."""

STORIES: Final[frozenset[EvidenceKind]] = frozenset(
    {"interview", "call recording", "observation", "review", "ticket"}
)
"""Qualitative sources: why, and what it is like. A source of another kind is neither."""

HYPOTHESIS: Final = mark("A hypothesis: most cards of this map are assumptions.")
"""What is said of a map wherever it is shown while `Coverage.is_hypothesis`."""


class Coverage(NamedTuple):
    """What a stage, or the whole map, rests on.

    Attributes:
        numbers, stories: How many sources of each sort stand behind it.
        cards: How many cards it has, those that reach into it included.
        assumed: How many of them are mere assumptions.
        validated: How many are heard, observed or measured; of the rest nobody has said.
    """

    numbers: int
    stories: int
    cards: int
    assumed: int
    validated: int

    @property
    def unsaid(self) -> int:
        """How many cards nobody has said the strength of."""
        return self.cards - self.assumed - self.validated

    @property
    def lacks_stories(self) -> bool:
        """Whether there are numbers, and nothing says why."""
        return bool(self.numbers) and not self.stories

    @property
    def lacks_numbers(self) -> bool:
        """Whether there are stories, and nothing says how often."""
        return bool(self.stories) and not self.numbers

    @property
    def is_hypothesis(self) -> bool:
        """Whether most cards are assumptions."""
        return 2 * self.assumed > self.cards


def coverage_of(journey: Map) -> Coverage:
    """Return what the whole map rests on; every source counts, also one behind no card."""
    return _coverage(journey, journey.evidence, journey.cards.values())


def coverage_by_stage(journey: Map) -> Mapping[Id, Coverage]:
    """Return what each stage rests on, from left to right.

    A source stands behind a stage if it stands behind one of its cards, behind an answer to
    why one of them hurts, or behind a figure that was measured at the stage, a step or a card
    of it. A card over several stages counts in each.
    """
    cards = _cards_by_stage(journey)
    measured = _measured_at(journey)
    found = {}
    for stage, steps in journey.steps_of.items():
        places = [stage, *(step.id for step in steps), *(card.id for card in cards[stage])]
        sources = {source for place in places for source in measured.get(place, ())}
        for card in cards[stage]:
            sources.update(card.evidence)
            for why in journey.whys_of.get(card.id, ()):
                sources.update(why.evidence)
        found[stage] = _coverage(journey, sources, cards[stage])
    return found


def backed(journey: Map) -> Mapping[Id, tuple[Any, ...]]:
    """Return the records that each source stands behind; sources behind none are left out.

    Cards come first, as the map is read.
    """
    found: dict[Id, list[Any]] = {}
    for record in _founded(journey):
        for source in sources_of(record):
            found.setdefault(source, []).append(record)
    return {source: tuple(records) for source, records in found.items()}


def sources_of(record: Any) -> tuple[Id, ...]:
    """Return the sources behind a record; none for one that can have none."""
    value = getattr(record, "evidence", ())
    return value if isinstance(value, tuple) else (() if value is None else (value,))


def can_be_founded(record: type[Any]) -> bool:
    """Tell whether a source can stand behind records of this class."""
    return "evidence" in record.model_fields


def _founded(journey: Map) -> Iterator[Any]:
    yield from journey.reading_order()
    for name, record in TABLES.items():
        if name != "cards" and can_be_founded(record):
            yield from journey.table(name).values()


def _cards_by_stage(journey: Map) -> Mapping[Id, list[Card]]:
    """Return the cards that each stage has or that reach into it."""
    steps = journey.ordered_steps
    found: dict[Id, list[Card]] = {stage.id: [] for stage in journey.ordered_stages}
    for card in journey.reading_order():
        first, last = journey.column_of[card.first_step], journey.column_of[card.last_step]
        for stage in dict.fromkeys(step.stage for step in steps[first : last + 1]):
            found[stage].append(card)
    return found


def _measured_at(journey: Map) -> Mapping[Id, set[Id]]:
    """Return the sources of the figures, by what their metric is about."""
    found: dict[Id, set[Id]] = {}
    for metric in journey.metrics.values():
        for figure in journey.figures_of.get(metric.id, ()):
            if figure.evidence is not None:
                found.setdefault(metric.about, set()).add(figure.evidence)
    return found


def _coverage(journey: Map, sources: Iterable[Id], cards: Iterable[Card]) -> Coverage:
    kinds = [journey.evidence[source].kind for source in sources]
    strengths = [card.strength for card in cards]
    assumed = strengths.count("assumed")
    return Coverage(
        numbers=sum(kind in NUMBERS for kind in kinds),
        stories=sum(kind in STORIES for kind in kinds),
        cards=len(strengths),
        assumed=assumed,
        validated=len(strengths) - assumed - strengths.count(None),
    )
