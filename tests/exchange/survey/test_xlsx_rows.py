"""Rows of workbooks as openpyxl reads them too, in whatever form their XML is."""

import re
from datetime import date, datetime, time, timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from cjeditor.exchange.format import ReadError
from cjeditor.exchange.survey.xlsx_rows import XlsxBook, column_of, letters_of


def moment(*parts):
    return datetime(*parts)  # noqa: DTZ001  a sheet knows no zones


SHEET, STRINGS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
TEXTS = (
    "", " ", "9", "=1+1", "<b>&amp;", "a\nb", "Größe", "عمر", "😀", "]]>", "<row r=\"1\">", "</c>",
    "two  blanks ", "'", '"', "nan", "2026-11-30",
)  # fmt: skip
CELLS = st.one_of(
    st.none(),
    st.integers(-10, 10),
    st.integers(-(10**12), 10**12),
    st.floats(-1e6, 1e6, allow_nan=False).map(lambda value: round(value, 4)),
    st.sampled_from(TEXTS),
    st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=8),
    st.booleans(),
    st.datetimes(moment(1900, 3, 2), moment(2200, 1, 1)).map(
        lambda drawn: drawn.replace(microsecond=0)
    ),
)
TABLES = st.lists(st.lists(CELLS, max_size=5), max_size=6)


def written_by_xlsxwriter(rows, *, inline):
    out = BytesIO()
    options = {"in_memory": True, "constant_memory": inline, "strings_to_formulas": False,
               "strings_to_urls": False}  # fmt: skip
    book = xlsxwriter.Workbook(out, options)
    style = book.add_format({"num_format": 'dd/mm/yyyy "at" hh:mm:ss'})
    page = book.add_worksheet("Answers")
    for number, row in enumerate(rows):
        for column, cell in enumerate(row):
            if isinstance(cell, datetime):
                page.write_datetime(number, column, cell, style)
            elif cell is not None:
                page.write(number, column, cell)
    book.close()
    return out.getvalue()


def written_by_openpyxl(rows):
    book = Workbook()
    page = book.active
    page.title = "Answers"
    for row in rows:
        page.append(row)
    for row in page.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.data_type = "s"
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def read_by_openpyxl(content):
    """Return the rows in which something stands, with their numbers, as openpyxl has them."""
    book = load_workbook(BytesIO(content), read_only=True, data_only=True)
    sheet = book.worksheets[0]
    sheet.reset_dimensions()
    rows = enumerate(sheet.iter_rows(values_only=True), start=1)
    return [(number, trimmed(row)) for number, row in rows if any(c not in (None, "") for c in row)]


def trimmed(row):
    """Return a row without the blank cells at its end; a blank text is none."""
    cells = [None if cell == "" else cell for cell in row]
    while cells and cells[-1] is None:
        cells.pop()
    return cells


def read(content, columns=None):
    book = XlsxBook(content)
    return [(number, trimmed(row)) for number, row in book.rows(book.sheets[0], columns)]


def changed(content, **changes):
    """Return a workbook with parts changed: `sheet` and `strings` by functions of their XML."""
    names = {"sheet": SHEET, "strings": STRINGS}
    act = {names[name]: change for name, change in changes.items()}
    out = BytesIO()
    with ZipFile(BytesIO(content)) as source, ZipFile(out, "w", ZIP_DEFLATED) as target:
        for part in source.namelist():
            text = source.read(part)
            target.writestr(part, act[part](text) if part in act else text)
    return out.getvalue()


@settings(max_examples=60)
@given(TABLES, st.booleans())
def test_what_xlsxwriter_writes_is_read_as_openpyxl_reads_it(rows, inline):
    content = written_by_xlsxwriter(rows, inline=inline)

    assert read(content) == read_by_openpyxl(content)


@settings(max_examples=30)
@given(TABLES)
def test_what_openpyxl_writes_is_read_as_it_reads_it(rows):
    content = written_by_openpyxl(rows)

    assert read(content) == read_by_openpyxl(content)


