"""The edits that reshape the map, from what is selected and where the keyboard is."""

from collections.abc import Sequence
from typing import Final

from cjeditor.canvas.walk import Focus
from cjeditor.core.ids import Id
from cjeditor.display.text import widest_word
from cjeditor.edits.records import SetField
from cjeditor.edits.stage_cuts import JoinStages, SplitStage
from cjeditor.edits.stages import AddStage
from cjeditor.edits.step_cuts import JoinSteps, SplitStep
from cjeditor.edits.steps import AddStep
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_drawing import MARGINS, TEXT_INDENT
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.look import CARD, STEP, USUAL_COLUMN
from cjeditor.kinds.stack import MARGIN
from cjeditor.layout.heads import STEP_PADDING
from cjeditor.layout.sheet import Sheet, lay_out
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step

NARROWEST: Final = 80.0
WIDEST: Final = 1200.0
LOWEST: Final = 24.0
HIGHEST: Final = 2000.0
"""Limits of columns and lanes in points, as their fields have them."""

_FITTED_AT_MOST: Final = 400.0
_LOOKED_AT: Final = 600
"""Characters of a card in which long words are looked for."""


def step_at(journey: Map, focus: Focus) -> Id | None:
    """Return the step that the keyboard is in; of a stage its first."""
    record = journey.find(focus.element) if focus.element else None
    match record:
        case Step():
            return record.id
        case Stage():
            return journey.steps_of[record.id][0].id
        case Emotion():
            return record.step
        case Card():
            covered = focus.cell is not None and focus.cell[0] == record.lane
            return focus.cell[1] if covered and focus.cell else record.first_step
    return focus.cell[1] if focus.cell else None


def lane_at(journey: Map, focus: Focus) -> Id | None:
    """Return the lane that the keyboard is in."""
    record = journey.find(focus.element) if focus.element else None
    match record:
        case Lane():
            return record.id
        case Card():
            return record.lane
    return focus.cell[0] if focus.cell else None


def inserted_stage(journey: Map, focus: Focus, *, after: bool) -> AddStage | None:
    """Return the edit that adds a stage before or after the keyboard's."""
    step = step_at(journey, focus)
    if step is None:
        return None
    stages = [stage.id for stage in journey.ordered_stages]
    return AddStage(stages.index(journey.steps[step].stage) + after)


def inserted_step(journey: Map, focus: Focus, *, after: bool) -> AddStep | None:
    """Return the edit that adds a step before or after the keyboard's."""
    step = journey.steps.get(step_at(journey, focus) or "")
    if step is None:
        return None
    siblings = journey.steps_of[step.stage]
    if focus.element == step.stage:
        return AddStep(step.stage, len(siblings) if after else 0)
    return AddStep(step.stage, siblings.index(step) + after)


def split_stage(journey: Map, focus: Focus) -> SplitStage | None:
    """Return the edit that lets the keyboard's step begin a stage of its own."""
    step = step_at(journey, focus)
    return None if step is None else SplitStage(step)


def split_step(journey: Map, ids: Sequence[Id], focus: Focus) -> SplitStep | None:
    """Return the edit that adds a step after the keyboard's, with the selected cards."""
    step = step_at(journey, focus)
    if step is None:
        return None
    cards = (journey.cards.get(each) for each in ids)
    return SplitStep(step, tuple(c.id for c in cards if c and c.first_step == step))


def joined_stages(journey: Map, ids: Sequence[Id], focus: Focus) -> JoinStages | None:
    """Return the edit that joins the selected stages, else the keyboard's with the next one."""
    chosen = tuple(each for each in ids if each in journey.stages)
    step = step_at(journey, focus)
    if len(chosen) < 2 and step is not None:
        stages = [stage.id for stage in journey.ordered_stages]
        at = stages.index(journey.steps[step].stage)
        chosen = tuple(stages[at : at + 2])
    return JoinStages(chosen) if len(chosen) > 1 else None


def joined_steps(journey: Map, ids: Sequence[Id], focus: Focus) -> JoinSteps | None:
    """Return the edit that joins the selected steps, else the keyboard's with the next one."""
    chosen = tuple(each for each in ids if each in journey.steps)
    step = step_at(journey, focus)
    if len(chosen) < 2 and step is not None and focus.element not in journey.stages:
        siblings = [each.id for each in journey.steps_of[journey.steps[step].stage]]
        at = siblings.index(step)
        chosen = tuple(siblings[at : at + 2])
    return JoinSteps(chosen) if len(chosen) > 1 else None


def places(journey: Map, ids: Sequence[Id], focus: Focus) -> tuple[Id, ...]:
    """Return the selected lanes and stages, else the lane that the keyboard is in."""
    known = {*journey.lanes, *journey.stages}
    chosen = tuple(each for each in ids if each in known)
    lane = lane_at(journey, focus)
    return chosen or ((lane,) if lane is not None else ())


def steps_chosen(journey: Map, ids: Sequence[Id], focus: Focus) -> tuple[Id, ...]:
    """Return the selected steps, those of selected stages too, else the keyboard's."""
    found = [each for each in ids if each in journey.steps]
    for each in ids:
        found += [step.id for step in journey.steps_of.get(each, ())]
    step = step_at(journey, focus)
    return tuple(dict.fromkeys(found)) or ((step,) if step is not None else ())


def column_width(ids: Sequence[Id], width: float) -> SetField:
    """Return the edit that makes columns so wide, as far as columns can be."""
    return SetField(tuple(ids), "width", min(max(round(width), NARROWEST), WIDEST))


def lane_height(ids: Sequence[Id], height: float) -> SetField:
    """Return the edit that makes lanes so high, as far as lanes can be."""
    return SetField(tuple(ids), "height", min(max(round(height), LOWEST), HIGHEST))


def least_height(sheet: Sheet, lane: Id) -> float:
    """Return how high a lane is drawn at least, for its content, in points."""
    lowest = lane_height((lane,), LOWEST).apply(sheet.journey)
    return lay_out(lowest, sheet.look, previous=sheet).lane_of[lane].band.height


def fitted_column(journey: Map, step: Id) -> SetField:
    """Return the edit that gives a column the usual width, or what its longest word needs."""
    words = [widest_word(journey.steps[step].title[:_LOOKED_AT], STEP) + 2 * STEP_PADDING]
    margins = MARGINS + TEXT_INDENT + 2 * MARGIN
    texts = (card.text[:_LOOKED_AT] for lane in journey.cells for card in journey.cell(lane, step))
    words += (widest_word(text, CARD) + margins for text in texts)
    needed = min(max(words), _FITTED_AT_MOST)
    return SetField((step,), "width", float(round(needed)) if needed > USUAL_COLUMN else None)
