"""The sheets of the sources and of what is to be done, read back by openpyxl."""

from io import BytesIO

import openpyxl
from maps import full_map, golden_map, small_map

from cjeditor.exchange.format import Options
from cjeditor.exchange.xlsx import write
from cjeditor.kinds.opportunity import Opportunity


def sheet_of(journey, name, language="en"):
    book = openpyxl.load_workbook(BytesIO(write(journey, Options(language=language)).content))
    return book[name]


def rows_of(sheet):
    head, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(head, row, strict=True)) for row in rows]


def test_each_source_tells_how_many_cards_it_stands_behind():
    journey = full_map()
    journey = journey.put(journey.cards["t1"].replace(evidence=("ev2",)))
    sheet = sheet_of(journey, "Evidence")

    rows = rows_of(sheet)
    assert [(row["id"], row["Title"], row["Cards behind"]) for row in rows] == [
        ("ev1", "Guest survey", 1), ("ev2", "Night porter", 2),
    ]  # fmt: skip
    assert list(sheet.tables) == ["tblEvidence"]
    assert sheet.column_dimensions["A"].hidden


def test_what_is_to_be_done_stands_by_its_day_with_what_it_solves():
    journey = golden_map().put(
        Opportunity(id="o2", lane="ideas", first_step="sleep", last_step="sleep", order="a1",
                    text="Earplugs", due="2026-12-01", impact=1, effort=5)
    )  # fmt: skip
    sheet = sheet_of(journey, "Actions")

    first, second = rows_of(sheet)
    assert (first["id"], first["Due"], first["Quadrant"]) == (
        "o2", "2026-12-01", "Thankless tasks",
    )  # fmt: skip
    assert second["Due"] == "2026-12-15"
    assert second["Solves"] == "The code does not work"
    assert second["Owner"] == "IT"
    assert (second["Stage"], second["Step"]) == ("Before", "Check-In")
    assert list(sheet.tables) == ["tblActions"]


def test_the_headers_are_in_the_language_of_the_workbook():
    rows = rows_of(sheet_of(golden_map(), "Actions", "id"))
    assert {"Tenggat", "Peluang", "Kuadran"} & set(rows[0]) >= {"Tenggat", "Kuadran"}
    assert rows[0]["Kuadran"] == "Hasil cepat"
    assert "Kartu yang didukung" in rows_of(sheet_of(golden_map(), "Evidence", "id"))[0]


def test_a_map_without_opportunities_has_no_such_sheet():
    book = openpyxl.load_workbook(BytesIO(write(small_map(), Options(language="en")).content))

    assert "Actions" not in book.sheetnames
    assert "Evidence" not in book.sheetnames
