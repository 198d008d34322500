"""The matrix of impact and effort: the opportunities where their ratings put them.

Impact grows upwards and effort to the right. A row is as high as its fullest cell needs.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cjeditor.core.colours import mix
from cjeditor.core.words import mark
from cjeditor.display.shapes import Block, Box, Drawing, Line, Rect, Shape, Stroke, TextLine
from cjeditor.display.text import Font, ascent, set_line
from cjeditor.kinds.look import Look
from cjeditor.kinds.opportunity import Opportunity
from cjeditor.kinds.paragraph import set_paragraph, short_line
from cjeditor.layout.chart import Chart, Place
from cjeditor.layout.chips import GAP, Chips, chip_block
from cjeditor.model.map import Map
from cjeditor.model.priorities import (
    HIGHEST,
    LEAST_HIGH_IMPACT,
    MOST_LOW_EFFORT,
    QUADRANTS,
    Quadrant,
    quadrant_of,
    rated,
    unrated,
)

Rating = tuple[int, int]
"""Impact and effort."""

_AXIS: Final = 26.0
_HEAD: Final = 26.0
_CAPTION: Final = 20.0
_BELOW: Final = 40.0
_PAD: Final = 5.0
_TRAY_GAP: Final = 18.0
_LEAST_ROW: Final = 46.0
_NAME: Final = Font(13, bold=True)
_NUMBER: Final = Font(11.5, bold=True)
_WORD: Final = Font(11.5)
_HUES: Final[dict[Quadrant, str]] = {
    "quick win": "#2f855a",
    "big bet": "#2b6cb0",
    "fill-in": "#b7791f",
    "thankless": "#5f6b76",
}
_TINT: Final = 0.10


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where the cells are.

    Attributes:
        tops: Of the row of each impact, from 1.
        heights: Of the row of each impact, from 1.
    """

    left: float
    cell: float
    tops: tuple[float, ...]
    heights: tuple[float, ...]

    @property
    def right(self) -> float:
        return self.left + HIGHEST * self.cell

    @property
    def bottom(self) -> float:
        return self.tops[0] + self.heights[0]

    def rect(self, impact: int, effort: int) -> Rect:
        """Return the cell of ratings."""
        left = self.left + (effort - 1) * self.cell
        return Rect(left, self.tops[impact - 1], self.cell, self.heights[impact - 1])

    def quadrant(self, which: Quadrant) -> Rect:
        """Return the area of a quadrant with its head."""
        efforts = [e for e in range(1, HIGHEST + 1) if quadrant_of(HIGHEST, e) == which
                   or quadrant_of(1, e) == which]  # fmt: skip
        impacts = [i for i in range(1, HIGHEST + 1) if quadrant_of(i, efforts[0]) == which]
        first, last = self.rect(impacts[-1], efforts[0]), self.rect(impacts[0], efforts[-1])
        top = first.y - _HEAD
        return Rect(first.x, top, last.right - first.x, last.bottom - top)


def matrix(
    journey: Map,
    width: float,
    height: float,
    look: Look,
    chips: Chips,
    tray: bool = True,
    lines: int | None = None,
) -> Chart:
    """Lay out the opportunities of *journey*.

    Args:
        height: What is there to fill; the matrix is higher where a cell needs it.
        tray: Whether those that are not rated stand beside it.
        lines: Of each opportunity at most; None means that it depends on how many share a cell.
    """
    side = min(250.0, max(150.0, width * 0.2)) if tray else 0.0
    room = width - side - (_TRAY_GAP if tray else 0.0)
    cell = (room - _AXIS) / HIGHEST
    standing = rated(journey)
    inner = cell - 2 * _PAD
    drawn = {
        place: [chips.of(card, inner, look, lines or _lines(len(cards))) for card in cards]
        for place, cards in standing.items()
    }
    grid = _grid(cell, height, {place: _need(found) for place, found in drawn.items()})
    blocks = []
    for place, cards in standing.items():
        rect = grid.rect(*place)
        y = rect.y + _PAD
        for card, drawing in zip(cards, drawn[place], strict=True):
            blocks.append(chip_block(card, rect.x + _PAD, y, drawing))
            y += drawing.height + GAP
    ground = chips.kept(
        "matrix",
        (grid, room, look),
        lambda: Drawing(room, grid.bottom + _BELOW, tuple(_ground(grid, look))),
    )
    places = _places(grid, standing)
    whole = Chart(width, ground.height, (Block("", "matrix", 0, 0, ground),), tuple(blocks), places)
    return _with_tray(whole, unrated(journey), side, look, chips) if tray else whole


def next_rating(place: Rating | None, dx: int, dy: int) -> Rating:
    """Return the ratings one step away; *dy* > 0 is down. Unrated ones come into the middle."""
    if place is None:
        return LEAST_HIGH_IMPACT, MOST_LOW_EFFORT
    impact, effort = place
    return min(HIGHEST, max(1, impact - dy)), min(HIGHEST, max(1, effort + dx))


def _lines(count: int) -> int:
    """Return how many lines each of *count* chips in a cell has."""
    return 3 if count <= 2 else 2


def _need(drawings: Sequence[Drawing]) -> float:
    return sum(each.height + GAP for each in drawings) - GAP + 2 * _PAD


