"""Whatever a file is, reading it ends soon, takes little memory, and gives a sentence or a map.

The limits of time (of the processor) and memory are generous: they tell a bound from none.
The contents are made when their test begins; together they fill hundreds of megabytes.
"""

import json
import os
import sys
import zlib

import pytest
from maps import full_map, small_map
from whole.refusing import is_refusal

from cjeditor.files import cjm, journal
from cjeditor.files.recovery_folder import RecoveryFolder

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="limits as Linux has them")

GOOD = cjm.dumps(full_map())
HEAD = b'{"format":"cjeditor","version":2,"id":"m","cards":['
LINK = b'{"id":"l%d","kind":"causes","source":"a1","target":"a2"},'

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


def test_of_very_many_templates_the_first_are_shown(said, tmp_path):
    for number in range(2_000):
        (tmp_path / f"{number:05}.cjm").touch()

    assert said("templates", tmp_path, seconds=5) == "200 templates"
