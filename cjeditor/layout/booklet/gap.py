"""Pages of the booklet: from the current to the future state, stage by stage."""

from collections.abc import Iterator, Sequence
from typing import Final

from cjeditor.core.numbers import written
from cjeditor.core.words import Words, mark
from cjeditor.display.shapes import (
    Box,
    Curve,
    Drawing,
    Line,
    LineTo,
    MoveTo,
    Rect,
    Shape,
    Stroke,
    TextLine,
)
from cjeditor.display.text import Font, ascent
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import HIGHEST, LOWEST
from cjeditor.kinds.fields import STATES
from cjeditor.kinds.look import Look
from cjeditor.kinds.opportunity import is_solution
from cjeditor.kinds.pain import is_pain
from cjeditor.kinds.paragraph import set_paragraph, short_line
from cjeditor.layout.booklet.paper import BODY, Page, Paper
from cjeditor.layout.booklet.rows import RowColumn, TableRow, put_table
from cjeditor.model.gap import Side, StageGap, gap_of_states, has_both_states
from cjeditor.model.map import Map
from cjeditor.model.naming import stage_name

_NAMES: Final = 0.26
"""Share of the width that the stages' names take."""

_VALUES: Final = 128.0
"""Points at the right that the figures take."""

_ROW: Final = 26.0
_DOT: Final = 6.0
_HEAD: Final = 5.0
_SMALL: Final = Font(9.5)


def gap_pages(journey: Map, size: tuple[float, float], look: Look) -> list[Page]:
    """Return the gap by stage; none for a map that tells only one state."""
    if not has_both_states(journey):
        return []
    words = look.words
    note = words(mark("How each stage feels now and is to feel, and what may lead there."))
    title = words(mark("Current and future state"))
    paper = Paper(title, size, look, note=note, source=journey.scope.title)
    gaps = gap_of_states(journey)
    paper.place(_axis(paper.room.width, look), paper.room.x, paper.room.y)
    paper.gap(_ROW)
    for gap in gaps:
        row = _row(stage_name(journey, gap.stage, words), gap, paper.room.width, look)
        paper.need(row.height)
        paper.place(row, paper.room.x, paper.room.y, gap.stage, "gap")
        paper.gap(row.height)
    paper.gap(_ROW / 2)
    _put_ways(paper, journey, gaps)
    return paper.pages()


# --- how far it is


def _axis(width: float, look: Look) -> Drawing:
    """Return what the scale says, and the two signs."""
    theme = look.theme
    shapes: list[Shape] = []
    for value in (LOWEST, 0.0, HIGHEST):
        line = short_line(written(value, look.words, 1, sign=True), _SMALL, _VALUES)
        x = _x(value, width) - line.width / 2
        shapes.append(TextLine(x, _ROW - 6, line, theme.quiet))
    x = 0.0
    for is_filled, name in zip((False, True), STATES.values(), strict=True):
        line = short_line(look.words(name), _SMALL, width * _NAMES / 2 - 3 * _DOT)
        shapes.append(_dot(x + _DOT, _ROW - 6 - ascent(_SMALL) / 3, look, is_filled=is_filled))
        shapes.append(TextLine(x + 3 * _DOT, _ROW - 6, line, theme.quiet))
        x += width * _NAMES / 2
    return Drawing(width, _ROW, tuple(shapes))


def _row(name: str, gap: StageGap, width: float, look: Look) -> Drawing:
    """Return a stage's two feelings on the scale, with an arrow from the one to the other."""
    theme = look.theme
    title = set_paragraph(name, BODY, width * _NAMES - 12, theme.ink, y=5, max_lines=3)
    height = max(_ROW, title.height + 10)
    middle = height / 2
    ends = _x(LOWEST, width), _x(HIGHEST, width)
    shapes: list[Shape] = [
        *title.lines,
        Line(ends[0], middle, ends[1], middle, Stroke(theme.grid, 1)),
        Line(_x(0, width), 3, _x(0, width), height - 3, Stroke(theme.rule, 1)),
        *_way(gap, width, middle, look),
        Line(0, height, width, height, Stroke(theme.rule, 0.75)),
    ]
    said = short_line(_said(gap, look.words), BODY, _VALUES)
    baseline = middle - BODY.line_height / 2 + ascent(BODY)
    shapes.append(TextLine(width - said.width, baseline, said, theme.ink))
    return Drawing(width, height, tuple(shapes))


def _way(gap: StageGap, width: float, y: float, look: Look) -> Iterator[Shape]:
    """Yield an arrow from the current feeling to the future one, a ring and a dot."""
    now, then = _felt(gap.before), _felt(gap.after)
    if now is not None and then is not None:
        x1, x2 = _x(now, width), _x(then, width)
        if abs(x2 - x1) > 3 * _DOT:
            side = 1 if x2 > x1 else -1
            tip = x2 - side * (_DOT + 1)
            stroke = Stroke(look.theme.good if side > 0 else look.theme.bad, 2)
            yield Line(x1 + side * _DOT, y, tip, y, stroke)
            back = tip - side * _HEAD
            yield Curve((MoveTo(back, y - _HEAD), LineTo(tip, y), LineTo(back, y + _HEAD)), stroke)
    if now is not None:
        yield _dot(_x(now, width), y, look, is_filled=False)
    if then is not None:
        yield _dot(_x(then, width), y, look, is_filled=True)


def _dot(x: float, y: float, look: Look, *, is_filled: bool) -> Box:
    """Return the sign of a state: a ring for the current one, a smaller dot for the future one."""
    size = _DOT - 1.5 if is_filled else _DOT
    rect = Rect(x - size, y - size, 2 * size, 2 * size)
    return Box(rect, look.theme.ink if is_filled else None, Stroke(look.theme.ink, 1.5), size)


def _x(feeling: float, width: float) -> float:
    left, right = width * _NAMES + _DOT, width - _VALUES - 2 * _DOT
    return left + (right - left) * (feeling - LOWEST) / (HIGHEST - LOWEST)


def _said(gap: StageGap, words: Words) -> str:
    """Return the two feelings and how much lies between them: "−1.5 → +1 (+2.5)"."""
    now, then = (_number(_felt(side), words) for side in (gap.before, gap.after))
    rise = "" if gap.told_rise is None else f" ({_number(gap.told_rise, words)})"
    return f"{now} → {then}{rise}"


def _felt(side: Side | None) -> float | None:
    return None if side is None else side.feeling


def _number(value: float | None, words: Words) -> str:
    return "–" if value is None else written(value, words, 1, sign=True)


# --- what may lead there


def _put_ways(paper: Paper, journey: Map, gaps: Sequence[StageGap]) -> None:
    """Write what hurts in each stage, and the opportunities and ideas there."""
    words = paper.look.words
    columns = [
        RowColumn(words(mark("Stage")), 2),
        RowColumn(words(mark("Pain points")), 4),
        RowColumn(words(mark("Opportunities")), 4),
    ]
    found: dict[str, list[Card]] = {gap.stage: [] for gap in gaps}
    for card in journey.reading_order():
        found[journey.steps[card.first_step].stage].append(card)
    rows = [
        TableRow(
            (
                stage_name(journey, stage, words),
                _texts([card for card in cards if is_pain(card)]),
                _texts([card for card in cards if is_solution(card)]),
            ),
            stage,
        )
        for stage, cards in found.items()
    ]
    rows = [row for row in rows if any(row.cells[1:])]
    if rows:
        put_table(paper, columns, rows)


def _texts(cards: Sequence[Card]) -> str:
    return "\n".join(f"• {' '.join(card.text.split())}" for card in cards if card.text.strip())
