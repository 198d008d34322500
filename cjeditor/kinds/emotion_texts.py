"""Puts the words of an emotion lane where they cover no curve, no point and no other words."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import Final, NamedTuple

from cjeditor.core.colours import readable
from cjeditor.display.shapes import Block, Box, Drawing, Line, Rect, Shape, Stroke, TextLine
from cjeditor.display.text import Font, ascent, set_line
from cjeditor.display.theme import Theme
from cjeditor.kinds.curve_style import CurveKey, CurveStyle
from cjeditor.kinds.emotion_ground import TEXT, seen
from cjeditor.kinds.emotion_plot import LEVELS, Plot
from cjeditor.kinds.emotion_spots import Spot
from cjeditor.kinds.emotion_turns import TURNS, Found, Turn
from cjeditor.kinds.face import feeling_colour
from cjeditor.kinds.free_place import FIRST_LINE, REACH, Ground
from cjeditor.kinds.kept_places import Placed, Places
from cjeditor.kinds.lane import Content
from cjeditor.kinds.look import QUOTE, SMALL, Look
from cjeditor.kinds.paragraph import set_paragraph
from cjeditor.kinds.tracks import Track
from cjeditor.kinds.turn_sign import SIGN, turn_sign

_NAME: Final = Font(SMALL.size, bold=True)
_LABEL: Final = Font(SMALL.size)
_TURN: Final = Font(10, bold=True)
_MOST_NAMES: Final = 6
"""With more curves than these only the main ones are named at their ends."""

_PADDING: Final = 5.0
_TOUCHING: Final = 6.0
"""Between a mark and its point without a line between them."""

_SAID: Final = 5.0
"""Contrast of what is said; it is small and slanted."""

_EDGE: Final = 3.0
_WIDTHS: Final = (190.0, 128.0, 96.0, 74.0)
_LINES: Final = 3
_STRIP_LINES: Final = 6


class Texts:
    """Places names, marks, labels and quotes, each once; what comes first has the choice.

    Quotes and labels that find no free place stand in a strip below the curves, under
    their step, with the name of their curve if there are *several* personas.

    Args:
        before: Of the lane before an edit, in the same look. What stands where nothing has
            changed around it is taken over.
    """

    def __init__(
        self,
        content: Content,
        look: Look,
        plot: Plot,
        tracks: Sequence[Track],
        taken: Sequence[Rect],
        *,
        several: bool,
        before: "Texts | None" = None,
    ) -> None:
        self._content = content
        self._look = look
        self._height = plot.height
        self._several = several
        area = Rect(content.left, 0, content.right - content.left, plot.height).grown(-_EDGE)
        lines = tuple(plot.y_of(value) for value in LEVELS)
        self._ground: Ground = Ground(
            area, tracks, taken, lines, before._ground if before else None
        )
        self._places: Places = Places(self._ground, before._places.given if before else ())
        self._strip: dict[int, float] = {}

    @property
    def height(self) -> float:
        """Of the band: more than the curves' own if there is a strip below them."""
        return max(self._strip.values(), default=self._height - _EDGE) + _EDGE

    def names(
        self, spots: Sequence[Spot], styles: Mapping[CurveKey, CurveStyle]
    ) -> Iterator[Block]:
        """Yield the curves' names at their ends, if several personas share the lane.

        Where a name has no place it is left out: the legend has it too.
        """
        if len({key.persona for key in styles}) < 2:
            return
        ends = {spot.style.key: spot for spot in sorted(spots, key=lambda each: each.x)}
        for key, style in styles.items():
            if not style.name.strip() or (len(styles) > _MOST_NAMES and not style.is_main):
                continue
            colour = seen(style.stroke.colour, self._look.theme, TEXT)
            rect, owner = ends[key].rect, key.persona or ""
            wish = _Wish(owner, "name", style.name, _NAME, colour, rect)
            yield from self._give(wish).blocks

    def finish(self) -> None:
        """Let go of the texts before; all texts have been placed."""
        self._places.finish()

    def quotes(self, spots: Sequence[Spot]) -> Iterator[Block]:
        """Yield each point's quote and label."""
        for spot in spots:
            quote, label = spot.emotion.quote.strip(), spot.emotion.label.strip()
            if label:
                yield self._put(spot, "label", label, _LABEL)
            if quote:
                yield self._put(spot, "quote", _quoted(quote), QUOTE)

    def turns(self, found: Sequence[Found], tracks: Sequence[Track]) -> Iterator[Block]:
        """Yield a sign with its word at each peak, low and fall; the sign alone if it is tight."""
        for each in found:
            near = _beside_turn(each, tracks)
            reach = self._chip(each.turn, word=True).width
            put = partial(self._put_turn, each.turn, near)
            yield from self._places.give((each.turn, near), near, reach, put).blocks

    def _put_turn(self, turn: Turn, near: Rect) -> Placed:
        below = turn == "low"
        worded, plain = self._chip(turn, word=True), self._chip(turn, word=False)
        for chip, way in ((worded, below), (worded, not below), (plain, below)):
            rect = self._ground.find_upright(near, chip.width, chip.height, below=way)
            if rect is not None:
                self._ground.take(rect)
                return Placed(rect, tuple(self._pinned(chip, rect, near)))
        return Placed()

    def _chip(self, turn: Turn, *, word: bool) -> Drawing:
        label = self._look.words(TURNS[turn]) if word else ""
        return _chip(turn, label, self._look.theme)

    def _pinned(self, chip: Drawing, rect: Rect, near: Rect) -> Iterator[Block]:
        """Yield a chip, and a line from it to its point where it stands away from it."""
        start, end = (rect.bottom, near.y) if rect.y < near.y else (near.bottom, rect.y)
        x = near.x + near.width / 2
        if end - start > _TOUCHING:
            line = Line(1, 0, 1, end - start, Stroke(self._look.theme.quiet, 1))
            yield Block("", "mark", x - 1, start, Drawing(2, end - start, (line,)))
        yield Block("", "mark", rect.x, rect.y, chip)

    def _colour(self, spot: Spot) -> str:
        theme = self._look.theme
        return seen(feeling_colour(spot.emotion.value, theme), theme, _SAID)

    def _put(self, spot: Spot, part: str, text: str, font: Font) -> Block:
        wish = _Wish(
            spot.emotion.id, part, text, font, self._colour(spot), spot.rect,
            below=spot.emotion.value < 0,
            instead=f"{spot.style.name}: {text}" if self._several else text,
            room=self._content.columns[spot.column].width - 12,
        )  # fmt: skip
        placed = self._give(wish)
        if placed.instead is None:
            return placed.blocks[0]
        return self._put_below(spot, part, placed.instead)

    def _give(self, wish: "_Wish") -> Placed:
        def find() -> Placed:
            return self._put_near(wish) or _set_instead(wish)

        return self._places.give(wish, wish.near, _WIDTHS[0] + REACH, find)

    def _put_near(self, wish: "_Wish") -> Placed | None:
        limit, tried, ground = _LINES + 1, 0.0, self._ground
        text, font, colour = wish.text, wish.font, wish.colour
        best, least = None, FIRST_LINE + 1
        for width in _WIDTHS:
            set_text = set_paragraph(text, font, width, colour, max_lines=limit, align="centre")
            if len(set_text.lines) == limit or set_text.width == tried:
                continue
            tried = set_text.width
            rect = ground.find(wish.near, set_text.width, set_text.height, below=wish.below)
            if rect is not None and (covered := ground.covered_by(rect)) < least:
                best, least = rect, covered
            if least < FIRST_LINE:
                break
        if best is None:
            return None
        ground.take(best)
        shown = set_paragraph(text, font, best.width + 0.1, colour, align="centre")
        drawing = Drawing(best.width, best.height, shown.lines)
        return Placed(best, (Block(wish.element, wish.part, best.x, best.y, drawing),))

    def _put_below(self, spot: Spot, part: str, drawing: Drawing) -> Block:
        y = self._strip.get(spot.column, self._height + _EDGE)
        self._strip[spot.column] = y + drawing.height + _EDGE
        x = self._content.columns[spot.column].x + 6
        return Block(spot.emotion.id, part, x, y, drawing)


