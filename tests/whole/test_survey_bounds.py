"""Whatever a table of answers is, counting it ends soon and takes little memory."""

import os
import sys
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

import pytest
import xlsxwriter
from whole.refusing import is_refusal

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")

SURVEYS = {
    "lines": lambda: b"\n" * 20_000_000,
    "short rows": lambda: b"score\n" + b"9\n" * 3_000_000,
    "cells": lambda: b"a" + b",a" * 20_000_000,
    "quotes": lambda: b'"' * 20_000_000,
    "an open quote": lambda: b'a,b\n"' + b"a\n" * 10_000_000,
    "one word": lambda: b"W" * 20_000_000,
    "numbers": lambda: b"a,b,c\n" + b"".join(b"%d.5,2026-11-01,a\n" % n for n in range(900_000)),
    "days": lambda: b"a,b,c\n" + b"".join(b"1,%d,a\n" % n for n in range(900_000)),
    "segments": lambda: b"a,b,c\n" + b"".join(b"1,2026-11-01,%d\n" % n for n in range(900_000)),
    "long numbers": lambda: b"a\n" + (b"9" * 900_000 + b"\n") * 20,
    "digits of other scripts": "a\n٣\n²\n".encode,
    "not numbers": lambda: b"a,b\nnan,2026-11-01\ninf,2026-11-01\n1e999,2026-11-01\n",
    "nul": lambda: b"a\0,b\n9\0,c\0\n" * 1_000,
    "halves": lambda: "a,b\n9,\ud800\n".encode("utf-16", "surrogatepass"),
    "odd utf-16": lambda: b"\xff\xfea",
    "binary": lambda: bytes(range(256)) * 10_000,
}


@pytest.mark.parametrize("name", SURVEYS)
def test_a_text_table_is_counted_or_refused(said, name):
    text = said("survey", SURVEYS[name](), "answers.csv", megabytes=900)

    assert is_refusal(text) or " answers in " in text


SHEET = (
    b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b"<sheetData>%b</sheetData>%b</worksheet>"
)
ROWS = (
    b'<row r="1"><c r="A1" t="inlineStr"><is><t>score</t></is></c></row>'
    b'<row r="2"><c r="A2"><v>9</v></c></row>'
)
STRINGS = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%b</sst>'
LAUGHS = b"<!DOCTYPE a [<!ENTITY a 'ha'>%b]>" % b"".join(
    b"<!ENTITY %c '%b'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(9)
)
FILE = b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"


def book(sheet=SHEET % (ROWS, b""), packed=ZIP_DEFLATED, **parts):
    """Return a workbook of one sheet; *parts* replace or add others by their names."""
    made = BytesIO()
    out = xlsxwriter.Workbook(made, {"in_memory": True})
    out.add_worksheet()
    out.close()
    replaced = {"xl/worksheets/sheet1.xml": sheet} | {f"xl/{n}.xml": c for n, c in parts.items()}
    again = BytesIO()
    with ZipFile(made) as source, ZipFile(again, "w", packed) as target:
        for name in source.namelist():
            target.writestr(name, replaced.pop(name, None) or source.read(name))
        for name, content in replaced.items():
            target.writestr(name, content)
    return again.getvalue()


def strings(declared, text, packed=ZIP_DEFLATED):
    head = b'<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    shared = declared + STRINGS % (b"<si><t>%b</t></si>" % text)
    return book(SHEET % (head + ROWS[67:], b""), packed, sharedStrings=shared)


def far_rows(count):
    return b"".join(
        b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (n, n) for n in range(1, count)
    )


def endless(part, before=b"", after=b""):
    """Return a workbook with a row in which a part is begun again and again, and never ended.

    It is not packed, as packing would give it away.
    """
    row = b'<row r="1">%b%b%b</row>' % (before, part * 1_000_000, after)
    return book(SHEET % (row, b""), ZIP_STORED)