def _grid(cell: float, height: float, needs: dict[Rating, float]) -> _Grid:
    heights = [
        max([_LEAST_ROW, *(need for (row, _), need in needs.items() if row == impact)])
        for impact in range(1, HIGHEST + 1)
    ]
    heights = _filled(heights, height - _CAPTION - 2 * _HEAD - _BELOW)
    tops, y = [0.0] * HIGHEST, _CAPTION
    for impact in range(HIGHEST, 0, -1):
        if impact in (HIGHEST, LEAST_HIGH_IMPACT - 1):
            y += _HEAD
        tops[impact - 1] = y
        y += heights[impact - 1]
    return _Grid(_AXIS, cell, tuple(tops), tuple(heights))


def _filled(heights: Sequence[float], room: float) -> list[float]:
    """Return *heights* with the lowest of them raised until all together fill *room*."""
    for raised in range(len(heights), 0, -1):
        higher = sorted(heights)[raised:]
        level = (room - sum(higher)) / raised
        if not higher or level <= higher[0]:
            filled = [max(level, each) for each in heights]
            if sum(filled) <= room + 0.01:
                return filled
    return list(heights)


def _ground(grid: _Grid, look: Look) -> list[Shape]:
    """Return the quadrants with their names, the lines between cells, and the axes."""
    theme, words = look.theme, look.words
    shapes: list[Shape] = []
    for which, name in QUADRANTS.items():
        rect, hue = grid.quadrant(which), theme.strong(_HUES[which])
        fill = theme.sheet if theme.card_edge else mix(hue, theme.sheet, _TINT)
        shapes.append(Box(rect.grown(-1), fill, Stroke(theme.rule), radius=8))
        line = short_line(words(name), _NAME, rect.width - 20)
        shapes.append(TextLine(rect.x + 10, rect.y + 7 + ascent(_NAME), line, theme.ink))
    shapes += _cell_lines(grid, look)
    for rating in range(1, HIGHEST + 1):
        number = set_line(str(rating), _NUMBER)
        row, column = grid.rect(rating, 1), grid.rect(1, rating)
        middle = row.y + row.height / 2 + ascent(_NUMBER) / 2 - 2
        shapes.append(TextLine(_AXIS - 10 - number.width, middle, number, theme.quiet))
        left = column.x + column.width / 2 - number.width / 2
        shapes.append(TextLine(left, grid.bottom + 4 + ascent(_NUMBER), number, theme.quiet))
    up = short_line(f"↑ {words(mark('Impact'))}", _WORD, grid.right - 4)
    along = short_line(f"{words(mark('Effort'))} →", _WORD, grid.right - grid.left)
    shapes.append(TextLine(2, ascent(_WORD), up, theme.quiet))
    baseline = grid.bottom + 20 + ascent(_WORD)
    shapes.append(TextLine(grid.right - along.width - 2, baseline, along, theme.quiet))
    return shapes


def _cell_lines(grid: _Grid, look: Look) -> list[Shape]:
    stroke = Stroke(look.theme.grid, 1, (3, 3))
    shapes: list[Shape] = []
    for which in QUADRANTS:
        rect = grid.quadrant(which)
        for effort in range(2, HIGHEST + 1):
            x = grid.rect(1, effort).x
            if rect.x < x < rect.right:
                shapes.append(Line(x, rect.y + _HEAD, x, rect.bottom - 2, stroke))
        for impact in range(1, HIGHEST + 1):
            y = grid.rect(impact, 1).y
            if rect.y + _HEAD < y < rect.bottom:
                shapes.append(Line(rect.x + 2, y, rect.right - 2, y, stroke))
    return shapes


def _places(grid: _Grid, standing: Mapping[Rating, Sequence[Opportunity]]) -> tuple[Place, ...]:
    ratings = range(1, HIGHEST + 1)
    return tuple(
        Place(
            grid.rect(impact, effort),
            (impact, effort),
            tuple(card.id for card in standing.get((impact, effort), ())),
        )
        for impact in ratings
        for effort in ratings
    )


def _with_tray(
    chart: Chart, cards: Sequence[Opportunity], side: float, look: Look, chips: Chips
) -> Chart:
    """Return the matrix with what is not rated yet at its right."""
    theme, left = look.theme, chart.width - side
    inner = side - 2 * _PAD - 6
    title = short_line(look.words(mark("Not rated yet")), _NAME, inner)
    y = _CAPTION + _HEAD + 4
    blocks = []
    for card in cards:
        drawing = chips.of(card, inner, look, 3)
        blocks.append(chip_block(card, left + _PAD + 3, y, drawing))
        y += drawing.height + GAP
    said = look.words(mark("Every opportunity is rated."))
    note = set_paragraph(said, _WORD, inner, theme.quiet, x=_PAD + 3, y=_HEAD + 4)
    height = max(chart.height, y + (0 if cards else note.height) + _BELOW)
    area = Rect(0, 0, side, height - _CAPTION - _BELOW + 1)
    edge = Stroke(theme.rule, 1.5, (5, 4))
    head: tuple[Shape, ...] = (
        Box(area.grown(-1), theme.sheet, edge, radius=8),
        TextLine(_PAD + 5, 7 + ascent(_NAME), title, theme.ink),
    )
    shapes = head if cards else (*head, *note.lines)
    drawing = chips.kept(
        "tray", (area, bool(cards), look), lambda: Drawing(side, area.height, shapes)
    )
    tray = Block("", "tray", left, _CAPTION, drawing)
    place = Place(area.moved(left, _CAPTION), None, tuple(card.id for card in cards))
    return Chart(
        chart.width, height, (*chart.ground, tray), (*chart.chips, *blocks),
        (*chart.places, place),
    )  # fmt: skip