@settings(max_examples=40)
@given(TABLES, st.sets(st.integers(0, 6), min_size=1, max_size=3), st.booleans())
def test_the_columns_that_are_wanted_are_those_of_the_whole_rows(rows, wanted, inline):
    content = written_by_xlsxwriter(rows, inline=inline)
    columns = sorted(wanted)

    found = read(content, columns)

    assert found == [
        (number, trimmed([c if n in wanted else None for n, c in enumerate(row)]))
        for number, row in read(content)
    ]


def prefixed(xml):
    xml = re.sub(rb"<(/?)(?=[a-z])(?!\?)", rb"<\1x:", xml)
    return xml.replace(b"xmlns=", b"xmlns:x=", 1)


def in_utf_16(xml):
    return xml.decode().replace('"UTF-8"', '"UTF-16"').encode("utf-16")


def without_places(xml):
    """Return a sheet whose cells, which leave none out, do not say where they stand."""
    return re.sub(rb'<c r="[A-Z]+\d+"', b"<c", re.sub(rb'<row r="\d+"', b"<row", xml))


FORMS = {
    "with prefixes": prefixed,
    "in UTF-16": in_utf_16,
    "with comments": lambda xml: xml.replace(b"<c ", b'<!-- <c r="A9"><v>7</v></c> --><c '),
    "with marked data": lambda xml: re.sub(rb"<v>([^<]*)</v>", rb"<v><![CDATA[\1]]></v>", xml),
    "with instructions": lambda xml: xml.replace(b"<row ", b"<?odd <row?><row "),
    "with apostrophes": lambda xml: re.sub(rb'(\b[rst])="([^"]*)"', rb"\1='\2'", xml),
    "with room": lambda xml: xml.replace(b"><", b">\n  <"),
    "with more attributes": lambda xml: xml.replace(b"<c ", b'<c cm="1" vm="2" '),
    "with prefixed attributes": lambda xml: xml.replace(b"<row ", b'<row x14ac:dyDescent="0.2" '),
    "with formulas": lambda xml: xml.replace(b"<v>", b"<f>SUM(A1,&quot;&lt;v&gt;&quot;)</f><v>"),
    "without places": without_places,
    "with breaks after it": lambda xml: xml.replace(
        b"</sheetData>", b'</sheetData><rowBreaks count="1"><brk id="1"/></rowBreaks>'
    ),
}
ROWS = [
    ["day", "score", "who"],
    [moment(2026, 11, 30, 8, 15), 9, "a & b"],
    [moment(2026, 12, 1), -2.5, "a<b>"],
    [True, 0, "c\nd"],
]


@pytest.mark.parametrize("columns", [None, (0, 1, 2)], ids=["all", "some"])
@pytest.mark.parametrize("name", FORMS)
def test_a_sheet_is_read_in_whatever_form_its_xml_is(name, columns):
    content = written_by_xlsxwriter(ROWS, inline=False)
    odd = changed(content, sheet=FORMS[name])
    assert odd != content

    assert read(odd, columns) == read(content) == [(n, row) for n, row in enumerate(ROWS, 1)]


@pytest.mark.parametrize(
    "name", ["with prefixes", "in UTF-16", "with comments", "with marked data", "with room"]
)
def test_shared_texts_are_read_in_whatever_form_they_are(name):
    content = written_by_xlsxwriter(ROWS, inline=False)

    assert read(changed(content, strings=FORMS[name])) == read(content)


def test_what_turns_odd_late_is_read_once():
    rows = [[number, "x" * 40] for number in range(20_000)]
    content = written_by_xlsxwriter(rows, inline=True)
    odd = changed(content, sheet=lambda xml: xml.replace(b"</sheetData>", b"<!-- --></sheetData>"))

    assert [row[0] for _, row in read(odd, (0,))] == list(range(20_000))


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (b"<si><t>plain</t></si>", "plain"),
        (b"<si><r><rPr><b/></rPr><t>two </t></r><r><t>pieces</t></r></si>", "two pieces"),
        (b'<si><t xml:space="preserve"> a </t></si>', " a "),
        (b"<si><t>x</t><rPh sb='0' eb='1'><t>read so</t></rPh></si>", "x"),
        (b"<si><t>&lt;&#65;&#x1F600;&amp;amp;</t></si>", "<A😀&amp;"),
        (b"<si><t>a_x000D_b</t></si>", "a\rb"),
        (b"<si/>", None),
        (b"<si><t/></si>", None),
    ],
)
def test_a_text_is_read_in_whatever_pieces_it_stands(item, text):
    content = written_by_xlsxwriter([["score"], [9, "one"]], inline=False)
    odd = changed(content, strings=lambda xml: xml.replace(b"<si><t>one</t></si>", item))

    assert read(odd)[1] == (2, [9] if text is None else [9, text])


