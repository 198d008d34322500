"""Two maps that grew from one are joined; what they do not agree on is a clash, never a loss."""

import pytest
from maps import PIXEL, PIXEL_ID, full_map, small_map

from cjeditor.changes.compare import SCOPE, compare
from cjeditor.changes.merge import merge, resolved
from cjeditor.core.order import between
from cjeditor.edits.cards import AddCard, ConvertCards, MoveCards, SpanCard
from cjeditor.edits.comments import AddComment
from cjeditor.edits.empathy import MoveCardsToEmpathy
from cjeditor.edits.lanes import AddLane, MoveLanes
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.scope import SetScope
from cjeditor.edits.steps import MoveSteps
from cjeditor.files import cjm
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.line_lane import LineLane
from cjeditor.kinds.plain import Note
from cjeditor.model.integrity import faults
from cjeditor.model.map import Map
from cjeditor.model.records import Comment, Picture


def do(journey, *edits):
    for edit in edits:
        journey = edit.apply(journey)
    return journey


def joined(base, mine, theirs):
    """Merge, both ways round, and make sure that every outcome is sound."""
    merged, turned = merge(base, mine, theirs), merge(base, theirs, mine)
    for one in (merged, turned):
        assert faults(one.journey) == []
        assert faults(resolved(one, one.clashes)) == []
        assert resolved(one, ()) == one.journey
    assert {each.key for each in merged.clashes} == {each.key for each in turned.clashes}
    return merged


def test_independent_edits_are_as_if_one_had_made_both():
    base = full_map()
    ours = (
        SetField(("t1",), "text", "Key safe"), SetScope("title", "A short night"),
        AddCard("doing", "sleep", "note", "Snores", None, "snore"), Delete(("d1",)),
    )  # fmt: skip
    others = (
        SetField(("t1",), "owner", "IT"), SetScope("goal", "A key"), MoveLanes(("mood",), 0),
        AddCard("front", "leave", "pain", "A queue", None, "queue"), Delete(("story",)),
    )  # fmt: skip

    merged = joined(base, do(base, *ours), do(base, *others))

    assert merged.clashes == ()
    assert merged.journey == do(base, *ours, *others)


def test_what_came_from_them_is_told():
    base = small_map()
    mine = SetField(("a1",), "text", "x").apply(base)
    theirs = SetField(("a2",), "text", "y").apply(base)

    merged = joined(base, mine, theirs)

    assert merged.from_theirs == compare(mine, merged.journey)
    assert [each.id for each in merged.from_theirs] == ["a2"]


def test_both_changed_the_same_field():
    base = small_map()
    mine = SetField(("p1",), "severity", 1).apply(base)
    theirs = do(base, SetField(("p1",), "severity", 5), SetField(("p1",), "owner", "IT"))

    merged = joined(base, mine, theirs)

    (clash,) = merged.clashes
    assert clash.key == ("cards", "p1", "severity")
    assert (clash.base, clash.mine, clash.theirs) == (4, 1, 5)
    assert (merged.journey.cards["p1"].severity, merged.journey.cards["p1"].owner) == (1, "IT")
    assert resolved(merged, [clash]).cards["p1"].severity == 5


def test_both_changed_the_same_field_alike():
    base = small_map()
    mine, theirs = (SetField(("p1",), "severity", 1).apply(base) for _ in range(2))

    merged = joined(base, mine, theirs)

    assert merged.clashes == ()
    assert merged.journey is mine


def test_the_title_of_the_map_clashes_like_any_field():
    base = small_map()
    merged = joined(base, SetScope("title", "x").apply(base), SetScope("title", "y").apply(base))

    (clash,) = merged.clashes
    assert clash.key == (SCOPE, "small", "title")
    assert merged.journey.scope.title == "x"
    assert resolved(merged, merged.clashes).scope.title == "y"


@pytest.mark.parametrize("here_it_goes", [True, False])
def test_one_removed_what_the_other_changed(here_it_goes):
    base = small_map()
    gone, changed = Delete(("a1",)).apply(base), SetField(("a1",), "text", "x").apply(base)
    mine, theirs = (gone, changed) if here_it_goes else (changed, gone)

    merged = joined(base, mine, theirs)

    (clash,) = merged.clashes
    assert clash.key == ("cards", "a1", None)
    assert clash.mine == mine.cards.get("a1")
    assert merged.journey == mine
    assert resolved(merged, [clash]) == theirs


def test_both_added_the_same_id():
    base = small_map()
    mine = AddCard("do", "s2", "note", "x", None, "same").apply(base)
    theirs = AddCard("do", "s2", "note", "y", None, "same").apply(base)

    merged = joined(base, mine, theirs)

    assert [(each.key, each.base) for each in merged.clashes] == [(("cards", "same", "text"), None)]


