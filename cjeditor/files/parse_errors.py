"""What the parser finds wrong with a file, as errors that name the place in it."""

import re
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails, from_json

from cjeditor.core.words import mark
from cjeditor.files.errors import BadField, FileError, NotJson, NotOurs
from cjeditor.files.header import FORMAT
from cjeditor.model.map import TABLES
from cjeditor.model.problems import problem_of


def header_error(error: ErrorDetails, content: bytes) -> FileError:
    """Return what is wrong with the first that is looked at: whose file it is, and its version."""
    if error["type"] == "json_invalid":
        return _not_json(error)
    if error["loc"] != ("version",) or from_json(content).get("format") != FORMAT:
        return NotOurs()
    problem = problem_of(error)
    return BadField("", problem.reason, {"field": "version", **problem.values})


def _not_json(error: ErrorDetails) -> NotJson:
    where = re.search(r"line (\d+) column (\d+)", str(error.get("ctx", {}).get("error", "")))
    return NotJson(int(where[1]), int(where[2])) if where else NotJson()


def bad_field(content: bytes, error: ValidationError) -> FileError:
    """Return which field of the file with *content* does not hold what it must."""
    first, *more = error.errors()
    if first["type"] == "json_invalid":
        return _not_json(first)
    place, field = _place(from_json(content), first["loc"])
    problem = problem_of(first)
    return BadField(place, problem.reason, {"field": field, **problem.values}, len(more))


def _place(plain: Any, location: tuple[int | str, ...]) -> tuple[str, str]:
    """Return the record ("cards[12] k3x") and the field ("extras[0].name") at a location."""
    head, rest = str(location[0]), location[1:]
    if head not in TABLES or not rest:
        return (head, _dotted(rest)) if rest else ("", head)
    record = plain[head][rest[0]]
    named = record if isinstance(record, dict) else {}
    inner = rest[2:] if rest[1:2] == (named.get("kind"),) else rest[1:]
    return f"{head}[{rest[0]}] {named.get('id', '')}".rstrip(), _dotted(inner) or mark("record")


def _dotted(location: tuple[int | str, ...]) -> str:
    parts = (f"[{part}]" if isinstance(part, int) else f".{part}" for part in location)
    return "".join(parts).removeprefix(".")
