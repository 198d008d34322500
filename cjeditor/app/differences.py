"""What is different between versions of a map, as lines of text for a dialog."""

from collections.abc import Iterator, Sequence

from cjeditor.changes.compare import Change, compare
from cjeditor.changes.ids import aligned
from cjeditor.changes.telling import change_sentence
from cjeditor.core.words import Words
from cjeditor.model.map import Map


def both_sides(base: Map | None, mine: Map, theirs: Map, words: Words) -> tuple[str, ...]:
    """Return what they and we have changed since *base*, each under a heading.

    Without a *base* nobody knows who changed what: then only how theirs differs from ours.
    """
    if base is None:
        return tuple(_part(words("In their version, compared with yours:"), mine, theirs, words))
    there = _part(words("Changed in their version:"), base, theirs, words)
    here = _part(words("Changed by you and not saved:"), base, mine, words)
    return (*there, "", *here)


def one_side(mine: Map, copy: Map, words: Words) -> tuple[str, ...]:
    """Return how a *copy* differs from ours."""
    return tuple(_part(words("In the copy, compared with your map:"), mine, copy, words))


def _part(heading: str, before: Map, after: Map, words: Words) -> Iterator[str]:
    yield heading
    after = aligned(after, before)
    yield from _sentences(compare(before, after), before, after, words)


def _sentences(changes: Sequence[Change], before: Map, after: Map, words: Words) -> Iterator[str]:
    if not changes:
        yield f"• {words('Nothing')}"
    for change in changes:
        yield f"• {change_sentence(change, before, after, words)}"
