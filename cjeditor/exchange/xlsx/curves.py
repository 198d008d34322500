"""The emotion curves of a map, as the workbook shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from cjeditor.core.ids import Id
from cjeditor.core.words import Words
from cjeditor.display.shapes import Stroke
from cjeditor.display.theme import LIGHT
from cjeditor.exchange.xlsx.names import LONGEST, Names, unique
from cjeditor.exchange.xlsx.text import one_line, quoted
from cjeditor.kinds.curve_style import CurveKey, curve_styles
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import State
from cjeditor.kinds.look import Look
from cjeditor.layout.people import people_of
from cjeditor.model.feelings import feeling_order
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class Curve:
    """One persona's feelings in one state, current or future.

    Attributes:
        persona: None means the customers as a whole.
        name: Unique among the map's curves.
        points: By step; a step that is felt at several cards has several.
    """

    persona: Id | None
    state: State
    name: str
    stroke: Stroke
    points: Mapping[Id, tuple[Emotion, ...]]

    def value(self, step: Id) -> float | None:
        """Return the feeling at a step, the mean of its points; None where there is a gap."""
        found = self.points.get(step)
        return sum(each.value for each in found) / len(found) if found else None

    def words(self, step: Id) -> str:
        """Return the labels and quotes at a step, one on a line."""
        found = self.points.get(step, ())
        texts = (text for each in found for text in (each.label, quoted(each.quote)) if text)
        return "\n".join(texts)


def curves_of(journey: Map, names: Names, words: Words) -> list[Curve]:
    """Return the curves that have a point, called and inked as on the poster."""
    points: dict[CurveKey, dict[Id, list[Emotion]]] = {}
    for emotion in sorted(journey.emotions.values(), key=feeling_order(journey)):
        curve = points.setdefault(CurveKey(emotion.persona, emotion.state), {})
        curve.setdefault(emotion.step, []).append(emotion)
    people = people_of(journey, LIGHT)
    named = [person._replace(name=names.personas[person.id]) for person in people]
    styles = curve_styles(journey.emotions_at, named, Look(LIGHT, words))
    titles = unique(one_line(style.name, LONGEST) for style in styles.values())
    return [
        Curve(key.persona, key.state, title, style.stroke, _frozen(points[key]))
        for (key, style), title in zip(styles.items(), titles, strict=True)
    ]


def _frozen(points: Mapping[Id, list[Emotion]]) -> dict[Id, tuple[Emotion, ...]]:
    return {step: tuple(found) for step, found in points.items()}
