"""What stands beside the map has its sheets in the workbook."""

import io

import pytest
from edits.test_flows import drawn
from exchange.journeys import written
from maps import golden_map, small_map
from openpyxl import load_workbook

from cjeditor.edits.whys import AddWhy
from cjeditor.exchange.registry import format_named


def sheet(journey, name):
    book = load_workbook(io.BytesIO(written(format_named("xlsx"), journey).content))
    return book[name] if name in book.sheetnames else None


def rows(found):
    head, *others = found.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in others]


@pytest.mark.parametrize("name", ["Whys", "Flows"])
def test_a_map_without_them_has_no_such_sheet(name):
    assert sheet(small_map(), name) is None


def test_whys_stand_in_order_with_their_level():
    journey = AddWhy("p1", None, "The guest has two codes", 0, "w0").apply(golden_map())

    found = sheet(journey, "Whys")

    assert [table.displayName for table in found.tables.values()] == ["tblWhys"]
    ids = found.column_dimensions["A"]
    assert (ids.hidden, ids.max) == (True, 3)
    told = rows(found)
    assert [(row["Tingkat"], row["Karena"]) for row in told] == [
        (1, "The guest has two codes"),
        (1, "The code is sent too early"),
        (2, "The train's delay is unknown"),
    ]
    last = told[-1]
    assert (last["parent id"], last["countermeasure id"]) == ("w1", "o1")
    assert last["Titik masalah"] == "The code does not work"
    assert last["Penanggulangan"] == "Send the code again by SMS"
    assert (last["Akar masalah"], last["Kekuatan bukti"]) == ("Ya", "Diukur")


def test_flows_stand_node_by_node_with_what_follows():
    found = sheet(drawn(), "Flows")

    assert [table.displayName for table in found.tables.values()] == ["tblFlows"]
    told = rows(found)
    assert [(row["Kind"], row["Text"], row["Then"]) for row in told] == [
        ("Start", None, "A"),
        ("Action", "A", "D"),
        ("Decision", "D", "yes: B\nno: A"),
        ("End", "B", None),
    ]
    assert {row["User flow"] for row in told} == {"Trying"}
    assert told[0]["About"] == "Action, Buy / Try: Ride it"
    assert [row["Jenis"] for row in rows(sheet(golden_map(), "Flows"))] == ["Mulai", "Keputusan"]
