"""The hidden sheet of choices that cells of the tables offer."""

from collections.abc import Mapping, Sequence

from cjeditor.core.words import Words
from cjeditor.exchange.xlsx.book import Book
from cjeditor.exchange.xlsx.names import Names
from cjeditor.kinds.fields import CHANNELS, STATUSES, STRENGTHS
from cjeditor.kinds.registry import CARD_KINDS


def lists_of(names: Names, words: Words) -> dict[str, Sequence[str]]:
    """Return the choices by the name of their list; a list without any is left out."""
    steps = dict.fromkeys(name for name in names.steps.values() if name)
    lists: dict[str, Sequence[str]] = {
        "lst_stages": list(names.stages.values()),
        "lst_steps": list(steps),
        "lst_lanes": list(names.lanes.values()),
        "lst_personas": list(names.personas.values()),
        "lst_evidence": list(names.evidence.values()),
        "lst_types": [words(kind.label) for kind in CARD_KINDS],
        "lst_channels": [words(facts.label) for facts in CHANNELS.values()],
        "lst_strengths": [words(label) for label in STRENGTHS.values()],
        "lst_statuses": [words(label) for label in STATUSES.values()],
    }
    return {name: choices for name, choices in lists.items() if choices}


def write_lists(book: Book, lists: Mapping[str, Sequence[str]]) -> None:
    """Add the sheet and give each list its name."""
    page = book.page("Lists")
    style = book.style()
    head = book.style(bold=True)
    page.width(0, 24, columns=len(lists))
    for column, (name, choices) in enumerate(lists.items()):
        page.put(0, column, name, head)
        for row, choice in enumerate(choices, 1):
            page.put(row, column, choice, style)
        letter = chr(ord("A") + column)
        book.define(name, f"Lists!${letter}$2:${letter}${len(choices) + 1}")
    page.sheet.hide()
