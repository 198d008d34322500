"""What hangs on cards, put into words for where it can hang on nothing."""

from collections.abc import Iterator

from cjeditor.core.words import Words, mark
from cjeditor.kinds.card import Card
from cjeditor.kinds.registry import kind_of_card
from cjeditor.model.chains import chain_of
from cjeditor.model.map import Map
from cjeditor.model.naming import one_line, spoken, spoken_detail
from cjeditor.model.relations import RELATIONS


def hanging_in_words(journey: Map, card: Card, words: Words) -> Iterator[str]:
    """Yield a line for each link of *card*, each why it takes away, and each of its own whys."""
    for relation in RELATIONS:
        for link in journey.links.values():
            if relation.holds(link, card.id):
                other = link.target if relation.outgoing else link.source
                yield f"{words(relation.label)}: {_said(journey.cards[other], words)}"
    for why in journey.whys.values():
        if why.countermeasure == card.id:
            said = words(mark("Countermeasure against: {text}"))
            yield said.format(text=one_line(why.text))
    for level, why in chain_of(journey, card.id).in_order():
        detail = spoken_detail(journey, why.id, words)
        more = f" ({detail})" if detail else ""
        yield f"{'  ' * (level - 1)}{spoken(journey, why.id, words)}{more}"


def _said(card: Card, words: Words) -> str:
    return one_line(card.text) or words(kind_of_card(card).label)
