"""The workbook as a whole, read back by openpyxl."""

from io import BytesIO
from zipfile import ZipFile

import openpyxl
import pytest
from maps import big_map, full_map, small_map
from openpyxl.workbook import Workbook

from cjeditor.core.progress import Cancelled, no_progress
from cjeditor.core.words import Words
from cjeditor.exchange.format import Options
from cjeditor.exchange.xlsx import FORMAT, write
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.emotion_lane import EmotionLane
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.fields import Extra
from cjeditor.kinds.plain import Note
from cjeditor.model.map import Map
from cjeditor.model.records import Persona, Scope, Stage, Step

ENGLISH = Options(language="en")
HOSTILE = [
    "=SUM(1,2)", "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1", "{=1}", "#N/A", "TRUE",
    "1234567890123456789", "2026-01-01", "https://example.org", "mailto:a@example.org",
    "<b>bold</b> & \"q\"", "_x000D_", "'apostrophe", "external:c:\\x.xlsx", "internal:Map!A1",
    "<r><t>rich</t></r>", "<r>& no markup</r>",
]  # fmt: skip


def book_of(journey: Map) -> Workbook:
    return openpyxl.load_workbook(BytesIO(write(journey, ENGLISH).content))


def hostile_map() -> Map:
    journey = Map(id="hostile", scope=Scope(title="=1+1 &P", authors=("=1",))).put(
        Stage(id="stage", title="=1+1"),
        Persona(id="one", order="a0", name="=1+1"),
        Persona(id="two", order="a1", name="=1+1"),
        CardsLane(id="lane", order="a0", title="=1+1"),
        EmotionLane(id="mood", order="a1", title="@x"),
    )
    for number, text in enumerate(HOSTILE):
        step = f"step{number}"
        order = f"a{number}" if number < 10 else f"b{number}"
        journey = journey.put(
            Step(id=step, stage="stage", order=order, title=text),
            Note(
                id=f"card{number}", lane="lane", first_step=step, last_step=step, text=text,
                detail=text, tags=(text,), extras=(Extra(name=text, value=text),),
            ),
            Emotion(id=f"e{number}", step=step, persona="one", value=-1.0, label=text, quote=text),
            Emotion(id=f"f{number}", step=step, persona="two", value=1.0),
        )  # fmt: skip
    return journey


def formulas(book: Workbook) -> list[str]:
    return [
        f"{sheet.title}!{cell.column}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f"
    ]


def test_the_sheets_stand_in_the_order_that_people_need():
    book = book_of(full_map())

    shown = [sheet.title for sheet in book if sheet.sheet_state == "visible"]
    hidden = {sheet.title: sheet.sheet_state for sheet in book if sheet.sheet_state != "visible"}

    assert shown[:4] == ["Map", "Cards", "Emotions", "Personas"]
    assert set(shown[4:]) == {
        "Feelings", "Gap", "Stages", "Steps", "Evidence", "Links", "Actions", "Comments", "Scope",
    }  # fmt: skip
    assert hidden == {"Lists": "hidden", "_cjm": "veryHidden"}
    assert book.active.title == "Map"


def test_equal_maps_give_equal_bytes():
    assert write(full_map(), ENGLISH).content == write(full_map(), ENGLISH).content


def test_no_text_becomes_a_formula_a_link_or_a_number():
    book = book_of(hostile_map())
    average = len(HOSTILE) * ["Emotions!6"]

    assert formulas(book) == average
    texts = {cell.value for row in book["Cards"].iter_rows(min_row=2) for cell in row}
    assert set(HOSTILE) <= texts
    assert not any(sheet._hyperlinks for sheet in book)


def test_a_text_that_begins_like_a_formula_is_marked_as_text():
    sheet = book_of(hostile_map())["Cards"]
    text = {cell.value: cell for cell in sheet["G"]}

    assert text["=SUM(1,2)"].quotePrefix
    assert text["=SUM(1,2)"].data_type == "s"
    assert not text["TRUE"].quotePrefix


