"""Positions among siblings."""

from hypothesis import given
from hypothesis import strategies as st

from cjeditor.core.order import at, between, keys_between


def test_between_two_positions_there_is_always_a_third():
    low, high = between(None, None), between(between(None, None), None)

    for _ in range(200):
        middle = between(low, high)
        assert low < middle < high
        high = middle


def test_several_positions_rise():
    keys = keys_between("a0", "a1", 50)

    assert keys == sorted(set(keys))
    assert keys[0] > "a0"
    assert keys[-1] < "a1"


def test_siblings_at_the_same_position_leave_room_after_them():
    assert at(["a1", "a1"], 1)[0] > "a1"


@given(st.lists(st.integers(0, 20), max_size=30))
def test_an_insert_lands_at_its_index(indices):
    keys: list[str] = []
    for wanted in indices:
        index = min(wanted, len(keys))
        keys.insert(index, at(keys, index)[0])

    assert keys == sorted(set(keys))
