"""Notes of empathy maps: added, moved, made cards and notes again; what they rest on stays."""

import pytest
from maps import golden_map, small_map

from cjeditor.edits.edit import EditError
from cjeditor.edits.empathy import (
    AddEmpathyNote,
    MoveCardsToEmpathy,
    MoveEmpathyNotes,
    MoveNotesToMap,
)
from cjeditor.edits.records import Delete, SetField
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.model.empathy import EMPATHY_FIELDS, EmpathyNote, area_of
from cjeditor.model.flows import Flow, FlowNode
from cjeditor.model.integrity import faults
from cjeditor.model.metrics import Metric
from cjeditor.model.records import Comment, Evidence, Link, Persona
from cjeditor.model.whys import Why
from cjeditor.session.session import Session


def journey(variant="six"):
    return small_map().put(
        Persona(id="rina", name="Rina", empathy=variant),
        Persona(id="omar", order="a1", name="Omar"),
        Evidence(id="talk", title="Interview 3"),
        CardsLane(id="any", order="a3"),
        *(
            EmpathyNote(id=name, persona="rina", order=f"a{n}", field=field, text=name.upper())
            for n, (name, field) in enumerate(
                [("t1", "thinks"), ("f1", "feels"), ("t2", "thinks"), ("h1", "hears")]
            )
        ),
    )


def area(found, field, persona="rina"):
    fields = area_of(found.personas[persona].empathy, field).fields
    return [note.id for note in found.empathy_of.get(persona, ()) if note.field in fields]


def test_a_note_comes_to_its_place_in_its_area():
    note = EmpathyNote(id="new", persona="rina", field="thinks", text="a\r\nb")

    after = AddEmpathyNote(note, 1).apply(journey())

    assert area(after, "thinks") == ["t1", "new", "f1", "t2"]
    assert after.empathy_notes["new"].text == "a\nb"


@pytest.mark.parametrize(
    "note",
    [
        EmpathyNote(id="t1", persona="rina"),
        EmpathyNote(id="new", persona="nobody"),
        EmpathyNote(id="new", persona="rina", evidence=("gone",)),
    ],
)
def test_a_note_that_does_not_fit_is_refused(note):
    with pytest.raises(EditError):
        AddEmpathyNote(note).apply(journey())


def test_a_note_that_is_moved_takes_the_field_unless_its_own_stands_there_too():
    after = MoveEmpathyNotes(("h1", "f1"), "rina", "thinks", 0).apply(journey())

    assert area(after, "thinks") == ["h1", "f1", "t1", "t2"]
    assert after.empathy_notes["h1"].field == "thinks"
    assert after.empathy_notes["f1"].field == "feels"


def test_where_it_stands_already_nothing_changes():
    before = journey()

    assert MoveEmpathyNotes(("f1",), "rina", "thinks", 1).apply(before) is before


def test_a_note_goes_to_another_persona():
    after = MoveEmpathyNotes(("t1",), "omar", "fears").apply(journey())

    assert area(after, "fears", "omar") == ["t1"]
    assert faults(after) == []


def test_no_note_is_lost_where_the_variant_lacks_its_field():
    after = SetField(("rina",), "empathy", "four").apply(journey())

    fields = {field for each in EMPATHY_FIELDS for field in area_of("four", each).fields}
    assert fields == set(EMPATHY_FIELDS)
    assert area(after, "hears") == ["h1"]
    assert area(after, "thinks") == ["t1", "t2"]
    assert area(after, "feels") == ["f1"]


@pytest.mark.parametrize(
    ("field", "kind"),
    [
        ("says", "quote"), ("thinks", "thought"), ("feels", "thought"), ("does", "action"),
        ("fears", "pain"), ("goals", "goal"),
    ],
)  # fmt: skip
def test_a_note_becomes_the_card_that_fits_its_field(field, kind):
    before = journey().put(
        EmpathyNote(
            id="n", persona="rina", field=field, text="Sore feet", detail="Twice",
            evidence=("talk",), strength="heard", tags=("size",),
        )
    )  # fmt: skip

    after = MoveNotesToMap(("n",), "any", "s3").apply(before)

    card = after.cards["n"]
    assert (card.kind, card.text, card.detail) == (kind, "Sore feet", "Twice")
    assert (card.evidence, card.strength, card.tags) == (("talk",), "heard", ("size",))
    assert (card.personas, card.lane, card.first_step) == (("rina",), "any", "s3")
    assert "n" not in after.empathy_notes
    assert faults(after) == []


