"""What a journey diagram says, before it is a map."""

from dataclasses import dataclass, field
from typing import NamedTuple

from cjeditor.core.ids import Id, new_id
from cjeditor.core.order import keys_between
from cjeditor.kinds.emotion_lane import EmotionLane
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import Extra
from cjeditor.model.map import Map
from cjeditor.model.records import Persona, Scope, Stage, Step


class DraftStep(NamedTuple):
    """A step, how it feels (None: not said) and who takes part."""

    title: str = ""
    actors: tuple[str, ...] = ()
    value: float | None = None
    label: str = ""


@dataclass
class Draft:
    """A journey as it was read.

    Attributes:
        extras: Own fields, by name and value.
        accessible: Those of which there is only one: what screen readers are told.
        stages: Titles with their steps, from left to right.
        records: How many records the map will have, nearly.
    """

    title: str = ""
    extras: list[tuple[str, str]] = field(default_factory=list)
    accessible: dict[str, str] = field(default_factory=dict)
    stages: list[tuple[str, list[DraftStep]]] = field(default_factory=list)
    records: int = 0

    def add_extra(self, name: str, value: str) -> None:
        self.extras.append((name, value))
        self.records += 1

    def add_stage(self, title: str) -> None:
        self.stages.append((title, []))
        self.records += 1

    def add_step(self, step: DraftStep) -> None:
        """Add a step to the last stage; before any section that is one without a title."""
        if not self.stages:
            self.add_stage("")
        self.stages[-1][1].append(step)
        self.records += 1 + len(step.actors)


def build(draft: Draft) -> Map:
    """Return the map of *draft*, with a lane that shows the feelings."""
    people = _personas(draft)
    stages: dict[Id, Stage] = {}
    steps: dict[Id, Step] = {}
    emotions: dict[Id, Emotion] = {}
    orders = keys_between(None, None, len(draft.stages))
    for (title, drafts), order in zip(draft.stages, orders, strict=True):
        stage = Stage(id=new_id(), order=order, title=title)
        stages[stage.id] = stage
        inner = drafts or [DraftStep()]
        for each, place in zip(inner, keys_between(None, None, len(inner)), strict=True):
            step = _step(each, stage.id, place, people)
            steps[step.id] = step
            emotions |= {emotion.id: emotion for emotion in _emotions(each, step)}
    lane = EmotionLane(id=new_id())
    return Map.model_construct(  # of sound records; checking tables again takes a while
        scope=_scope(draft),
        personas={persona.id: persona for persona in people.values()},
        stages=stages,
        steps=steps,
        lanes={lane.id: lane},
        emotions=emotions,
    )


def _scope(draft: Draft) -> Scope:
    extras = tuple(
        Extra(name=name, value=value) for name, value in (*draft.extras, *draft.accessible.items())
    )
    return Scope(title=draft.title, extras=extras)


def _personas(draft: Draft) -> dict[str, Persona]:
    """Return a persona for each name, in the order in which they appear."""
    names = dict.fromkeys(
        actor for _, steps in draft.stages for step in steps for actor in step.actors
    )
    orders = keys_between(None, None, len(names))
    return {
        name: Persona(id=new_id(), order=order, name=name)
        for name, order in zip(names, orders, strict=True)
    }


def _step(draft: DraftStep, stage: Id, order: str, people: dict[str, Persona]) -> Step:
    personas = tuple(people[actor].id for actor in draft.actors)
    return Step(id=new_id(), stage=stage, order=order, title=draft.title, personas=personas)


def _emotions(draft: DraftStep, step: Step) -> list[Emotion]:
    """Return the feeling of each actor, or of the customers as a whole."""
    if draft.value is None:
        return []
    return [
        Emotion(id=new_id(), step=step.id, persona=persona, value=draft.value, label=draft.label)
        for persona in step.personas or (None,)
    ]
