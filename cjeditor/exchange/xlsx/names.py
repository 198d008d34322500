"""What records are called in the workbook: every name unique in its list, none empty."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.core.words import Words
from cjeditor.exchange.xlsx.text import one_line
from cjeditor.kinds.registry import title_of
from cjeditor.model.map import Map

LONGEST: Final = 120
"""Characters of a name; a table's header may have 255."""


@dataclass(frozen=True, slots=True)
class Names:
    """Names by id.

    Attributes:
        steps: A stage's only step may be without a title; then its name is empty.
    """

    stages: Mapping[Id, str]
    steps: Mapping[Id, str]
    lanes: Mapping[Id, str]
    personas: Mapping[Id, str]
    evidence: Mapping[Id, str]
    styles: Mapping[Id, str]

    def of(self, record: Id) -> str:
        """Return what a persona, a source or a style is called, or the id of another record."""
        tables = (self.personas, self.evidence, self.styles)
        return next((table[record] for table in tables if record in table), record)


def names_of(journey: Map, words: Words) -> Names:
    """Return the names of a map's records in the language of *words*."""
    stages = [stage.title for stage in journey.ordered_stages]
    lanes = [title_of(lane, words) for lane in journey.ordered_lanes]
    personas = [persona.name for persona in journey.ordered_personas]
    sources, styles = journey.ordered_evidence, journey.ordered_styles
    return Names(
        _named(journey.ordered_stages, stages, words("Stage")),
        dict(_steps(journey, words)),
        _named(journey.ordered_lanes, lanes, words("Lane")),
        _named(journey.ordered_personas, personas, words("Persona")),
        _named(sources, [each.title for each in sources], words("Evidence")),
        _named(styles, [each.name for each in styles], words("Style")),
    )


def unique(names: Iterable[str]) -> list[str]:
    """Return *names* so that no two differ only in case: the second "Web" is "Web (2)"."""
    seen: set[str] = set()
    found: list[str] = []
    for name in names:
        made, number = name, 1
        while made.casefold() in seen:
            number += 1
            made = f"{name} ({number})"
        seen.add(made.casefold())
        found.append(made)
    return found


def _named(records: Iterable[object], titles: list[str], fallback: str) -> dict[Id, str]:
    lines = (one_line(title, LONGEST) for title in titles)
    named = (line or f"{fallback} {number}" for number, line in enumerate(lines, 1))
    ids = (getattr(record, "id") for record in records)  # noqa: B009  any record has one
    return dict(zip(ids, unique(named), strict=True))


def _steps(journey: Map, words: Words) -> Iterator[tuple[Id, str]]:
    for steps in journey.steps_of.values():
        if len(steps) == 1:
            yield steps[0].id, one_line(steps[0].title, LONGEST)
        else:
            yield from _named(steps, [step.title for step in steps], words("Step")).items()