def test_the_kind_of_the_lane_wins():
    after = MoveNotesToMap(("t1", "f1"), "pain", "s2", 0).apply(journey())

    assert [card.id for card in after.cell("pain", "s2")] == ["t1", "f1", "p1"]
    assert {card.kind for card in after.cell("pain", "s2")} == {"pain"}


def test_a_note_goes_to_the_map_and_back_and_is_what_it_was():
    before = golden_map()
    before = before.with_scope(before.scope.replace(lock="none")).put(
        before.lanes["story"].replace(lock="none"), before.stages["stay"].replace(lock="none")
    )
    note = before.empathy_notes["en1"]

    there = MoveNotesToMap(("en1",), "ideas", "arrive").apply(before)
    back = MoveCardsToEmpathy(("en1",), "dewi", note.field).apply(there)

    assert back.empathy_notes["en1"].replace(order=note.order) == note
    assert faults(back) == []


def test_what_a_note_has_no_field_for_is_written_below_its_details():
    before = journey()
    before = before.put(
        before.cards["p1"].replace(owner="IT", votes=3, detail="Since May", evidence=("talk",))
    )

    after = MoveCardsToEmpathy(("p1", "a1"), "rina").apply(before)

    note = after.empathy_notes["p1"]
    assert (note.field, note.text, note.evidence) == ("fears", "Too many", ("talk",))
    assert note.detail.splitlines() == ["Since May", "Severity: 4", "Owner: IT", "Votes: 3"]
    assert after.empathy_notes["a1"].field == "does"
    assert after.emotions["e2"].card is None
    assert faults(after) == []


def test_a_picture_is_not_lost_on_the_way():
    before = golden_map()

    with pytest.raises(EditError):
        MoveCardsToEmpathy(("a1",), "dewi").apply(before)


def test_every_step_is_undone_at_once():
    session = Session(journey())
    first = session.journey
    for edit in (
        MoveEmpathyNotes(("h1",), "rina", "goals", None),
        MoveNotesToMap(("t1",), "do", "s1"),
        MoveCardsToEmpathy(("a1",), "rina"),
    ):
        session.do(edit)
    while session.undo_stack.canUndo():
        session.undo_stack.undo()

    assert session.journey is first


def hung():
    """Return the map with comments, links, whys, a flow and a metric on a pain point."""
    before = journey()
    return before.put(
        before.cards["p1"].replace(detail="Since May"),
        Comment(id="c1", about="p1", text="Really?"),
        Comment(id="c2", about="w2", text="Who says so?"),
        Comment(id="c3", about="t1", text="Good"),
        Link(id="l1", kind="causes", source="a1", target="p1"),
        Why(id="w1", pain="p1", text="No filter", strength="heard"),
        Why(id="w2", pain="p1", parent="w1", text="Nobody asked", root=True, countermeasure="a3"),
        Flow(id="fl", about="p1"),
        FlowNode(id="fn", flow="fl", kind="start"),
        Metric(id="m1", about="p1", name="Calls"),
    )


def test_comments_go_to_the_empathy_map_with_their_card_and_come_back():
    there = MoveCardsToEmpathy(("p1",), "rina").apply(hung())

    assert [(each.id, each.about) for each in there.comments_on["p1"]] == [
        ("c1", "p1"),
        ("c2", "p1"),
    ]
    assert faults(there) == []
    back = MoveNotesToMap(("p1", "t1"), "pain", "s2").apply(there)
    assert [each.text for each in back.comments_on["p1"]] == ["Really?", "Who says so?"]
    assert [each.text for each in back.comments_on["t1"]] == ["Good"]
    assert faults(back) == []


def test_links_and_whys_become_words_flows_and_metrics_stay_at_the_step():
    after = MoveCardsToEmpathy(("p1", "a3"), "rina").apply(hung())

    assert after.empathy_notes["p1"].detail.splitlines() == [
        "Since May",
        "Severity: 4",
        "Caused by: Ask friends",
        "Why 1: No filter (Heard)",
        "  Why 2: Nobody asked (Root cause; Countermeasure: Action, Buy / Try: Ride it; 1 comment)",
    ]
    assert after.empathy_notes["a3"].detail == "Countermeasure against: Nobody asked"
    assert (after.flows["fl"].about, after.flows["fl"].title) == ("s2", "Too many")
    assert "fn" in after.flow_nodes
    assert after.metrics["m1"].about == "s2"
    assert not after.whys
    assert faults(after) == []


def test_what_is_commented_on_a_note_goes_with_it():
    after = Delete(("t1",)).apply(hung())

    assert set(after.comments) == {"c1", "c2"}
