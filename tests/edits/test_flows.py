"""User flows: added, connected, moved, and gone with what they are about."""

import pytest
from maps import golden_map, small_map

from cjeditor.core.words import Words
from cjeditor.edits.edit import EditError
from cjeditor.edits.flows import AddFlow, AddFlowNode, ConnectNodes, MoveFlow, PlaceNodes
from cjeditor.edits.records import Delete, SetField
from cjeditor.model.flow_graph import flows_about, graph_of
from cjeditor.model.integrity import faults
from cjeditor.model.naming import spoken, spoken_detail
from cjeditor.session.session import Session

EN = Words("en")


def drawn():
    """A flow f about a3: start, a, then d, which leads to b ("yes") and back to a ("no")."""
    journey = AddFlow("a3", "Trying", "f").apply(small_map())
    start = journey.flow_nodes_of["f"][0].id
    for node, kind, source, label in (
        ("a", "action", start, ""), ("d", "decision", "a", ""), ("b", "end", "d", "yes"),
    ):  # fmt: skip
        add = AddFlowNode("f", kind, node.upper(), 0, ord(node), source, label, node)
        journey = add.apply(journey)
    return ConnectNodes("d", "a", "no", "back").apply(journey)


def arrows(journey):
    return [(each.source, each.target, each.label) for each in graph_of(journey, "f").arrows]


def test_a_flow_begins_with_its_start_and_grows_by_nodes_with_arrows():
    journey = drawn()

    assert faults(journey) == []
    assert [node.text for node in graph_of(journey, "f").in_order()] == ["", "A", "D", "B"]
    assert set(arrows(journey)[1:]) == {("a", "d", ""), ("d", "b", "yes"), ("d", "a", "no")}
    assert [flow.id for flow in flows_about(journey, "a3")] == ["f"]


def test_a_flow_belongs_to_a_step_or_a_card_and_to_nothing_else():
    assert AddFlow("s1").apply(small_map()).flows
    for about in ("do", "find", "nobody"):
        with pytest.raises(EditError):
            AddFlow(about).apply(small_map())


def test_an_arrow_never_leads_to_its_own_node_or_to_another_flow_and_is_there_once():
    journey = AddFlow("s1", "", "g").apply(drawn())
    other = journey.flow_nodes_of["g"][0].id

    with pytest.raises(EditError, match="lead to itself"):
        ConnectNodes("a", "a").apply(journey)
    with pytest.raises(EditError, match="inside its flow"):
        ConnectNodes("a", other).apply(journey)
    assert ConnectNodes("a", "d", "again").apply(journey) is journey


def test_nodes_are_put_somewhere_as_one_step_and_never_out_of_bounds():
    session = Session(drawn())

    session.do(PlaceNodes((("a", 10.0, 20.0), ("d", 3e9, -3e9))))

    assert (session.journey.flow_nodes["a"].x, session.journey.flow_nodes["a"].y) == (10, 20)
    assert session.journey.flow_nodes["d"].x == 1_000_000
    session.undo_stack.undo()
    assert session.journey == drawn()


def test_a_node_takes_its_arrows_along_and_a_card_its_flows():
    journey = Delete(("d",)).apply(drawn())
    assert [each[:2] for each in arrows(journey)][-1][1] == "a"
    assert len(arrows(journey)) == 1

    gone = Delete(("a3",)).apply(drawn())
    assert (gone.flows, gone.flow_nodes, gone.flow_arrows) == ({}, {}, {})


def test_flows_have_an_order():
    journey = AddFlow("s1", "", "g").apply(drawn())
    assert [flow.id for flow in journey.ordered_flows] == ["f", "g"]

    assert [flow.id for flow in MoveFlow("g", 0).apply(journey).ordered_flows] == ["g", "f"]


def test_the_inspector_s_fields_can_be_set():
    journey = SetField(("a",), "kind", "system").apply(drawn())
    journey = SetField(("back",), "label", "not yet").apply(journey)

    assert journey.flow_nodes["a"].kind == "system"
    assert ("d", "a", "not yet") in arrows(journey)


def test_what_is_read_aloud():
    journey = drawn()

    assert spoken(journey, "f", EN) == "User flow: Trying"
    assert spoken(journey, "d", EN) == "Decision: D"
    assert spoken_detail(journey, "d", EN) == "yes: End: B; no: Action: A"
    assert spoken_detail(journey, "a", EN) == "then Decision: D"
    assert spoken(journey, "back", EN) == "Arrow from Decision: D to Action: A, no"
    assert spoken_detail(journey, "a3", EN) == "1 user flow"
    assert spoken(golden_map(), "f1", EN) == "User flow: The key box"
