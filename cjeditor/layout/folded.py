"""What is drawn of collapsed lanes and stages: how much stands in them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Block, Box, Drawing, Rect, Shape, Stroke, TextLine
from cjeditor.display.text import Font, ascent, set_line
from cjeditor.kinds.card import Card
from cjeditor.kinds.face import feeling_colour
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Band, Column, Content
from cjeditor.kinds.look import Look
from cjeditor.kinds.registry import kind_of_card

THIN: Final = 32.0
"""Height of a collapsed lane."""

_COUNT: Final = Font(10.5, bold=True)
_CHIP: Final = 20.0
_TOKEN: Final = 9.0
_PITCH: Final = 12.0
_MOST: Final = 6
"""So many cards are small squares; of more the number is told."""

_BELOW: Final = 9.0


def thin_band(content: Content, look: Look) -> Band:
    """Return a collapsed lane: a small square for each card, a small disc for each feeling."""
    blocks: list[Block] = []
    for column in content.columns:
        tokens: list[Shape] = []
        inks = list(_inks(content, column, look))
        for number, (ink, is_round) in enumerate(inks[:_MOST]):
            rect = Rect(number * _PITCH, 0, _TOKEN, _TOKEN)
            tokens.append(Box(rect, fill=ink, radius=_TOKEN / 2 if is_round else 2))
        if len(inks) > _MOST:
            line = set_line(f"+{len(inks) - _MOST}", _COUNT)
            y = (_TOKEN - _COUNT.line_height) / 2 + ascent(_COUNT)
            tokens.append(TextLine(_MOST * _PITCH + 2, y, line, look.theme.quiet))
        if tokens:
            wide = min(column.width - 14, _MOST * _PITCH + 30)
            drawing = Drawing(wide, _TOKEN, tuple(tokens))
            blocks.append(Block("", "count", column.x + 10, (THIN - _TOKEN) / 2, drawing))
    return Band(THIN, (), tuple(blocks))


def _inks(content: Content, column: Column, look: Look) -> Iterator[tuple[str, bool]]:
    """Yield the colour of what stands in a cell, and whether it is a feeling."""
    for card in content.cells.get(column.step, ()):
        yield look.theme.strong(kind_of_card(card).full), False
    for emotion in content.emotions.get(column.step, ()):
        yield feeling_colour(emotion.value, look.theme), True


def counts_in(
    narrow: Sequence[Column],
    stage_steps: Mapping[Id, Sequence[Id]],
    cells: Mapping[Id, Sequence[Card]],
    emotions: Mapping[Id, Sequence[Emotion]],
) -> tuple[int, ...]:
    """Return how much a lane has in each collapsed stage.

    Args:
        stage_steps: The steps of each stage by the step that its column is named by.
        cells: The lane's cards by the step that they begin at.
        emotions: Those that the lane shows, by step.
    """
    return tuple(
        sum(
            len(cells.get(step, ())) + len(emotions.get(step, ()))
            for step in stage_steps[column.step]
        )
        for column in narrow
    )


def count_blocks(
    narrow: Sequence[Column], counts: Sequence[int], band: Band, look: Look
) -> tuple[Block, ...]:
    """Return a small number in each collapsed stage, below the long cards that run over it."""
    blocks = []
    for column, count in zip(narrow, counts, strict=True):
        if count:
            drawing = _chip(str(count), look)
            x = column.x + (column.width - drawing.width) / 2
            y = _free(band, column)
            blocks.append(Block("", "count", x, y, drawing))
    return tuple(blocks)


def _free(band: Band, column: Column) -> float:
    """Return y below the cards that run over a narrow column."""
    area = Rect(column.x, 0, column.width, 1e9)
    over = [
        block.rect.bottom
        for piece in band.pieces
        if piece.reaches(area.x, area.right)
        for block in piece.blocks
        if block.part == "card" and block.rect.meets(area)
    ]
    return max(over, default=0.0) + min(_BELOW, (band.height - _CHIP) / 2)


def _chip(text: str, look: Look) -> Drawing:
    line = set_line(text, _COUNT)
    width = max(line.width + 12, _CHIP + 4)
    box = Box(Rect(0.5, 0.5, width - 1, _CHIP - 1), look.theme.sheet, Stroke(look.theme.rule, 1), 5)
    y = (_CHIP - _COUNT.line_height) / 2 + ascent(_COUNT)
    return Drawing(width, _CHIP, (box, TextLine((width - line.width) / 2, y, line, look.theme.ink)))
