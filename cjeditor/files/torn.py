"""The plain records of a file that is no JSON any more: cut off, or with a fault in its midst.

A file as we write it has one record per line, so a fault costs the line that it is in. Of a
file that is laid out otherwise there remains what stands ahead of the fault.
"""

import re
from collections.abc import Iterator
from typing import Any, Final

from pydantic_core import from_json

from cjeditor.core.words import mark
from cjeditor.files.loss import Loss
from cjeditor.files.migrations import Json
from cjeditor.model.map import TABLES

_SECTION: Final = re.compile(r'^,?"(\w{1,20})": ?\[')
_FIELD: Final = re.compile(r'^,?"(format|version|id|scope)": ?(.*?),?$')
_WORDS: Final = re.compile(r'"(?:text|title|name)": ?"((?:[^"\\]|\\.){1,20000})')

_MARK: Final = "\ufffd"
"""What stands for a byte that is no letter."""

RESCUED, NAMELESS = "rescued", "nameless"


def torn(content: bytes) -> tuple[Json, list[Loss]]:
    """Return what can be read of a damaged file, as plain values, and what cannot.

    Words of records that cannot be read stand in a list under `RESCUED`, records of a table
    whose name cannot be read under `NAMELESS`.
    """
    text = content.decode("utf-8", "replace")
    lines, losses = _by_lines(text)
    losses += _unread_letters(content, text)
    cut_off = Loss(mark("The file is cut off: what stood at its end is missing."))
    if not text.rstrip().endswith("}"):
        losses.insert(0, cut_off)
    ahead = _ahead_of_the_fault(content)
    if _count(ahead) > _count(lines):
        return ahead, [cut_off]
    return lines, losses


def _unread_letters(content: bytes, text: str) -> Iterator[Loss]:
    """Tell the lines with bytes that are no letters in UTF-8."""
    if _MARK.encode() in content:  # somebody wrote the sign itself
        return
    reason = mark("Some letters cannot be read; “{sign}” stands in their place.")
    for number, line in enumerate(text.split("\n"), 1):
        if _MARK in line:
            yield Loss(reason, {"sign": _MARK}, line=number)


def _ahead_of_the_fault(content: bytes) -> Json:
    try:
        plain = from_json(content, allow_inf_nan=False, allow_partial=True)
    except ValueError:
        return {}
    return plain if isinstance(plain, dict) else {}


def _count(plain: Json) -> int:
    return sum(len(rows) for name in TABLES if isinstance(rows := plain.get(name), list))


def _by_lines(text: str) -> tuple[Json, list[Loss]]:
    plain: Json = {RESCUED: []}
    losses: list[Loss] = []
    table = NAMELESS
    for number, whole in enumerate(text.split("\n"), 1):
        line = whole.strip()
        if begins := _SECTION.match(line):
            table, line = begins[1], line[begins.end() :].strip()
            plain.setdefault(table, [])
        if line.startswith(("{", ",{")) and len(line) > 2:
            record = _parsed(line.strip(","))
            if isinstance(record, dict):
                plain.setdefault(table, []).append(record)
            else:
                losses.append(_lost(line, number, plain[RESCUED]))
        elif found := _FIELD.match(line):
            value = _parsed(found[2])
            if value is None:
                losses.append(Loss(mark("This line cannot be read."), line=number))
            else:
                plain[found[1]] = value
        elif line.startswith("]"):
            table = NAMELESS
        elif line.strip("{}[], "):
            losses.append(_lost(line, number, plain[RESCUED]))
    return plain, losses


def _parsed(text: str) -> Any:
    try:
        return from_json(text, allow_inf_nan=False)
    except ValueError:
        return None


def _lost(line: str, number: int, rescued: list[str]) -> Loss:
    """Return that a line cannot be read, and keep the words in it."""
    words = "\n".join(_words(line))
    if not words:
        return Loss(mark("This line cannot be read."), line=number)
    rescued.append(words)
    shown = {"text": words[:200]}
    return Loss(mark("This line cannot be read; its words are kept: “{text}”."), shown, line=number)


def _words(line: str) -> Iterator[str]:
    for found in _WORDS.finditer(line):
        text = _parsed(f'"{found[1]}"')
        yield text if isinstance(text, str) else found[1]
