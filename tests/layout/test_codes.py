import pytest
from maps import big_map, small_map

from cjeditor.layout.codes import cell_code, cell_named, column_letters


def test_a_cell_is_named_by_its_steps_letter_and_its_lanes_number():
    assert cell_code(small_map(), "do", "s1") == "A1"
    assert cell_code(small_map(), "feel", "s4") == "D3"


def test_after_26_steps_letters_are_doubled():
    assert [column_letters(column) for column in (0, 25, 26, 51, 52, 701, 702)] == [
        "A", "Z", "AA", "AZ", "BA", "ZZ", "AAA",
    ]  # fmt: skip


@pytest.mark.parametrize("code", ["C2", "c2", " c 2 ", "C 02"])
def test_a_code_finds_its_cell_however_it_is_typed(code):
    assert cell_named(small_map(), code) == ("pain", "s3")


@pytest.mark.parametrize(
    "code", ["", "C", "6", "E1", "A4", "A0", "A-1", "1A", "A1x", "ÄÄ1", "A１", "Z" * 99 + "1"]
)
def test_what_names_no_cell_finds_none(code):
    assert cell_named(small_map(), code) is None


def test_every_cell_is_found_by_its_own_code():
    journey = big_map(40, 5, 30)

    for lane in journey.ordered_lanes:
        for step in journey.ordered_steps:
            assert cell_named(journey, cell_code(journey, lane.id, step.id)) == (lane.id, step.id)


def test_an_unknown_place_has_no_code():
    with pytest.raises(KeyError):
        cell_code(small_map(), "gone", "s1")
    with pytest.raises(KeyError):
        cell_code(small_map(), "do", "gone")
