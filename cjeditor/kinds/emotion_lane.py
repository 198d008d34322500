"""The emotion lane: how the personas feel along the journey, as curves."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from cjeditor.core.colours import mix, readable
from cjeditor.core.words import mark
from cjeditor.display.shapes import Block, Curve, Drawing, Line, Rect, Shape, Stroke, Wash
from cjeditor.kinds.curve_style import CurveKey, CurveStyles, curve_styles, thinner
from cjeditor.kinds.emotion_average import (
    Mean,
    draw_average,
    draw_spread,
    mean_tracks,
    means_of,
)
from cjeditor.kinds.emotion_ground import LINE, level_colour, wash_colours
from cjeditor.kinds.emotion_plot import HEIGHT, LEVELS, Plot, plot_of, y_of
from cjeditor.kinds.emotion_record import CURVES, SCALES, EmotionLane, shows_curve
from cjeditor.kinds.emotion_scale import draw_flags, draw_poles, level_blocks
from cjeditor.kinds.emotion_spots import Spot, SpotColumns, find_spots, find_tracks
from cjeditor.kinds.emotion_texts import Texts
from cjeditor.kinds.emotion_turns import Felt, Found, turns_of
from cjeditor.kinds.face import draw_face, feeling_colour
from cjeditor.kinds.lane import Band, Content, LaneKind, Piece
from cjeditor.kinds.look import Look
from cjeditor.kinds.marker import draw_badge, draw_dot
from cjeditor.kinds.stack import ghost_block
from cjeditor.kinds.tracks import Track

__all__ = ["CURVES", "HEIGHT", "KIND", "SCALES", "EmotionBand", "EmotionLane", "y_of"]

_PROMPT: Final = mark("How does the customer feel here?")
_STRETCH: Final = 1.8
_NEAR: Final = 5.0
"""So near to a curve a pointer is on it."""

_KNOT: Final = 5.0


@dataclass(frozen=True, eq=False)
class EmotionBand(Band):
    """A band of curves, and what a pointer needs to know of it.

    Attributes:
        tracks: The curves, in pieces.
        lines: What lies behind points and texts: the curves, the poles of flags and marks.
        made: What the next band can take over; None without curves.
    """

    plot: Plot
    tracks: Mapping[CurveKey, Sequence[Track]]
    levels: tuple[Block, ...] = ()
    lines: Piece | None = None
    made: "_Made | None" = None

    @cached_property
    def behind(self) -> Piece:
        return self.lines or super().behind

    @cached_property
    def pieces(self) -> tuple[Piece, ...]:
        return super().pieces if self.made is None else tuple(self.made.pieces.values())

    @property
    def beside_title(self) -> tuple[Block, ...]:
        return self.levels

    def at(self, x: float, y: float) -> Block | None:
        """Return the frontmost block at a point; on a bare piece of a curve its persona's."""
        found = super().at(x, y)
        key = None if found is not None else self.curve_at(x, y)
        if key is None or key.persona is None:
            return found
        area = Rect(x, y, 0, 0).grown(_NEAR)
        return Block(key.persona, "curve", area.x, area.y, Drawing(area.width, area.height, ()))

    def curve_at(self, x: float, y: float) -> CurveKey | None:
        """Return the curve that runs through a point."""
        for key, tracks in self.tracks.items():
            for track in tracks:
                for low, high in track.heights(x - 1, x + 1):
                    if low - _NEAR <= y <= high + _NEAR:
                        return key
        return None


@dataclass(frozen=True, eq=False)
class _Made:
    """Of a band with curves, what the next one takes over where nothing has changed.

    Attributes:
        points: What is drawn of the spots of each step.
        pieces: What stands in each column, by its number; see `Band.pieces`.
    """

    look: Look
    plot: Plot
    styles: CurveStyles
    spots: SpotColumns
    points: Mapping[str, tuple[Block, ...]]
    texts: Texts
    pieces: Mapping[int, Piece]


