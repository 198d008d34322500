"""What others do to a map's file is seen; what is no change for people is not."""

import hashlib
import os

import pytest
from maps import small_map

from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm
from cjeditor.files.looking import look

MINE = small_map()
THEIRS = SetScope("title", "Theirs").apply(MINE)


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "map.cjm"
    cjm.save(MINE, file)
    return file


def sum_of(path):
    return hashlib.sha256(path.read_bytes()).digest()


def test_a_file_that_nobody_has_changed_is_known_and_not_parsed(path, monkeypatch):
    known = sum_of(path)
    monkeypatch.setattr(cjm, "loads", None)
    os.utime(path, (1, 1))

    assert look(path, known, [MINE], None).state == "known"


def test_another_map_is_seen_with_its_sum(path):
    known = sum_of(path)
    cjm.save(THEIRS, path)

    sight = look(path, known, [MINE], None)

    assert (sight.state, sight.journey, sight.sha256) == ("changed", THEIRS, sum_of(path))


def test_the_same_map_in_other_words_is_known(path):
    known = sum_of(path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\n "))

    sight = look(path, known, [MINE], None)

    assert sight.state == "known"
    assert sight.sha256 == sum_of(path) != known


def test_a_file_known_only_by_the_sum_of_its_map_is_known(path):
    known = sum_of(path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\n "))

    assert look(path, known, [], None).state == "known"


def test_what_is_not_touched_is_not_read_again(path, monkeypatch):
    known = sum_of(path)
    cjm.save(THEIRS, path)
    first = look(path, known, [MINE], None)
    monkeypatch.setattr(cjm, "content_of", None)

    assert look(path, known, [MINE], first) == first


@pytest.mark.parametrize("content", [b"", b"{", b"half a map"])
def test_a_file_that_is_no_map_is_unreadable(path, content):
    known = sum_of(path)
    path.write_bytes(content)

    sight = look(path, known, [MINE], None)

    assert sight.state == "unreadable"
    assert sight.problem.path == path


def test_a_file_or_folder_that_is_gone_is_seen(path, tmp_path):
    known = sum_of(path)
    path.unlink()
    assert look(path, known, [MINE], None).state == "gone"
    assert look(tmp_path / "no" / "map.cjm", known, [MINE], None).state == "gone"


def test_conflict_copies_are_seen_unless_they_hold_the_same(path):
    known = sum_of(path)
    copy = path.with_name("map (conflicted copy).cjm")
    copy.write_bytes(path.read_bytes())
    assert look(path, known, [MINE], None).copies == ()

    cjm.save(THEIRS, copy)

    first = look(path, known, [MINE], None)
    assert [each.path for each in first.copies] == [copy]
    os.utime(copy, (1, 1))
    assert look(path, known, [MINE], first).copies == first.copies