def test_a_title_cannot_put_codes_into_the_footer():
    with ZipFile(BytesIO(write(hostile_map(), ENGLISH).content)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()

    footer = sheet.partition("<oddFooter>")[2].partition("<")[0].replace("&amp;", "&")

    look = '&"Calibri,Regular"&9'
    assert footer == f"&L{look} =1+1 &&P&C{look} &A&R{look} Page &P of &N"


def test_what_a_cell_cannot_hold_is_told_with_its_place():
    journey = small_map()
    journey = journey.put(journey.cards["a3"].replace(text="word " * 20_000 + "\x00"))

    remarks = write(journey, ENGLISH).remarks

    assert {remark.place for remark in remarks} == {"Cards!G5"}
    assert len(remarks) == 2


@pytest.mark.parametrize(
    "journey",
    [
        Map(id="empty"),
        Map(id="lanes").put(CardsLane(id="a"), EmotionLane(id="b", order="a1")),
        Map(id="bare").put(Stage(id="s"), Step(id="t", stage="s"), EmotionLane(id="e")),
    ],
    ids=lambda journey: journey.id,
)
def test_a_map_without_cards_is_still_a_workbook(journey):
    book = book_of(journey)

    assert book["Cards"].tables["tblCards"].ref == "A1:Y2"
    assert book["Map"]["A1"].value is None


def test_progress_rises_to_one():
    shares: list[float] = []

    write(big_map(700, 4, 6), ENGLISH, shares.append)

    assert shares == sorted(shares)
    assert shares[0] == 0
    assert shares[-1] == 1
    assert len(shares) > 8


def test_the_work_stops_when_the_user_says_so():
    def stop(share: float) -> None:
        if share > 0.2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(big_map(700, 4, 6), ENGLISH, stop)


def test_the_file_says_which_map_it_is():
    with ZipFile(BytesIO(write(full_map(), ENGLISH).content)) as package:
        custom = package.read("docProps/custom.xml").decode()
    book = book_of(full_map())

    assert "cjm.format" in custom
    assert "<vt:lpwstr>full</vt:lpwstr>" in custom
    assert book.properties.title == "A night at the Harbour Hotel"
    assert book.properties.creator == "Ani Wijaya, Ben O'Neil"
    assert book.properties.created.isoformat().startswith("2026-11-22")


def test_a_day_that_no_calendar_has_does_no_harm():
    journey = small_map().with_scope(Scope(date="2026-02-28"))
    scope = journey.scope.model_copy(update={"date": "2026-02-30"})

    book = book_of(journey.with_scope(scope))

    assert book.properties.created.year == 2000


def test_the_hidden_sheet_tells_which_cards_were_edited():
    from cjeditor.exchange.xlsx.base_sheet import fingerprint

    book = book_of(full_map())
    rows = [[cell.value for cell in row if cell.value is not None] for row in book["_cjm"]]
    columns = [row[2] for row in rows if row[0] == "column"][1:]
    prints = {row[1]: row[2] for row in rows if row[0] == "card"}
    header, *cards = book["Cards"].iter_rows(values_only=True)

    assert list(header[1:]) == columns
    for key, *cells in cards:
        texts = ["" if cell is None else str(cell) for cell in cells]
        assert prints[key] == "".join(fingerprint(text) for text in texts)


def test_the_language_of_the_map_decides_the_words():
    options = Options(language=None)

    indonesian = FORMAT.write(full_map(), options, no_progress).content  # its language is id

    headers = [cell.value for cell in openpyxl.load_workbook(BytesIO(indonesian))["Cards"][1]]
    words = Words("id")
    assert headers[1:4] == [words("Stage"), words("Step"), words("Lane")]


def test_stages_and_steps_that_are_told_elsewhere_have_no_sheet():
    plain = small_map()
    told = plain.put(plain.stages["find"].replace(duration="2 days"))

    assert {"Stages", "Steps"}.isdisjoint(book_of(plain).sheetnames)
    assert "Stages" in book_of(told).sheetnames
    assert "Steps" not in book_of(told).sheetnames


def test_the_gap_between_the_states_is_a_sheet_of_its_own():
    rows = list(book_of(full_map())["Gap"].values)

    assert rows[0] == (
        "id", "Stage", "Current state", "Future state", "Difference", "Pain points",
        "Touchpoints", "Opportunities",
    )  # fmt: skip
    assert rows[1] == ("before", "Before", -1.25, None, None, 1, 1, 1)
    assert rows[2][:5] == ("stay", "Stay", None, 1.5, None)
    assert "Gap" not in book_of(small_map()).sheetnames


def test_a_number_makes_no_row_higher_however_many_digits_it_has():
    journey = full_map()
    third = journey.emotions["em2"].replace(value=-1 / 3)
    sheets = [book_of(each) for each in (journey, journey.put(third))]

    for name in ("Gap", "Emotions", "Feelings"):
        before, after = ({n: row.height for n, row in book[name].row_dimensions.items()}
                         for book in sheets)  # fmt: skip
        assert before == after
    assert any(cell == -1 / 3 for row in sheets[1]["Feelings"].values for cell in row)