def test_one_id_for_two_things_becomes_two():
    base = small_map()
    mine = AddCard("do", "s2", "note", "x", None, "same").apply(base)
    theirs = do(
        base,
        AddLane(CardsLane(id="same", title="Ideas"), None),
        AddCard("same", "s1", "idea", "A bell", None, "bell"),
        AddComment(Comment(id="c", about="same", text="Why?")),
    )

    merged = joined(base, mine, theirs)

    assert merged.clashes == ()
    assert merged.journey.cards["same"].text == "x"
    assert merged.journey.lanes["same-2"].title == "Ideas"
    assert merged.journey.cards["bell"].lane == "same-2"
    assert merged.journey.comments["c"].about == "same-2"


def test_a_picture_keeps_its_id_for_that_says_what_it_shows():
    base = small_map()
    mine = AddCard("do", "s2", "note", "x", None, PIXEL_ID).apply(base)
    picture = Picture(id=PIXEL_ID, media="image/png", width=1, height=1, content=PIXEL)
    theirs = base.put(picture, base.cards["a1"].replace(picture=PIXEL_ID))

    merged = joined(base, mine, theirs)

    assert merged.journey.cards["a1"].picture == PIXEL_ID
    assert merged.journey.cards[f"{PIXEL_ID}-2"].text == "x"
    assert cjm.loads(cjm.dumps(merged.journey)) == merged.journey


def test_both_put_in_at_the_same_place_and_nobody_is_renumbered():
    base = small_map()
    mine = AddCard("do", "s1", "note", "x", 1, "mine").apply(base)
    theirs = AddCard("do", "s1", "note", "y", 1, "theirs").apply(base)

    merged = joined(base, mine, theirs)

    assert merged.clashes == ()
    cell = merged.journey.cell("do", "s1")
    assert [card.id for card in cell] == ["a1", "mine", "theirs", "a2"]
    assert cell[1].order == cell[2].order == between("a0", "a1")
    later = AddCard("do", "s1", "note", "z", 2, "between").apply(merged.journey)
    assert [card.id for card in later.cell("do", "s1")] == [
        "a1", "mine", "between", "theirs", "a2",
    ]  # fmt: skip


def test_both_moved_a_card_so_its_whole_place_clashes():
    base = small_map()
    mine = MoveCards(("a1",), "pain", "s1", 0).apply(base)
    theirs = MoveCards(("a1",), "do", "s4", 0).apply(base)

    merged = joined(base, mine, theirs)

    (clash,) = merged.clashes
    assert clash.key == ("cards", "a1", "lane")
    assert clash.theirs[:3] == ("do", "s4", "s4")
    assert merged.journey == mine
    assert resolved(merged, [clash]) == theirs


def test_one_made_it_another_kind_and_the_other_changed_its_text():
    base = small_map()
    mine = ConvertCards(("p1",), "opportunity").apply(base)
    theirs = SetField(("p1",), "text", "Far too many").apply(base)

    merged = joined(base, mine, theirs)

    assert merged.clashes == ()
    assert merged.journey.cards["p1"] == mine.cards["p1"].replace(text="Far too many")


def test_one_made_it_another_kind_and_the_other_changed_what_that_lacks():
    base = small_map()
    mine = ConvertCards(("p1",), "opportunity").apply(base)
    theirs = do(base, SetField(("p1",), "severity", 5), SetField(("p1",), "votes", 3))

    merged = joined(base, mine, theirs)

    (clash,) = merged.clashes
    assert clash.key == ("cards", "p1", "kind")
    assert (clash.mine, clash.theirs) == ("opportunity", "pain")
    assert merged.journey.cards["p1"] == mine.cards["p1"].replace(votes=3)
    assert resolved(merged, [clash]) == theirs


@pytest.mark.parametrize(
    ("removing", "using", "kept"),
    [
        (Delete(("pain",)), AddCard("pain", "s1", "pain", "x", None, "new"), "pain"),
        (Delete(("buy",)), AddCard("do", "s4", "note", "x", None, "new"), "buy"),
        (Delete(("s2",)), MoveCards(("a1",), "do", "s2", 0), "s2"),
        (Delete(("a2",)), AddComment(Comment(id="new", about="a2", text="No!")), "a2"),
    ],
)
def test_what_one_removed_and_the_other_newly_names_is_kept(removing, using, kept):
    base = small_map()

    merged = joined(base, removing.apply(base), using.apply(base))

    assert merged.clashes == ()
    assert merged.journey.find(kept) == base.find(kept)
    assert kept in [each.id for each in merged.from_theirs]


