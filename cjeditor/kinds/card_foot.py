"""The last rows of a card: whose it is, how well founded, votes; at the right its dots."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from cjeditor.display.shapes import Shape, Symbol
from cjeditor.display.text import set_line
from cjeditor.kinds import marks
from cjeditor.kinds.card import Card, Score
from cjeditor.kinds.lane import Person
from cjeditor.kinds.look import Look

_GAP: Final = 5.0
_MOST_INITIALS: Final = 3


class Inks(NamedTuple):
    """Colours of a card: its text, its full colour, its ground."""

    text: str
    strong: str
    ground: str


class _Item(NamedTuple):
    """A mark of known size; *draw* puts it at x, y."""

    width: float
    height: float
    draw: Callable[[float, float], Sequence[Shape]]


def draw_foot(
    card: Card,
    score: Score | None,
    people: Sequence[Person],
    inks: Inks,
    look: Look,
    left: float,
    top: float,
    width: float,
) -> tuple[list[Shape], float]:
    """Return the marks of *card* in rows of *width* from *left*, *top*, and how high they are.

    Args:
        people: All personas of the map; the card's own are shown if it is not everyone's.
    """
    shapes: list[Shape] = []
    x = height = middle = 0.0
    for row in _rows(_items(card, people, inks, look, width), width):
        deep = max(item.height for item in row)
        y = height + marks.BETWEEN if height else 0.0
        x, height, middle = 0.0, y + deep, y + deep / 2
        for item in row:
            shapes.extend(item.draw(left + x, top + middle - item.height / 2))
            x += item.width + _GAP
    if score is None:
        return shapes, height
    dots = marks.dots_width(score.of)
    if not shapes or x + dots > width:
        middle = height + marks.DOT / 2 + 1
        height += marks.DOT + 2
    x = left + width - dots
    shapes.extend(marks.dots(x, top + middle, score.filled, score.of, inks.strong))
    return shapes, height


def has_marks(card: Card) -> bool:
    """Tell whether anything but a score may stand in the last rows of *card*."""
    return bool(card.personas or card.evidence or card.votes or card.strength is not None)


def _rows(items: Iterable[_Item], width: float) -> list[list[_Item]]:
    """Return *items* in rows of *width*."""
    rows: list[list[_Item]] = []
    x = 0.0
    for item in items:
        if not rows or x + item.width > width:
            rows.append([])
            x = 0.0
        rows[-1].append(item)
        x += item.width + _GAP
    return rows


def _items(
    card: Card, people: Sequence[Person], inks: Inks, look: Look, width: float
) -> Iterator[_Item]:
    own = [person for person in people if person.id in card.personas]
    if own and len(own) < len(people):
        yield from _initials(own, inks, look)
    if card.strength is not None or card.evidence:
        size = marks.strength_size(card.strength, look)
        yield _Item(
            size,
            size,
            lambda x, y: marks.strength_mark(x, y, card.strength, inks.strong, inks.ground, look),
        )
    if card.votes:
        yield _votes(card.votes, inks, width)


def _initials(own: Sequence[Person], inks: Inks, look: Look) -> Iterator[_Item]:
    shown = own[:_MOST_INITIALS]
    yield _Item(
        marks.initials_width(shown, look),
        marks.lettered(look),
        lambda x, y: marks.initials(x, y, shown, look),
    )
    if len(own) > len(shown):
        more = f"+{len(own) - len(shown)}"
        room = set_line(more, marks.COUNT).width
        yield _Item(
            room, marks.MARK, lambda x, y: [marks.count_text(x, y, more, inks.text, room + 1)]
        )


def _votes(votes: int, inks: Inks, width: float) -> _Item:
    after = marks.MARK + 2
    room = min(set_line(str(votes), marks.COUNT).width + 1, width - after)
    return _Item(
        after + room,
        marks.MARK,
        lambda x, y: [
            Symbol("thumb-up", x, y, marks.MARK, inks.strong),
            marks.count_text(x + after, y, str(votes), inks.text, room),
        ],
    )
