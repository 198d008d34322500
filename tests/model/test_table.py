"""A changed table is a dict with changes, and shares what did not change."""

from hypothesis import given
from hypothesis import strategies as st

from cjeditor.model.table import Table, differing, differing_rows, with_rows

KEYS = st.sampled_from("abcdefgh")
ROWS = st.dictionaries(KEYS, st.none() | st.integers(0, 3), max_size=4)


def changed(plain, rows):
    merged = {**plain, **rows}
    return {key: record for key, record in merged.items() if record is not None}


@given(st.dictionaries(KEYS, st.integers(0, 3)), st.lists(ROWS, max_size=6))
def test_it_is_what_a_dict_would_be(plain, edits):
    table = with_rows(plain, {})
    for rows in edits:
        table, plain = with_rows(table, rows), changed(plain, rows)

    assert table == plain
    assert plain == table
    assert dict(table.items()) == plain
    assert len(table) == len(plain)
    assert [table.get(key, 9) for key in "abcdefgh"] == [plain.get(key, 9) for key in "abcdefgh"]
    assert [key for key in "abcdefgh" if key in table] == sorted(plain)


@given(st.dictionaries(KEYS, st.integers(0, 3)), ROWS, ROWS)
def test_two_are_equal_if_their_records_are(plain, some, others):
    one, other = with_rows(plain, some), with_rows(plain, others)

    assert (one == other) == (changed(plain, some) == changed(plain, others))


def test_the_table_before_stays_as_it_was():
    before = with_rows({"a": 1}, {"b": 2})

    with_rows(before, {"a": None, "b": 3})

    assert dict(before) == {"a": 1, "b": 2}


def test_what_is_not_there_is_a_key_error():
    table = with_rows({"a": 1}, {"a": None})

    try:
        found = table["a"]
    except KeyError as error:
        found = error.args[0]
    assert found == "a"


def test_a_changed_record_copies_no_other():
    plain = {str(number): number for number in range(1000)}

    table = with_rows(plain, {"7": -7})

    assert table._base is plain


def test_many_changes_are_taken_into_a_new_dict():
    table = Table({}, {})
    for number in range(500):
        table = with_rows(table, {str(number): number})

    assert len(table._changes) <= 20
    assert len(table) == 500


@given(st.dictionaries(KEYS, st.integers(0, 3)), st.lists(ROWS, max_size=4))
def test_what_differs_is_what_was_exchanged(plain, edits):
    before = after = plain
    for rows in edits:
        after = with_rows(after, rows)

    wanted = {key for key in "abcdefgh" if before.get(key) is not after.get(key)}
    assert differing(before, after) == wanted
    assert differing(after, before) == wanted


def test_of_a_table_and_what_became_of_it_only_what_was_exchanged_is_looked_at():
    class Walked(dict):
        def keys(self):
            raise AssertionError

    plain = Walked({str(number): number for number in range(1000)})
    table = with_rows(plain, {"7": -7})

    assert differing(plain, table) == {"7"}
    assert differing(table, with_rows(table, {"8": None})) == {"8"}


def test_a_version_that_was_left_behind_holds_no_dict_of_its_own():
    before = with_rows({str(number): number for number in range(1000)}, {"7": -7})
    assert len(list(before.values())) == 1000

    with_rows(before, {"8": -8})

    assert "_all" not in vars(before)
    assert dict(before)["7"] == -7


@given(st.dictionaries(KEYS, st.integers(0, 3)), ROWS, ROWS, st.booleans())
def test_differing_rows_are_found_whether_tables_share_or_not(plain, some, others, shared):
    one, other = with_rows(plain, some), with_rows(plain if shared else dict(plain), others)

    found = list(differing_rows(one, other))

    keys = [key for key in "abcdefgh" if one.get(key) is not other.get(key)]
    assert sorted(key for key, _, _ in found) == keys
    assert all((old, new) == (one.get(key), other.get(key)) for key, old, new in found)
    assert differing(one, other) == set(keys)
