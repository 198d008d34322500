"""A large file is read bit by bit, and nothing is taken, missed or told otherwise than else."""

import tracemalloc
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maps import big_map, full_map, small_map
from PIL import Image

from cjeditor.core.progress import Cancelled
from cjeditor.files import cjm, pieces
from cjeditor.files.errors import FileError
from cjeditor.files.pictures import take_in
from cjeditor.model.map import Map

FULL = cjm.dumps(full_map())
SMALL = cjm.dumps(small_map())


@pytest.fixture
def tiny(monkeypatch):
    """Cut every file into pieces as small as can be."""
    monkeypatch.setattr(cjm, "SIZE", 0)
    monkeypatch.setattr(pieces, "SIZE", 1)


@pytest.fixture
def only_pieces(tiny, monkeypatch):
    """Fail a test in which a file is parsed as a whole."""

    def whole(_content):
        pytest.fail("the file was parsed as a whole")

    monkeypatch.setattr(cjm, "_whole", whole)


def outcome(content):
    """Return the map that is read, or what is said about the file."""
    try:
        return cjm.loads(content)
    except FileError as error:
        return type(error), str(error)


def in_pieces(content):
    """Return the same where the file is cut into the smallest pieces."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cjm, "SIZE", 0)
        patch.setattr(pieces, "SIZE", 1)
        return outcome(content)


@pytest.mark.parametrize("size", [1, 100, 1000, 20_000])
@pytest.mark.parametrize("journey", [Map(id="empty"), small_map(), full_map(), big_map(300, 6, 9)])
def test_a_file_of_ours_is_read_in_pieces_of_any_size(only_pieces, monkeypatch, journey, size):
    monkeypatch.setattr(pieces, "SIZE", size)
    content = cjm.dumps(journey)

    assert cjm.loads(content) == journey
    assert all(len(piece) < size + 3000 for _, piece in pieces.pieces(BytesIO(content)))


def test_a_large_map_is_written_and_read_in_pieces_by_itself(tmp_path, monkeypatch):
    journey = big_map(3000, 12, 30)
    monkeypatch.setattr(cjm, "_whole", lambda _content: pytest.fail("parsed as a whole"))

    cjm.save(journey, tmp_path / "a.cjm")

    assert (tmp_path / "a.cjm").stat().st_size > 2 * pieces.SIZE
    assert cjm.load(tmp_path / "a.cjm") == journey


def test_every_place_where_a_piece_may_end_is_found(only_pieces, monkeypatch):
    for size in range(1, 900, 7):
        monkeypatch.setattr(pieces, "SIZE", size)
        assert cjm.loads(SMALL) == small_map()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'"severity":4', b'"severity":9'),
        (b'"severity":4', b'"severity":"4"'),
        (b'"severity":4', b'"severity":4,"severity":4'),
        (b'"severity":4', b'"severity":4}], "cards": [{"severity":4'),
        (b'"kind":"pain"', b'"kind":"poem"'),
        (b'"id":"a3"', b'"id":"a2"'),
        (b'"card":"p1"', b'"card":"p9"'),
        (b'"links": []', b'"links": {}'),
        (b'"links": []', b'"flows": []'),
        (b'"links": []', b'"links": [], "links": []'),
        (b'"lanes": [', b'"lanes": [], "stages": ['),
        (b'{"title":"Buying a bicycle"}', b'{"title":"Buying a bicycle"}, "cards": []'),
        (b'{"title":"Buying a bicycle"}', b'{"title":"A"}, "scope": {"title":"B"}'),
        (b'"id": "small"', b'"id": "small", "id": "other"'),
        (b'"version": 3', b'"version": 1'),
        (b'"version": 3', b'"version": 4'),
        (b"\n],\n", b"\n]\n,\n"),
        (b"{\n", b"{ \n"),
        (b'"a3","lane"', b'"a3",\n"lane"'),
        (b"]\n}\n", b"]\n}\n\n"),
        (b"]\n}\n", b"]\n}"),
        (b"]\n}\n", b"]\n"),
        (b",\n", b", \n"),
        (b"\n", b"\r\n"),
    ],
)
def test_what_is_unusual_or_wrong_is_taken_or_told_as_ever(old, new):
    assert old in SMALL
    content = SMALL.replace(old, new, 1)

    assert in_pieces(content) == outcome(content)


def test_a_record_that_closes_its_table_and_opens_another_is_no_trick():
    lines = SMALL.split(b"\n")
    first = next(n for n, line in enumerate(lines) if line.startswith(b'{"kind":"action"'))
    for inserted in (b'], "links": [', b'], "cards": [', b'], "id": "other", "links": ['):
        content = b"\n".join([*lines[:first], inserted, *lines[first:]])
        spliced = SMALL.replace(lines[first], lines[first].rstrip(b",") + inserted, 1)

        assert in_pieces(content) == outcome(content)
        assert in_pieces(spliced) == outcome(spliced)


@given(st.integers(0, len(FULL) - 1), st.binary(min_size=1, max_size=3))
def test_a_damaged_file_is_told_as_ever(place, damage):
    content = FULL[:place] + damage + FULL[place + len(damage) :]

    assert in_pieces(content) == outcome(content)


@pytest.mark.parametrize(
    ("old", "new"), [(b'"width":1,', b'"width":9,'), (b"iVBORw0K", b"iVBORw0L")]
)
def test_a_false_picture_is_told_as_ever(old, new):
    content = FULL.replace(old, new)
    assert content != FULL

    assert in_pieces(content) == outcome(content)


def test_reading_tells_how_far_it_is_and_can_be_stopped(tiny):
    shares = []

    def told(share):
        shares.append(share)
        if share > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        cjm.loads(FULL, told)

    assert shares == sorted(shares)
    assert len(shares) > 5
    assert 0.5 < shares[-1] < 1


def test_saving_takes_little_memory_whatever_the_pictures_take(tmp_path):
    noise = Image.effect_noise((600, 450), 80)
    pictures = []
    for turn in range(40):
        noise.rotate(turn).save(file := BytesIO(), "JPEG", quality=95)
        pictures.append(take_in(file.getvalue()))
    journey = small_map().put(*pictures)
    tracemalloc.start()

    cjm.save(journey, tmp_path / "a.cjm")

    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    size = (tmp_path / "a.cjm").stat().st_size
    assert most < size / 2
