"""The last rows of a card: whose it is, how well founded, votes; at the right its dots."""

from collections.abc import Callable, Iterator, Sequence
from typing import Final, NamedTuple

from cjeditor.display.shapes import Shape, Symbol
from cjeditor.display.text import set_line
from cjeditor.kinds import marks
from cjeditor.kinds.card import Card, Score
from cjeditor.kinds.lane import Person

_GAP: Final = 5.0
_ROW: Final = marks.MARK + 2
_MOST_INITIALS: Final = 3


class Inks(NamedTuple):
    """Colours of a card: its text, its full colour, its ground."""

    text: str
    strong: str
    ground: str


class _Item(NamedTuple):
    """A mark of known width; *draw* puts it at x, y."""

    width: float
    draw: Callable[[float, float], Sequence[Shape]]


def draw_foot(
    card: Card,
    score: Score | None,
    people: Sequence[Person],
    inks: Inks,
    left: float,
    top: float,
    width: float,
) -> tuple[list[Shape], float]:
    """Return the marks of *card* in rows of *width* from *left*, *top*, and how high they are.

    Args:
        people: All personas of the map; the card's own are shown if it is not everyone's.
    """
    shapes: list[Shape] = []
    x = y = 0.0
    items = list(_items(card, people, inks, width))
    for item in items:
        if x and x + item.width > width:
            x, y = 0.0, y + _ROW
        shapes.extend(item.draw(left + x, top + y))
        x += item.width + _GAP
    height = y + marks.MARK if items else 0.0
    if score is None:
        return shapes, height
    dots = marks.dots_width(score.of)
    if items and x + dots <= width:
        middle = y + marks.MARK / 2
    else:
        middle = height + marks.DOT / 2 + 1
        height += marks.DOT + 2
    x = left + width - dots
    shapes.extend(marks.dots(x, top + middle, score.filled, score.of, inks.strong))
    return shapes, height


def has_marks(card: Card) -> bool:
    """Tell whether anything but a score may stand in the last rows of *card*."""
    return bool(card.personas or card.evidence or card.votes or card.strength is not None)


def _items(card: Card, people: Sequence[Person], inks: Inks, width: float) -> Iterator[_Item]:
    own = [person for person in people if person.id in card.personas]
    if own and len(own) < len(people):
        yield from _initials(own, inks)
    if card.strength is not None or card.evidence:
        yield _Item(
            marks.MARK,
            lambda x, y: marks.strength_mark(x, y, card.strength, inks.strong, inks.ground),
        )
    if card.votes:
        yield _votes(card.votes, inks, width)


def _initials(own: Sequence[Person], inks: Inks) -> Iterator[_Item]:
    shown = own[:_MOST_INITIALS]
    yield _Item(marks.initials_width(len(shown)), lambda x, y: marks.initials(x, y, shown))
    if len(own) > len(shown):
        more = f"+{len(own) - len(shown)}"
        room = set_line(more, marks.COUNT).width
        yield _Item(room, lambda x, y: [marks.count_text(x, y, more, inks.text, room + 1)])


def _votes(votes: int, inks: Inks, width: float) -> _Item:
    after = marks.MARK + 2
    room = min(set_line(str(votes), marks.COUNT).width + 1, width - after)
    return _Item(
        after + room,
        lambda x, y: [
            Symbol("thumb-up", x, y, marks.MARK, inks.strong),
            marks.count_text(x + after, y, str(votes), inks.text, room),
        ],
    )
