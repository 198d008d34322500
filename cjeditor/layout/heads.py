"""The heads of the columns: a chevron for each stage, a title for each step."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

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
from cjeditor.display.text import Font, ascent
from cjeditor.kinds.fields import Lock
from cjeditor.kinds.lane import Column, Person
from cjeditor.kinds.look import Look
from cjeditor.kinds.marks import MARK, initials, initials_width, lettered, star
from cjeditor.kinds.paragraph import Paragraph, set_paragraph
from cjeditor.kinds.stack import ghost_ink
from cjeditor.layout.grid import NARROW_FONT, NARROW_LINES, NARROW_MARGINS, is_collapsed
from cjeditor.layout.head_sizes import FACTS, STAGES, STEPS
from cjeditor.layout.switches import LOCK, lock_sign
from cjeditor.model.map import Map
from cjeditor.model.naming import stage_name, step_title
from cjeditor.model.records import Stage, Step

_POINT: Final = 11.0
"""How far a chevron's point stands out."""

_BETWEEN: Final = 4.0
"""Between two chevrons."""

_STAGE_LEFT: Final = _POINT + 7
STAGE_MARGINS: Final = _STAGE_LEFT + _BETWEEN + 4
"""Of a stage's width, what its title cannot use."""

_NARROW_LEFT: Final = _POINT + 3
_SLID_ROOM: Final = 10.0
"""Left of texts that have been moved to stay in view."""

_STAGE_LINES: Final = 6
_FACT_LINES: Final = 6
_LEAST: Final = 38.0
"""Height of a row of chevrons whose titles take one line."""

_WHITE: Final = "#ffffff"
_STEP_LINES: Final = 4
STEP_PADDING: Final = 8.0
_STAR: Final = 11.0


class _Head(NamedTuple):
    """A stage's texts, set for its width.

    Attributes:
        left: Where the texts begin in the chevron.
        rise: From the top of the title to its first baseline.
        depth: Height of the title; of a line where there is none.
    """

    stage: Stage
    x: float
    width: float
    left: float
    title: Paragraph
    facts: Paragraph
    rise: float
    depth: float


def lay_out_stages(
    journey: Map, columns: Mapping[str, Column], look: Look, y: float
) -> tuple[tuple[Block, ...], float]:
    """Return a chevron for each stage, all of one height, with their tops at *y*; and it.

    The titles begin at one baseline if facts stand below any of them; else they are centred.
    """
    stages = [stage for stage in journey.ordered_stages if stage.shown != "hidden"]
    heads = _heads(journey, stages, columns, look)
    deepest = max((head.depth + head.facts.height for head in heads), default=0.0)
    height = max(deepest + 18, _LEAST)
    aligned = any(head.facts.lines for head in heads)
    baseline = (height - deepest) / 2 + max((head.rise for head in heads), default=0.0)
    number = {stage.id: place for place, stage in enumerate(journey.ordered_stages)}
    blocks = []
    for place, head in enumerate(heads):
        hue = look.theme.stages[number[head.stage.id] % len(look.theme.stages)]
        centred = not aligned or is_collapsed(head.stage, look)
        top = (height - head.title.height) / 2 if centred else baseline - head.rise
        colour = readable(head.stage.colour or hue, _WHITE)
        drawing = _chevron(head, height, top, colour, first=place == 0)
        if look.on_screen:
            drawing = _with_lock(drawing, head.stage.lock)
        blocks.append(Block(head.stage.id, "stage", head.x, y, drawing))
    return tuple(blocks), height


