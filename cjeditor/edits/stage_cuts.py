"""Make two stages of one, and one of several."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.follow import settle_columns
from cjeditor.edits.found import all_of, free, one
from cjeditor.edits.joining import joined_text, with_others_moved
from cjeditor.edits.place import place
from cjeditor.edits.valid import changed, made
from cjeditor.model.map import Map
from cjeditor.model.records import Stage


@dataclass(frozen=True, slots=True)
class SplitStage:
    """Let a step and those after it become a stage of their own, right after the old one."""

    step: Id
    title: str = ""
    stage_id: Id = field(default_factory=new_id)

    label = mark("Split stage")

    def apply(self, journey: Map) -> Map:
        step = one(journey.steps, self.step)
        siblings = journey.steps_of[step.stage]
        at = siblings.index(step)
        if at == 0:
            raise EditError(mark("A stage is split at a step that is not its first."))
        before = journey.stages[step.stage]
        stage = made(Stage, id=free(journey, self.stage_id), title=self.title)
        stage = stage.replace(shown=before.shown)
        stages = journey.ordered_stages
        moved = [each.replace(stage=stage.id) for each in siblings[at:]]
        return journey.put(*place(stages, stages.index(before) + 1, [stage]), *moved)


@dataclass(frozen=True, slots=True)
class JoinStages:
    """Make one stage of several: the first takes the steps and the texts of the others."""

    ids: tuple[Id, ...]

    label = mark("Join stages")

    def apply(self, journey: Map) -> Map:
        all_of(journey.stages, self.ids)
        kept, *others = [stage for stage in journey.ordered_stages if stage.id in self.ids]
        if not others:
            raise EditError(mark("There is no other stage to join with."))
        gone = [stage.id for stage in others]
        steps = [step.replace(stage=kept.id) for each in gone for step in journey.steps_of[each]]
        moved = journey.put(_together(kept, others), *place(journey.steps_of[kept.id], None, steps))
        return settle_columns(with_others_moved(moved, gone, kept.id).drop(gone))


def _together(kept: Stage, others: Sequence[Stage]) -> Stage:
    """Return *kept* with what the others say."""
    every = [kept, *others]
    for name, between in (("title", " / "), ("goal", "\n"), ("duration", " + "), ("funnel", " / ")):
        text = joined_text((getattr(each, name) for each in every), between)
        kept = changed(kept, name, text)
    colour = next((each.colour for each in every if each.colour is not None), None)
    alike = all(each.shown == kept.shown for each in others)
    return kept.replace(colour=colour, shown=kept.shown if alike else "open")
