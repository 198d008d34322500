"""Answers read from tables of all sorts, counted, and what does not count listed by row."""

import random
import time
from datetime import datetime, timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter

from cjeditor.core.progress import Cancelled
from cjeditor.core.words import Words
from cjeditor.exchange.format import ReadError
from cjeditor.exchange.survey.answers import Columns, Scale, count_answers
from cjeditor.exchange.survey.csv_rows import encoding_of
from cjeditor.exchange.survey.days import day_of, moment_of, order_of
from cjeditor.exchange.survey.table import open_table, preview
from cjeditor.model.formulas import nps_of
from cjeditor.sentences import sentence

NPS = Scale(0, 10)


def moment(*parts):
    return datetime(*parts)  # noqa: DTZ001  a sheet knows no zones


TABLE = (
    "date,score,stage,comment\r\n"
    '2026-10-03,9,Pay,"Quick,\r\nand easy"\r\n'
    "2026-10-20,10,Pay,\r\n"
    "2026-11-02,3,Find,slow\r\n"
    ",,,\r\n"
    "2026-11-05,,Find,\r\n"
    "2026-11-06,ten,Find,\r\n"
    "2026-11-07,11,Find,\r\n"
    "yesterday,5,Find,\r\n"
    "2026-11-30,7,Pay,Größe\r\n"
)
COLUMNS = Columns(value=1, day=0, segment=2)


def tallied(tmp_path, content, columns=COLUMNS, scale=NPS, name="answers.csv"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    file = open_table(path)
    return count_answers(file, file.sheets[0], columns, scale)


def workbook(rows, sheet="Answers"):
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    page = book.add_worksheet(sheet)
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime):
                page.write_datetime(number, column, cell, day)
            elif cell is not None:
                page.write(number, column, cell)
    book.close()
    return out.getvalue()


def check_table(tally):
    assert tally.answers == 8
    assert tally.counted == 4
    assert tally.blank.rows == [(6, "")]
    assert tally.no_number.rows == [(7, "ten")]
    assert tally.off_scale.rows == [(8, "11")]
    assert tally.no_day.rows == [(9, "yesterday")]
    assert tally.segments == ("Find", "Pay")
    assert {month: dict(scores) for month, scores in tally.of(None, monthly=True).items()} == {
        "2026-10": {9: 1, 10: 1},
        "2026-11": {3: 1, 7: 1},
    }
    assert dict(tally.of("Pay", monthly=False)[""]) == {9: 1, 10: 1, 7: 1}
    assert str(tally.last_day(None, None)) == "2026-11-30"
    assert str(tally.last_day("Find", "2026-11")) == "2026-11-02"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_text_table_is_read_however_it_is_written(tmp_path, encoding, delimiter):
    text = TABLE.replace('"Quick,', '"Quick').replace(",", delimiter)

    check_table(tallied(tmp_path, text.encode(encoding)))


def test_a_workbook_is_read(tmp_path):
    rows = [
        line.split(",") for line in TABLE.replace('"Quick,\r\nand easy"', "Quick").split("\r\n")
    ]
    for row in rows[1:]:
        if row[0].startswith("2026"):
            row[0] = datetime.fromisoformat(row[0])
        if len(row) > 1 and row[1].isdigit():
            row[1] = int(row[1])

    check_table(tallied(tmp_path, workbook(rows), name="answers.xlsx"))


def test_the_beginning_is_shown_with_the_names_of_the_columns(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text(TABLE)
    file = open_table(path)

    seen = preview(file, "")

    assert seen.columns == ("date", "score", "stage", "comment")
    assert seen.rows[0] == ("2026-10-03", "9", "Pay", "Quick,\r\nand easy")
    assert len(seen.rows) == 8


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("2026-11-05", "day first", "2026-11-05"),
        ("2026-11-05T10:00:00Z", "day first", "2026-11-05"),
        ("5/11/2026 10:00", "day first", "2026-11-05"),
        ("11/05/2026", "month first", "2026-11-05"),
        ("5.11.26", "day first", "2026-11-05"),
        ("31/02/2026", "day first", "None"),
        ("soon", "day first", "None"),
    ],
)
def test_days_are_read_in_many_forms(text, order, day):
    assert str(day_of(text, order)) == day


def test_whether_the_day_or_the_month_comes_first_is_seen_from_the_days():
    assert order_of(["5/6/2026", "5/13/2026"]) == "month first"
    assert order_of(["5/6/2026", "13/5/2026"]) == "day first"
    assert order_of(["5/6/2026"]) == "day first"


def test_a_moment_may_be_told_by_half_days():
    assert moment_of("11/05/2026 1:30 PM", "month first") == datetime.fromisoformat(
        "2026-11-05 13:30"
    )


def test_durations_are_taken_from_two_moments_and_open_cases_are_counted_apart(tmp_path):
    tally = tallied(
        tmp_path,
        "opened;resolved\n2026-11-01 08:00;2026-11-01 12:30\n2026-11-01 08:00;\n"
        "2026-11-02 08:00;2026-11-01 08:00\nnever;2026-11-01 08:00\n",
        Columns(value=1, opened=0),
        Scale(0, None),
    )

    assert dict(tally.of(None, monthly=False)[""]) == {4.5: 1}
    assert tally.open_of(None, None) == 1
    assert tally.off_scale.rows == [(4, "2026-11-01 08:00")]
    assert tally.no_number.rows == [(5, "never")]


def test_numbers_with_a_comma_are_read(tmp_path):
    tally = tallied(tmp_path, "jam\n1,5\n2.5\n", Columns(value=0), Scale())

    assert dict(tally.of(None, monthly=False)[""]) == {1.5: 1, 2.5: 1}


