"""What is wrong with a value, as a sentence that people understand."""

from dataclasses import dataclass
from typing import Final

from pydantic_core import ErrorDetails

from cjeditor.core.words import mark

_LONGEST_VALUE: Final = 60
"""Characters of a value that a sentence shows."""

_REASONS: Final[dict[str, str]] = {
    "missing": mark("{field} is missing."),
    "extra_forbidden": mark("{field} is a field that this version of the program does not know."),
    "greater_than_equal": mark("{field} must be {ge} or more, not {value}."),
    "less_than_equal": mark("{field} must be {le} or less, not {value}."),
    "string_too_long": mark("{field} must have {max_length} characters or fewer."),
    "string_type": mark("{field} must be a text, not {value}."),
    "string_pattern_mismatch": mark("{field} does not have the right form: {value}."),
    "int_type": mark("{field} must be a whole number, not {value}."),
    "int_from_float": mark("{field} must be a whole number, not {value}."),
    "float_type": mark("{field} must be a number, not {value}."),
    "finite_number": mark("{field} must be a finite number."),
    "bool_type": mark("{field} must be yes or no, not {value}."),
    "literal_error": mark("{field} must be one of {expected}, not {value}."),
    "tuple_type": mark("{field} must be a list."),
    "dict_type": mark("{field} must be a group of named values."),
    "model_type": mark("{field} must be a group of named values."),
    "union_tag_invalid": mark("The kind “{tag}” is unknown; known are {expected_tags}."),
    "union_tag_not_found": mark("The kind is missing."),
}
_OTHER: Final = mark("{field} cannot be {value}.")


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong with a value.

    Attributes:
        reason: A sentence, English, marked, with places for *values* and for the field.
    """

    reason: str
    values: dict[str, str]


def problem_of(error: ErrorDetails) -> Problem:
    """Return what pydantic found wrong with a value."""
    values = {name: str(value) for name, value in error.get("ctx", {}).items()}
    values["value"] = _shown(error["input"])
    return Problem(_REASONS.get(error["type"], _OTHER), values)


def _shown(value: object) -> str:
    """Return a value short enough for a sentence, texts in quotation marks."""
    text = str(value).encode("utf-8", "replace").decode()
    short = text if len(text) <= _LONGEST_VALUE else text[:_LONGEST_VALUE] + "…"
    return f"“{short}”" if isinstance(value, str) else short
