"""A map is a value: changed maps share what did not change, and derive the same."""

from hypothesis import given
from hypothesis import strategies as st
from maps import full_map, small_map

from cjeditor.kinds.plain import Note
from cjeditor.model.map import _DERIVED_FROM, TABLES, Map

CELLS = st.tuples(st.sampled_from(["do", "pain"]), st.sampled_from(["s1", "s2", "s3", "s4"]))
CARDS = st.builds(
    lambda number, cell, order: Note(
        id=f"c{number}", lane=cell[0], first_step=cell[1], last_step=cell[1], order=order
    ),
    st.integers(0, 5),
    CELLS,
    st.sampled_from(["a0", "a1", "a1V"]),
)
CHANGES = st.one_of(
    st.lists(CARDS, max_size=4).map(lambda cards: lambda m: m.put(*cards)),
    st.lists(st.sampled_from(["c0", "c1", "a1", "nobody"])).map(lambda ids: lambda m: m.drop(ids)),
)


def derived(journey: Map) -> dict[str, object]:
    return {name: getattr(journey, name) for name in _DERIVED_FROM}


def fresh(journey: Map) -> Map:
    return Map(**{name: getattr(journey, name) for name in Map.model_fields})


@given(st.lists(CHANGES, max_size=5))
def test_what_a_changed_map_derives_is_what_a_fresh_map_derives(changes):
    journey = small_map().drop(["p1", "e2"])
    derived(journey)

    for change in changes:
        journey = change(journey)

        assert derived(journey) == derived(fresh(journey))


def test_every_derived_value_knows_the_tables_it_comes_from():
    assert set(_DERIVED_FROM) == {
        name for name, value in vars(Map).items() if type(value).__name__ == "cached_property"
    }
    assert set().union(*_DERIVED_FROM.values()) <= TABLES.keys()


def test_putting_one_card_shares_every_other_table_and_record():
    before = full_map()

    after = before.put(before.cards["a1"].replace(text="new"))

    assert after.cards["th1"] is before.cards["th1"]
    assert all(getattr(after, name) is getattr(before, name) for name in TABLES if name != "cards")


def test_putting_one_card_keeps_the_cells_of_other_lanes_and_steps():
    before = full_map()
    cells = before.cells

    after = before.put(before.cards["a1"].replace(text="new"))

    assert after.cells["front"] is cells["front"]
    assert after.cells["doing"]["leave"] is cells["doing"]["leave"]
    assert after.cell("doing", "arrive")[0].text == "new"


def test_putting_what_is_there_gives_the_map_itself():
    journey = full_map()

    assert journey.put(journey.cards["a1"].replace(text="Walks from the station")) is journey
    assert journey.put() is journey
    assert journey.drop(["nobody"]) is journey
    assert journey.with_scope(journey.scope) is journey


def test_the_last_of_two_records_with_one_id_counts():
    card = small_map().cards["a1"]

    after = small_map().put(card.replace(text="first"), card)

    assert after.cards["a1"] == card
    assert [each.id for each in after.cell("do", "s1")] == ["a1", "a2"]


def test_the_old_map_is_what_it_was_after_put_and_drop():
    before = full_map()
    tables = {name: dict(before.table(name)) for name in TABLES}

    before.put(before.cards["a1"].replace(text="new")).drop(["th1", "ev1", "em1"])

    assert {name: before.table(name) for name in TABLES} == tables


def test_columns_run_through_the_stages():
    assert [step.id for step in small_map().ordered_steps] == ["s1", "s2", "s3", "s4"]
    assert small_map().column_of["s3"] == 2


def test_reading_order_goes_lane_by_lane():
    assert [card.id for card in small_map().reading_order()] == ["a1", "a2", "a3", "p1"]
