"""The flat sheets: real tables with everything that the map holds."""

from io import BytesIO

import openpyxl
import pytest
from maps import full_map, golden_map, small_map
from openpyxl.worksheet.worksheet import Worksheet

from cjeditor.exchange.format import Options
from cjeditor.exchange.xlsx import write
from cjeditor.kinds.feeling import Emotion
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.map import Map
from cjeditor.model.records import Comment, Persona
from cjeditor.model.whys import Why


def sheet_of(journey: Map, name: str) -> Worksheet:
    content = write(journey, Options(language="en")).content
    return openpyxl.load_workbook(BytesIO(content))[name]


def rows_of(sheet: Worksheet) -> list[dict[str, object]]:
    header, *rows = sheet.iter_rows(values_only=True)
    return [
        {str(name): value for name, value in zip(header, row, strict=True)}
        for row in rows
        if any(value is not None for value in row)
    ]


@pytest.mark.parametrize(
    "name", ["Cards", "Personas", "Feelings", "Evidence", "Links", "Comments", "Steps"]
)
def test_a_flat_sheet_is_a_table_over_all_its_rows(name):
    sheet = sheet_of(full_map(), name)

    table = sheet.tables[f"tbl{name}"]

    assert table.ref == sheet.dimensions
    assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]
    assert table.autoFilter.ref == sheet.dimensions
    assert sheet.freeze_panes == "A2"
    assert sheet.column_dimensions["A"].hidden
    assert sheet["B1"].font.bold
    assert sheet["B1"].fill.fgColor.rgb == "FF1F4E79"


def test_every_card_stands_in_a_row_with_its_fields():
    journey = full_map()
    rows = {row["id"]: row for row in rows_of(sheet_of(journey, "Cards"))}

    assert rows.keys() == journey.cards.keys()
    assert {key: row["Text"] for key, row in rows.items()} == {
        key: card.text for key, card in journey.cards.items()
    }
    walk = rows["a1"]
    assert (walk["Stage"], walk["Step"], walk["Lane"]) == ("Before", "Arrive", "Actions")
    assert (walk["Order"], walk["Type"], walk["Personas"]) == (1, "Action", "Dewi")
    assert walk["Details"] == "1.2 km, in the rain"
    assert walk["Evidence"] == "Guest survey, Night porter"
    assert (walk["Strength of evidence"], walk["Status"]) == ("Observed", "In progress")
    assert (walk["Tags"], walk["Votes"], walk["Moment of truth"]) == ("rain, night", 3, "Yes")
    assert walk["Own fields"] == "Source row: 17"
    assert rows["th1"]["Order"] == 2


def test_what_a_kind_adds_has_its_own_columns_and_a_shared_one_is_there_once():
    rows = {row["id"]: row for row in rows_of(sheet_of(full_map(), "Cards"))}

    assert rows["t1"]["Channels"] == "Self-service, App"
    assert rows["p1"]["Severity"] == 5
    assert rows["a1"]["Severity"] is None
    assert rows["o1"]["Impact"] == 5
    owners = [name for name in rows["a1"] if str(name).startswith("Owner")]
    assert owners == ["Owner"]


def test_a_span_tells_its_last_step():
    journey = small_map()
    journey = journey.put(journey.cards["a3"].replace(last_step="s4"))

    rows = {row["id"]: row for row in rows_of(sheet_of(journey, "Cards"))}

    assert rows["a3"]["Last step"] == "Pay"
    assert rows["a1"]["Last step"] is None


def test_cells_offer_the_choices_that_the_map_knows():
    sheet = sheet_of(full_map(), "Cards")
    header = {cell.value: cell.column_letter for cell in sheet[1]}
    rules = {str(rule.sqref)[0]: rule for rule in sheet.data_validations.dataValidation}

    def rule(name: str):
        return rules[header[name]]

    assert rule("Stage").formula1 == "lst_stages"
    assert rule("Lane").formula1 == "lst_lanes"
    assert rule("Type").formula1 == "lst_types"
    assert rule("Channels").formula1 == "lst_channels"
    assert rule("Channels").errorStyle == "information"
    assert rule("Status").formula1 == "lst_statuses"
    assert (rule("Severity").formula1, rule("Severity").formula2) == ("1", "5")
    assert rule("Severity").type == "whole"