STYLES = (
    b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
    b'<numFmts><numFmt numFmtId="200" formatCode="%b"/></numFmts>'
    b'<cellXfs><xf numFmtId="200"/></cellXfs></styleSheet>'
)
WORKBOOKS = {
    "sound": book,
    "one cell": lambda: strings(b"", b" " * 200_000_000),
    "many texts": lambda: book(
        sharedStrings=STRINGS % (b"<si><t>%b</t></si>" % os.urandom(40).hex().encode() * 900_000)
    ),
    "laughs": lambda: strings(LAUGHS, b"&j;"),
    "a file of the system": lambda: strings(FILE, b"&x;"),
    "declared in utf-16": lambda: strings(
        "<?xml version='1.0' encoding='utf-16'?>".encode("utf-16")
        + FILE.decode().encode("utf-16-le"),
        b"",
    ),
    "a comment before it": lambda: strings(b"<!--" + b"x" * 500_000 + b"-->" + FILE, b"&x;"),
    "false dimensions": lambda: book(
        SHEET.replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>') % (ROWS, b"")
    ),
    "far row": lambda: book(
        SHEET % (ROWS + b'<row r="1048576"><c r="A1048576"><v>3</v></c></row>', b"")
    ),
    "row that no sheet has": lambda: book(
        SHEET % (ROWS + b'<row r="99999999999"><c r="A1"><v>3</v></c></row>', b"")
    ),
    "wide rows": lambda: book(SHEET % (far_rows(10_000), b"")),
    "very many rows": lambda: book(SHEET % (b"<row><c><v>9</v></c></row>" * 1_000_000, b"")),
    "rows under another name": lambda: book(
        (SHEET % (b"<x:row/>" * 1_000_000, b"")).replace(b"xmlns", b'xmlns:x="a" xmlns')
    ),
    "merged": lambda: book(
        SHEET % (ROWS, b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')
    ),
    "cut off": lambda: book()[:3_000],
    "not whole inside": lambda: book(b"<worksheet><sheetData><row>"),
    "no xml": lambda: book(b"\0" * 1_000),
    "numbers that are none": lambda: book(
        SHEET % (b'<row><c><v>x</v></c></row><row><c t="d"><v>1e99</v></c></row>', b"")
    ),
    "cells without an end": lambda: endless(b'<c r="A1">'),
    "cells in no place without an end": lambda: endless(b"<c>"),
    "tags without an end": lambda: endless(b'<c r="A1" '),
    "values without an end": lambda: endless(b"<v>"),
    "values in a cell without an end": lambda: endless(b"<v ", b'<c r="A1">', b"</c>"),
    "rows in rows": lambda: endless(b'<row r="1">'),
    "spaces in a tag": lambda: endless(b" ", b'<c r="A1" ', b"</c>"),
    "many forms": lambda: book(
        SHEET
        % (b"".join(b'<row><c r="A1" s="%d"><v>1</v></c></row>' % n for n in range(200_000)), b"")
    ),
    "texts without an end": lambda: strings(b"", b"<si><t>" * 1_000_000, ZIP_STORED),
    "ways to say without an end": lambda: strings(b"", b"</t><rPh>" * 1_000_000, ZIP_STORED),
    "a long format": lambda: book(packed=ZIP_STORED, styles=STYLES % (b"[" * 1_000_000)),
    "an old one": lambda: b"\xd0\xcf\x11\xe0" + b"\0" * 5_000,
    "no sheet": lambda: book(workbook=b"<workbook/>"),
    "very many parts": lambda: book(**{f"a{n}": b"<a/>" for n in range(3_000)}),
}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_workbook_is_counted_or_refused(said, name):
    text = said("survey", WORKBOOKS[name](), "answers.xlsx", seconds=20, megabytes=400)

    assert is_refusal(text) or " answers in " in text
    assert (name == "sound") <= (text == "1 answers in 1 columns")
