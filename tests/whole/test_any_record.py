"""Whatever a record holds: it is saved, undone, unlinked, and told in the workbook.

The records are drawn from their own types (`any_map.py`), so a new field, and a new table, is
covered as soon as it is there: it is in a sheet, or this file says why not.
"""

import io
from typing import Literal, get_args, get_origin

import pytest
from any_map import another_value, any_map, maps, names_others
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from soak import often

from cjeditor.core.frozen import Frozen
from cjeditor.core.progress import no_progress
from cjeditor.core.words import Words
from cjeditor.edits.edit import EditError
from cjeditor.edits.records import Delete, SetField
from cjeditor.exchange.format import Options
from cjeditor.exchange.xlsx.document import write_workbook
from cjeditor.exchange.xlsx.fields import told_fields
from cjeditor.files import cjm
from cjeditor.model.choices import labels_of
from cjeditor.model.integrity import faults
from cjeditor.model.map import TABLES
from cjeditor.model.references import REFERENCES, vital_in
from cjeditor.session.session import Session

ENGLISH = Words("en")
SEEDS = st.integers(0, 2**32 - 1)


@pytest.mark.soak
@settings(max_examples=often(30, 5_000))
@given(maps())
def test_any_map_is_sound_and_reloads_equal(journey):
    assert faults(journey) == []
    assert all(journey.table(table) for table in TABLES)
    assert cjm.loads(cjm.dumps(journey)) == journey


@pytest.mark.soak
@settings(max_examples=often(6, 500))
@given(maps(), SEEDS)
def test_any_value_of_any_field_is_set_and_undone(journey, seed):
    session = Session(_unlocked(journey))
    changed = 0
    for table in TABLES:
        for record in journey.table(table).values():
            for name, field in type(record).model_fields.items():
                if field.title and names_others(field) is None:
                    value = another_value(seed, type(record), name)
                    changed += _set(session, record, name, value)
    assert changed > 100


def _unlocked(journey):
    locked = [each for table in ("stages", "lanes") for each in journey.table(table).values()]
    journey = journey.with_scope(journey.scope.replace(lock="none"))
    return journey.put(*(each.replace(lock="none") for each in locked))


def _set(session, record, name, value):
    """Set a field and undo it; return whether it was another value. A refusal changes nothing."""
    before = session.journey
    try:
        session.do(SetField((record.id,), name, value))
    except EditError:
        assert session.journey is before
        return False
    assert getattr(session.journey.find(record.id), name) == value
    assert faults(session.journey) == []
    if session.journey is before:
        return False
    session.undo_stack.undo()
    assert session.journey is before
    return True


@pytest.mark.soak
@settings(max_examples=often(3, 200))
@given(maps(filled=True))
def test_deleting_what_a_field_names_unlinks_or_takes_along(journey):
    for table, fields in REFERENCES.items():
        for name in fields:
            holders = [each for each in journey.table(table).values() if getattr(each, name, None)]
            assert holders, f"no record of {table} names anything in {name}"
            for holder in holders:
                value = getattr(holder, name)
                for named in value if isinstance(value, tuple) else (value,):
                    if named != journey.id:
                        _delete(journey, holder, name, named)


def _delete(journey, holder, name, named):
    """Delete what a record names: it names it no more, and is gone only if it must be."""
    try:
        after = Delete((named,)).apply(journey)
    except EditError:
        assert len(journey.steps_of[journey.steps[named].stage]) == 1  # a stage keeps one
        return
    assert faults(after) == []
    left = after.find(holder.id)
    if left is None:
        assert holder.id in _hanging_on(journey, named)
    else:
        assert named not in (getattr(left, name) or ())


def _hanging_on(journey, named):
    """Return the ids of all that cannot do without a record, directly or not."""
    gone, before = {named}, set()
    while gone != before:
        before = set(gone)
        gone |= {
            record.id
            for table in REFERENCES
            for record in journey.table(table).values()
            if gone.intersection(vital_in(table, record))
        }
    return gone


SHEETS = {
    "personas": "Personas", "stages": "Stages", "steps": "Steps", "cards": "Cards",
    "emotions": "Feelings", "links": "Links", "evidence": "Evidence", "comments": "Comments",
    "empathy_notes": "Empathy", "whys": "Whys", "flow_nodes": "Flows", "metrics": "Metrics",
    "figures": "Figures",
}  # fmt: skip
"""The sheet in which each record of a table has a row of its own."""

