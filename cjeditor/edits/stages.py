"""Add and move stages."""

from dataclasses import dataclass, field

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark
from cjeditor.edits.children import child_id
from cjeditor.edits.edit import EditError
from cjeditor.edits.follow import settle_columns
from cjeditor.edits.found import all_of, free
from cjeditor.edits.place import place
from cjeditor.edits.valid import made
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step


@dataclass(frozen=True, slots=True)
class AddStage:
    """Add a stage with its steps.

    Attributes:
        index: Its place among the stages; None means the last.
        steps: Titles of its steps, at least one.
        step_ids: One for each of *steps*; without them they follow from *stage_id*.
    """

    index: int | None = None
    title: str = ""
    steps: tuple[str, ...] = ("",)
    stage_id: Id = field(default_factory=new_id)
    step_ids: tuple[Id, ...] = ()

    label = mark("Add stage")

    def apply(self, journey: Map) -> Map:
        if not self.steps:
            raise EditError(mark("A stage needs at least one step."))
        stage = made(Stage, id=free(journey, self.stage_id), title=self.title)
        ids = self.step_ids or [child_id(stage.id, str(n)) for n in range(len(self.steps))]
        steps: list[Step] = []
        for step_id, title in zip(ids, self.steps, strict=True):
            step = made(Step, id=free(journey, step_id), stage=stage.id, title=title)
            steps += place(steps, None, [step])
        return journey.put(*place(journey.ordered_stages, self.index, [stage]), *steps)


@dataclass(frozen=True, slots=True)
class MoveStages:
    """Move stages with all that stands in them.

    Attributes:
        index: Their place among the stages that stay.
    """

    ids: tuple[Id, ...]
    index: int | None

    label = mark("Move stage")

    def apply(self, journey: Map) -> Map:
        all_of(journey.stages, self.ids)
        stay = [stage for stage in journey.ordered_stages if stage.id not in self.ids]
        moved = [stage for stage in journey.ordered_stages if stage.id in self.ids]
        return settle_columns(journey.put(*place(stay, self.index, moved)))
