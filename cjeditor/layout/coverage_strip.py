"""What each stage rests on: sources counted, and how sure its cards are as a bar."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.core.words import Words, mark
from cjeditor.display.shapes import Block, Box, Drawing, Line, Rect, Shape, Stroke, Symbol, TextLine
from cjeditor.display.text import Font, ascent
from cjeditor.kinds.look import Look
from cjeditor.kinds.paragraph import set_paragraph, short_line
from cjeditor.layout.chart import Chart, Place
from cjeditor.layout.chips import Chips
from cjeditor.model.coverage import Coverage
from cjeditor.model.map import Map
from cjeditor.model.naming import stage_name

_LEAST: Final = 168.0
_BETWEEN: Final = 10.0
_PAD: Final = 10.0
_NAME: Final = Font(12, bold=True)
_WORD: Final = Font(11)
_SYMBOL: Final = 14.0
_ROW: Final = 18.0
_BAR: Final = 10.0
_HATCH: Final = 5.0


def coverage_strip(
    journey: Map, stages: Mapping[Id, Coverage], width: float, look: Look, chips: Chips
) -> Chart:
    """Lay out a box for each stage, side by side in as many rows as they need.

    Args:
        stages: What each of them rests on (`model.coverage.coverage_by_stage`).
        chips: Keeps what is drawn.
    """
    most = max(1, int((width + _BETWEEN) / (_LEAST + _BETWEEN)))
    rows = -(-len(stages) // most)
    count = -(-len(stages) // rows) if rows else 1
    room = (width - (count - 1) * _BETWEEN) / count
    boxes = []
    for stage, coverage in stages.items():
        made_of = stage_name(journey, stage, look.words), coverage, room, look
        boxes.append((stage, chips.kept(("stage", stage), made_of, partial(_stage, *made_of))))
    blocks: list[Block] = []
    y = 0.0
    for first in range(0, len(boxes), count):
        row = boxes[first : first + count]
        height = max(box.height for _stage, box in row)
        for number, (stage, box) in enumerate(row):
            x = number * (room + _BETWEEN)
            framed = partial(_framed, box, height, look)
            drawing = chips.kept(("box", stage), (box, height, look), framed)
            blocks.append(Block(stage, "coverage", x, y, drawing))
        y += height + _BETWEEN
    heads = tuple(Place(block.rect, block.element) for block in blocks)
    return Chart(width, max(0.0, y - _BETWEEN), tuple(blocks), heads=heads)


def spoken_coverage(journey: Map, stages: Mapping[Id, Coverage], words: Words) -> Mapping[Id, str]:
    """Return what the strip shows of each stage in words, for a screen reader."""
    found = {}
    for stage, coverage in stages.items():
        said = [_sources(coverage, words), *_shares(coverage, words), *_lack(coverage, words)]
        found[stage] = f"{stage_name(journey, stage, words)}: {'; '.join(said)}"
    return found


def _stage(name: str, coverage: Coverage, width: float, look: Look) -> Drawing:
    theme, words, inner = look.theme, look.words, width - 2 * _PAD
    title = short_line(name, _NAME, inner)
    shapes: list[Shape] = [TextLine(_PAD, _PAD - 2 + ascent(_NAME), title, theme.ink)]
    y = _PAD + _NAME.line_height
    for symbol, text in (
        ("chart-line", _numbers(coverage, words)),
        ("quote", _stories(coverage, words)),
    ):
        shapes.append(Symbol(symbol, _PAD, y + 1, _SYMBOL, theme.quiet))
        line = short_line(text, _WORD, inner - _SYMBOL - 6)
        shapes.append(TextLine(_PAD + _SYMBOL + 6, y + ascent(_WORD), line, theme.ink))
        y += _ROW
    y += 3
    shapes += _bar(coverage, Rect(_PAD, y, inner, _BAR), look)
    y += _BAR + 3
    shares = "\u00a0· ".join(_shares(coverage, words))
    said = set_paragraph(shares, _WORD, inner, theme.quiet, x=_PAD, y=y)
    shapes += said.lines
    y += said.height
    for lack in _lack(coverage, words):
        y += 3
        left = _PAD + _SYMBOL + 6
        note = set_paragraph(lack, _WORD, inner - _SYMBOL - 6, theme.bad, x=left, y=y)
        shapes.append(Symbol("alert-triangle", _PAD, y + 1, _SYMBOL, theme.bad))
        shapes += note.lines
        y += note.height
    return Drawing(width, y + _PAD - 2, tuple(shapes))


def _framed(drawing: Drawing, height: float, look: Look) -> Drawing:
    """Return a stage's box as high as its row."""
    theme = look.theme
    edge = Stroke(theme.card_edge or theme.rule)
    box = Box(Rect(0.5, 0.5, drawing.width - 1, height - 1), theme.sheet, edge, radius=8)
    return Drawing(drawing.width, height, (box, *drawing.shapes))


def _bar(coverage: Coverage, rect: Rect, look: Look) -> Iterator[Shape]:
    """Yield the shares of the cards: validated filled, assumed hatched, not said left open."""
    theme = look.theme
    yield Box(rect, theme.sheet, Stroke(theme.quiet), radius=2)
    if not coverage.cards:
        return
    sure = rect.width * coverage.validated / coverage.cards
    guessed = rect.width * coverage.assumed / coverage.cards
    if sure:
        yield Box(Rect(rect.x, rect.y, sure, rect.height), theme.good, radius=2)
    if guessed:
        yield from _hatched(Rect(rect.x + sure, rect.y, guessed, rect.height), theme.quiet)


def _hatched(rect: Rect, colour: str) -> Iterator[Shape]:
    yield Box(rect, None, Stroke(colour))
    x = rect.x
    while x < rect.right:
        high = min(rect.height, rect.right - x)
        yield Line(x, rect.bottom, x + high, rect.bottom - high, Stroke(colour))
        x += _HATCH


def _numbers(coverage: Coverage, words: Words) -> str:
    return words.count("Numbers: {n} source", "Numbers: {n} sources", coverage.numbers)


def _stories(coverage: Coverage, words: Words) -> str:
    return words.count("Stories: {n} source", "Stories: {n} sources", coverage.stories)


def _sources(coverage: Coverage, words: Words) -> str:
    return f"{_numbers(coverage, words)}; {_stories(coverage, words)}"


def _shares(coverage: Coverage, words: Words) -> list[str]:
    """Return "4 of 9 validated", "2 assumed", "3 not said"; what is none is left out."""
    if not coverage.cards:
        return [words(mark("No cards"))]
    said = words(mark("{n} of {all} validated"))
    shares = [said.format(n=coverage.validated, all=coverage.cards)]
    if coverage.assumed:
        shares.append(words.count("{n} assumed", "{n} assumed", coverage.assumed))
    if coverage.unsaid:
        shares.append(words.count("{n} not said", "{n} not said", coverage.unsaid))
    return shares


def _lack(coverage: Coverage, words: Words) -> list[str]:
    if coverage.lacks_stories:
        return [words(mark("Numbers, but no stories: nothing says why."))]
    if coverage.lacks_numbers:
        return [words(mark("Stories, but no numbers: nothing says how often."))]
    return []
