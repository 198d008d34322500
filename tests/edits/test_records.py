"""Fields are set, records deleted and duplicated, with all that hangs on them."""

import pytest
from maps import PIXEL_ID, full_map, small_map

from cjeditor.edits.cards import ConvertCards, SpanCard
from cjeditor.edits.edit import EditError
from cjeditor.edits.records import Delete, Duplicate, SetField
from cjeditor.edits.scope import SetScope
from cjeditor.model.chains import chain_of
from cjeditor.model.flows import Flow, FlowArrow, FlowNode
from cjeditor.model.integrity import faults
from cjeditor.model.map import TABLES
from cjeditor.model.records import Comment, Link
from cjeditor.model.whys import Why


def test_a_field_is_set_on_several_records_at_once():
    after = SetField(("a1", "a3"), "status", "done").apply(small_map())

    assert [after.cards[card].status for card in ("a1", "a2", "a3")] == ["done", None, "done"]


def test_the_same_value_changes_nothing():
    journey = small_map()

    assert SetField(("a1",), "text", "Ask friends").apply(journey) is journey
    assert SetScope("title", "Buying a bicycle").apply(journey) is journey


@pytest.mark.parametrize(
    ("record", "field", "value", "sentence"),
    [
        ("p1", "severity", 9, "Severity must be 5 or less, not 9."),
        ("p1", "severity", True, "Severity must be a whole number, not True."),
        ("e1", "value", float("inf"), "Feeling must be a finite number."),
        ("a1", "severity", 3, "There is no field “severity” to change."),
        ("a1", "lane", "pain", "There is no field “lane” to change."),
        ("a1", "id", "b1", "There is no field “id” to change."),
        ("a1", "personas", ("nobody",), "Personas names something that is not on the map."),
        ("do", "card", "poem", "Kind of new cards names something that is not on the map."),
        ("nobody", "text", "", "What you want to change is no longer on the map."),
    ],
)
def test_a_value_that_does_not_fit_is_refused_with_a_sentence(record, field, value, sentence):
    with pytest.raises(EditError) as caught:
        SetField((record,), field, value).apply(small_map())

    assert str(caught.value) == sentence


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("half \ud83d and \udc00 here", "half  and  here"),
        ("\ud83d\ude00", "😀"),
        ("<b>&=SUM(1)\t\x07", "<b>&=SUM(1)\t\x07"),
    ],
)
def test_text_that_cannot_be_saved_is_cleaned(typed, kept):
    after = SetField(("a1",), "text", typed).apply(small_map())
    scope = SetScope("authors", (typed,)).apply(small_map()).scope

    assert after.cards["a1"].text == kept
    assert scope.authors == (kept,)


def test_a_scope_field_that_does_not_fit_is_refused():
    with pytest.raises(EditError, match="Date does not have the right form"):
        SetScope("date", "tomorrow").apply(small_map())
    with pytest.raises(EditError):
        SetScope("mood", "x").apply(small_map())


@pytest.mark.parametrize("table", TABLES)
def test_every_record_can_be_deleted_with_all_that_hangs_on_it(table):
    journey = full_map()
    for record_id in journey.table(table):
        if record_id not in journey.steps:
            after = Delete((record_id,)).apply(journey)

            assert after.find(record_id) is None
            assert faults(after) == []


def test_deleting_what_is_not_there_changes_nothing():
    journey = small_map()

    assert Delete(("nobody",)).apply(journey) is journey


def test_the_last_step_of_a_stage_is_deleted_only_with_the_stage():
    with pytest.raises(EditError, match="A stage keeps at least one step"):
        Delete(("s1", "s2")).apply(small_map())

    assert Delete(("s1", "s2", "find")).apply(small_map()).steps.keys() == {"s3", "s4"}


def test_everything_can_be_deleted():
    journey = full_map()

    after = Delete(tuple(each for table in TABLES for each in journey.table(table))).apply(journey)

    assert not any(after.table(table) for table in TABLES)


@pytest.mark.parametrize(
    ("gone", "left"),
    [(("s1",), ("s2", "s3")), (("s3",), ("s1", "s2")), (("s2",), ("s1", "s3"))],
)
def test_a_span_shrinks_to_its_steps_that_remain(gone, left):
    journey = SpanCard("a1", "s1", "s3").apply(small_map())

    card = Delete(gone).apply(journey).cards["a1"]

    assert (card.first_step, card.last_step) == left


def test_a_deleted_step_takes_its_cards_and_feelings():
    after = Delete(("s2",)).apply(small_map())

    assert "p1" not in after.cards
    assert "e2" not in after.emotions


def test_a_deleted_card_takes_its_links_and_feelings():
    after = Delete(("t1",)).apply(full_map())

    assert after.links.keys() == {"l1"}
    assert "em2" not in after.emotions


def test_a_deleted_persona_leaves_the_cards_and_steps():
    after = Delete(("dewi",)).apply(full_map())

    assert after.cards["a1"].personas == ()
    assert after.steps["check-in"].personas == ("omar",)
    assert after.emotions.keys() == {"em4"}


def test_a_picture_goes_when_nothing_shows_it_any_more():
    once = Delete(("dewi",)).apply(full_map())

    assert PIXEL_ID in once.pictures
    assert PIXEL_ID not in Delete(("pic",)).apply(once).pictures
    assert PIXEL_ID in ConvertCards(("pic",), "note").apply(once).pictures
    assert PIXEL_ID not in SetField(("pic",), "picture", None).apply(once).pictures


