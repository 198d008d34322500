"""What holds for any two or three maps: nothing invented, nothing lost, always sound."""

import pytest
from any_edits import edited
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from maps import full_map
from soak import often

from cjeditor.changes.compare import SCOPE, compare, rebuilt
from cjeditor.changes.merge import merge, resolved
from cjeditor.changes.take import TakeOver, bring_back, needed
from cjeditor.files import cjm
from cjeditor.model.integrity import faults
from cjeditor.model.map import TABLES, table_of
from cjeditor.model.references import vital_in

pytestmark = pytest.mark.soak

any_maps = settings(
    max_examples=often(30, 5_000), deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
START = full_map()
PREFIXES = st.sampled_from(["new", "other"])


@given(st.data())
@any_maps
def test_nothing_is_different_in_the_same_map(data):
    journey = edited(data, START)

    assert compare(journey, journey) == ()
    assert compare(journey, cjm.loads(cjm.dumps(journey))) == ()


@given(st.data())
@any_maps
def test_all_changes_make_the_other_map(data):
    one, other = edited(data, START), edited(data, START, data.draw(PREFIXES))

    after = TakeOver(compare(one, other), other).apply(one)

    assert after == other
    assert compare(after, other) == ()


@given(st.data())
@any_maps
def test_a_map_rebuilt_from_changes_is_the_other_one_and_shares_all_the_rest(data):
    one, other = edited(data, START), edited(data, START, data.draw(PREFIXES))
    changes = compare(one, cjm.loads(cjm.dumps(other)))

    made = rebuilt(one, changes)

    assert made == other
    changed = {(each.table, each.id) for each in changes}
    for name in TABLES:
        for key, record in made.table(name).items():
            assert (name, key) in changed or record is one.table(name)[key]


@given(st.data())
@any_maps
def test_some_changes_with_what_they_need_make_a_sound_map_that_has_them(data):
    one, other = edited(data, START), edited(data, START, data.draw(PREFIXES))
    changes = compare(one, other)
    chosen = [each for each in changes if data.draw(st.booleans())]

    taken = needed(changes, chosen)
    after = TakeOver(taken, other).apply(one)

    assert set(map(_key, chosen)) <= set(map(_key, taken))
    assert faults(after) == []
    left = {_key(each): set(each.fields) for each in compare(after, other)}
    for change in taken:
        assert left.get(_key(change), set()) <= _settled(change.table), change


@given(st.data())
@any_maps
def test_changes_can_be_taken_over_into_a_map_that_has_moved_on(data):
    one, other = edited(data, START), edited(data, START, data.draw(PREFIXES))
    chosen = tuple(each for each in compare(one, other) if data.draw(st.booleans()))
    later = edited(data, one, "later")

    assert faults(TakeOver(chosen, other).apply(later)) == []


def _names_another_thing(now, change):
    """Tell whether a record that is gone cannot do without a card that has become a note."""
    if change.before is not None:
        return False
    named = {each: now.find(each) for each in vital_in(change.table, change.after)}
    return any(found is not None and table_of(found) == "empathy_notes" for found in named.values())


@given(st.data())
@any_maps
def test_what_is_brought_back_is_what_it_was(data):
    then = edited(data, START)
    now = edited(data, then, data.draw(PREFIXES))
    known = [each for name in TABLES for each in {**then.table(name), **now.table(name)}]
    record_id = data.draw(st.sampled_from([*known, then.id]))

    after = bring_back(then, [record_id]).apply(now)

    assert faults(after) == []
    for change in compare(after, then):
        if change.id == record_id and not _names_another_thing(now, change):
            assert set(change.fields) <= _settled(change.table)
            assert change.fields
    assert bring_back(then, None).apply(now) == then


@given(st.data())
@any_maps
def test_a_side_that_changed_nothing_gives_way(data):
    base = edited(data, START, "base")
    changed = edited(data, base)

    theirs, mine = merge(base, base, changed), merge(base, changed, base)

    assert theirs.journey == changed
    assert theirs.clashes == mine.clashes == ()
    assert mine.journey is changed
    assert theirs.from_theirs == compare(base, changed)
    assert mine.from_theirs == ()


@given(st.data())
@any_maps
def test_whatever_is_merged_and_however_it_is_resolved_is_sound(data):
    base = START
    mine, theirs = edited(data, base), edited(data, base, data.draw(PREFIXES))

    merged = merge(base, mine, theirs)

    assert faults(merged.journey) == []
    assert merged.from_theirs == compare(merged.mine, merged.journey)
    assert resolved(merged, ()) == merged.journey
    some = [each for each in merged.clashes if data.draw(st.booleans())]
    assert faults(resolved(merged, some)) == []
    assert faults(resolved(merged, merged.clashes)) == []


@given(st.data())
@any_maps
def test_the_sides_of_a_merge_may_be_exchanged(data):
    mine, theirs = edited(data, START, "mine"), edited(data, START, "theirs")

    merged, turned = merge(START, mine, theirs), merge(START, theirs, mine)

    assert {each.key for each in merged.clashes} == {each.key for each in turned.clashes}
    assert resolved(merged, merged.clashes) == turned.journey


@given(st.data())
@any_maps
def test_every_word_of_both_sides_is_in_the_merge_or_in_a_clash(data):
    mine, theirs = edited(data, START, "mine"), edited(data, START, "theirs")

    merged = merge(START, mine, theirs)

    clashed = {(each.table, each.id) for each in merged.clashes}
    for side, joined in ((mine, merged.mine), (theirs, merged.theirs)):
        assert _texts(side) == _texts(joined)  # some of its records may have got other ids
        for change in compare(START, joined):
            if _key(change) in clashed or change.after is None or change.table == SCOPE:
                continue
            now = merged.journey.table(change.table)[change.id]
            for field in change.fields:
                if field not in _settled(change.table):
                    assert vars(now).get(field) == vars(change.after).get(field)


def _texts(journey):
    """Return what every record says, whatever its id."""
    records = (each for name in TABLES for each in journey.table(name).values())
    return sorted(f"{type(each).__name__} {vars(each).get('text')}" for each in records)


def _key(change):
    return change.table, change.id


def _settled(table):
    """Fields that follow where columns or cards stand now."""
    return {"cards": {"first_step", "last_step"}, "emotions": {"step"}}.get(table, set())
