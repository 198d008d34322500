"""How each curve of an emotion lane is drawn and called."""

from collections.abc import Callable, Mapping, Sequence
from typing import Final, NamedTuple

from cjeditor.core.words import mark
from cjeditor.display.shapes import Stroke
from cjeditor.kinds.emotion_ground import seen
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import STATES, State
from cjeditor.kinds.lane import Person
from cjeditor.kinds.look import Look
from cjeditor.kinds.marker import FORMS, Form, enlarging


class CurveKey(NamedTuple):
    """Whose curve it is; persona None means the customers as a whole."""

    persona: str | None
    state: State


class CurveStyle(NamedTuple):
    """How a curve is drawn and called.

    Attributes:
        is_main: Its points are faces or badges; those of other curves are small dots.
        form: Of its points.
        initials: On its badges; empty means that its points have faces.
        enlarged: How many times larger its badges are than usually.
    """

    key: CurveKey
    name: str
    stroke: Stroke
    is_main: bool
    form: Form = "circle"
    initials: str = ""
    enlarged: float = 1


CurveStyles = Mapping[CurveKey, CurveStyle]

_DASHES: Final[tuple[tuple[float, ...], ...]] = (
    (),
    (11, 5),
    (3, 5),
    (12, 4, 3, 4),
    (6, 3),
    (14, 4, 3, 4, 3, 4),
)
_FUTURE_DASH: Final = (7.0, 5.0)
_BADGES_FROM: Final = 3
"""With so many personas points have badges with initials; faces would all look alike."""


def _everyone(_key: CurveKey) -> bool:
    return True


def curve_styles(
    emotions: Mapping[str, Sequence[Emotion]],
    people: Sequence[Person],
    look: Look,
    shown: Callable[[CurveKey], bool] = _everyone,
) -> dict[CurveKey, CurveStyle]:
    """Return the styles of the curves that *emotions* make: current ones first, then future.

    A curve has the same ink, dashes and form whichever other curves are shown.

    Args:
        shown: Which curves are wanted.
    """
    found = {CurveKey(each.persona, each.state) for step in emotions.values() for each in step}
    inks = _Inks(found, people, look)
    keys = [key for key in inks.in_order(found) if shown(key)]
    main = keys[0].state if keys else "current"
    several = len({key.persona for key in keys})
    return {key: inks.style(key, several, is_main=key.state == main) for key in keys}


def thinner(styles: CurveStyles) -> dict[CurveKey, CurveStyle]:
    """Return the styles for curves that stand back behind their average."""
    return {
        key: style._replace(stroke=style.stroke._replace(width=style.stroke.width * 0.6))
        for key, style in styles.items()
    }


class _Inks:
    """Gives each curve of a map its style."""

    def __init__(self, found: set[CurveKey], people: Sequence[Person], look: Look) -> None:
        feeling = {key.persona for key in found}
        owners: list[Person | None] = [None] if None in feeling else []
        owners += (person for person in people if person.id in feeling)
        self._owners = owners
        self._place = {None if o is None else o.id: place for place, o in enumerate(owners)}
        self._current = sum(key.state == "current" for key in found) or len(found)
        self._future = sum(key.state == "future" for key in found)
        self._look = look

    def in_order(self, keys: set[CurveKey]) -> list[CurveKey]:
        # "current" sorts before "future"
        return sorted(keys, key=lambda key: (key.state, self._place[key.persona]))

    def style(self, key: CurveKey, personas: int, *, is_main: bool) -> CurveStyle:
        place = self._place[key.persona]
        owner = self._owners[place]
        badges = is_main and personas >= _BADGES_FROM and owner is not None
        return CurveStyle(
            key=key,
            name=self._name(owner, key.state),
            stroke=self._stroke(owner, place, key.state, personas),
            is_main=is_main,
            form=FORMS[place % len(FORMS)],
            initials=owner.initials if badges and owner is not None else "",
            enlarged=enlarging(self._look),
        )

    def _stroke(self, owner: Person | None, place: int, state: State, personas: int) -> Stroke:
        crowded = personas >= _BADGES_FROM
        if state == "future":
            ink = self._look.theme.good if self._future == 1 else self._ink(owner)
            return Stroke(ink, 1.6 if crowded else 2, _FUTURE_DASH)
        return Stroke(self._ink(owner), 2.4 if crowded else 3, _DASHES[place % len(_DASHES)])

    def _ink(self, owner: Person | None) -> str:
        theme = self._look.theme
        if owner is not None:
            return seen(owner.ink, theme)
        return theme.inks[0] if self._current == 1 else theme.ink

    def _name(self, owner: Person | None, state: State) -> str:
        words = self._look.words
        label = words(STATES[state])
        if state == "future" and self._future == 1:
            return label
        if owner is not None:
            return owner.name if state == "current" else f"{owner.name} · {label}"
        everyone = words(mark("All customers"))
        if state == "future":
            return f"{everyone} · {label}"
        return label if self._current == 1 else everyone
