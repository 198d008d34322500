"""Saying what a format that knows less than our maps has no place for."""

from collections.abc import Mapping
from typing import Final, Literal

from cjeditor.core.frozen import Frozen
from cjeditor.core.words import mark
from cjeditor.exchange.remarks import Remarks
from cjeditor.kinds.fields import OnScreen

What = Literal[
    "actors", "cards", "card details", "comments", "evidence", "feelings", "fields", "future",
    "labels", "lanes", "links", "lines", "metrics", "moments", "personas", "persona details",
    "pictures", "scope", "spans", "stage details", "steps", "styles",
]  # fmt: skip

_SENTENCES: Final[dict[What, str]] = {
    "actors": mark("Steps whose personas {format} has no place for: {count}."),
    "cards": mark("Cards that {format} has no place for: {count}."),
    "card details": mark("Cards with details that {format} has no place for: {count}."),
    "comments": mark("Comments that {format} has no place for: {count}."),
    "evidence": mark("Sources of evidence that {format} has no place for: {count}."),
    "feelings": mark(
        "Places where several feelings differ: {count}. {format} takes one; it got their mean."
    ),
    "fields": mark("Own fields that {format} has no place for: {count}."),
    "future": mark("Feelings of the future state that {format} has no place for: {count}."),
    "labels": mark("Labels and quotes of feelings that {format} has no place for: {count}."),
    "lanes": mark("Lanes that {format} has no place for: {count}."),
    "links": mark("Links between cards that {format} has no place for: {count}."),
    "lines": mark("Blueprint lines that {format} has no place for: {count}."),
    "metrics": mark("Metrics that {format} has no place for: {count}."),
    "moments": mark("Moments of truth that {format} has no place for: {count}."),
    "personas": mark("Personas that {format} has no place for: {count}."),
    "persona details": mark("Personas with details that {format} has no place for: {count}."),
    "pictures": mark("Pictures that {format} has no place for: {count}."),
    "scope": mark("Fields of the map's scope that {format} has no place for: {count}."),
    "spans": mark("Cards over several steps: {count}. {format} has them at their first step."),
    "stage details": mark("Stages with details that {format} has no place for: {count}."),
    "steps": mark("Steps without a feeling: {count}. {format} shows them with the score 0."),
    "styles": mark("Card styles that {format} has no place for: {count}."),
}


def tell(remarks: Remarks, counts: Mapping[What, int], name: str) -> None:
    """Add a remark for each of *counts* that is not 0; *name* is the format's."""
    for what, sentence in _SENTENCES.items():
        if counts.get(what):
            remarks.add(sentence, format=name, count=str(counts[what]))


def unknown_fields(record: Frozen, known: frozenset[str]) -> int:
    """Return how many fields of *record*, besides the *known* ones, say something."""
    return sum(
        getattr(record, name) != field.get_default(call_default_factory=True)
        for name, field in type(record).model_fields.items()
        if name not in known
        and not field.is_required()
        and not any(isinstance(each, OnScreen) for each in field.metadata)
    )
