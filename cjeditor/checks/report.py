"""The map check as lines of text, and as JSON for other programs."""

from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json

from cjeditor.checks.check import check, finding_sentence
from cjeditor.checks.guide import GUIDE
from cjeditor.core.words import Words
from cjeditor.model.map import Map


def as_lines(journey: Map, words: Words) -> Iterator[str]:
    """Yield a line for each rule that has found something, and below it one for each finding."""
    for told in check(journey):
        if told.findings:
            yield f"{words(told.rule.title)} ({len(told.findings)})"
            for finding in told.findings:
                yield f"  {finding_sentence(told.rule, finding, journey, words)}"


def as_json(journey: Map, words: Words) -> str:
    """Return what the check and the guide say.

    {"findings": [{"rule", "record", "sentence", "silenced"}], "steps": [{"step", "standing",
    "there", "wanted"}]}; a record is named by its id, and sentences are in the language of *words*.
    """
    findings: list[dict[str, Any]] = [
        {
            "rule": told.rule.name,
            "record": finding.record,
            "sentence": finding_sentence(told.rule, finding, journey, words),
            "silenced": finding in told.silenced,
        }
        for told in check(journey)
        for finding in (*told.findings, *told.silenced)
    ]
    counts = [(step.name, step.count(journey)) for step in GUIDE]
    steps = [
        {"step": name, "standing": count.standing, "there": count.there, "wanted": count.wanted}
        for name, count in counts
    ]
    return to_json({"findings": findings, "steps": steps}, indent=2).decode() + "\n"
