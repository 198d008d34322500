"""The emotion lane: how the personas feel along the journey, as curves."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final, Literal

from cjeditor.core.colours import mix, readable
from cjeditor.core.words import mark
from cjeditor.display.shapes import Block, Curve, Drawing, Line, Rect, Shape, Stroke, Wash
from cjeditor.display.text import Font
from cjeditor.kinds.curve_style import CurveKey, CurveStyle, curve_styles
from cjeditor.kinds.emotion_spots import HEIGHT, Spot, find_spots, find_tracks, value_at, y_of
from cjeditor.kinds.face import draw_face, draw_ring, feeling_colour
from cjeditor.kinds.free_place import Ground
from cjeditor.kinds.lane import Band, Content, Lane, LaneKind
from cjeditor.kinds.look import QUOTE, SMALL, Look
from cjeditor.kinds.paragraph import Paragraph, set_paragraph
from cjeditor.kinds.stack import ghost_block
from cjeditor.kinds.tracks import Track

__all__ = ["HEIGHT", "KIND", "EmotionLane", "value_at", "y_of"]


class EmotionLane(Lane):
    """Shows the map's emotions; it holds none itself."""

    kind: Literal["emotion"] = "emotion"


_PROMPT: Final = mark("How does the customer feel here?")
_NAME: Final = Font(SMALL.size, bold=True)
_LABEL: Final = Font(SMALL.size)
_EDGE: Final = 3.0
_WIDTHS: Final = (190.0, 128.0, 96.0, 74.0)
_LINES: Final = 3
_STRIP_LINES: Final = 6
_STRETCH: Final = 1.8


def _lay_out(_lane: EmotionLane, content: Content, look: Look, _previous: Band | None) -> Band:
    ground = (Block("", "ground", content.left, 0, _ground(content, look)),)
    styles = curve_styles(content.emotions, content.people, look)
    if not styles:
        return Band(HEIGHT + content.spare, ground, tuple(_prompt(content, look)))
    spots = find_spots(content, styles)
    tracks = find_tracks(spots)
    texts = _Texts(content, look, spots, [track for own in tracks.values() for track in own])
    names = tuple(texts.names(styles))
    quotes = tuple(texts.quotes(spots))
    curves = tuple(_curves(tracks, styles, content))
    points = tuple(_points(spots, look))
    return Band(texts.height, ground, (*curves, *names, *quotes, *points))


def _prompt(content: Content, look: Look) -> Iterator[Block]:
    if look.prompts and content.columns:
        first = content.columns[0]
        wide = replace(first, width=min(2 * first.width, content.right - first.x))
        yield ghost_block(_PROMPT, wide, look, y_of(0) + 6)


def _ground(content: Content, look: Look) -> Drawing:
    """Draw the wash from good to bad, the solid line at zero and the dotted levels."""
    theme = look.theme
    width, height = content.right - content.left, HEIGHT + content.spare
    share = 0.2 if theme.dark else 0.17
    good, bad = mix(theme.good, theme.sheet, share), mix(theme.bad, theme.sheet, share)
    stops = ((0.0, good), (0.42, theme.sheet), (0.58, theme.sheet), (1.0, bad))
    shapes: list[Shape] = [Wash(Rect(0, 0, width, height), stops)]
    dotted = Stroke(mix(theme.quiet, theme.sheet, 0.45), 1, (1.5, 5))
    solid = Stroke(mix(theme.quiet, theme.sheet, 0.5), 1.2)
    for value, stroke in ((2, dotted), (1, dotted), (-1, dotted), (-2, dotted), (0, solid)):
        y = y_of(value, height)
        shapes.append(Line(0, y, width, y, stroke))
    return Drawing(width, height, tuple(shapes))


def _curves(
    tracks: Mapping[CurveKey, Sequence[Track]],
    styles: Mapping[CurveKey, CurveStyle],
    content: Content,
) -> Iterator[Block]:
    """Yield one block for each curve, the current ones in front."""
    for key, style in reversed(list(styles.items())):
        pieces = tuple(
            Curve(track.path(), stroke=style.stroke)
            for track in tracks.get(key, ())
            if len(track.points) > 1
        )
        drawing = Drawing(content.right, HEIGHT + content.spare, pieces)
        yield Block(key.persona or "", "curve", 0, 0, drawing)


def _points(spots: Sequence[Spot], look: Look) -> Iterator[Block]:
    several = len({spot.style.key for spot in spots if spot.style.is_main}) > 1
    for spot in sorted(spots, key=lambda each: -each.radius):
        if spot.style.is_main:
            value = spot.emotion.value
            ink = spot.style.stroke.colour if several else feeling_colour(value, look.theme)
            drawing = draw_face(value, spot.radius, ink, look.theme)
        else:
            drawing = draw_ring(spot.style.stroke.colour, look.theme)
        corner = drawing.width / 2
        yield Block(spot.emotion.id, "point", spot.x - corner, spot.y - corner, drawing)