def _lay_out(lane: EmotionLane, content: Content, look: Look, previous: Band | None) -> Band:
    styles = curve_styles(
        content.emotions, content.people, look, lambda key: shows_curve(lane, *key)
    )
    plot = plot_of(lane, content, len(styles))
    levels = tuple(level_blocks(lane, content, look, plot))
    flags = draw_flags(content, look)
    ground = (Block("", "ground", content.left, 0, _ground(content, look, plot)),)
    if not styles:
        blocks = (*flags, *draw_poles(flags, (), plot, look), *_prompt(content, look, plot))
        return EmotionBand(plot.height, ground, blocks, plot, {}, levels)
    before = previous if isinstance(previous, EmotionBand) else None
    bare = EmotionBand(plot.height, ground, flags, plot, {}, levels)
    return _with_curves(lane, content, look, styles, bare, before)


def _with_curves(
    lane: EmotionLane,
    content: Content,
    look: Look,
    styles: CurveStyles,
    bare: EmotionBand,
    before: EmotionBand | None,
) -> EmotionBand:
    """Return the band with its curves; *bare* has what lies behind them."""
    plot, theme = bare.plot, look.theme
    made = _still_good(before, look, plot, styles)
    columns = find_spots(content, styles, plot, made.spots if made else {})
    spots = [spot for column in columns.values() for spot in column.spots]
    tracks = find_tracks(spots, before.tracks if before else {})
    means = means_of(spots, content) if lane.spread or lane.marks else []
    average = mean_tracks(means, plot)
    drawn = thinner(styles) if means else styles
    poles = draw_poles(bare.blocks, spots, plot, look)
    knots = [Rect(mean.x, plot.y_of(mean.value), 0, 0).grown(_KNOT) for mean in means]
    taken = [*(s.rect for s in spots), *(b.rect for b in (*bare.blocks, *poles)), *knots]
    every = [*(track for own in tracks.values() for track in own), *average]
    several = len({key.persona for key in styles}) > 1
    kept = made.texts if made else None
    texts = Texts(content, look, plot, every, taken, several=several, before=kept)
    found = _turns(spots, means, plot) if lane.marks else []
    marks = tuple(texts.turns(found, average or every))
    names = tuple(texts.names(spots, drawn))
    quotes = tuple(texts.quotes(spots))
    texts.finish()
    behind = (draw_spread(means, content, plot, theme),) if lane.spread and means else ()
    ahead = (draw_average(means, content, plot, theme),) if means else ()
    curves = tuple(_curves(tracks, drawn, content, plot))
    points = dict(_points(columns, look, made))
    front = (*bare.blocks, *names, *quotes, *marks, *_by_size(columns, points))
    lines = (*poles, *curves, *ahead)
    pieces = dict(_pieces(front, content, made.pieces if made else {}))
    return replace(
        bare,
        height=texts.height,
        ground=(*bare.ground, *behind),
        own=(*lines, *front),
        tracks=tracks,
        lines=Piece(lines),
        made=_Made(look, plot, styles, columns, points, texts, pieces),
    )


def _still_good(
    before: EmotionBand | None, look: Look, plot: Plot, styles: CurveStyles
) -> _Made | None:
    """Return what was made before if what all points have in common has not changed."""
    made = before.made if before else None
    is_same = made and (made.look, made.plot, made.styles) == (look, plot, styles)
    return made if is_same else None


def _pieces(
    blocks: Iterable[Block], content: Content, before: Mapping[int, Piece]
) -> Iterator[tuple[int, Piece]]:
    """Yield the blocks by the number of the column that their middle is in."""
    starts = [column.x for column in content.columns]
    found: dict[int, list[Block]] = {}
    for block in blocks:
        number = bisect_right(starts, block.x + block.drawing.width / 2) - 1
        found.setdefault(number, []).append(block)
    for number, own in found.items():
        piece, kept = tuple(own), before.get(number)
        yield number, kept if kept is not None and kept.blocks == piece else Piece(piece)


def _turns(spots: Sequence[Spot], means: Sequence[Mean], plot: Plot) -> list[Found]:
    """Return what is marked, on the average of several personas or on the only curve."""
    if means:
        return turns_of([Felt(m.place, m.x, plot.y_of(m.value), m.value, _KNOT) for m in means])
    own = sorted((spot for spot in spots if spot.style.is_main), key=lambda spot: spot.x)
    return turns_of([Felt(s.place, s.x, s.y, s.emotion.value, s.radius) for s in own])


