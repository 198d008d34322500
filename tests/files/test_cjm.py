"""Our own file: what is written is read back equal, and what is wrong is said with its place."""

import re
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maps import big_map, full_map, small_map

from cjeditor.files import cjm
from cjeditor.files.errors import (
    BadField,
    BrokenMap,
    CannotRead,
    CannotWrite,
    FileError,
    NewerVersion,
    NotJson,
    NotOurs,
    TooLarge,
    TooMany,
)
from cjeditor.files.migrations import CURRENT
from cjeditor.kinds.plain import Note
from cjeditor.model.integrity import faults
from cjeditor.model.map import Map

SMALL = cjm.dumps(small_map())


@pytest.mark.parametrize("journey", [Map(id="empty"), small_map(), full_map(), big_map(300, 6, 9)])
def test_a_map_is_read_back_as_it_was_written(journey):
    assert cjm.loads(cjm.dumps(journey)) == journey


def test_equal_maps_give_the_same_bytes():
    journey = full_map()
    backwards = Map.model_construct(
        id=journey.id,
        scope=journey.scope,
        **{
            name: dict(reversed(getattr(journey, name).items()))
            for name in Map.model_fields
            if name not in ("id", "scope")
        },
    )

    assert cjm.dumps(backwards) == cjm.dumps(journey)


def test_one_changed_card_changes_one_line():
    before = full_map()
    after = before.put(before.cards["a1"].replace(text="Takes a taxi"))

    one, other = cjm.dumps(before).splitlines(), cjm.dumps(after).splitlines()

    assert len([1 for a, b in zip(one, other, strict=True) if a != b]) == 1


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_any_text_that_can_be_typed_survives(text):
    journey = small_map()
    journey = journey.put(journey.cards["a1"].replace(text=text))

    assert cjm.loads(cjm.dumps(journey)) == journey


def test_every_truncation_of_a_file_is_refused():
    for end in range(len(SMALL) - 2):
        with pytest.raises(FileError):
            cjm.loads(SMALL[:end])


def test_every_flipped_byte_gives_a_map_or_a_clear_error():
    for place in range(0, len(SMALL), 3):
        flipped = bytearray(SMALL)
        flipped[place] ^= 0x15
        with suppress(FileError):
            assert faults(cjm.loads(bytes(flipped))) == []


@pytest.mark.parametrize(
    "content",
    [
        b"", b"\0" * 100, b"no", b"{", SMALL.decode().encode("utf-16"), SMALL + b"x",
        SMALL.replace(b"Ask friends", b"\xff\xfe"), SMALL.replace(b"Ask friends", b"\\ud800"),
        SMALL.replace(b"Ask friends", b"a\nb"), b"[" * 100_000, b'{"a":' * 1000,
        SMALL.replace(b'"severity":4', b'"severity":' + b"1" * 5000),
    ],
)  # fmt: skip
def test_what_is_no_sound_json_is_said_to_be_none(content):
    with pytest.raises((NotJson, BadField)):
        cjm.loads(content)


def test_json_that_breaks_off_is_told_with_line_and_column():
    with pytest.raises(NotJson) as caught:
        cjm.loads(b'{\n"format": "cjeditor",\n"version": 1,\n!}')

    assert (caught.value.line, caught.value.column) == (4, 1)


@pytest.mark.parametrize(
    "content", [b"{}", b"[]", b"1", b"null", b'"cjeditor"', b'{"format":"tldraw","version":1}']
)
def test_other_json_is_said_to_be_not_ours(content):
    with pytest.raises(NotOurs):
        cjm.loads(content)


def test_a_newer_version_is_refused_before_its_fields_are_looked_at():
    content = SMALL.replace(b'"version": 3', b'"version": 99, "threads": [1]')

    with pytest.raises(NewerVersion) as caught:
        cjm.loads(content)

    assert (caught.value.version, caught.value.known) == (99, CURRENT)


@pytest.mark.parametrize("version", [b"0", b"-1", b'"1"', b"true", b"1.5", b"null"])
def test_a_version_that_is_none_is_refused(version):
    with pytest.raises(BadField) as caught:
        cjm.loads(SMALL.replace(b'"version": 3', b'"version": ' + version))

    assert caught.value.values["field"] == "version"


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (b'"severity":4', b'"severity":9', "cards[3] p1: severity must be 5 or less, not 9."),
        (b'"severity":4', b'"severity":"4"', "cards[3] p1: severity must be a whole number"),
        (b'"severity":4', b'"severity":4e0', "cards[3] p1: severity must be a whole number"),
        (b'"severity":4', b'"severity":null,"severity":4', "p1: severity stands there twice."),
        (b'"severity":4', b'"mood":4', "cards[3] p1: mood is a field that this version"),
        (b'"severity":4', b'"tags":["a",7]', "cards[3] p1: tags[1] must be a text, not 7."),
        (b'"severity":4', b'"extras":[{"name":"a"}]', "cards[3] p1: extras[0].value is missing."),
        (b'"value":2.0', b'"value":NaN', "emotions[2] e3: value must be a finite number."),
        (b'"value":2.0', b'"value":1e400', "emotions[2] e3: value must be a finite number."),
        (b'"kind":"pain"', b'"kind":"poem"', "cards[3] p1: The kind “poem” is unknown"),
        (b'"kind":"pain",', b"", "cards[3] p1: The kind is missing."),
        (b'"id":"find"', b'"id":"a b"', "stages[0] a b: id does not have the right form: “a b”."),
        (b'"order":"a1"', b'"order":"!"', "stages[1] buy: order cannot be “!”."),
        (b'{"title":"Buying a bicycle"}', b'{"title":1}', "scope: title must be a text, not 1."),
        (b'"links": []', b'"links": {}', "links must be a list."),
        (b'"links": []', b'"links": [7]', "links[0]: record must be a group of named values."),
        (b'"links": []', b'"threads": []', "threads is a field that this version"),
        (b'"links": []', b'"links": [], "links": []', "small: links stands there twice."),
        (b'"id": "small"', b'"id": 5', "id must be a text, not 5."),
    ],
)  # fmt: skip
def test_a_wrong_field_is_told_with_its_place(old, new, sentence):
    assert old in SMALL

    with pytest.raises(BadField, match="^" + re.escape(sentence)):
        cjm.loads(SMALL.replace(old, new, 1))


