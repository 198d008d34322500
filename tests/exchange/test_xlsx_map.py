"""The sheet that looks like the map."""

from io import BytesIO

import openpyxl
import pytest
from maps import big_map, full_map, small_map
from openpyxl.worksheet.worksheet import Worksheet

from cjeditor.core.colours import contrast
from cjeditor.exchange.format import Options
from cjeditor.exchange.xlsx import write
from cjeditor.exchange.xlsx.map_cards import placed
from cjeditor.model.map import Map


def map_sheet(journey: Map) -> Worksheet:
    content = write(journey, Options(language="en")).content
    return openpyxl.load_workbook(BytesIO(content))["Map"]


def texts(sheet: Worksheet) -> list[str]:
    return [cell.value for row in sheet.iter_rows() for cell in row if isinstance(cell.value, str)]


def place(sheet: Worksheet, text: str) -> str:
    """Return the address of the cell that begins with *text*."""
    return next(
        cell.coordinate
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith(text)
    )


def merged(sheet: Worksheet) -> set[str]:
    return {str(area) for area in sheet.merged_cells.ranges}


def test_stages_stand_across_over_their_steps():
    sheet = map_sheet(small_map())

    assert sheet["A1"].value == "Buying a bicycle"
    assert (sheet["B3"].value, sheet["D3"].value) == ("Find", "Buy")
    assert {"A1:E1", "B3:C3", "D3:E3"} <= merged(sheet)
    assert [cell.value for cell in sheet[4]][1:] == ["Notice", "Compare", "Try", "Pay"]


def test_a_row_of_steps_stands_only_where_a_step_has_a_title():
    journey = small_map()
    bare = journey.put(*(step.replace(title="") for step in journey.steps.values()))

    assert map_sheet(bare).freeze_panes == "B4"
    assert map_sheet(journey).freeze_panes == "B5"


def test_lanes_stand_down_and_each_card_in_the_column_of_its_step():
    sheet = map_sheet(small_map())

    assert sheet["A5"].value == "Actions"
    assert (sheet["B5"].value, sheet["B6"].value) == ("Ask friends", "Read reviews")
    assert sheet["D5"].value == "Ride it"
    assert "A5:A6" in merged(sheet)
    assert sheet["A7"].value == "Pain points"
    assert sheet["C7"].value == "Too many\n●●●●○"


@pytest.mark.parametrize("journey", [full_map(), big_map(300, 5, 9)], ids=["full", "big"])
def test_every_cards_words_are_on_the_map(journey):
    shown = " ".join(texts(map_sheet(journey)))

    missing = [card.text for card in journey.cards.values() if card.text not in shown]

    assert missing == []


def test_a_card_has_the_ground_and_the_bar_of_its_kind():
    cell = map_sheet(small_map())["B5"]

    assert cell.fill.fgColor.rgb == "FFFFF3C4"
    assert (cell.border.left.style, cell.border.left.color.rgb) == ("thick", "FFB7791F")
    assert cell.alignment.wrap_text


def test_a_card_of_another_kind_than_its_lane_says_so():
    sheet = map_sheet(full_map())

    assert "Did I get the code?\nThought" in texts(sheet)
    assert sheet[place(sheet, "Key box")].value == "Key box · Self-service, App"


def test_a_span_is_one_cell_over_its_steps():
    journey = small_map()
    journey = journey.put(journey.cards["p1"].replace(last_step="s4"))

    assert "C7:E7" in merged(map_sheet(journey))


def test_a_span_moves_no_card_into_another_cells_place():
    journey = small_map()
    journey = journey.put(
        journey.cards["a1"].replace(last_step="s4"), journey.cards["a3"].replace(last_step="s4")
    )
    cells = {
        each.card.id: (each.row, each.first, each.last)
        for each in placed(journey, journey.lanes["do"])
    }

    assert cells == {"a1": (0, 0, 3), "a2": (1, 0, 0), "a3": (1, 2, 3)}


def test_feelings_stand_as_numbers_with_their_words_and_the_curves_above():
    sheet = map_sheet(full_map())
    row = sheet[place(sheet, "Dewi")].row

    assert [cell.value for cell in sheet[row]][1:3] == [-0.5, -2]
    assert sheet.cell(row + 1, 2).value == "tired\n“At last”"
    good = sheet[place(sheet, "All customers")].row
    assert sheet.cell(good, 6).value == 1
    assert sheet.cell(good, 6).fill.fgColor.rgb != sheet.cell(row, 2).fill.fgColor.rgb
    assert len(sheet._charts) == 1


def test_a_blueprint_line_is_a_dashed_line_with_its_name():
    sheet = map_sheet(full_map())

    line = sheet[place(sheet, "Line of interaction")]

    assert line.border.bottom.style == "mediumDashed"
    assert sheet.cell(line.row, 6).border.bottom.style == "mediumDashed"


def test_a_long_lane_names_itself_again():
    sheet = map_sheet(big_map(60, 2, 3))  # twenty cards deep

    again = [text for text in texts(sheet) if text.endswith("(cont.)")]

    assert len(again) == 2
    assert max(area.size["rows"] for area in sheet.merged_cells.ranges) <= 8


def test_white_text_is_readable_on_every_stage():
    journey = small_map()
    journey = journey.put(journey.stages["find"].replace(colour="#ffee00"))
    sheet = map_sheet(journey)

    for address in ("B3", "D3"):
        ground = "#" + sheet[address].fill.fgColor.rgb[2:].lower()
        assert contrast("#ffffff", ground) >= 4.5
        assert sheet[address].font.color.rgb == "FFFFFFFF"


def test_the_sheet_prints_on_a3_across_one_page_with_its_heads_repeated():
    sheet = map_sheet(full_map())

    assert (sheet.page_setup.paperSize, sheet.page_setup.orientation) == (8, "landscape")
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.fitToWidth or 1, sheet.page_setup.fitToHeight) == (1, 0)
    assert (sheet.print_title_rows, sheet.print_title_cols) == ("$1:$4", "$A:$A")
    assert sheet.sheet_view.zoomScale == 80
    assert not sheet.sheet_view.showGridLines


def test_every_row_has_a_height_that_excel_knows():
    journey = small_map()
    journey = journey.put(journey.cards["a1"].replace(text="w" * 100_000))
    sheet = map_sheet(journey)

    heights = [sheet.row_dimensions[row].height for row in range(1, sheet.max_row + 1)]

    assert all(0 < height <= 409 for height in heights)
    assert sheet["B5"].value.endswith("…")


def test_the_head_stays_low_enough_to_be_frozen():
    journey = small_map()
    journey = journey.with_scope(journey.scope.replace(title="long " * 500, scenario="x" * 9000))
    journey = journey.put(journey.steps["s1"].replace(title="y" * 5000))
    sheet = map_sheet(journey)

    assert sum(sheet.row_dimensions[row].height for row in range(1, 5)) < 260
