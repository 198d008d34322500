"""The choices that a field offers, with their words and symbols."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from cjeditor.core.ids import Id
from cjeditor.core.words import interface, tr
from cjeditor.kinds.card_style import SYMBOLS, CardStyle
from cjeditor.kinds.fields import CHANNELS
from cjeditor.kinds.registry import CARD_KINDS
from cjeditor.model import naming
from cjeditor.model.choices import labels_of
from cjeditor.model.map import Map
from cjeditor.model.records import EVIDENCE_KINDS
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


def channels() -> Options:
    return {key: Option(tr(facts.label), facts.symbol) for key, facts in CHANNELS.items()}


def card_kinds() -> Options:
    return {kind.name: Option(tr(kind.label), kind.symbol, kind.full) for kind in CARD_KINDS}


def of_literal(values: tuple[str, ...]) -> Options:
    """Return the choices of a closed set of *values*.

    Raises:
        LookupError: Nobody has said what they are called.
    """
    if set(values) == set(CHANNELS):
        return channels()
    return {key: Option(tr(label)) for key, label in labels_of(values).items()}


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
    return {each.id: _of_style(each) for each in journey.ordered_styles}


def _of_style(style: CardStyle) -> Option:
    symbol = style.symbol if style.symbol in SYMBOLS else ""
    return Option(one_line(style.name) or tr("Nameless style"), symbol, style.colour)


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
