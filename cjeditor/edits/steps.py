"""Add and move steps."""

from dataclasses import dataclass, field
from typing import Final

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.follow import settle_columns
from cjeditor.edits.found import all_of, free, one
from cjeditor.edits.place import place
from cjeditor.edits.valid import made
from cjeditor.model.map import Map
from cjeditor.model.records import Step

LAST_STEP: Final = mark("A stage keeps at least one step. Delete the stage instead.")


@dataclass(frozen=True, slots=True)
class AddStep:
    """Add a step to a stage.

    Attributes:
        index: Its place among the stage's steps; None means the last.
    """

    stage: Id
    index: int | None = None
    title: str = ""
    step_id: Id = field(default_factory=new_id)

    label = mark("Add step")

    def apply(self, journey: Map) -> Map:
        stage = one(journey.stages, self.stage)
        step = made(Step, id=free(journey, self.step_id), stage=stage.id, title=self.title)
        return journey.put(*place(journey.steps_of[stage.id], self.index, [step]))


@dataclass(frozen=True, slots=True)
class MoveSteps:
    """Move steps with all that stands in them, within a stage or to another.

    Attributes:
        index: Their place among the stage's steps that stay.
    """

    ids: tuple[Id, ...]
    stage: Id
    index: int | None

    label = mark("Move step")

    def apply(self, journey: Map) -> Map:
        stage = one(journey.stages, self.stage)
        steps = sorted(all_of(journey.steps, self.ids), key=lambda s: journey.column_of[s.id])
        for source in {step.stage for step in steps} - {stage.id}:
            if all(step.id in self.ids for step in journey.steps_of[source]):
                raise EditError(mark("A stage keeps at least one step. Move the stage instead."))
        stay = [step for step in journey.steps_of[stage.id] if step.id not in self.ids]
        moved = [step.replace(stage=stage.id) for step in steps]
        return settle_columns(journey.put(*place(stay, self.index, moved)))
