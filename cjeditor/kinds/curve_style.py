"""Which curves an emotion lane has, and how each is drawn and called."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from cjeditor.core.colours import readable
from cjeditor.core.words import mark
from cjeditor.display.shapes import Stroke
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import STATES, State
from cjeditor.kinds.lane import Person
from cjeditor.kinds.look import Look


class CurveKey(NamedTuple):
    """Whose curve it is; persona None means the customers as a whole."""

    persona: str | None
    state: State


@dataclass(frozen=True, slots=True)
class CurveStyle:
    """How a curve is drawn and called.

    Attributes:
        is_main: Its points are faces; those of other curves are small rings.
    """

    key: CurveKey
    name: str
    stroke: Stroke
    is_main: bool


_DASHES: Final[tuple[tuple[float, ...], ...]] = (
    (),
    (11, 5),
    (3, 5),
    (12, 4, 3, 4),
    (6, 3),
    (14, 4, 3, 4, 3, 4),
)
_FUTURE_DASH: Final = (7.0, 5.0)


def curve_styles(
    emotions: Mapping[str, Sequence[Emotion]], people: Sequence[Person], look: Look
) -> dict[CurveKey, CurveStyle]:
    """Return the styles of the curves that *emotions* make: current ones first, then future."""
    found = {CurveKey(each.persona, each.state) for step in emotions.values() for each in step}
    owners: list[Person | None] = [None, *people]
    order = {None if owner is None else owner.id: place for place, owner in enumerate(owners)}
    keys = sorted(found, key=lambda key: (key.state, order[key.persona]))  # current < future
    main = keys[0].state if keys else "current"
    plain = sum(key.state == main for key in keys)
    planned = [key for key in keys if key.state == "future"]
    styles = {}
    for place, key in enumerate(keys):
        owner = owners[order[key.persona]]
        if key.state == "future":
            stroke = _future_stroke(owner, len(planned), look)
        else:
            stroke = Stroke(_ink(owner, look, plain), 3, _DASHES[place % len(_DASHES)])
        name = _name(owner, key.state, plain, len(planned), look)
        styles[key] = CurveStyle(key, name, stroke, key.state == main)
    return styles


def _ink(owner: Person | None, look: Look, curves: int) -> str:
    if owner is not None:
        return readable(owner.ink, look.theme.sheet, 3)
    return look.theme.inks[0] if curves == 1 else look.theme.ink


def _future_stroke(owner: Person | None, curves: int, look: Look) -> Stroke:
    if curves == 1:
        return Stroke(look.theme.good, 2, _FUTURE_DASH)
    return Stroke(_ink(owner, look, curves), 2, _FUTURE_DASH)


def _name(owner: Person | None, state: State, current: int, future: int, look: Look) -> str:
    words = look.words
    label = words(STATES[state])
    if state == "future" and future == 1:
        return label
    if owner is not None:
        return owner.name if state == "current" else f"{owner.name} · {label}"
    everyone = words(mark("All customers"))
    if state == "future":
        return f"{everyone} · {label}"
    return label if current == 1 else everyone