def test_each_removed_another_step_and_the_stage_keeps_one():
    base = small_map()

    merged = joined(base, Delete(("s1",)).apply(base), Delete(("s2",)).apply(base))

    assert [step.id for step in merged.journey.steps_of["find"]] == ["s1"]


def test_each_moved_another_step_away_and_the_stage_gets_a_new_one():
    base = small_map()
    mine = MoveSteps(("s1",), "buy", 0).apply(base)
    theirs = MoveSteps(("s2",), "buy", None).apply(base)

    merged = joined(base, mine, theirs)

    assert [step.id for step in merged.journey.steps_of["buy"]] == ["s1", "s3", "s4", "s2"]
    assert [step.id for step in merged.journey.steps_of["find"]] == ["find-2"]


def test_a_span_over_columns_that_they_turned_round():
    base = small_map()
    mine = SpanCard("a3", "s3", "s4").apply(base)
    theirs = MoveSteps(("s4",), "buy", 0).apply(base)

    merged = joined(base, mine, theirs)

    card = merged.journey.cards["a3"]
    assert (card.first_step, card.last_step) == ("s4", "s3")


def test_a_feeling_goes_where_its_card_went():
    base = small_map()
    mine = MoveCards(("p1",), "pain", "s4", 0).apply(base)
    theirs = do(base, SetField(("e2",), "value", 0.5))
    theirs = theirs.put(theirs.emotions["e2"].replace(id="new", value=2.0))

    merged = joined(base, mine, theirs)

    assert merged.clashes == ()
    assert merged.journey.emotions["e2"].value == 0.5
    assert merged.journey.emotions["new"].step == "s4"


def test_a_lane_that_became_a_line_takes_cards_again_if_one_was_put_in():
    base = Delete(("p1",)).apply(small_map())
    mine = base.put(Note(id="n", lane="pain", first_step="s1", last_step="s1", text="Ouch"))
    theirs = base.put(LineLane(id="pain", order="a1"))

    merged = joined(base, mine, theirs)

    assert merged.journey.cell("pain", "s1")[0].text == "Ouch"


def test_a_picture_that_each_showed_once_less_goes():
    base = full_map()
    mine = SetField(("dewi",), "picture", None).apply(base)
    theirs = SetField(("pic",), "picture", None).apply(base)

    assert joined(base, mine, theirs).journey.pictures == {}


def test_locks_are_of_no_concern():
    base = full_map()
    base = base.with_scope(base.scope.replace(lock="all"))
    theirs = base.put(base.cards["a1"].replace(text="Runs"))

    assert joined(base, base, theirs).journey == theirs


def test_maps_from_files_are_merged_like_others():
    base = full_map()
    mine, theirs = SetField(("a1",), "votes", 9).apply(base), Delete(("d1",)).apply(base)

    read = [cjm.loads(cjm.dumps(each)) for each in (base, mine, theirs)]

    assert joined(*read).journey == joined(base, mine, theirs).journey


def test_without_a_common_origin_only_what_differs_clashes():
    mine = small_map()
    theirs = do(mine, SetField(("a1",), "text", "x"), Delete(("a2",)))

    merged = joined(Map(), mine, theirs)

    assert [each.key for each in merged.clashes] == [("cards", "a1", "text")]
    assert merged.journey == mine


@pytest.mark.parametrize("turned", [False, True])
def test_a_card_that_became_a_note_here_and_was_gone_on_with_there_is_both(turned):
    base = full_map()
    note = MoveCardsToEmpathy(("a1",), "dewi", None).apply(base)
    comment = Comment(id="said", about="a1", text="Ask again")
    other = SetField(("a1",), "text", "Runs").apply(base).put(comment)

    merged = merge(base, other, note) if turned else merge(base, note, other)
    kept = resolved(merged, () if turned else merged.clashes)

    assert faults(merged.journey) == faults(kept) == []
    assert kept.cards["a1"].text == "Runs"
    assert kept.comments["said"] == comment
    assert [each.text for each in kept.empathy_notes.values()] == ["Walks from the station"]


def test_a_card_that_became_a_note_keeps_its_id_where_nobody_else_touched_it():
    base = full_map()
    note = MoveCardsToEmpathy(("a1",), "dewi", None).apply(base)
    other = SetField(("d1",), "text", "Rye bread").apply(base)

    for merged in (merge(base, note, other), merge(base, other, note)):
        assert merged.clashes == ()
        assert "a1" in merged.journey.empathy_notes
        assert "a1" not in merged.journey.cards