def test_a_card_is_duplicated_beside_itself():
    after = Duplicate(("a1",), ("copy",)).apply(small_map())

    assert [card.id for card in after.cell("do", "s1")] == ["a1", "copy", "a2"]
    assert after.cards["copy"].text == "Ask friends"


def test_links_between_duplicated_cards_are_duplicated():
    after = Duplicate(("o1", "p1"), ("o2", "p2")).apply(full_map())

    links = {(link.kind, link.source, link.target) for link in after.links.values()}

    assert ("solves", "o2", "p2") in links
    assert len(links) == 4


def hung():
    """Return the small map with whys and a flow on a pain point, and a flow inside its step."""
    return small_map().put(
        Why(id="w1", pain="p1", text="No filter"),
        Why(id="w2", pain="p1", parent="w1", text="Nobody asked", countermeasure="a3"),
        Flow(id="f1", about="p1", title="Choosing"),
        FlowNode(id="n1", flow="f1", kind="start"),
        FlowNode(id="n2", flow="f1", text="Sort"),
        FlowArrow(id="r1", source="n1", target="n2", label="go"),
        Flow(id="f2", about="s2", order="a1", title="Comparing"),
        FlowNode(id="n3", flow="f2", kind="start"),
        Comment(id="c1", about="p1", text="Really?"),
    )


def of_copy(after, card):
    """Return the whys of a card, below each other, and its flow's nodes and arrows, in words."""
    chain = chain_of(after, card)
    whys = [(level, why.text, why.countermeasure) for level, why in chain.in_order()]
    flows = [flow.id for flow in after.ordered_flows if flow.about == card]
    nodes = [(node.kind, node.text) for each in flows for node in after.flow_nodes_of[each]]
    known = {node.id for each in flows for node in after.flow_nodes_of[each]}
    arrows = [a.label for a in after.flow_arrows.values() if {a.source, a.target} <= known]
    return whys, sorted(nodes), arrows


WHYS = [(1, "No filter", None), (2, "Nobody asked", "a3")]
NODES = [("action", "Sort"), ("start", "")]


def test_a_duplicated_card_takes_its_whys_and_its_flow_along():
    after = Duplicate(("p1",), ("p2",)).apply(hung())

    assert of_copy(after, "p2") == of_copy(after, "p1") == (WHYS, NODES, ["go"])
    assert (len(after.whys), len(after.flows), len(after.comments)) == (4, 3, 1)
    assert faults(after) == []


def test_a_countermeasure_that_is_duplicated_too_is_the_copy():
    after = Duplicate(("p1", "a3"), ("p2", "a4")).apply(hung())

    assert of_copy(after, "p2")[0][1] == (2, "Nobody asked", "a4")


@pytest.mark.parametrize(("record", "flows"), [("pain", 3), ("s2", 4), ("find", 4)])
def test_what_holds_the_card_is_duplicated_with_its_whys_and_flows(record, flows):
    after = Duplicate((record,), ("again",)).apply(hung())

    [copy] = [card.id for card in after.cards.values() if card.kind == "pain" and card.id != "p1"]
    assert of_copy(after, copy) == (WHYS, NODES, ["go"])
    assert len(after.flows) == flows
    assert faults(after) == []


def test_links_inside_a_duplicated_lane_are_duplicated():
    before = small_map().put(Link(id="l1", kind="leads to", source="a1", target="a3"))

    after = Duplicate(("do",), ("again",)).apply(before)

    assert len(after.links) == 2
    assert faults(after) == []


def test_a_step_is_duplicated_with_its_cards_and_feelings():
    after = Duplicate(("s2",), ("copy",)).apply(small_map())

    assert [step.id for step in after.ordered_steps] == ["s1", "s2", "copy", "s3", "s4"]
    (card,) = after.cell("pain", "copy")
    (emotion,) = after.emotions_at["copy"]
    assert (card.text, emotion.value, emotion.card) == ("Too many", -1.5, card.id)


def test_a_stage_is_duplicated_with_its_spans():
    journey = SpanCard("a1", "s1", "s2").apply(small_map())

    after = Duplicate(("find",), ("again",)).apply(journey)

    assert [stage.id for stage in after.ordered_stages] == ["find", "again", "buy"]
    first, last = after.steps_of["again"]
    assert [card.last_step for card in after.cell("do", first.id)] == [last.id, first.id]


def test_a_lane_is_duplicated_with_its_cards():
    after = Duplicate(("do",), ("again",)).apply(small_map())

    assert [lane.id for lane in after.ordered_lanes] == ["do", "again", "pain", "feel"]
    assert [card.text for card in after.cell("again", "s1")] == ["Ask friends", "Read reviews"]


def test_what_stands_in_a_duplicated_record_comes_along_once():
    after = Duplicate(("find", "s1", "a1"), ("f", "s", "a")).apply(small_map())

    assert len(after.steps) == 6
    assert len(after.cards) == 7


def test_a_selection_of_lanes_and_stages_is_duplicated_whole():
    after = Duplicate(("do", "find"), ("do2", "find2")).apply(small_map())

    first = after.steps_of["find2"][0].id
    assert [card.text for card in after.cell("do2", first)] == ["Ask friends", "Read reviews"]
    assert faults(after) == []


def test_a_feeling_cannot_be_duplicated():
    with pytest.raises(EditError, match="cannot be duplicated"):
        Duplicate(("e1",), ("copy",)).apply(small_map())