def test_each_list_has_its_name():
    content = write(full_map(), Options(language="en")).content
    book = openpyxl.load_workbook(BytesIO(content))

    area = book.defined_names["lst_stages"].attr_text

    assert area == "Lists!$A$2:$A$4"
    assert [row[0].value for row in book["Lists"]["A2:A4"]] == ["Before", "Stay", "After"]


def test_a_wide_table_prints_on_two_sheets_side_by_side_each_with_heads_and_steps():
    cards, personas = (sheet_of(full_map(), name) for name in ("Cards", "Personas"))

    assert (cards.page_setup.fitToWidth, cards.page_setup.fitToHeight) == (2, 0)
    assert (cards.print_title_rows, cards.print_title_cols) == ("$1:$1", "$A:$C")
    assert [cell.value for cell in cards[1][1:3]] == ["Stage", "Step"]
    assert (personas.page_setup.fitToWidth or 1, personas.page_setup.fitToHeight) == (1, 0)


def test_every_row_is_as_high_as_its_text():
    journey = small_map()
    long = journey.cards["a1"].replace(detail="A word after another. " * 20)

    sheet = sheet_of(journey.put(long), "Cards")

    heights = {sheet.cell(row, 1).value: sheet.row_dimensions[row].height for row in range(2, 6)}
    assert heights["a1"] > 10 * 14
    assert heights["a2"] == 18


def test_personas_stand_with_all_their_fields():
    dewi, omar = rows_of(sheet_of(full_map(), "Personas"))

    assert (dewi["id"], dewi["Name"], dewi["Role"]) == ("dewi", "Dewi", "Consultant")
    assert dewi["Preferred channels"] == "App, Phone"
    assert dewi["Quotes"] == "“Just the key, please.” (Interview 3)"
    assert dewi["Part in the purchase"] == "Decides, Uses"
    assert omar["Name"] == "عمر"


def test_evidence_and_links_stand_where_the_map_has_any():
    survey, porter = rows_of(sheet_of(full_map(), "Evidence"))
    links = rows_of(sheet_of(full_map(), "Links"))

    assert (survey["Kind"], survey["Title"], survey["Respondents"]) == (
        "Survey", "Guest survey", 212,
    )  # fmt: skip
    assert porter["Title"] == "Night porter"
    assert {(link["source id"], link["Relation"], link["target id"]) for link in links} == {
        ("o1", "Solves", "p1"), ("t1", "Causes", "p1"), ("a1", "Leads to", "t1"),
    }  # fmt: skip
    assert [(link["From"], link["To"]) for link in links] == [
        ("Walks from the station", "Key box"),
        ("Key box", "The code does not work"),
        ("Send the code again by SMS", "The code does not work"),
    ]


def test_comments_on_what_stands_beside_the_map_come_last():
    journey = full_map().put(
        Why(id="w", pain="p1", text="Nobody asked"), Comment(id="a", about="w", text="Really?")
    )

    last = rows_of(sheet_of(journey, "Comments"))[-1]

    assert (last["about id"], last["About"], last["Comment"]) == (
        "w",
        "Why 1: Nobody asked",
        "Really?",
    )


def test_comments_stand_with_what_they_are_about():
    whole, asked, answered = rows_of(sheet_of(full_map(), "Comments"))

    assert whole["About"] == "Map title: A night at the Harbour Hotel"
    assert (asked["about id"], asked["Comment"]) == ("t1", "Is it so at night?\n=SUM(1)")
    assert asked["About"] == "Touchpoint, Before / Check-In, Self-service, App: Key box"
    assert (asked["Author"], asked["Written"]) == ("Ben", "2026-11-22T14:32:05Z")
    assert (asked["Settled"], answered["Settled"]) == ("Yes", None)


def test_what_is_hidden_on_the_map_is_in_the_workbook():
    journey = golden_map()

    rows = {row["id"] for row in rows_of(sheet_of(journey, "Cards"))}

    assert rows == journey.cards.keys()