@pytest.mark.parametrize(
    ("code", "number", "value"),
    [
        ("yyyy-mm-dd", 46356.5, moment(2026, 11, 30, 12)),
        ("d. mmm", 1, moment(1900, 1, 1)),
        ("d. mmm", 59, moment(1900, 2, 28)),
        ("d. mmm", 61, moment(1900, 3, 1)),
        ("hh:mm", 0.75, time(18)),
        ("[h]:mm:ss", 1.5, timedelta(hours=36)),
        ("[$-421]dd mmmm yyyy;@", 46356, moment(2026, 11, 30)),
        ("[Red]0.00", 46356, 46356),
        ('0 "days"', 3, 3),
        ("0.00E+00", 12.5, 12.5),
        ("General", 3, 3),
        ("#,##0_d", 3, 3),
        ("\\d0", 3, 3),
        ("yyyy", 1e300, "1E+300"),
    ],
)
def test_a_number_is_a_day_or_a_span_of_time_by_its_format(code, number, value):
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.add_worksheet().write_number(0, 0, number, book.add_format({"num_format": code}))
    book.close()

    assert read(out.getvalue()) == [(1, [value])]


def test_days_that_are_counted_from_1904_are_right():
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "date_1904": True})
    style = book.add_format({"num_format": "yyyy-mm-dd"})
    book.add_worksheet().write_datetime(0, 0, moment(2026, 11, 30), style)
    book.close()

    assert read(out.getvalue()) == [(1, [moment(2026, 11, 30)])]


def test_hidden_sheets_and_charts_are_no_tables():
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    book.add_worksheet("Seen")
    book.add_worksheet("Hidden").hide()
    chart = book.add_chart({"type": "line"})
    chart.add_series({"values": "=Seen!$A$1:$A$2"})
    book.add_chartsheet("Chart").set_chart(chart)
    book.close()

    assert XlsxBook(out.getvalue()).sheets == ("Seen",)


def test_a_real_workbook_is_read_as_openpyxl_reads_it(inputs):
    content = (inputs / "xlsx" / "GovStack_service-catalogue_RFI2.xlsx").read_bytes()
    theirs = load_workbook(BytesIO(content), read_only=True, data_only=True)
    book = XlsxBook(content)

    for name in book.sheets:
        theirs[name].reset_dimensions()
        rows = enumerate(theirs[name].iter_rows(values_only=True), start=1)
        wanted = [(n, trimmed(row)) for n, row in rows if any(c not in (None, "") for c in row)]
        assert [(n, trimmed(row)) for n, row in book.rows(name)] == wanted


def test_what_is_cut_off_or_names_a_text_that_is_not_there_is_damaged():
    content = written_by_xlsxwriter(ROWS, inline=False)
    for change in (
        lambda xml: xml[: len(xml) // 2],
        lambda xml: xml.replace(b't="s"><v>', b't="s"><v>99'),
        lambda xml: xml.replace(b"<v>9</v>", b"<v>x</v>"),
        lambda xml: xml.replace(b'r="B2"', b'r="XFE2"').replace(b'<c r="A2"', b"<c"),
    ):
        with pytest.raises(ReadError):
            read(changed(content, sheet=change))


def test_columns_have_letters():
    assert [letters_of(n) for n in (0, 25, 26, 701, 702, 16_383)] == [
        "A", "Z", "AA", "ZZ", "AAA", "XFD",
    ]  # fmt: skip
    assert all(column_of(letters_of(n).encode()) == n for n in range(16_384))


def test_spans_of_time_count_as_hours():
    from cjeditor.exchange.survey.answers import _hours

    assert _hours(timedelta(minutes=90)) == 1.5
    assert _hours(date(2026, 1, 1)) is None
