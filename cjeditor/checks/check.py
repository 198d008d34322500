"""The map check: every rule, what it finds, and what the map's people do not want to hear."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cjeditor.changes.values import named
from cjeditor.checks.card_rules import CARD_RULES
from cjeditor.checks.map_rules import MAP_RULES
from cjeditor.checks.rule import Finding, Rule
from cjeditor.core.words import Words
from cjeditor.model.map import Map, table_of

RULES: Final[tuple[Rule, ...]] = (*MAP_RULES, *CARD_RULES)
"""In the order in which they are told."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one rule has to say.

    Attributes:
        findings: Those that are told.
        silenced: Those that nobody wants to hear.
    """

    rule: Rule
    findings: tuple[Finding, ...]
    silenced: tuple[Finding, ...]


def check(journey: Map) -> tuple[Told, ...]:
    """Return what every rule has found, also those that found nothing."""
    return tuple(checking(journey))


def checking(journey: Map) -> Iterator[Told]:
    """Do the same as `check`, one rule after the other; something else may come in between."""
    return (_ask(rule, journey) for rule in RULES)


def silence_key(rule: Rule, finding: Finding | None = None) -> str:
    """Return what stands in `Scope.silenced` for a rule, or for one of its findings."""
    return rule.name if finding is None else f"{rule.name} {finding.record}"


def finding_sentence(rule: Rule, finding: Finding, journey: Map, words: Words) -> str:
    """Return what a rule says about a record: "Nobody answers for touchpoint “Pay”."."""
    record = journey.find(finding.record)
    what = ""
    if record is not None:
        what = named(journey, table_of(record), record, words)
    text = words(rule.sentence)
    if not text.startswith("{what}"):
        what = what[:1].lower() + what[1:]
    return text.format(what=what, **finding.values)


def _ask(rule: Rule, journey: Map) -> Told:
    found = tuple(rule.find(journey))
    silenced = set(journey.scope.silenced)
    if rule.name in silenced:
        return Told(rule, (), found)
    hushed = tuple(each for each in found if silence_key(rule, each) in silenced)
    loud = tuple(each for each in found if each not in hushed) if hushed else found
    return Told(rule, loud, hushed)
