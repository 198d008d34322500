"""The gap between two maps, stage by stage."""

import pytest
from maps import full_map

from cjeditor.changes.compare import compare
from cjeditor.edits.records import Delete
from cjeditor.kinds.feeling import Emotion
from cjeditor.model.gap import Side, StageGap, gap_between, gap_of_states, has_both_states, in_state
from cjeditor.model.integrity import faults
from cjeditor.model.map import Map
from cjeditor.model.records import Comment, Stage, Step


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


def test_the_rise_that_is_told_is_that_between_the_feelings_that_are_told():
    gap = StageGap("arrive", "Arrive", Side(-0.94), Side(0.94))
    unknown = StageGap("arrive", "Arrive", Side(-0.94), Side())

    assert gap.rise == pytest.approx(1.88)
    assert gap.told_rise == 1.8  # −0.9 → +0.9
    assert unknown.told_rise is None


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


def test_only_curves_that_both_maps_have_count():
    before = full_map()
    omar = [
        Emotion(id=f"new-{step}", step=step, persona="omar", value=-2.0)
        for step in ("arrive", "check-in", "sleep")
    ]

    gaps = gap_between(before, before.put(*omar))

    assert [gap.rise for gap in gaps] == [0, 0, 0]


def test_a_state_alone_is_a_sound_map_whose_points_are_the_same_ones():
    journey = full_map().put(
        Emotion(id="next", step="arrive", persona="dewi", value=2.0, state="future"),
        Emotion(id="more", step="arrive", persona="dewi", value=1.0, state="future", order="a1"),
        Comment(id="said", about="em1", text="Really?"),
    )

    current, future = (in_state(journey, state) for state in ("current", "future"))

    for each in (current, future):
        assert faults(each) == []
        assert not has_both_states(each)
    assert {e.id: e.value for e in current.emotions.values()} == {
        "em1": -0.5, "em2": -2.0, "em4": 1.0,
    }  # fmt: skip
    assert {e.id: e.value for e in future.emotions.values()} == {
        "em1": 2.0, "more": 1.0, "em3": 1.5,
    }  # fmt: skip
    changed = {change.id: change.kind for change in compare(current, future)}
    assert changed["em1"] == "changed"
    assert changed["more"] == changed["em3"] == "added"
    assert changed["em2"] == "removed"


def test_a_map_without_feelings_tells_no_state():
    assert not has_both_states(Map())
    assert gap_of_states(Map()) == ()