class _Texts:
    """Puts quotes, labels and names where they cover nothing.

    What finds no free place stands in a strip below the curves, under its step.
    """

    def __init__(
        self, content: Content, look: Look, spots: Sequence[Spot], tracks: Sequence[Track]
    ) -> None:
        self._content = content
        self._look = look
        self._spots = spots
        self._height = HEIGHT + content.spare
        area = Rect(content.left, 0, content.right - content.left, self._height).grown(-_EDGE)
        self._ground = Ground(area, tracks, [_rect(spot) for spot in spots])
        self._strip: dict[int, float] = {}

    @property
    def height(self) -> float:
        """Of the band: more than the curves' own if there is a strip below them."""
        return max(self._strip.values(), default=self._height - _EDGE) + _EDGE

    def names(self, styles: Mapping[CurveKey, CurveStyle]) -> Iterator[Block]:
        """Yield the curves' names at their ends, if several personas share the lane.

        Where a name has no place it is left out: the legend has it too.
        """
        if len({key.persona for key in styles}) < 2:
            return
        for key, style in styles.items():
            if not style.name.strip():
                continue
            last = max((s for s in self._spots if s.style.key == key), key=lambda s: s.x)
            colour = readable(style.stroke.colour, self._look.theme.sheet)
            block = self._put_near(last, "name", style.name, _NAME, colour, below=False)
            if block is not None:
                yield replace(block, element=key.persona or "")

    def quotes(self, spots: Sequence[Spot]) -> Iterator[Block]:
        """Yield each point's quote and label."""
        for spot in spots:
            colour, below = self._colour(spot), spot.emotion.value < 0
            quote, label = spot.emotion.quote.strip(), spot.emotion.label.strip()
            if label:
                yield self._put(spot, "label", label, _LABEL, colour, below=below)
            if quote:
                yield self._put(spot, "quote", _quoted(quote), QUOTE, colour, below=below)

    def _colour(self, spot: Spot) -> str:
        theme = self._look.theme
        feeling = feeling_colour(spot.emotion.value, theme)
        return readable(feeling, mix(feeling, theme.sheet, 0.2), 5.5)

    def _put(
        self, spot: Spot, part: str, text: str, font: Font, colour: str, *, below: bool
    ) -> Block:
        near = self._put_near(spot, part, text, font, colour, below=below)
        return near or self._put_below(spot, part, text, font, colour)

    def _put_near(
        self, spot: Spot, part: str, text: str, font: Font, colour: str, *, below: bool
    ) -> Block | None:
        limit, tried = _LINES + 1, 0.0
        for width in _WIDTHS:
            set_text = set_paragraph(text, font, width, colour, max_lines=limit, align="centre")
            if len(set_text.lines) == limit or set_text.width == tried:
                continue
            tried = set_text.width
            rect = self._ground.find(_rect(spot), set_text.width, set_text.height, below=below)
            if rect is not None:
                self._ground.take(rect)
                shown = set_paragraph(text, font, rect.width + 0.1, colour, align="centre")
                return _block(spot.emotion.id, part, rect, shown)
        return None

    def _put_below(self, spot: Spot, part: str, text: str, font: Font, colour: str) -> Block:
        column = self._content.columns[spot.column]
        width = column.width - 12
        shown = set_paragraph(text, font, width, colour, max_lines=_STRIP_LINES, align="centre")
        y = self._strip.get(spot.column, self._height + _EDGE)
        self._strip[spot.column] = y + shown.height + _EDGE
        return _block(spot.emotion.id, part, Rect(column.x + 6, y, width, shown.height), shown)


def _rect(spot: Spot) -> Rect:
    return Rect(spot.x - spot.radius, spot.y - spot.radius, 2 * spot.radius, 2 * spot.radius)


def _quoted(text: str) -> str:
    return text if text[0] in "\"'“”„«»‘’「『" else f"“{text}”"


def _block(element: str, part: str, rect: Rect, text: Paragraph) -> Block:
    return Block(element, part, rect.x, rect.y, Drawing(rect.width, rect.height, text.lines))


KIND = LaneKind(
    name="emotion",
    record=EmotionLane,
    label=mark("Emotions"),
    symbol=lambda _lane: "mood-smile",
    card=lambda _lane: None,
    lay_out=_lay_out,
    shows_emotions=True,
    stretch=_STRETCH,
)