ELSEWHERE = {
    "lanes": "their titles and kinds are what the map's sheet and each card's row say",
    "flows": "each node's row names its flow",
    "flow_arrows": "the row of the node that they leave says where they lead",
    "pictures": "a cell holds no picture",
    "styles": "each card's row names its style",
    "views": "they say what is looked for, not what the map says",
}

FORMULAS = {
    ("Emotions", "Average"), ("Metrics", "Latest value"), ("Metrics", "Target met"),
    ("Figures", "Margin"),
}  # fmt: skip
"""Cells that count; nothing that a person has written is ever one."""

TOLD_OTHERWISE = {("cards", "picture"), ("personas", "picture")}


def test_every_table_has_a_sheet_or_a_reason_to_have_none():
    assert SHEETS.keys() | ELSEWHERE.keys() == TABLES.keys()
    assert SHEETS.keys().isdisjoint(ELSEWHERE)


@pytest.fixture(scope="module", params=[(1, True), (2, True), (3, False)], ids=str)
def told(request):
    """A map, and the rows of its workbook: sheet → id → header → cell."""
    seed, filled = request.param
    journey = any_map(seed, filled=filled)
    book = load_workbook(io.BytesIO(write_workbook(journey, Options(language="en"),
                                                   no_progress).content))  # fmt: skip
    return journey, book


def _rows(book, sheet):
    """Return id → header → cell of a flat sheet."""
    heads, *rows = book[sheet].iter_rows()
    names = [cell.value for cell in heads]
    return {row[0].value: dict(zip(names, row, strict=True)) for row in rows}


@pytest.mark.parametrize("table", SHEETS)
def test_every_value_stands_in_the_row_of_its_record(told, table):
    journey, book = told
    rows = _rows(book, SHEETS[table])
    assert rows.keys() == journey.table(table).keys()
    for record in journey.table(table).values():
        row = rows[record.id]
        for name, field in told_fields(type(record)).items():
            if (table, name) not in TOLD_OTHERWISE:
                _expect(journey, row, field, getattr(record, name))


def _expect(journey, row, field, value):
    """Look for a field's value in the row: below its title, or a part of another cell."""
    wanted = list(_shown(journey, field, value))
    under = [cell.value for head, cell in row.items() if str(head).startswith(field.title)]
    cells = under or [cell.value for cell in row.values()]
    for each in wanted:
        assert any(_holds(cell, each) for cell in cells), (field.title, each, cells)


def _holds(cell, wanted):
    if isinstance(wanted, float | int):
        return isinstance(cell, float | int) and cell == wanted
    return cell not in (None, "") and _plain(wanted) in _plain(str(cell))


def _plain(text):
    return " ".join(text.split())


def _shown(journey, field, value):
    """Yield what has to be in a cell; nothing for what is empty, "" for what has no name."""
    if value is None or value is False or value in ("", (), field.default):
        return
    if value is True:
        yield "Yes"
    elif isinstance(value, tuple):
        for each in value:
            yield from _shown(journey, field, each)
    elif isinstance(value, Frozen):
        yield from (each for each in vars(value).values() if each)
    elif names_others(field) is not None:
        record = journey.find(value)
        yield getattr(record, "name", "") or getattr(record, "title", "")
    elif (labels := _labels(field.annotation)) is not None:
        yield ENGLISH(labels[value])
    else:
        yield value


def _labels(annotation):
    """Return what the values of a closed choice are called; None if it is none."""
    if get_origin(annotation) is Literal:
        return labels_of(get_args(annotation))
    return next((found for each in get_args(annotation) if (found := _labels(each))), None)


def test_what_has_no_row_of_its_own_stands_where_it_belongs(told):
    journey, book = told
    cards, nodes = _rows(book, "Cards"), _rows(book, "Flows")
    for card in journey.cards.values():
        assert _holds(cards[card.id]["Lane"].value, journey.lanes[card.lane].title)
        if card.style:
            assert _holds(cards[card.id]["Style"].value, journey.styles[card.style].name)
    for node in journey.flow_nodes.values():
        assert _holds(nodes[node.id]["User flow"].value, journey.flows[node.flow].title)
    for arrow in journey.flow_arrows.values():
        assert _holds(nodes[arrow.source]["Then"].value, arrow.label)


def test_no_text_is_a_formula(told):
    _, book = told

    found = set()
    for sheet in book:
        heads = [cell.value for cell in next(sheet.iter_rows())]
        for row in sheet.iter_rows():
            found |= {(sheet.title, heads[c.column - 1]) for c in row if c.data_type == "f"}
    assert found <= FORMULAS
