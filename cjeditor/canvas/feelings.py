"""The edits of emotion curves behind keys and gestures, and whose curve is in hand."""

from collections.abc import Sequence
from typing import Final, Literal

from PySide6.QtCore import QObject

from cjeditor.canvas.walk import Cell, shown_steps
from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import Edit
from cjeditor.edits.emotions import MoveEmotion, SetEmotion
from cjeditor.edits.records import SetField
from cjeditor.edits.several import Several
from cjeditor.kinds.curve_style import CurveKey
from cjeditor.kinds.feeling import HIGHEST, LOWEST
from cjeditor.kinds.fields import STATES
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.model.feelings import curve_at
from cjeditor.model.map import Map
from cjeditor.session.session import Session

NUDGE: Final = 0.5
"""How far one key press moves a feeling."""

_EVEN: Final = 3
"""The level in the middle of five."""


class CurveInHand(QObject):
    """Remembers whose point or which persona was selected last: new points are theirs."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._chosen: CurveKey | None = None
        session.selection_changed.connect(self._follow_selection)

    @property
    def curve(self) -> CurveKey | None:
        """The curve; None as long as none has been selected."""
        return self._chosen

    def _follow_selection(self) -> None:
        journey = self._session.journey
        known = {*journey.emotions, *journey.personas}
        for element in filter(known.__contains__, self._session.selection):
            emotion = journey.emotions.get(element)
            if emotion is not None:
                self._chosen = CurveKey(emotion.persona, emotion.state)
            else:
                self._chosen = CurveKey(element, "current")


def curve_for(journey: Map, lane: Id, in_hand: CurveKey | None) -> CurveKey:
    """Return the curve of a new point in *lane*: the one in hand if the lane shows it.

    Otherwise it is the same persona's other one, that of the first persona that has one, or
    that of the first at all.
    """
    record = journey.lanes[lane]
    shows = kind_of_lane(record).shows_curve
    people: list[Id | None] = [persona.id for persona in journey.ordered_personas]
    keys = [CurveKey(p, s) for s in STATES for p in (*people, None) if shows(record, p, s)]
    if in_hand in keys:
        return in_hand
    owner = [key for key in keys if in_hand is not None and key.persona == in_hand.persona]
    drawn = {(each.persona, each.state) for each in journey.emotions.values()}
    wanted = (*owner, *(key for key in keys if key in drawn), *keys, CurveKey(None, "current"))
    return wanted[0]


def emotions_at_level(
    journey: Map,
    selection: Sequence[Id],
    cell: Cell | None,
    level: int,
    in_hand: CurveKey | None = None,
) -> Edit | None:
    """Return the edit that sets the selected points, or the point of the cell, to a level.

    Args:
        cell: Where the cursor is, if nothing is selected; a point that is not there yet is
            added. None is returned for a cell of another lane and a selection without points.
        level: From 1, very negative, to 5, very positive.
        in_hand: Whose curve the cell's point belongs to, see `CurveInHand`.
    """
    value = float(min(max(level - _EVEN, LOWEST), HIGHEST))
    points = tuple(each for each in selection if each in journey.emotions)
    if points or selection:
        return _set_values(dict.fromkeys(points, value)) if points else None
    if cell is None or not kind_of_lane(journey.lanes[cell[0]]).shows_emotions:
        return None
    lane, step = cell
    key = curve_for(journey, lane, in_hand)
    there = curve_at(journey, step, *key)
    if there:
        return _set_values({there[0].id: value})
    return SetEmotion(step, value, key.persona, key.state)


def shown_points(journey: Map) -> list[Id]:
    """Return the points that any lane shows."""
    lanes = [(lane, kind_of_lane(lane).shows_curve) for lane in journey.lanes.values()]
    return [
        each.id
        for each in journey.emotions.values()
        if any(shows(lane, each.persona, each.state) for lane, shows in lanes)
    ]


def set_feeling(emotion: Id, value: float) -> Edit:
    """Return the edit that gives a point of a curve another height."""
    return _set_values({emotion: value})


def moved_points(
    journey: Map, ids: Sequence[Id], way: Literal["left", "right", "up", "down"]
) -> Edit | None:
    """Return the edit that moves the first point a place left or right, or all up or down."""
    points = [journey.emotions[each] for each in ids if each in journey.emotions]
    if way in ("left", "right"):
        return _moved_along(journey, points[0].id, 1 if way == "right" else -1)
    by = NUDGE if way == "up" else -NUDGE
    return _set_values({p.id: min(max(p.value + by, LOWEST), HIGHEST) for p in points})


def dragged_to(journey: Map, emotion: Id, step: Id, index: int, value: float) -> Edit:
    """Return the edit that puts a point at a height, before the curve's point at *index*."""
    point = journey.emotions[emotion]
    there = [each.id for each in curve_at(journey, step, point.persona, point.state)]
    if step == point.step and there.index(emotion) == index:
        return set_feeling(emotion, value)
    return MoveEmotion(emotion, step, index, value)


def _set_values(values: dict[Id, float]) -> Edit:
    edits = tuple(SetField((each,), "value", value) for each, value in values.items())
    return Several(edits, mark("Set feeling"))


def _moved_along(journey: Map, emotion: Id, by: int) -> Edit | None:
    """Return the edit that moves a point past its neighbour in the step, or to the next step."""
    point = journey.emotions[emotion]
    there = [each.id for each in curve_at(journey, point.step, point.persona, point.state)]
    index = there.index(emotion) + by
    if 0 <= index < len(there):
        return MoveEmotion(emotion, point.step, index)
    steps = [step.id for step in shown_steps(journey)]
    column = steps.index(point.step) + by if point.step in steps else -1
    if not 0 <= column < len(steps):
        return None
    return MoveEmotion(emotion, steps[column], 0 if by > 0 else None)
