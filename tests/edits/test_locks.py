"""What is locked stays as it is; what is not asked for a key stays free."""

import pytest
from maps import full_map, small_map

from cjeditor.edits.cards import AddCard, AddCards, ConvertCards, MoveCards, SpanCard
from cjeditor.edits.comments import AddComment
from cjeditor.edits.edit import EditError
from cjeditor.edits.emotions import SetEmotion
from cjeditor.edits.lanes import MoveLanes
from cjeditor.edits.links import AddLink
from cjeditor.edits.locks import refuse_locked
from cjeditor.edits.paste import Brought, Paste, PasteBlock
from cjeditor.edits.records import Delete, Duplicate, SetField
from cjeditor.edits.scope import SetScope
from cjeditor.edits.several import Several
from cjeditor.edits.shown import SetLock
from cjeditor.edits.step_cuts import JoinSteps, SplitStep
from cjeditor.edits.steps import AddStep, MoveSteps
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.plain import Action
from cjeditor.model.records import Comment, Link


def done(journey, edit):
    after = edit.apply(journey)
    refuse_locked(journey, after)
    return after


def locked(**places):
    """Return the small map with those locks: lane, stage or, as `map`, the whole."""
    journey = small_map()
    for place, lock in places.items():
        edit = SetScope("lock", lock) if place == "map" else SetField((place,), "lock", lock)
        journey = edit.apply(journey)
    return journey


@pytest.mark.parametrize(
    "edit",
    [
        AddCard("do", "s1", "action"),
        SetField(("a1",), "text", "other"),
        SetField(("do",), "title", "other"),
        Delete(("a1",)),
        Delete(("do",)),
        ConvertCards(("a3",), "note"),
        MoveCards(("a1",), "pain", "s1"),
        MoveCards(("p1",), "do", "s1"),
    ],
)
def test_a_locked_lane_and_its_cards_do_not_change(edit):
    with pytest.raises(EditError, match="locked"):
        done(locked(do="all"), edit)


@pytest.mark.parametrize(
    "edit",
    [
        AddStep("find"),
        SetField(("s1",), "title", "other"),
        MoveSteps(("s1",), "buy", 0),
        SetEmotion("s1", 0.5),
        Delete(("s2",)),
        AddCard("pain", "s2", "pain"),
    ],
)
def test_a_locked_stage_and_all_in_it_do_not_change(edit):
    with pytest.raises(EditError, match="locked"):
        done(locked(find="all"), edit)


def test_what_is_beside_a_locked_place_changes_as_ever():
    journey = locked(do="all", find="all")

    assert done(journey, MoveLanes(("pain",), 0)).ordered_lanes[0].id == "pain"
    assert len(done(journey, AddCard("pain", "s3", "pain")).cards) == 5
    assert done(journey, SetEmotion("s3", -1)).emotions["e3"].value == -1


@pytest.mark.parametrize("place", ["do", "find", "map"])
def test_cards_may_be_added_where_only_that_is_allowed(place):
    journey = locked(**{place: "add only"})

    assert len(done(journey, AddCard("do", "s1", "action", index=0)).cards) == 5
    with pytest.raises(EditError, match="added"):
        done(journey, SetField(("a1",), "text", "other"))
    with pytest.raises(EditError, match="added"):
        done(journey, Delete(("a1",)))


def test_added_cards_bring_their_style_and_their_links_along():
    journey = locked(map="add only")
    cards = tuple(
        Action(id=each, lane="do", first_step="s1", last_step="s1", style="risk")
        for each in ("n1", "n2")
    )
    link = Link(id="l", kind="causes", source="n1", target="n2")
    brought = Brought(styles=(CardStyle(id="risk", name="Risk"),), links=(link,))

    after = done(journey, Paste(cards, "do", "s2", brought=brought))

    assert (after.cards["n2"].style, after.links["l"]) == ("risk", link)
    with pytest.raises(EditError, match="added"):
        done(after, AddLink("causes", "a1", "n1"))


@pytest.mark.parametrize("place", ["do", "find"])
def test_a_lock_is_taken_off_again(place):
    journey = locked(**{place: "all"})

    free = done(journey, SetField((place,), "lock", "none"))

    assert done(free, SetField(("a1",), "text", "other")).cards["a1"].text == "other"


def test_a_locked_map_only_takes_comments_and_unlocking():
    journey = locked(map="all")

    for edit in (SetScope("title", "other"), AddCard("do", "s1", "note"), AddStep("find")):
        with pytest.raises(EditError):
            done(journey, edit)
    assert done(journey, AddComment(Comment(id="c", about="a1", text="Why?"))).comments
    assert done(journey, SetScope("lock", "none")) == small_map()


def test_the_copy_of_a_locked_stage_stands_beside_it():
    after = done(locked(find="all"), Duplicate(("find",), ("copy",)))

    assert [stage.id for stage in after.ordered_stages] == ["find", "copy", "buy"]


def test_a_map_without_locks_takes_every_edit():
    journey = full_map()

    assert done(journey, Delete(("front",))).lanes.keys() == journey.lanes.keys() - {"front"}


def test_a_locked_curve_is_locked_and_no_other():
    journey = full_map()
    moods = journey.lanes["mood"].replace(personas=("dewi",), lock="all")
    journey = journey.put(moods)

    with pytest.raises(EditError, match="locked"):
        done(journey, SetEmotion("arrive", 1, "dewi"))
    assert done(journey, SetEmotion("arrive", 1, "omar")).emotions.keys() > journey.emotions.keys()


@pytest.mark.parametrize(
    "edit",
    [
        Several((SetLock(("do",), "none"), SetField(("a1",), "text", "other")), "Both"),
        Several((SetLock(("do",), "none"), Delete(("do",))), "Both"),
        AddCards((Action(id="n", lane="do", first_step="s1", last_step="s1"),)),
        Paste((Action(id="n", lane="pain", first_step="s1", last_step="s1"),), "do", "s2"),
        PasteBlock((((Action(id="n", lane="do", first_step="s1", last_step="s1"),),),), "do", "s2"),
        Duplicate(("a1",), ("copy",)),
        Duplicate(("find",), ("copy",)),
        Delete(("find",)),
        Delete(("s1",)),
        SplitStep("s1", ("a1",)),
        JoinSteps(("s2", "s3")),
        SpanCard("a3", "s3", "s4"),
        SetField(("a1", "p1"), "votes", 3),
    ],
)
def test_no_way_leads_around_the_lock_of_a_lane(edit):
    with pytest.raises(EditError, match="locked"):
        done(locked(do="all"), edit)