def test_the_scope_stands_field_by_field_in_the_words_of_the_map():
    title, *others = rows_of(sheet_of(full_map(), "Scope"))

    assert title == {"id": "title", "Field": "Title", "Value": "A night at the Harbour Hotel"}
    assert {row["Field"] for row in others} >= {"Scenario", "Customer goal", "Authors"}


def test_the_average_is_that_of_the_current_curves_with_its_value_for_readers_that_do_not_count():
    journey = full_map().put(Emotion(id="em5", step="arrive", value=1.5))
    content = write(journey, Options(language="en")).content

    formulas = openpyxl.load_workbook(BytesIO(content))["Emotions"]
    values = openpyxl.load_workbook(BytesIO(content), data_only=True)["Emotions"]

    headers = [cell.value for cell in formulas[1]]
    assert headers == ["id", "Stage", "Step", "All customers", "Dewi", "Future state", "Average"]
    for row in range(2, 7):
        felt = [cell.value for cell in values[row][3:5] if cell.value is not None]
        assert (
            formulas.cell(row, 7).value == f'=IF(COUNT(D{row}:E{row})=0,"",AVERAGE(D{row}:E{row}))'
        )
        assert (values.cell(row, 7).value or "") == (sum(felt) / len(felt) if felt else "")


def test_the_chart_shows_each_curve_in_straight_lines():
    sheet = sheet_of(full_map(), "Emotions")

    (chart,) = sheet._charts

    assert len(chart.series) == 3
    assert not any(line.smooth for line in chart.series)
    assert (chart.y_axis.scaling.min, chart.y_axis.scaling.max) == (-2, 2)
    assert chart.x_axis.tickLblPos == "low"


def test_names_that_two_personas_share_stay_apart():
    journey = small_map().put(
        Persona(id="p1a", name="Rina"),
        Persona(id="p2a", order="a1", name="rina"),
        Emotion(id="x1", step="s1", persona="p1a", value=1.0),
        Emotion(id="x2", step="s1", persona="p2a", value=-1.0),
    )

    headers = [cell.value for cell in sheet_of(journey, "Emotions")[1]]

    assert headers[4:6] == ["Rina", "rina (2)"]


def test_the_notes_of_empathy_maps_stand_in_a_sheet_of_their_own():
    rows = {row["id"]: row for row in rows_of(sheet_of(golden_map(), "Empathy"))}

    note = rows["en1"]
    assert (note["Persona"], note["Field"]) == ("Dewi", "Feels")
    assert (note["Text"], note["Details"]) == ("Did they forget me?", "Said twice")
    assert (note["Evidence"], note["Strength of evidence"]) == ("Night porter", "Heard")
    assert list(rows) == ["en1", "en2"]


def test_the_notes_stand_persona_by_persona_and_field_by_field():
    journey = small_map().put(
        Persona(id="b", order="a1"),
        Persona(id="a", order="a0"),
        EmpathyNote(id="n1", persona="b", field="thinks"),
        EmpathyNote(id="n2", persona="a", order="a0", field="goals"),
        EmpathyNote(id="n3", persona="a", order="a1", field="thinks"),
        EmpathyNote(id="n4", persona="a", order="a2", field="thinks"),
    )

    rows = rows_of(sheet_of(journey, "Empathy"))

    assert [row["id"] for row in rows] == ["n3", "n4", "n2", "n1"]


def test_a_map_without_empathy_maps_has_no_sheet_of_them():
    content = write(small_map(), Options(language="en")).content
    assert "Empathy" not in openpyxl.load_workbook(BytesIO(content)).sheetnames


def test_the_sheet_of_personas_says_which_empathy_map_and_which_evidence():
    rows = {row["id"]: row for row in rows_of(sheet_of(golden_map(), "Personas"))}

    assert (rows["dewi"]["Empathy map"], rows["dewi"]["Evidence"]) == (
        "Four fields",
        "Night porter",
    )
    assert "Drawn face" not in rows["dewi"]