def _heads(
    journey: Map, stages: Sequence[Stage], columns: Mapping[str, Column], look: Look
) -> list[_Head]:
    places = [_place(journey, stage, columns) for stage in stages]
    wide = [n for n, stage in enumerate(stages) if not is_collapsed(stage, look)]
    rooms = [width - STAGE_MARGINS for _, width in places]
    facts = [_facts(stage, look) for stage in stages]
    wide_rooms = [rooms[n] for n in wide]
    fonts = dict(zip(wide, STAGES.fonts([stages[n].title for n in wide], wide_rooms), strict=True))
    said = [facts[n] for n in wide]
    sizes = FACTS.from_size(look.least_type).fonts(said, wide_rooms)
    small = dict(zip(wide, sizes, strict=True))
    return [
        _head(stage, places[n], facts[n], fonts[n], small[n], _ghost_of_stage(journey, stage, look))
        if n in fonts
        else _narrow_head(stage, places[n], _ghost_of_stage(journey, stage, look))
        for n, stage in enumerate(stages)
    ]


def _ghost_of_stage(journey: Map, stage: Stage, look: Look) -> str:
    """Return what stands in the head of a stage without a title: on paper nothing."""
    untitled = look.prompts and not stage.title.strip()
    return stage_name(journey, stage.id, look.words) if untitled else ""


def _ghost_of_step(journey: Map, step: Step, look: Look) -> str:
    """Return what stands in the head of a step without a title: on paper nothing."""
    untitled = look.prompts and not step.title.strip()
    return step_title(journey, step.id, look.words) if untitled else ""


def _quiet(font: Font) -> Font:
    """Return the font of ghost text in a head that is otherwise set in *font*."""
    return font._replace(bold=False, italic=True)


def _head(
    stage: Stage,
    place: tuple[float, float],
    facts: str,
    font: Font,
    small: Font,
    ghost: str,
) -> _Head:
    room = place[1] - STAGE_MARGINS
    own = _quiet(font) if ghost else font
    title = set_paragraph(ghost or stage.title, own, room, _WHITE, max_lines=_STAGE_LINES)
    below = set_paragraph(facts, small, room, _WHITE, max_lines=_FACT_LINES)
    depth = max(title.height, font.line_height)
    return _Head(stage, *place, _STAGE_LEFT, title, below, ascent(font), depth)


def _narrow_head(stage: Stage, place: tuple[float, float], ghost: str) -> _Head:
    """Return the head of a collapsed stage: its title small, and whole words alone."""
    room = place[1] - NARROW_MARGINS
    font = _quiet(NARROW_FONT) if ghost else NARROW_FONT
    title = set_paragraph(
        ghost or stage.title, font, room, _WHITE, max_lines=NARROW_LINES, whole=True
    )
    return _Head(stage, *place, _NARROW_LEFT, title, Paragraph((), 0, 0), 0, title.height)


def _place(journey: Map, stage: Stage, columns: Mapping[str, Column]) -> tuple[float, float]:
    """Return where a stage begins, and its width."""
    own = [columns[step.id] for step in journey.steps_of[stage.id]]
    return own[0].x, own[-1].x + own[-1].width - own[0].x


def _facts(stage: Stage, look: Look) -> str:
    """Return what stands below a stage's title: how long it takes, what the customer wants."""
    wish = f"{look.words(mark('Goal'))}: {stage.goal.strip()}" if stage.goal.strip() else ""
    return "\n".join(part for part in (stage.duration.strip(), wish) if part)


def _chevron(head: _Head, height: float, top: float, colour: str, *, first: bool) -> Drawing:
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
    texts = (
        *_moved(head.title.lines, head.left, top),
        *_moved(head.facts.lines, head.left, top + head.depth),
    )
    return Drawing(head.width, height, (Curve(path, fill=colour), *texts))


def _with_lock(chevron: Drawing, lock: Lock) -> Drawing:
    x = chevron.width - _BETWEEN - LOCK - (10 if lock == "add only" else 2)
    sign = lock_sign(lock, x, 3, _WHITE)
    return replace(chevron, shapes=(*chevron.shapes, *sign)) if sign else chevron


def _moved(lines: Iterable[TextLine], dx: float, dy: float) -> tuple[TextLine, ...]:
    return tuple(
        TextLine(each.x + dx, each.baseline + dy, each.line, each.colour) for each in lines
    )