def test_a_column_that_a_row_does_not_have_is_blank(tmp_path):
    tally = tallied(tmp_path, "a,b\n1,9\n1\n", Columns(value=1))

    assert tally.blank.count == 1


def test_only_the_first_troubles_are_listed_but_all_are_counted(tmp_path):
    tally = tallied(tmp_path, "score\n" + "x\n" * 5_000, Columns(value=0))

    assert tally.no_number.count == 5_000
    assert len(tally.no_number.rows) == 1_000


def test_counting_can_be_stopped(tmp_path):
    path = tmp_path / "a.csv"
    path.write_text("score\n" + "9\n" * 5_000)

    def stop(_share):
        raise Cancelled

    with pytest.raises(Cancelled):
        count_answers(open_table(path), "", Columns(value=0), NPS, stop)


def test_a_hundred_thousand_answers_take_less_than_a_second(tmp_path):
    chance = random.Random(1)
    lines = [f"2026-{m:02}-{d:02},{s},Pay" for m, d, s in (
        (chance.randint(1, 12), chance.randint(1, 28), chance.randint(0, 10))
        for _ in range(100_000)
    )]  # fmt: skip
    content = "date,score,stage\n" + "\n".join(lines)

    begin = time.process_time()
    tally = tallied(tmp_path, content)
    spent = time.process_time() - begin

    assert tally.counted == 100_000
    assert -100 < nps_of(tally.of(None, monthly=False)[""]).value < 0
    assert spent < 1


def test_a_workbook_is_counted_nearly_as_quickly_as_text(tmp_path):
    """To take a second for 100,000 answers too, it may take no longer than twice the text."""
    chance = random.Random(1)
    first = moment(2026, 1, 1)
    rows = [
        [first + timedelta(minutes=20 * n), chance.randint(0, 10), "Pay", f"Comment {n}", 3, 4]
        for n in range(20_000)
    ]
    head = ["date", "score", "stage", "comment", "a", "b"]
    text = "\n".join(",".join(map(str, row)) for row in [head, *rows])
    spent = {}
    for name, content in (("a.csv", text), ("a.xlsx", workbook([head, *rows]))):
        found = []
        for _ in range(3):
            begin = time.process_time()
            tally = tallied(tmp_path, content, name=name)
            found.append(time.process_time() - begin)
            assert tally.counted == 20_000
        spent[name] = min(found)

    assert spent["a.xlsx"] < 3.5 * spent["a.csv"]


REFUSED = {
    "nothing": (b"", "empty"),
    "one row": (b"a,b\n", "at least one row"),
    "a picture": (b"\x89PNG\r\n\x1a\n\0\0\0\0", "no table of text"),
    "a broken workbook": (b"PK\x03\x04rest", "damaged"),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "password"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_table_is_refused_with_a_sentence(tmp_path, name):
    content, part = REFUSED[name]
    path = tmp_path / "a.csv"
    path.write_bytes(content)

    def see():
        file = open_table(path)
        preview(file, file.sheets[0])

    with pytest.raises(ReadError) as caught:
        see()

    assert part in sentence(caught.value, Words("en"))


def test_too_many_segments_are_refused(tmp_path):
    content = "score,id\n" + "".join(f"9,{n}\n" for n in range(6_000))

    with pytest.raises(ReadError, match="too many different names"):
        tallied(tmp_path, content, Columns(value=0, segment=1))


def test_utf_16_without_a_mark_is_seen_by_its_zeros():
    assert encoding_of("score\n9\n".encode("utf-16-le")) == "utf-16-le"
    assert encoding_of("score\n9\n".encode("utf-16-be")) == "utf-16-be"


def test_text_of_older_windows_keeps_its_letters(tmp_path):
    tally = tallied(tmp_path, "s;n\n9;Größe\n".encode("cp1252"), Columns(value=0, segment=1))

    assert tally.segments == ("Größe",)


def test_hostile_workbooks_are_refused_or_harmless(inputs):
    """Those that others have made."""
    ends = {}
    for path in sorted((inputs / "hostile_xlsx").iterdir()):
        try:
            file = open_table(path)
            preview(file, file.sheets[0])
            tally = count_answers(file, file.sheets[0], Columns(0), Scale())
            ends[path.name] = tally.answers <= 2
        except ReadError as error:
            ends[path.name] = bool(sentence(error, Words("id")))

    assert all(ends.values()), ends


def with_part(content, name, change):
    """Return a workbook with one of its parts changed."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for part in source.namelist():
            text = source.read(part)
            target.writestr(part, change(text) if part == name else text)
    return out.getvalue()


STRINGS, SHEET = "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"
MANY = b"".join(b'<row r="%d"/>' % number for number in range(300_001))
TYPE = b"<!DOCTYPE sst SYSTEM 'a.dtd'><sst"


@pytest.mark.parametrize(
    ("part", "change", "said"),
    [
        (STRINGS, lambda text: text.replace(b"<sst", TYPE, 1), "declarations"),
        (STRINGS, lambda text: text + b" " * 30_000_000, "too large"),
        (SHEET, lambda text: text + MANY, "more than 300,000 rows"),
        (SHEET, lambda text: text[:200], "damaged"),
    ],
)
def test_a_hostile_workbook_is_refused_before_it_is_opened(tmp_path, part, change, said):
    sound = workbook([["score", "who"], [9, "a"]])
    path = tmp_path / "answers.xlsx"
    path.write_bytes(with_part(sound, part, change))

    def see():
        file = open_table(path)
        return count_answers(file, file.sheets[0], Columns(0), NPS)

    with pytest.raises(ReadError) as caught:
        see()

    assert said in sentence(caught.value, Words("en"))
