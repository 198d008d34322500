"""The poster that a picture or a PDF shows, and what is to be said about it."""

from collections.abc import Iterator, Sequence
from typing import Final

from cjeditor.core.progress import Progress
from cjeditor.core.units import MM
from cjeditor.core.words import Words, mark
from cjeditor.display.shapes import Block
from cjeditor.exchange.format import PAPERS, Options, PaperName, Remark
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.look import CARD
from cjeditor.layout.codes import cell_code
from cjeditor.layout.poster import Poster, lay_out_poster, missing, shortened_cards
from cjeditor.model.map import Map
from cjeditor.model.naming import lane_name, stage_name
from cjeditor.model.records import Stage

_SMALLEST: Final = 6
"""Points; type below it is hard to read even in the hand."""

_NAMED: Final = 5
"""So many places are named; of the others only the number is told."""

_EVERY: Final = 500
"""So many blocks are drawn between two reports of progress."""


def poster_of(journey: Map, options: Options, words: Words) -> Poster:
    """Lay *journey* out on the chosen paper, upright only where the type is larger so."""
    if options.paper is None:
        return lay_out_poster(journey, None, words, links=options.links)
    short, long = (side * MM for side in PAPERS[options.paper])
    size = (short, long) if options.orientation == "portrait" else (long, short)
    may_turn = options.orientation is None
    return lay_out_poster(journey, size, words, may_turn=may_turn, links=options.links)


def document_title(journey: Map, words: Words) -> str:
    """Return the title that a viewer shows for the document."""
    return journey.scope.title.strip() or words("Customer journey map")


def counted(poster: Poster, progress: Progress) -> Iterator[Block]:
    """Yield the poster's blocks, telling the share that has been drawn."""
    for index, block in enumerate(poster.blocks):
        if index % _EVERY == 0:
            progress(0.3 + 0.6 * index / len(poster.blocks))
        yield block


def poster_remarks(poster: Poster, options: Options) -> tuple[Remark, ...]:
    """Tell what a reader of the poster will miss."""
    remarks = [_hidden(poster), *missing_remark(missing(poster.blocks)), _shortened(poster)]
    if options.paper is not None:
        remarks.append(_small_type(poster, options.paper))
    return tuple(remark for remark in remarks if remark is not None)


def _hidden(poster: Poster) -> Remark | None:
    whole, words = poster.whole, Words(poster.whole.scope.language)
    names = [lane_name(whole, each.id, words) for each in whole.ordered_lanes if _is_hidden(each)]
    names += [
        stage_name(whole, each.id, words) for each in whole.ordered_stages if _is_hidden(each)
    ]
    if not names:
        return None
    return Remark(
        mark("What is hidden on the map is not on the poster: {names}."),
        {"names": ", ".join(f"“{name}”" for name in names[:_NAMED]) + _and_more(len(names))},
    )


def _is_hidden(place: Lane | Stage) -> bool:
    return place.shown == "hidden"


def missing_remark(signs: Sequence[str]) -> tuple[Remark, ...]:
    """Tell of the characters that no font has, if there are any."""
    if not signs:
        return ()
    codes = ", ".join(f"U+{ord(sign):04X}" for sign in signs[:_NAMED])
    reason = mark("No font has the characters {characters}; boxes stand in their place.")
    return (Remark(reason, {"characters": codes + _and_more(len(signs))}),)


def _shortened(poster: Poster) -> Remark | None:
    journey = poster.whole
    cards = [journey.cards[card] for card in shortened_cards(poster.sheet)]
    if not cards:
        return None
    places = (cell_code(journey, card.lane, card.first_step) for card in cards[:_NAMED])
    return Remark(
        mark("Cards too long for the poster are shortened: {places}."),
        {"places": ", ".join(places) + _and_more(len(cards))},
    )


def _small_type(poster: Poster, paper: PaperName) -> Remark | None:
    size = CARD.size * poster.scale
    if size >= _SMALLEST:
        return None
    return Remark(
        mark("The text of the cards is only {size} pt on {paper}; take a larger paper."),
        {"size": f"{size:.1f}", "paper": paper},
    )


def _and_more(count: int) -> str:
    return f" … (+{count - _NAMED})" if count > _NAMED else ""