def _prompt(content: Content, look: Look, plot: Plot) -> Iterator[Block]:
    if look.prompts and content.columns:
        first = content.columns[0]
        wide = first._replace(width=min(2 * first.width, content.right - first.x))
        yield ghost_block(_PROMPT, wide, look, plot.y_of(0) + 6)


def _ground(content: Content, look: Look, plot: Plot) -> Drawing:
    """Draw the wash from good to bad, the solid line at zero and the dotted levels."""
    theme = look.theme
    width, height = content.right - content.left, plot.height
    good, bad = wash_colours(theme)
    zero = plot.y_of(0) / height
    stops = ((0.0, good), (zero - 0.08, theme.sheet), (zero + 0.08, theme.sheet), (1.0, bad))
    shapes: list[Shape] = [Wash(Rect(0, 0, width, height), stops)]
    dotted = Stroke(level_colour(theme), 1, (1.5, 5))
    solid = Stroke(readable(mix(theme.quiet, theme.sheet, 0.5), theme.sheet, LINE), 1.2)
    for value in reversed(LEVELS):
        y = plot.y_of(value)
        shapes.append(Line(0, y, width, y, dotted if value else solid))
    return Drawing(width, height, tuple(shapes))


def _curves(
    tracks: Mapping[CurveKey, Sequence[Track]], styles: CurveStyles, content: Content, plot: Plot
) -> Iterator[Block]:
    """Yield one block for each curve, the current ones in front."""
    for key, style in reversed(list(styles.items())):
        pieces = tuple(
            Curve(track.path, stroke=style.stroke)
            for track in tracks.get(key, ())
            if len(track.points) > 1
        )
        drawing = Drawing(content.right, plot.height, pieces)
        yield Block(key.persona or "", "curve", 0, 0, drawing)


def _points(
    columns: SpotColumns, look: Look, made: _Made | None
) -> Iterator[tuple[str, tuple[Block, ...]]]:
    """Yield what is drawn of the spots of each step."""
    spots = (spot for column in columns.values() for spot in column.spots)
    several = len({spot.style.key for spot in spots if spot.style.is_main}) > 1
    for step, column in columns.items():
        if made is not None and made.spots.get(step) is column:
            yield step, made.points[step]
        else:
            yield step, tuple(_block(spot, look, several=several) for spot in column.spots)


def _block(spot: Spot, look: Look, *, several: bool) -> Block:
    drawing = _point(spot, look, several=several)
    corner = drawing.width / 2
    return Block(spot.emotion.id, "point", spot.x - corner, spot.y - corner, drawing)


def _by_size(columns: SpotColumns, points: Mapping[str, tuple[Block, ...]]) -> list[Block]:
    """Return the points, the largest first, so that the others lie over them."""
    every = [
        pair for step in columns for pair in zip(columns[step].spots, points[step], strict=True)
    ]
    return [block for _, block in sorted(every, key=lambda pair: -pair[0].radius)]


def _point(spot: Spot, look: Look, *, several: bool) -> Drawing:
    style, value, theme = spot.style, spot.emotion.value, look.theme
    if not style.is_main:
        return draw_dot(style.form, style.stroke.colour, theme)
    if style.initials:
        ink = style.stroke.colour
        return draw_badge(style.form, style.initials, spot.radius, ink, theme, style.enlarged)
    ink = style.stroke.colour if several else feeling_colour(value, theme)
    return draw_face(value, spot.radius, ink, theme, square=style.form != "circle")


KIND = LaneKind(
    name="emotion",
    record=EmotionLane,
    label=mark("Emotions"),
    symbol=lambda _lane: "mood-smile",
    card=lambda _lane: None,
    lay_out=_lay_out,
    shows_emotions=True,
    shows_curve=shows_curve,
    hint=mark("Here digits from 1 to 5 say how the customer feels."),
    stretch=_STRETCH,
)
