"""The gap between two maps, stage by stage."""

import pytest
from maps import full_map

from cjeditor.changes.gap import Side, gap_between, gap_of_states
from cjeditor.edits.records import Delete
from cjeditor.kinds.feeling import Emotion
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step


def test_the_same_map_has_no_gap():
    for gap in gap_between(full_map(), full_map()):
        assert gap.before == gap.after
        assert gap.rise in (0, None)


def test_feelings_are_means_and_what_is_missing_is_not_zero():
    before = full_map()
    after = before.put(before.emotions["em2"].replace(value=1.0)).drop(["em4", "p1"])

    first, stay, last = gap_between(before, after)

    assert first.before == Side(-1.25, touchpoints=1, pains=1, opportunities=1)
    assert first.after == Side(0.25, touchpoints=1, pains=0, opportunities=1)
    assert first.rise == pytest.approx(1.5)
    assert stay.rise == 0
    assert last.after is not None
    assert last.after.feeling is None
    assert last.rise is None


def test_a_new_stage_has_nothing_before_and_a_gone_one_nothing_after():
    before = full_map()
    after = Delete(("stay",)).apply(before).put(
        Stage(id="new", order="a9", title="New"), Step(id="news", stage="new")
    )  # fmt: skip

    gaps = {gap.stage: gap for gap in gap_between(before, after)}

    assert list(gaps) == ["before", "after", "new", "stay"]
    assert gaps["new"].before is None
    assert gaps["stay"].after is None


def test_maps_that_share_no_ids_are_matched_by_title():
    other = Map().put(
        Stage(id="x", title=" before"),
        Step(id="y", stage="x"),
        Emotion(id="z", step="y", value=2.0),
    )

    gaps = gap_between(full_map(), other)

    assert (gaps[0].stage, gaps[0].before.feeling, gaps[0].after.feeling) == ("x", -1.25, 2.0)
    assert [gap.after for gap in gaps[1:]] == [None, None]


def test_the_current_and_the_future_state_of_one_map():
    first, stay, _ = gap_of_states(full_map())

    assert (first.before.feeling, first.after.feeling) == (-1.25, None)
    assert (stay.before.feeling, stay.after.feeling) == (None, 1.5)