class _Wish(NamedTuple):
    """A text that wants a place near a point.

    Attributes:
        instead: What is written below the curves if there is none, in lines of *room* points;
            None for nothing.
    """

    element: str
    part: str
    text: str
    font: Font
    colour: str
    near: Rect
    below: bool = False
    instead: str | None = None
    room: float = 0


def _set_instead(wish: _Wish) -> Placed:
    if wish.instead is None:
        return Placed()
    shown = set_paragraph(
        wish.instead, wish.font, wish.room, wish.colour, max_lines=_STRIP_LINES, align="centre"
    )
    return Placed(instead=Drawing(wish.room, shown.height, shown.lines))


@lru_cache(maxsize=64)
def _chip(turn: Turn, label: str, theme: Theme) -> Drawing:
    """Draw the sign of a turn, with its label unless that is empty."""
    colour = readable(theme.good if turn == "peak" else theme.bad, theme.sheet, 5)
    height = _TURN.line_height + 3
    width = SIGN + 2 * _PADDING
    shapes: list[Shape] = [turn_sign(turn, _PADDING, (height - SIGN) / 2, colour)]
    if label:
        line = set_line(label, _TURN)
        shapes.append(TextLine(width - 2, 1.5 + ascent(_TURN), line, colour))
        width += line.width + 3
    edge = Rect(0, 0, width, height).grown(-0.5)
    pill = Box(edge, theme.sheet, Stroke(theme.rule, 1), edge.height / 2)
    return Drawing(width, height, (pill, *shapes))


def _beside_turn(found: Found, tracks: Sequence[Track]) -> Rect:
    """Return what a mark stands beside: a point, or the middle of a fall."""
    start, end = found.start, found.end
    if found.turn != "fall":
        return Rect(start.x, start.y, 0, 0).grown(start.radius)
    x = (start.x + end.x) / 2
    heights = (y for track in tracks if (y := track.y_at(x)) is not None)
    y = min(heights, key=lambda each: abs(each - (start.y + end.y) / 2), default=start.y)
    return Rect(x, y, 0, 0).grown(2)


def _quoted(text: str) -> str:
    return text if text[0] in "\"'“”„«»‘’「『" else f"“{text}”"
