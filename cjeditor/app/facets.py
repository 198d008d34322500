"""The questions of the find bar besides the text, and what can be answered on a map."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from cjeditor.app.facet_button import Counted
from cjeditor.core.words import mark, tr
from cjeditor.kinds.fields import STRENGTHS
from cjeditor.model.filtering import counts
from cjeditor.model.map import Map
from cjeditor.model.records import Filter
from cjeditor.panels.labels import one_line
from cjeditor.panels.options import Option, Options, card_kinds, personas

UNKNOWN: Final = mark("Not said")
NO_OWNER: Final = mark("Nobody")


@dataclass(frozen=True, slots=True)
class Facet:
    """A question.

    Attributes:
        field: Of the filter.
        label: English, marked.
        options: Map and the answers that its cards give → all with their words.
    """

    field: str
    label: str
    options: Callable[[Map, list[str]], Options]

    def answers(self, journey: Map, asked: Filter) -> Counted:
        """Return what can be looked for now, and how many cards that would find."""
        found = counts(journey, asked, self.field)
        kept: tuple[str, ...] = getattr(asked, self.field)
        given = sorted({*found, *kept}, key=str.casefold)
        options = self.options(journey, given)
        return {each: (options[each], found[each]) for each in options if each in given}


def _strengths(_journey: Map, _given: list[str]) -> Options:
    known: dict[str, Option] = {key: Option(tr(label)) for key, label in STRENGTHS.items()}
    return {**known, "unknown": Option(tr(UNKNOWN))}


def _named(_journey: Map, given: list[str]) -> Options:
    return {each: Option(one_line(each) or tr(NO_OWNER)) for each in given}


FACETS: Final = (
    Facet("kinds", mark("Type"), lambda _journey, _given: card_kinds()),
    Facet("tags", mark("Tag"), _named),
    Facet("personas", mark("Persona"), lambda journey, _given: personas(journey)),
    Facet("owners", mark("Owner"), _named),
    Facet("strengths", mark("Evidence"), _strengths),
)