@pytest.mark.parametrize(
    ("old", "new", "kind", "place"),
    [
        (b'"id":"a3"', b'"id":"a2"', "doubled id", "cards/a2"),
        (b'"id":"a3"', b'"id":"s1"', "doubled id", "cards/s1"),
        (b'"card":"p1"', b'"card":"p9"', "dangling id", "emotions/e2"),
        (b'"lane":"pain"', b'"lane":"feel"', "lane takes no cards", "cards/p1"),
    ],
)
def test_records_that_do_not_fit_together_are_told(old, new, kind, place):
    with pytest.raises(BrokenMap) as caught:
        cjm.loads(SMALL.replace(old, new))

    fault = caught.value.faults[0]
    assert (fault.kind, fault.place) == (kind, place)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"width":1,', b'"width":9,'),
        (b"iVBORw0K", b"iVBORw0L"),
        (b'"id":"c2153f', b'"id":"c21540'),
    ],
)
def test_a_picture_that_is_not_what_it_says_is_refused(old, new):
    content = cjm.dumps(full_map())
    if old.startswith(b'"id"'):
        content = content.replace(b'"c2153f', b'"c21540')

    with pytest.raises(BadField, match=r"^pictures\[0\]"):
        cjm.loads(content.replace(old, new))


def test_hand_made_files_may_be_spaced_ordered_and_marked_otherwise():
    spaced = b"\xef\xbb\xbf" + SMALL.replace(b",", b" ,\r\n ").replace(b"{", b"{ ")

    assert cjm.loads(spaced) == small_map()


def test_a_bomb_is_refused_before_it_is_parsed(monkeypatch):
    with pytest.raises(TooMany):
        cjm.loads(b'{"format":"cjeditor","version":1,"cards":[' + b"[]," * 1_500_001 + b"[]]}")

    monkeypatch.setattr(cjm, "SIZE_LIMIT", 10)
    with pytest.raises(TooLarge):
        cjm.loads(SMALL)


def test_a_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    (tmp_path / "a.cjm").write_bytes(SMALL)
    monkeypatch.setattr(cjm, "SIZE_LIMIT", 10)

    with pytest.raises(TooLarge) as caught:
        cjm.load(tmp_path / "a.cjm")

    assert caught.value.path == tmp_path / "a.cjm"
    assert caught.value.size == len(SMALL)


def test_what_cannot_be_read_is_told_with_the_reason(tmp_path):
    reasons = {}
    for name in ("", "missing.cjm", "x" * 300, "a\0b"):
        with pytest.raises(CannotRead) as caught:
            cjm.load(tmp_path / name)
        reasons[name[:2]] = caught.value.reason

    assert reasons == {
        "": "is a folder",
        "mi": "file missing",
        "xx": "name too long",
        "a\0": "file missing",
    }


def test_a_map_that_could_not_be_read_again_never_replaces_a_file(tmp_path):
    path = tmp_path / "a.cjm"
    cjm.save(small_map(), path)
    good = small_map()
    note = Note(id="n", lane="do", first_step="s1", last_step="s1")
    wrong = [
        good.put(note.model_copy(update={"votes": -1})),
        good.put(note.model_copy(update={"order": ""})),
        good.put(note.model_copy(update={"first_step": "s4"})),
        good.put(note.model_copy(update={"id": "s1"})),
        good.model_copy(update={"cards": {**good.cards, "other": note}}),
    ]

    for journey in wrong:
        with pytest.raises(FileError) as caught:
            cjm.save(journey, path)
        assert caught.value.path == path

    assert path.read_bytes() == SMALL
    assert [each.name for each in tmp_path.iterdir()] == ["a.cjm"]


def test_what_would_be_read_back_otherwise_is_not_saved(tmp_path):
    journey = small_map()
    doubled = journey.model_copy(update={"cards": {**journey.cards, "more": journey.cards["a1"]}})

    with pytest.raises((CannotWrite, BrokenMap)):
        cjm.save(doubled, tmp_path / "a.cjm")
