"""How well a map is founded: which sources stand behind its stages, how sure its cards are."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.kinds.card import Card
from cjeditor.model.by_cell import ByCell, of_last_map
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


class _Counts(NamedTuple):
    """How many cards there are, and how many of them are assumed, or more than that."""

    cards: int
    assumed: int
    validated: int

    def with_others(self, other: "_Counts") -> "_Counts":
        return _Counts(*(one + two for one, two in zip(self, other, strict=True)))


def _counts(cards: Sequence[Card]) -> _Counts:
    strengths = [card.strength for card in cards]
    assumed = strengths.count("assumed")
    return _Counts(len(strengths), assumed, len(strengths) - assumed - strengths.count(None))


class _Cell(NamedTuple):
    """What the cards of a cell add.

    Attributes:
        founded: Those with sources.
        long: Those that reach into other steps.
        step: Where they begin.
    """

    counts: _Counts
    founded: tuple[Card, ...]
    long: tuple[Card, ...]
    step: Id


def _cell(cards: tuple[Card, ...]) -> _Cell:
    founded = tuple(card for card in cards if card.evidence)
    long = tuple(card for card in cards if card.first_step != card.last_step)
    return _Cell(_counts(cards), founded, long, cards[0].first_step)


_CELLS: Final = ByCell(_cell)
_NO_CARDS: Final = _Counts(0, 0, 0)


@of_last_map
def coverage_of(journey: Map) -> Coverage:
    """Return what the whole map rests on; every source counts, also one behind no card."""
    numbers = zip(*(cell.counts for cell in _CELLS.of(journey)), strict=True)
    counts = _Counts(*map(sum, numbers)) if journey.cards else _NO_CARDS
    return _coverage(journey, journey.evidence, counts)


def coverage_by_stage(journey: Map) -> Mapping[Id, Coverage]:
    """Return what each stage rests on, from left to right.

    A source stands behind a stage if it stands behind one of its cards, behind an answer to
    why one of them hurts, or behind a figure that was measured at the stage, a step or a card
    of it. A card over several stages counts in each.
    """
    counts = dict.fromkeys(journey.steps_of, _NO_CARDS)
    sources: dict[Id, set[Id]] = {stage: set() for stage in journey.steps_of}
    for cell in _CELLS.of(journey):
        stage = journey.steps[cell.step].stage
        counts[stage] = counts[stage].with_others(cell.counts)
        for card in cell.founded:
            for each in _stages_of(journey, card):
                sources[each].update(card.evidence)
        for card in cell.long:
            for each in _stages_of(journey, card)[1:]:
                counts[each] = counts[each].with_others(_counts((card,)))
    for about, source in _elsewhere(journey):
        for stage in _stages_around(journey, about):
            sources[stage].add(source)
    return {stage: _coverage(journey, sources[stage], counts[stage]) for stage in counts}


def _stages_of(journey: Map, card: Card) -> tuple[Id, ...]:
    """Return the stages that a card reaches into, from left to right."""
    if card.first_step == card.last_step:
        return (journey.steps[card.first_step].stage,)
    first, last = journey.column_of[card.first_step], journey.column_of[card.last_step]
    return tuple(dict.fromkeys(step.stage for step in journey.ordered_steps[first : last + 1]))


def _stages_around(journey: Map, about: Id) -> tuple[Id, ...]:
    """Return the stages that a stage, a step or a card is, or stands in; none for the map."""
    if about in journey.cards:
        return _stages_of(journey, journey.cards[about])
    if about in journey.steps:
        return (journey.steps[about].stage,)
    return (about,) if about in journey.stages else ()


def _elsewhere(journey: Map) -> Iterator[tuple[Id, Id]]:
    """Yield the sources of whys and figures, each after what it says something about."""
    for why in journey.whys.values():
        yield from ((why.pain, source) for source in why.evidence)
    for figure in journey.figures.values():
        if figure.evidence is not None:
            yield journey.metrics[figure.metric].about, figure.evidence


def _coverage(journey: Map, sources: Iterable[Id], counts: _Counts) -> Coverage:
    kinds = [journey.evidence[source].kind for source in sources]
    return Coverage(
        numbers=sum(kind in NUMBERS for kind in kinds),
        stories=sum(kind in STORIES for kind in kinds),
        cards=counts.cards,
        assumed=counts.assumed,
        validated=counts.validated,
    )


@of_last_map
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
    for cell in _CELLS.of(journey):
        yield from cell.founded
    for name, record in TABLES.items():
        if name != "cards" and can_be_founded(record):
            yield from journey.table(name).values()
