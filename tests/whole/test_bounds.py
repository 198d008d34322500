"""Whatever a file is, reading it ends soon, takes little memory, and gives a sentence or a map.

The limits of time (of the processor) and memory are generous: they tell a bound from none.
The contents are made when their test begins; together they fill hundreds of megabytes.
"""

import json
import os
import struct
import subprocess
import sys
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
import xlsxwriter
from maps import full_map, small_map
from PIL import Image

from cjeditor.files import cjm, journal
from cjeditor.files.recovery_folder import RecoveryFolder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")

GOOD = cjm.dumps(full_map())
HEAD = b'{"format":"cjeditor","version":2,"id":"m","cards":['
LINK = b'{"id":"l%d","kind":"causes","source":"a1","target":"a2"},'

REFUSED = (
    "cannot be", "is not", "is damaged", "does not exist", "has more", "MB", "not text", "Only PNG",
    "too many", "too large", "too long", "needs a row", "no table", "no workbook", "declarations",
    "password", "has no sheet", "no Mermaid", "is empty", "no kind of file", "folder",
    "newer version",
)  # fmt: skip


@pytest.fixture(scope="module")
def reading(tmp_path_factory):
    """The program that reads."""
    picture = tmp_path_factory.mktemp("reading") / "white.png"
    Image.new("RGB", (2, 2)).save(picture)
    program = Path(__file__).with_name("reading.py")
    started = subprocess.Popen(
        [sys.executable, program, picture],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with started:
        yield started
        started.stdin.close()


@pytest.fixture
def said(reading, tmp_path):
    """Returns what the user is told of a file with that content, or at that path."""

    def ask(reader, content, name="map.cjm", seconds=20, megabytes=600):
        path = content
        if isinstance(content, bytes):
            path = tmp_path / name
            path.write_bytes(content)
        asked = {"reader": reader, "path": str(path), "seconds": seconds, "megabytes": megabytes}
        reading.stdin.write(json.dumps(asked) + "\n")
        reading.stdin.flush()
        answer = json.loads(reading.stdout.readline())["said"]
        assert "Traceback" not in answer, answer
        assert answer
        return answer

    return ask


def is_refusal(text):
    return len(text) < 500 and any(each in text for each in REFUSED)


JSON = {
    "empty": lambda: b"",
    "nul": lambda: b"\0" * 1_000,
    "utf-16": lambda: GOOD.decode().encode("utf-16"),
    "nul behind": lambda: GOOD + b"\0" * 100,
    "garbage behind": lambda: GOOD + b"x",
    "deep": lambda: HEAD + b"[" * 100_000,
    "deep and closed": lambda: HEAD + b"[" * 100_000 + b"]" * 100_000 + b"]}",
    "deep objects": lambda: b'{"a":' * 100_000,
    "half a million lists": lambda: HEAD + b"[]," * 500_000 + b"[]]}",
    "lists": lambda: HEAD + b"[]," * 1_499_000 + b"[]]}",
    "numbers": lambda: HEAD + b"1," * 2_990_000 + b"1]}",
    "objects": lambda: HEAD + b"{}," * 1_400_000 + b"{}]}",
    "more lists": lambda: HEAD + b"[]," * 5_000_000 + b"[]]}",
    "huge number": lambda: HEAD.replace(b"2", b"9" * 100_000),
    "number of 4,000 digits": lambda: HEAD.replace(b"2", b"9" * 4_000) + b"]}",
    "float": lambda: HEAD.replace(b"2", b"1e400") + b"]}",
    "not a number": lambda: GOOD.replace(b'"severity":5', b'"severity":NaN'),
    "half a surrogate": lambda: GOOD.replace(b"Harbour", b"\\ud800"),
    "bad utf-8": lambda: GOOD.replace(b"Harbour", b"\xff\xfe\xed\xa0\x80"),
    "long key": lambda: b'{"' + b"k" * 10_000_000 + b'":1}',
    "long text": lambda: GOOD.replace(b"Harbour", b"W" * 10_000_000),
    "a line of quotes": lambda: b'{"format":"cjeditor",' + b'"text":"\\"' * 500_000,
    "empty lines": lambda: b'{"format":"cjeditor","version":2,\n' + b"\n" * 10_000_000,
    "damaged lines": lambda: b'{"format":"cjeditor","version":2,\n' + b'{"text":"x\n' * 60_000,
    "many damaged lines": lambda: b'{"format":"cjeditor","version":2,\n' + b'{"a\n' * 5_000_000,
    "a million links": lambda: GOOD.replace(
        b'"links": [', b'"links": [' + b"".join(LINK % n for n in range(1_000_000))
    ),
    "unknown records": lambda: b'{"format":"cjeditor","version":2,"things":['
    + b'{"id":"x"},' * 199_000
    + b"{}]}",
    "many unknown records": lambda: b'{"format":"cjeditor","version":2,"things":['
    + b"{}," * 1_000_000
    + b"{}]}",
    "doubled keys": lambda: b'{"format":"cjeditor","version":2,"id":"m"'
    + b',"id":"m"' * 500_000
    + b"}",
}  # fmt: skip


@pytest.mark.parametrize("name", JSON)
def test_a_map_is_refused(said, name):
    assert is_refusal(said("map", JSON[name]()))


@pytest.mark.parametrize("name", JSON)
def test_what_can_be_salvaged_is_and_in_time(said, name):
    text = said("salvage", JSON[name](), seconds=40, megabytes=1_200)

    assert is_refusal(text) or text.startswith("a map")


@pytest.mark.parametrize("name", ["deep", "lists", "objects", "huge number", "half a surrogate"])
def test_a_foreign_file_is_refused(said, name):
    assert is_refusal(said("file", JSON[name](), "map.ojf"))


SPECIAL = {
    "a folder": lambda path: path.mkdir(),
    "a pipe": os.mkfifo,
    "a device without end": lambda path: path.symlink_to("/dev/zero"),
    "a device that waits": lambda path: path.symlink_to("/dev/random"),
    "a link to itself": lambda path: path.symlink_to(path),
    "nothing": lambda path: path.symlink_to(path.with_name("gone")),
    "a file of the system": lambda path: path.symlink_to("/proc/self/mem"),
    "an empty file of the system": lambda path: path.symlink_to("/proc/self/status"),
    "a file with holes": lambda path: (path.touch(), os.truncate(path, 10**13)),
}


@pytest.mark.parametrize("what", SPECIAL)
@pytest.mark.parametrize(
    ("reader", "name"),
    [("map", "map.cjm"), ("file", "map.mmd"), ("picture", "a.png"), ("survey", "a.csv")],
)
def test_what_is_no_file_is_not_waited_for(said, tmp_path, what, reader, name):
    SPECIAL[what](tmp_path / name)

    text = said(reader, tmp_path / name, megabytes=200)

    is_table = reader == "survey" and what == "an empty file of the system"  # names and values
    assert is_refusal(text) or (is_table and "answers in" in text)


@pytest.mark.parametrize("what", SPECIAL)
def test_nor_are_settings(said, tmp_path, what):
    SPECIAL[what](tmp_path / "settings.json")

    assert said("settings", tmp_path / "settings.json", megabytes=200) == "defaults"


@pytest.mark.parametrize("what", SPECIAL)
@pytest.mark.parametrize("part", ["meta.json", "base-000000000000.cjm", "journal-000000000000"])
def test_nor_are_parts_of_a_recovery_folder(said, tmp_path, what, part):
    folder = RecoveryFolder.create(tmp_path / "recovery", small_map(), None, None)
    folder.close()
    (folder.path / part).unlink()
    SPECIAL[what](folder.path / part)

    text = said("recovery", tmp_path / "recovery", megabytes=200)

    assert text.startswith("0 of 1" if part.startswith("base") else "1 of 1")


SETTINGS = {
    "deep": b"[" * 100_000,
    "large": b'{"author": "' + b"x" * 5_000_000 + b'"}',
    "number": b'{"text_size": ' + b"9" * 5_000 + b"}",
    "keys": b'{"keys": ' + json.dumps([["a", ["b"]]] * 20_000).encode() + b"}",
    "list": b"[]",
    "window": b'{"window": {"x": 1e999}}',
    "nul": b"\0" * 100,
    "latin": b'{"author": "\xe4"}',
    "unknown": b'{"colour": "red"}',
}


@pytest.mark.parametrize("name", SETTINGS)
def test_settings_that_do_not_fit_are_set_aside(said, name, tmp_path):
    assert said("settings", SETTINGS[name], "settings.json", megabytes=200) == "defaults"
    assert (tmp_path / "settings.broken.json").exists()


JOURNEY = b"journey\n"
MERMAID = {
    "sections": lambda: JOURNEY + b"section a\n" * 1_000_000,
    "steps": lambda: JOURNEY + b"a: 3: me\n" * 1_000_000,
    "colons": lambda: JOURNEY + b":" * 9_000_000,
    "commas": lambda: JOURNEY + b"a: 3: " + b"x," * 4_000_000,
    "actors": lambda: JOURNEY + b"".join(b"a: 3: %d\n" % n for n in range(50_000)),
    "comments": lambda: JOURNEY + b"%% a\n" * 1_900_000,
    "directives": lambda: JOURNEY + b"%%{a}%%" * 1_000_000,
    "open directives": lambda: JOURNEY + b"%%{\n" * 2_000_000,
    "descriptions": lambda: JOURNEY + b"accDescr {\n" * 800_000,
    "front matter": lambda: b"---\n" + b"title: a\n" * 400_000,
    "fences": lambda: b"```mermaid\njourney\n```\n" * 400_000,
    "open fences": lambda: b"```mermaid\njourney\n" * 200_000,
    "ever longer fences": lambda: b"\n".join(b"`" * n for n in range(3, 4_000)),
    "tags": lambda: b'<pre class="mermaid">journey\n' * 100_000,
    "open tags": lambda: b"<pre mermaid " * 700_000,
    "codes": lambda: JOURNEY + b"a: 3: " + b"#35;" * 2_000_000,
    "bad codes": lambda: JOURNEY + b"a " + b"&#xD800;#55296;#1114112;" * 100 + b": 3: b",
    "signs": lambda: JOURNEY + b"#" * 9_000_000,
    "breaks": lambda: JOURNEY + b"a " + b"<br" * 3_000_000 + b": 3: me",
    "digits": lambda: JOURNEY + b"a: " + b"9" * 9_000_000 + b": me",
    "spaces": lambda: JOURNEY + b" " * 9_000_000 + b"x",
    "nul": lambda: JOURNEY + b"a\0b: 3: c\0d\n",
    "halves": lambda: "journey\na\ud800: 3: me".encode("utf-16", "surrogatepass"),
    "too large": lambda: JOURNEY + b"x" * 11_000_000,
    "binary": lambda: bytes(range(256)) * 10_000,
}


@pytest.mark.parametrize("name", MERMAID)
def test_a_diagram_is_read_or_refused(said, name):
    text = said("file", MERMAID[name](), "map.mmd", megabytes=900)

    assert is_refusal(text) or text.startswith("a map")


def ojf(**fields):
    return json.dumps({"stages": [], "swimlanes": [], "nodes": []} | fields).encode()


OJF = {
    "nodes": lambda: ojf(nodes=[{}] * 300_000),
    "stages": lambda: ojf(stages=[{"name": "a"}] * 200_000),
    "many nodes": lambda: ojf(nodes=[{"title": "a"}] * 20_000),
    "huge numbers": lambda: ojf(
        nodes=[{"id": 10**4_000, "stageId": 10**4_000, "score": 10**4_000}]
    ),
    "blueprint": lambda: ojf(nodes=[{"blueprint": {"frontstage": [{}] * 200_000}}]),
    "tags": lambda: ojf(nodes=[{"tags": ["a"] * 400_000}]),
    "other types": lambda: ojf(nodes=[{"title": [], "score": "a", "tags": {}, "blueprint": 3}]),
    "deep": lambda: ojf(nodes=[{"x": json.loads("[" * 150 + "]" * 150)}]),
    "fields": lambda: ojf(**{f"f{n}": n for n in range(60_000)}),
    "texts": lambda: ojf(nodes=[{"title": "W" * 5_000_000}]),
    "nul": lambda: ojf(nodes=[{"title": "a\0b"}]),
    "half a surrogate": lambda: b'{"stages":[{"name":"\\ud800"}],"nodes":[]}',
}


@pytest.mark.parametrize("name", OJF)
def test_an_ojf_map_is_read_or_refused(said, name):
    text = said("file", OJF[name](), "map.ojf", seconds=40, megabytes=900)

    assert is_refusal(text) or text.startswith("a map")


def chunk(name, content):
    whole = name + content
    return struct.pack(">I", len(content)) + whole + struct.pack(">I", zlib.crc32(whole))


def png(width, height, *chunks, depth=8, colour=2, content=b""):
    head = struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    parts = (chunk(b"IHDR", head), *chunks, chunk(b"IDAT", content), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(parts)


def encoded(image, kind, **options):
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def with_scans(count):
    """Return a large JPEG that goes over its pixels again and again."""
    content = encoded(Image.new("L", (5_000, 5_000)), "JPEG", progressive=True)
    begin = content.rindex(b"\xff\xda")
    return content[:begin] + content[begin:-2] * count + content[-2:]


def bomb():
    return zlib.compress(b"\0" * 100_000_000)


SMALL = Image.new("RGB", (20, 10), "#c53030")


def moving(kind):
    return encoded(SMALL, kind, save_all=True, append_images=[SMALL.rotate(9)] * 30)


PICTURES = {
    "header that lies": lambda: png(8_000, 5_000, content=zlib.compress(b"x")),
    "pixels": lambda: png(100_000, 100_000),
    "no pixels": lambda: png(0, 0),
    "16 bits": lambda: encoded(Image.new("I;16", (2_000, 2_000), 40_000), "PNG"),
    "bomb of pixels": lambda: png(6_000, 6_000, depth=16, colour=6, content=bomb()),
    "bomb of text": lambda: png(20, 10, chunk(b"zTXt", b"a\0\0" + bomb())),
    "bomb of a profile": lambda: png(20, 10, chunk(b"iCCP", b"a\0\0" + bomb())),
    "texts": lambda: png(20, 10, *[chunk(b"tEXt", b"a\0b")] * 200_000),
    "moving png": lambda: moving("PNG"),
    "moving webp": lambda: moving("WEBP"),
    "cmyk": lambda: encoded(Image.new("CMYK", (20, 10)), "JPEG"),
    "scans": lambda: with_scans(5_000),
    "exif": lambda: encoded(
        SMALL, "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\xff\xff" + b"\x12\x01" * 20_000
    ),
    "exif that points to itself": lambda: encoded(
        SMALL, "JPEG", exif=b"Exif\0\0II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0\0\0"
    ),
    "cut off": lambda: encoded(Image.new("RGB", (999, 999)), "JPEG")[:500],
    "webp that lies": lambda: b"RIFF\xff\xff\xff\xffWEBPVP8X" + b"\xff" * 40,
    "drawing": lambda: b"<svg xmlns='http://www.w3.org/2000/svg'><image href='file:///etc/passwd'/></svg>",
    "gif": lambda: encoded(SMALL, "GIF"),
    "tiff": lambda: encoded(SMALL, "TIFF"),
}  # fmt: skip


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_taken_in_or_refused(said, name):
    text = said("picture", PICTURES[name](), "picture.png", megabytes=500)

    assert text.startswith("The picture") or is_refusal(text) or " x " in text


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_a_damaged_picture_is_taken_in_or_refused(said, kind, tmp_path):
    content = encoded(Image.effect_noise((60, 60), 90).convert("RGB"), kind)
    for at in range(8, min(len(content), 900), 29):
        damaged = content[:at] + bytes([content[at] ^ 0xFF]) + content[at + 1 :]
        assert said("picture", damaged, "picture.png", megabytes=500)


ONE = journal.entry(1, small_map(), small_map().with_scope(full_map().scope))


def entries(count, body=b"{}", first=1):
    made = []
    for number in range(first, first + count):
        whole = b"%d %s" % (number, body)
        made.append(b"%08x %08x %s\n" % (len(whole), zlib.crc32(whole), whole))
    return b"".join(made)


JOURNALS = {
    "no entry": lambda: b"x" * 1_000_000,
    "lines": lambda: b"\n" * 5_000_000,
    "long entry": lambda: b"ffffffff 00000000 " + b"x" * 100,
    "entries": lambda: entries(60_000),
    "lists": lambda: entries(1, b'{"cards":[' + b"[]," * 3_000_000 + b"[]]}"),
    "deep": lambda: entries(1, b'{"cards":' + b"[" * 100_000),
    "drops": lambda: entries(1, b'{"drop":[' + b'"a1",' * 100_000 + b'"a1"]}'),
    "unsound": lambda: entries(2_000, b'{"drop":["s1"]}'),
    "number": lambda: ONE.replace(b" 1 ", b" 999999999999999999 ", 1),
}


@pytest.mark.parametrize("name", JOURNALS)
def test_a_recovery_folder_gives_what_was_before(said, name, tmp_path):
    folder = RecoveryFolder.create(tmp_path / "recovery", small_map(), None, None)
    folder.close()
    (folder.path / "journal-000000000000").write_bytes(JOURNALS[name]())

    assert said("recovery", tmp_path / "recovery").startswith("1 of 1 sessions.")


def test_very_many_recovery_folders_are_gone_through(said, tmp_path):
    for number in range(500):
        folder = tmp_path / "recovery" / f"{number:012}"
        folder.mkdir(parents=True)
        (folder / "journal-000000000000").touch()

    assert said("recovery", tmp_path / "recovery").startswith("0 of 500 sessions.")


CARRIED = {
    "lists": lambda: b'{"cards":[' + b"[]," * 3_000_000 + b"[]]}",
    "fewer lists": lambda: b'{"cards":[' + b"[]," * 200_000 + b"[]]}",
    "rows": lambda: b'{"cards":[],"columns":[],"rows":[' + b"1," * 400_000 + b"1]}",
    "deep": lambda: b"[" * 1_000_000,
    "text": lambda: b'"' + b"x" * 50_000_000 + b'"',
    "nul": lambda: b"\0" * 1_000,
    "half a surrogate": lambda: b'{"cards":[{"kind":"note","text":"\\ud800"}]}',
}


@pytest.mark.parametrize("name", CARRIED)
def test_a_clipboard_that_says_it_is_ours_brings_nothing(said, name):
    assert said("carried", CARRIED[name]()) == "nothing"


TEXTS = {
    "lines": lambda: b"\n" * 20_000_000,
    "cells": lambda: b"\t" * 20_000_000,
    "quotes": lambda: b'"' * 20_000_000,
    "an open quote": lambda: b'"' + b"a\n" * 10_000_000,
    "bullets": lambda: b"- " * 10_000_000,
    "numbers": lambda: b"".join(b"%d. a\n" % n for n in range(1, 400_000)),
    "one word": lambda: b"W" * 20_000_000,
    "nul": lambda: b"a\0b\tc\n" * 1_000,
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("reader", ["lines", "block"])
def test_any_text_can_be_pasted(said, name, reader):
    assert said(reader, TEXTS[name](), megabytes=2_000)


SURVEYS = {
    "lines": b"\n" * 20_000_000,
    "short rows": b"score\n" + b"9\n" * 3_000_000,
    "cells": b"a" + b",a" * 20_000_000,
    "quotes": b'"' * 20_000_000,
    "an open quote": b'a,b\n"' + b"a\n" * 10_000_000,
    "one word": b"W" * 20_000_000,
    "numbers": b"a,b,c\n" + b"".join(b"%d.5,2026-11-01,a\n" % n for n in range(900_000)),
    "days": b"a,b,c\n" + b"".join(b"1,%d,a\n" % n for n in range(900_000)),
    "segments": b"a,b,c\n" + b"".join(b"1,2026-11-01,%d\n" % n for n in range(900_000)),
    "long numbers": b"a\n" + (b"9" * 900_000 + b"\n") * 20,
    "digits of other scripts": "a\n٣\n²\n".encode(),
    "not numbers": b"a,b\nnan,2026-11-01\ninf,2026-11-01\n1e999,2026-11-01\n",
    "nul": b"a\0,b\n9\0,c\0\n" * 1_000,
    "halves": "a,b\n9,\ud800\n".encode("utf-16", "surrogatepass"),
    "odd utf-16": b"\xff\xfea",
    "binary": bytes(range(256)) * 10_000,
}


@pytest.mark.parametrize("name", SURVEYS)
def test_a_text_table_is_counted_or_refused(said, name):
    text = said("survey", SURVEYS[name], "answers.csv", megabytes=900)

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


def book(sheet=SHEET % (ROWS, b""), **parts):
    """Return a workbook of one sheet; *parts* replace or add others by their names."""
    made = BytesIO()
    out = xlsxwriter.Workbook(made, {"in_memory": True})
    out.add_worksheet()
    out.close()
    replaced = {"xl/worksheets/sheet1.xml": sheet} | {f"xl/{n}.xml": c for n, c in parts.items()}
    again = BytesIO()
    with ZipFile(made) as source, ZipFile(again, "w", ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, replaced.pop(name, None) or source.read(name))
        for name, content in replaced.items():
            target.writestr(name, content)
    return again.getvalue()


def strings(declared, text):
    return book(SHEET % (b'<row r="1"><c r="A1" t="s"><v>0</v></c></row>' + ROWS[67:], b""),
                sharedStrings=declared + STRINGS % (b"<si><t>%b</t></si>" % text))  # fmt: skip


def far_rows(count):
    return b"".join(
        b'<row r="%d"><c r="XFD%d"><v>1</v></c></row>' % (n, n) for n in range(1, count)
    )


GOOD_BOOK = book()
WORKBOOKS = {
    "sound": GOOD_BOOK,
    "one cell": strings(b"", b" " * 200_000_000),
    "many texts": book(
        sharedStrings=STRINGS % (b"<si><t>%b</t></si>" % os.urandom(40).hex().encode() * 900_000)
    ),
    "laughs": strings(LAUGHS, b"&j;"),
    "a file of the system": strings(FILE, b"&x;"),
    "declared in utf-16": strings(
        "<?xml version='1.0' encoding='utf-16'?>".encode("utf-16")
        + FILE.decode().encode("utf-16-le"),
        b"",
    ),
    "a comment before it": strings(b"<!--" + b"x" * 500_000 + b"-->" + FILE, b"&x;"),
    "false dimensions": book(
        SHEET.replace(b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>') % (ROWS, b"")
    ),
    "far row": book(SHEET % (ROWS + b'<row r="1048576"><c r="A1048576"><v>3</v></c></row>', b"")),
    "row that no sheet has": book(
        SHEET % (ROWS + b'<row r="99999999999"><c r="A1"><v>3</v></c></row>', b"")
    ),
    "wide rows": book(SHEET % (far_rows(10_000), b"")),
    "very many rows": book(SHEET % (b"<row><c><v>9</v></c></row>" * 1_000_000, b"")),
    "rows under another name": book(
        (SHEET % (b"<x:row/>" * 1_000_000, b"")).replace(b"xmlns", b'xmlns:x="a" xmlns')
    ),
    "merged": book(SHEET % (ROWS, b'<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>')),
    "cut off": GOOD_BOOK[:3_000],
    "not whole inside": book(b"<worksheet><sheetData><row>"),
    "no xml": book(b"\0" * 1_000),
    "numbers that are none": book(
        SHEET % (b'<row><c><v>x</v></c></row><row><c t="d"><v>1e99</v></c></row>', b"")
    ),
    "an old one": b"\xd0\xcf\x11\xe0" + b"\0" * 5_000,
    "no sheet": book(workbook=b"<workbook/>"),
    "very many parts": book(**{f"a{n}": b"<a/>" for n in range(3_000)}),
}


@pytest.mark.parametrize("name", WORKBOOKS)
def test_a_workbook_is_counted_or_refused(said, name):
    text = said("survey", WORKBOOKS[name], "answers.xlsx", seconds=40, megabytes=700)

    assert is_refusal(text) or " answers in " in text
    assert (name == "sound") <= (text == "1 answers in 1 columns")


def test_of_very_many_templates_the_first_are_shown(said, tmp_path):
    for number in range(2_000):
        (tmp_path / f"{number:05}.cjm").touch()

    assert said("templates", tmp_path, seconds=5) == "200 templates"
