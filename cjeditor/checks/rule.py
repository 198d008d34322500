"""What a rule of the map check is, and what it finds."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from cjeditor.core.ids import Id
from cjeditor.edits.edit import Edit
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class Finding:
    """A place where the map could be better.

    Attributes:
        record: Id of the record that it is about; the map's own for the whole of it.
        values: Fill the rule's sentence, besides "{what}", which is what the record is called.
        mend: Does what is missing, as far as the program can.
    """

    record: Id
    values: Mapping[str, str] = field(default_factory=dict)
    mend: Edit | None = None


Find = Callable[[Map], Iterator[Finding]]


@dataclass(frozen=True, kw_only=True)
class Rule:
    """One rule: a pure function with its reason.

    Attributes:
        name: Unique and stable: maps that silence it say so by this name.
        title: Over what it finds; English, marked.
        reason: Why it matters; English, marked.
        sentence: What it says of each; English, marked, with places for "{what}" and values.
        find: Finds them, in reading order.
        mend_label: On the button that mends; "" if nothing can be mended.
    """

    name: str
    title: str
    reason: str
    sentence: str
    find: Find
    mend_label: str = ""
