"""A map as a workbook: which sheets there are, and in which order."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from cjeditor.core.frozen import Frozen
from cjeditor.core.progress import Progress
from cjeditor.core.words import Words
from cjeditor.exchange.format import Options, Writing
from cjeditor.exchange.xlsx.actions_sheet import actions_table
from cjeditor.exchange.xlsx.base_sheet import FORMAT_NAME, FORMAT_VERSION, write_base
from cjeditor.exchange.xlsx.beside_map import tables_beside
from cjeditor.exchange.xlsx.book import Book
from cjeditor.exchange.xlsx.cards_sheet import cards_table
from cjeditor.exchange.xlsx.curves import Curve, curves_of
from cjeditor.exchange.xlsx.emotions_sheet import (
    emotions_table,
    feelings_table,
    tells_more,
    write_emotions,
)
from cjeditor.exchange.xlsx.evidence_sheet import evidence_table
from cjeditor.exchange.xlsx.fields import ID_COLUMN, Column, field_columns, shown, told_fields
from cjeditor.exchange.xlsx.gap_sheet import gap_tables
from cjeditor.exchange.xlsx.lists import lists_of, write_lists
from cjeditor.exchange.xlsx.map_sheet import write_map
from cjeditor.exchange.xlsx.metrics_sheets import metrics_tables
from cjeditor.exchange.xlsx.names import LONGEST, Names, names_of
from cjeditor.exchange.xlsx.page import footer_text
from cjeditor.exchange.xlsx.table import Table, tabulate, write_table
from cjeditor.model.empathy import EMPATHY_FIELDS, EmpathyNote
from cjeditor.model.map import Map
from cjeditor.model.naming import spoken
from cjeditor.model.priorities import opportunities
from cjeditor.model.records import Comment, Link, Persona, Scope, Stage, Step


def write_workbook(journey: Map, options: Options, progress: Progress) -> Writing:
    """Return the workbook of *journey*; equal maps give equal bytes."""
    words = Words(options.language or journey.scope.language)
    names = names_of(journey, words)
    curves = tuple(curves_of(journey, names, words))
    cards = cards_table(journey, words, names)
    book = Book(progress, rows=3 * len(journey.cards) + len(journey.emotions))
    lists = lists_of(names, words)
    footer = footer_text(journey.scope.title, _page_of(words))
    write_map(book, journey, curves, words, names, footer)
    write_table(book, cards, frozenset(lists), footer)
    feelings = emotions_table(journey, curves, words, names)
    write_emotions(book, feelings, curves, words, footer)
    for table in _other_tables(journey, curves, words, names):
        write_table(book, table, frozenset(lists), footer)
    write_lists(book, lists)
    write_base(book, journey, cards, curves, names, words)
    _describe(book, journey)
    return Writing(book.content(), tuple(book.remarks))


def _other_tables(
    journey: Map, curves: Sequence[Curve], words: Words, names: Names
) -> Iterator[Table]:
    """Yield the personas, and then each table that tells what no other sheet shows."""

    def table(name: str, record: type[Frozen], records: Sequence[Any], *leading: Column) -> Table:
        fields = (column for _, column in field_columns(record, words, names))
        return tabulate(name, f"tbl{name}", [ID_COLUMN, *leading, *fields], records)

    yield table("Personas", Persona, journey.ordered_personas)
    if journey.empathy_notes:
        whose = Column(words("Persona"), lambda note: names.personas[note.persona])
        yield table("Empathy", EmpathyNote, _notes(journey), whose)
    if tells_more(curves):
        yield feelings_table(journey, words, names)
    yield from gap_tables(journey, words, names)
    if any(_says_more(stage) for stage in journey.stages.values()):
        yield table("Stages", Stage, journey.ordered_stages)
    if any(_says_more(step) for step in journey.steps.values()):
        stage = Column(words("Stage"), lambda step: names.stages[step.stage])
        yield table("Steps", Step, journey.ordered_steps, stage)
    if journey.evidence:
        yield evidence_table(journey, words, names)
    yield from metrics_tables(journey, words, names)
    if journey.links:
        place = {card.id: number for number, card in enumerate(journey.reading_order())}
        links = sorted(
            journey.links.values(),
            key=lambda link: (place[link.source], place[link.target], link.id),
        )
        yield tabulate("Links", "tblLinks", _link_columns(journey, words, names), links)
    yield from tables_beside(journey, words, names)
    if opportunities(journey):
        yield actions_table(journey, words, names)
    if journey.comments:
        comments = _comment_columns(journey, words, names)
        yield tabulate("Comments", "tblComments", comments, _comments(journey))
    yield _scope_table(journey.scope, words, names)


def _notes(journey: Map) -> list[EmpathyNote]:
    """Return the notes of empathy maps, persona by persona and field by field."""
    fields = list(EMPATHY_FIELDS)
    return [
        note
        for persona in journey.ordered_personas
        for note in sorted(
            journey.empathy_of.get(persona.id, ()), key=lambda note: fields.index(note.field)
        )
    ]


def _says_more(record: Stage | Step) -> bool:
    """Return whether a stage or step has more than the name that the other sheets show."""
    fields = (name for name in told_fields(type(record)) if name not in ("title", "colour"))
    return len(record.title) > LONGEST or any(getattr(record, name) for name in fields)


def _link_columns(journey: Map, words: Words, names: Names) -> list[Column]:
    relation = shown(Link.model_fields["kind"].annotation, words, names)
    return [
        ID_COLUMN,
        Column("source id", lambda link: link.source, hidden=True),
        Column("target id", lambda link: link.target, hidden=True),
        Column(words("From"), lambda link: journey.cards[link.source].text, width=44),
        Column(words("Relation"), lambda link: relation(link.kind)),
        Column(words("To"), lambda link: journey.cards[link.target].text, width=44),
    ]


def _comment_columns(journey: Map, words: Words, names: Names) -> list[Column]:
    said = dict(field_columns(Comment, words, names))
    return [
        ID_COLUMN,
        Column("about id", lambda comment: comment.about, hidden=True),
        Column(words("About"), lambda comment: spoken(journey, comment.about, words), width=44),
        said["text"],
        said["author"],
        Column(words("Written"), lambda comment: comment.written),
        said["done"],
    ]


def _comments(journey: Map) -> list[Comment]:
    """Return the comments as the map is read: on the map itself, its stages, steps, lanes …

    Those on what stands beside the map come last.
    """
    about = [journey.id, *(stage.id for stage in journey.ordered_stages)]
    about += [step.id for step in journey.ordered_steps]
    about += [lane.id for lane in journey.ordered_lanes]
    about += [card.id for card in journey.reading_order()]
    for step in journey.ordered_steps:
        about += [emotion.id for emotion in journey.emotions_at.get(step.id, ())]
    about += sorted(journey.comments_on.keys() - set(about))
    return [comment for each in about for comment in journey.comments_on.get(each, ())]


def _scope_table(scope: Scope, words: Words, names: Names) -> Table:
    """Return the table of what the map is about: a filled field in each row."""
    facts = [
        (name, column.header, column.value(scope))
        for name, column in field_columns(Scope, words, names)
    ]
    columns = [
        Column("id", lambda fact: fact[0], hidden=True),
        Column(words("Field"), lambda fact: fact[1], width=24),
        Column(words("Value"), lambda fact: fact[2], width=90),
    ]
    filled = [fact for fact in facts if fact[2] is not None]
    return tabulate("Scope", "tblScope", columns, filled)


def _page_of(words: Words) -> Callable[[str, str], str]:
    return lambda page, pages: words("Page {page} of {pages}").format(page=page, pages=pages)


def _describe(book: Book, journey: Map) -> None:
    """Set the properties; the day of the workshop stands for the moment of writing."""
    scope = journey.scope
    custom = {"cjm.format": f"{FORMAT_NAME} {FORMAT_VERSION}", "cjm.document": journey.id}
    book.describe(scope.title, ", ".join(scope.authors), _day(scope.date), custom)


def _day(date: str | None) -> datetime | None:
    """Return a day's beginning; None for a day that no calendar has, as 2026-02-30."""
    try:
        return datetime.fromisoformat(date).replace(tzinfo=UTC) if date else None
    except ValueError:
        return None
