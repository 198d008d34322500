"""The heads of the columns: a chevron for each stage, a title for each step."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from cjeditor.core.colours import readable
from cjeditor.core.words import mark
from cjeditor.display.shapes import (
    Block,
    Close,
    Curve,
    Drawing,
    LineTo,
    MoveTo,
    Segment,
    Shape,
    TextLine,
)
from cjeditor.display.text import Font
from cjeditor.kinds.lane import Column, Person
from cjeditor.kinds.look import Look
from cjeditor.kinds.marks import MARK, initials, initials_width, star
from cjeditor.kinds.paragraph import Paragraph, set_paragraph
from cjeditor.layout.head_sizes import FACTS, STAGES, STEPS
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step

_POINT: Final = 11.0
"""How far a chevron's point stands out."""

_BETWEEN: Final = 4.0
"""Between two chevrons."""

_STAGE_LEFT: Final = _POINT + 7
STAGE_MARGINS: Final = _STAGE_LEFT + _BETWEEN + 4
"""Of a stage's width, what its title cannot use."""

_STAGE_LINES: Final = 6
_FACT_LINES: Final = 6
_LEAST: Final = 38.0
"""Height of a row of chevrons whose titles take one line."""

_WHITE: Final = "#ffffff"
_STEP_LINES: Final = 4
STEP_PADDING: Final = 8.0
_STAR: Final = 11.0


@dataclass(frozen=True, slots=True)
class _Head:
    """A stage's texts, set for its width."""

    stage: Stage
    x: float
    width: float
    title: Paragraph
    facts: Paragraph


def lay_out_stages(
    journey: Map, columns: Mapping[str, Column], look: Look, y: float
) -> tuple[tuple[Block, ...], float]:
    """Return a chevron for each stage, all of one height, with their tops at *y*; and it."""
    heads = _heads(journey, columns, look)
    texts = [head.title.height + head.facts.height for head in heads]
    height = max((text + 18 for text in texts), default=_LEAST)
    height = max(height, _LEAST)
    blocks = []
    for place, head in enumerate(heads):
        colour = head.stage.colour or look.theme.stages[place % len(look.theme.stages)]
        drawing = _chevron(head, height, readable(colour, _WHITE), first=place == 0)
        blocks.append(Block(head.stage.id, "stage", head.x, y, drawing))
    return tuple(blocks), height


def _heads(journey: Map, columns: Mapping[str, Column], look: Look) -> list[_Head]:
    stages = journey.ordered_stages
    places = [_place(journey, stage, columns) for stage in stages]
    rooms = [width - STAGE_MARGINS for _, width in places]
    facts = [_facts(stage, look) for stage in stages]
    fonts = STAGES.fonts([stage.title for stage in stages], rooms)
    small = FACTS.fonts(facts, rooms)
    return [
        _Head(
            stage, *places[n],
            set_paragraph(stage.title, fonts[n], rooms[n], _WHITE, max_lines=_STAGE_LINES),
            set_paragraph(facts[n], small[n], rooms[n], _WHITE, max_lines=_FACT_LINES),
        )
        for n, stage in enumerate(stages)
    ]  # fmt: skip


def _place(journey: Map, stage: Stage, columns: Mapping[str, Column]) -> tuple[float, float]:
    """Return where a stage begins, and its width."""
    own = [columns[step.id] for step in journey.steps_of[stage.id]]
    return own[0].x, own[-1].x + own[-1].width - own[0].x


def _facts(stage: Stage, look: Look) -> str:
    """Return what stands below a stage's title: how long it takes, what the customer wants."""
    wish = f"{look.words(mark('Goal'))}: {stage.goal.strip()}" if stage.goal.strip() else ""
    return "\n".join(part for part in (stage.duration.strip(), wish) if part)


def _chevron(head: _Head, height: float, colour: str, *, first: bool) -> Drawing:
    right = head.width - _BETWEEN
    notch: tuple[Segment, ...] = () if first else (LineTo(_POINT, height / 2),)
    path = (
        MoveTo(0, 0),
        LineTo(right, 0),
        LineTo(right + _POINT, height / 2),
        LineTo(right, height),
        LineTo(0, height),
        *notch,
        Close(),
    )
    left = _STAGE_LEFT
    top = (height - head.title.height - head.facts.height) / 2
    texts = (*_moved(head.title, left, top), *_moved(head.facts, left, top + head.title.height))
    return Drawing(head.width, height, (Curve(path, fill=colour), *texts))


def _moved(paragraph: Paragraph, dx: float, dy: float) -> tuple[TextLine, ...]:
    return tuple(
        TextLine(each.x + dx, each.baseline + dy, each.line, each.colour)
        for each in paragraph.lines
    )


def lay_out_steps(
    steps: Sequence[Step],
    columns: Mapping[str, Column],
    people: Sequence[Person],
    look: Look,
    y: float,
) -> tuple[tuple[Block, ...], float]:
    """Return a title for each step with its top at *y*, and the row's height.

    The height is 0 if no step has a title or anything else to show.
    """
    titles = [step.title for step in steps]
    widths = [columns[step.id].width for step in steps]
    fonts = STEPS.fonts(titles, [width - 2 * STEP_PADDING for width in widths])
    drawn = [
        (step, _step(step, width, font, people, look))
        for step, width, font in zip(steps, widths, fonts, strict=True)
    ]
    deepest = max((depth for _, (_, depth) in drawn), default=0.0)
    height = deepest + 14 if deepest else 0.0
    blocks = (
        Block(step.id, "step", columns[step.id].x, y, Drawing(columns[step.id].width, height, row))
        for step, (row, _) in drawn
    )
    return tuple(blocks), height


def _step(
    step: Step, width: float, font: Font, people: Sequence[Person], look: Look
) -> tuple[tuple[Shape, ...], float]:
    """Return a step's shapes in the width of its column, and how deep they are."""
    inner = width - 2 * STEP_PADDING
    title = set_paragraph(
        step.title, font, inner, look.theme.ink, x=STEP_PADDING, y=7,
        max_lines=_STEP_LINES, align="centre",
    )  # fmt: skip
    shapes: list[Shape] = [*title.lines, *_marks(step, width, people, look, 7 + title.height + 2)]
    extra = MARK + 2 if len(shapes) > len(title.lines) else 0
    return tuple(shapes), title.height + extra


def _marks(
    step: Step, width: float, people: Sequence[Person], look: Look, y: float
) -> Iterator[Shape]:
    """Yield the star of a moment of truth and who takes part, centred below the title."""
    by_id = {person.id: person for person in people}
    own = [by_id[persona] for persona in step.personas]
    own = own if 0 < len(own) < len(people) else []
    shown = own[: max(1, int((width - 24) // (MARK + 2)))]
    room = _STAR + 4 if step.moment_of_truth else 0
    x = (width - room - initials_width(len(shown))) / 2
    if step.moment_of_truth:
        yield star(x + (0 if shown else 2), y + 0.5, _STAR, look.theme.ink)
    yield from initials(x + room, y, shown)