def slid(stage: Block, left: float) -> Block:
    """Return a stage's block with its texts moved right, so that they begin at *left* or later.

    They stay in the chevron: where it ends soon they are not moved so far, or not at all.
    """
    body, *others = stage.drawing.shapes
    texts = [shape for shape in others if isinstance(shape, TextLine)]
    if not texts:
        return stage
    wanted = left + _SLID_ROOM - stage.x - min(text.x for text in texts)
    right = stage.drawing.width - STAGE_MARGINS + _STAGE_LEFT
    spare = right - max(text.x + text.line.width for text in texts)
    way = min(wanted, spare)
    if way <= 0:
        return stage
    signs = [shape for shape in others if not isinstance(shape, TextLine)]
    shapes = (body, *_moved(texts, way, 0), *signs)
    return stage._replace(drawing=replace(stage.drawing, shapes=shapes))


def lay_out_steps(
    journey: Map,
    steps: Sequence[Step],
    columns: Mapping[str, Column],
    people: tuple[Person, ...],
    look: Look,
    y: float,
) -> tuple[tuple[Block, ...], float]:
    """Return a title for each step with its top at *y*, and the row's height.

    The height is 0 if no step has a title or anything else to show; ghost text alone does not
    count.
    """
    if not any(step.title.strip() or step.moment_of_truth or step.personas for step in steps):
        look = replace(look, prompts=False)
    titles = [step.title for step in steps]
    widths = [columns[step.id].width for step in steps]
    fonts = STEPS.fonts(titles, [width - 2 * STEP_PADDING for width in widths])
    drawn = [
        (step, _step(step, width, font, people, look, _ghost_of_step(journey, step, look)))
        for step, width, font in zip(steps, widths, fonts, strict=True)
    ]
    deepest = max((depth for _, (_, depth) in drawn), default=0.0)
    height = deepest + 14 if deepest else 0.0
    blocks = (
        Block(step.id, "step", columns[step.id].x, y, Drawing(columns[step.id].width, height, row))
        for step, (row, _) in drawn
    )
    return tuple(blocks), height


@lru_cache(maxsize=2048)
def _step(
    step: Step, width: float, font: Font, people: tuple[Person, ...], look: Look, ghost: str
) -> tuple[tuple[Shape, ...], float]:
    """Return a step's shapes in the width of its column, and how deep they are.

    Steps that an edit does not touch come back as they were.
    """
    inner = width - 2 * STEP_PADDING
    own = _quiet(font) if ghost else font
    ink = ghost_ink(look) if ghost else look.theme.ink
    title = set_paragraph(
        ghost or step.title, own, inner, ink, x=STEP_PADDING, y=7,
        max_lines=_STEP_LINES, align="centre",
    )  # fmt: skip
    marks, deep = _marks(step, width, people, look, 7 + title.height + 2)
    return (*title.lines, *marks), title.height + (deep + 2 if marks else 0)


def _marks(
    step: Step, width: float, people: Sequence[Person], look: Look, y: float
) -> tuple[list[Shape], float]:
    """Return the star of a moment of truth and who takes part, centred below the title at *y*,
    and how deep they are.
    """
    by_id = {person.id: person for person in people}
    own = [by_id[persona] for persona in step.personas]
    own = own if 0 < len(own) < len(people) else []
    most = width - 2 * STEP_PADDING - _STAR
    fitting = (n for n in range(len(own), 1, -1) if initials_width(own[:n], look) <= most)
    shown = own[: next(fitting, 1)]
    deep = lettered(look) if shown else MARK
    room = _STAR + 4 if step.moment_of_truth else 0
    x = (width - room - initials_width(shown, look)) / 2
    shapes: list[Shape] = []
    if step.moment_of_truth:
        top = y + (deep - _STAR) / 2
        shapes.append(star(x + (0 if shown else 2), top, _STAR, look.theme.ink))
    return [*shapes, *initials(x + room, y, shown, look)], deep
