"""Map → Mermaid journey."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from cjeditor.core.progress import Progress
from cjeditor.exchange.format import Options, Writing
from cjeditor.exchange.left_out import What, tell, unknown_fields
from cjeditor.exchange.mermaid.names import (
    ACC_DESCRIPTION,
    ACC_TITLE,
    DIRECTIVE,
    FRONT_MATTER,
    begun_with_code,
    of_actor,
    of_description,
    of_section,
    of_task,
    of_title,
)
from cjeditor.exchange.mermaid.reader import NEUTRAL, title_of
from cjeditor.exchange.mermaid.task import number
from cjeditor.exchange.remarks import Remarks
from cjeditor.kinds.feeling import HIGHEST, LOWEST, Emotion
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step

_INDENT: Final = "    "
_OURS: Final = {FRONT_MATTER, DIRECTIVE, ACC_TITLE, ACC_DESCRIPTION}


def write(journey: Map, _options: Options, progress: Progress) -> Writing:
    """Return *journey* as a Mermaid journey in UTF-8."""
    counts: Counter[What] = Counter()
    lines = [*_head(journey)]
    stages = journey.ordered_stages
    for index, stage in enumerate(stages):
        lines += _stage(journey, stage, index == 0, counts)
        progress((index + 1) / len(stages))
    _count_left_out(journey, counts)
    remarks = Remarks()
    tell(remarks, counts, "Mermaid")
    return Writing("\n".join([*lines, ""]).encode(), remarks.all())


def _head(journey: Map) -> Iterator[str]:
    title = journey.scope.title
    kept = [(extra.name, extra.value) for extra in journey.scope.extras]
    front_matter = next((value for name, value in kept if name == FRONT_MATTER), None)
    if front_matter is not None:
        yield from ("---", *_front_matter(front_matter, title), "---")
    yield from (value for name, value in kept if name == DIRECTIVE and _is_directive(value))
    yield "journey"
    if title and (front_matter is None or title_of(front_matter) != title):
        yield f"{_INDENT}title {of_title(title)}"
    for name, value in kept:
        if name == ACC_TITLE:
            yield f"{_INDENT}accTitle: {of_title(value)}"
        elif name == ACC_DESCRIPTION:
            yield from _description(value)


def _front_matter(text: str, title: str) -> list[str]:
    """Return its lines; without its title where the map has none any more."""
    lines = [line for line in text.split("\n") if line.strip() != "---"]
    return lines if title else [line for line in lines if not title_of(line)]


def _is_directive(text: str) -> bool:
    return text.startswith("%%{") and text.find("}%%") == len(text) - len("}%%")


def _description(text: str) -> Iterator[str]:
    lines = text.split("\n")
    if len(lines) == 1:
        yield f"{_INDENT}accDescr: {of_description(text)}"
        return
    yield f"{_INDENT}accDescr {{"
    yield from (_INDENT * 2 + of_description(line) for line in lines)
    yield f"{_INDENT}}}"


def _stage(journey: Map, stage: Stage, first: bool, counts: Counter[What]) -> Iterator[str]:
    """Yield a stage's section and its tasks.

    What stands before any section is a stage without a title; a stage whose one step says
    nothing is a section without a task.
    """
    steps = journey.steps_of[stage.id]
    silent = len(steps) == 1 and not _says_something(journey, steps[0])
    if stage.title or not first or silent:
        yield f"{_INDENT}section {of_section(stage.title)}"
    if not silent:
        for step in steps:
            yield _INDENT * 2 + _task(journey, step, counts)


def _says_something(journey: Map, step: Step) -> bool:
    return bool(step.title or step.personas or _current(journey, step))


def _current(journey: Map, step: Step) -> list[Emotion]:
    return [each for each in journey.emotions_at.get(step.id, ()) if each.state == "current"]


def _task(journey: Map, step: Step, counts: Counter[What]) -> str:
    emotions = _current(journey, step)
    feeling = {emotion.persona for emotion in emotions}
    felt = [each.id for each in journey.ordered_personas if each.id in feeling]
    actors = dict.fromkeys((*step.personas, *felt))
    name = of_task(step.title)
    people = ", ".join(of_actor(journey.personas[actor].name) for actor in actors)
    if not emotions:
        counts["steps"] += 1
        if number(people) is not None:  # it would be taken for the score
            people = begun_with_code(people)
        return f"{name}: : {people}".rstrip()
    if len({emotion.value for emotion in emotions}) > 1:
        counts["feelings"] += 1
    counts["labels"] += sum(_label_is_lost(emotion) for emotion in emotions)
    score = _score(emotions)
    return f"{name}: {score}: {people}" if people else f"{name}: {score}"


def _score(emotions: list[Emotion]) -> str:
    """Return the score of a step: as another program gave it, or the mean of its feelings."""
    said = {emotion.label for emotion in emotions}
    if len(said) == 1 and all(_keeps_score(emotion) for emotion in emotions):
        return said.pop()
    mean = sum(emotion.value for emotion in emotions) / len(emotions)
    return f"{mean + NEUTRAL:.6f}".rstrip("0").rstrip(".")


def _keeps_score(emotion: Emotion) -> bool:
    """Tell whether the label is the score that the feeling was read from."""
    score = number(emotion.label)
    return score is not None and emotion.value == min(HIGHEST, max(LOWEST, score - NEUTRAL))


def _label_is_lost(emotion: Emotion) -> bool:
    return bool(emotion.quote or (emotion.label and not _keeps_score(emotion)))


def _count_left_out(journey: Map, counts: Counter[What]) -> None:
    personas = journey.personas.values()
    scope_known = frozenset({"title", "language", "extras"})
    counts["cards"] = len(journey.cards)
    counts["comments"] = len(journey.comments)
    counts["styles"] = len(journey.styles)
    counts["evidence"] = len(journey.evidence)
    counts["links"] = len(journey.links)
    counts["metrics"] = len(journey.metrics)
    counts["pictures"] = len(journey.pictures)
    counts["lanes"] = sum(not kind_of_lane(each).shows_emotions for each in journey.lanes.values())
    counts["future"] = sum(each.state != "current" for each in journey.emotions.values())
    counts["moments"] = sum(each.moment_of_truth for each in journey.steps.values())
    counts["personas"] = len(journey.personas.keys() - _acting(journey))
    counts["persona details"] = sum(
        unknown_fields(each, frozenset({"id", "order", "name"})) > 0 for each in personas
    )
    counts["stage details"] = sum(
        unknown_fields(each, frozenset({"id", "order", "title"})) > 0
        for each in journey.stages.values()
    )
    counts["scope"] = unknown_fields(journey.scope, scope_known)
    counts["fields"] = sum(each.name not in _OURS for each in journey.scope.extras)


def _acting(journey: Map) -> set[str]:
    taking_part = {persona for step in journey.steps.values() for persona in step.personas}
    feeling = {each.persona for each in journey.emotions.values() if each.state == "current"}
    return taking_part | {persona for persona in feeling if persona is not None}
