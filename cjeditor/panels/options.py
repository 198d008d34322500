"""The choices that a field offers, with their words and symbols."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from cjeditor.core.ids import Id
from cjeditor.core.words import LANGUAGES, interface, tr
from cjeditor.kinds.emotion_lane import CURVES, SCALES
from cjeditor.kinds.fields import CHANNELS, LOCKS, MARKETS, SHOWN, STATES, STATUSES, STRENGTHS
from cjeditor.kinds.line_lane import LINES
from cjeditor.kinds.registry import CARD_KINDS
from cjeditor.model import naming
from cjeditor.model.map import Map
from cjeditor.model.records import EVIDENCE_KINDS, LINK_KINDS, ROLES
from cjeditor.panels.labels import one_line


@dataclass(frozen=True, slots=True)
class Option:
    """One choice, in the interface's language."""

    label: str
    symbol: str = ""
    colour: str = ""


Options = Mapping[str, Option]
Source = Callable[[Map], Options]
"""Gives the choices that a map offers now."""

_LABELS: Final[tuple[Mapping[Any, str], ...]] = (
    LANGUAGES, STRENGTHS, STATUSES, STATES, MARKETS, ROLES, LINES, LINK_KINDS, EVIDENCE_KINDS,
    SHOWN, LOCKS, CURVES, SCALES,
)  # fmt: skip


def channels() -> Options:
    return {key: Option(tr(facts.label), facts.symbol) for key, facts in CHANNELS.items()}


def card_kinds() -> Options:
    return {kind.name: Option(tr(kind.label), kind.symbol, kind.full) for kind in CARD_KINDS}


def of_literal(values: tuple[str, ...]) -> Options:
    """Return the choices of a closed set of *values*.

    Raises:
        LookupError: Nobody has said what they are called.
    """
    wanted = set(values)
    if wanted == set(CHANNELS):
        return channels()
    for labels in _LABELS:
        if wanted == set(labels):
            return {key: Option(tr(label)) for key, label in labels.items()}
    raise LookupError(values)


def personas(journey: Map) -> Options:
    return {
        each.id: Option(one_line(each.name) or tr("Nameless persona"), "user")
        for each in journey.ordered_personas
    }


def evidence(journey: Map) -> Options:
    return {
        each.id: Option(one_line(each.title) or tr(EVIDENCE_KINDS[each.kind]), "file-text")
        for each in journey.ordered_evidence
    }


def styles(journey: Map) -> Options:
    return {
        each.id: Option(one_line(each.name) or tr("Nameless style"), each.symbol, each.colour)
        for each in journey.ordered_styles
    }


def steps(journey: Map) -> Options:
    """Return the steps as "Purchase / Pay", from left to right."""
    return {step.id: Option(step_name(journey, step.id)) for step in journey.ordered_steps}


def steps_alone(journey: Map) -> Options:
    """Return the steps without their stages, for where there is little room."""
    words = interface()
    return {
        step.id: Option(naming.step_title(journey, step.id, words))
        for step in journey.ordered_steps
    }


def step_name(journey: Map, step: Id) -> str:
    """Return one step as "Purchase / Pay"."""
    return naming.step_name(journey, step, interface())
