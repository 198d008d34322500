"""Cut, copy and paste in the whole window, with its keys; each can be undone."""

import pytest
from hostile import HOSTILE, with_text
from maps import PIXEL, PIXEL_ID, full_map, small_map
from PySide6.QtCore import QMimeData, Qt

from cjeditor.app.carried import Carried, carried, copies, read_carried
from cjeditor.app.clipboard import CARDS_TYPE
from cjeditor.edits.paste import Paste
from cjeditor.model.flows import Flow, FlowArrow, FlowNode
from cjeditor.model.integrity import faults
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.records import Comment, Picture
from cjeditor.model.whys import Why

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def small(window):
    window.workspace.session.show(small_map())
    window.workspace.view.setFocus()
    return window.workspace


def key(qtbot, space, name, modifier=CONTROL):
    qtbot.keyClick(space.view, getattr(Qt.Key, f"Key_{name}"), modifier)


def texts(space, lane, step):
    return [card.text for card in space.session.journey.cell(lane, step)]


def at(space, lane, step):
    space.session.select([])
    space.session.put_cursor(lane, step)


def undone(space, before):
    space.session.undo_stack.undo()
    assert space.session.journey is before
    assert space.session.undo_stack.index() == 0


def test_cards_of_several_cells_keep_their_places(qtbot, small):
    small.session.select(["a1", "a3", "p1"])
    before = small.session.journey
    key(qtbot, small, "C")
    at(small, "do", "s2")
    key(qtbot, small, "V")

    assert texts(small, "do", "s2") == ["Ask friends"]
    assert texts(small, "do", "s4") == ["Ride it"]
    assert texts(small, "pain", "s3") == ["Too many"]
    assert len(small.session.selection) == 3
    undone(small, before)


def test_the_last_card_of_a_picture_can_be_cut_and_pasted(qtbot, small):
    small.session.show(full_map())
    small.session.select(["dewi"])
    small.view.delete()
    small.session.select(["pic"])
    key(qtbot, small, "X")
    assert not small.session.journey.pictures
    at(small, "doing", "leave")
    key(qtbot, small, "V")

    (card,) = [c for c in small.session.journey.cards.values() if c.text == "The dark door"]
    assert small.session.journey.pictures[card.picture].content == PIXEL
    assert faults(small.session.journey) == []


def test_cards_of_another_map_keep_fields_and_pictures(qtbot, small):
    small.session.show(full_map())
    small.session.select(["a1", "pic"])
    key(qtbot, small, "C")
    small.session.show(small_map())
    before = small.session.journey
    at(small, "do", "s4")
    key(qtbot, small, "V")

    found = {card.text: card for card in small.session.journey.cards.values()}
    assert found["The dark door"].picture == PIXEL_ID
    assert found["Walks from the station"].tags == ("rain", "night")
    assert found["Walks from the station"].lane == "pain"
    assert faults(small.session.journey) == []
    undone(small, before)


def test_cards_of_another_map_keep_the_links_among_them(qtbot, small):
    small.session.show(full_map())
    small.session.select(["t1", "p1"])
    key(qtbot, small, "C")
    small.session.show(small_map())
    at(small, "do", "s4")
    key(qtbot, small, "V")

    (link,) = small.session.journey.links.values()
    cards = small.session.journey.cards
    assert (cards[link.source].text, cards[link.target].severity) == ("Key box", 5)
    assert [each.owner for each in small.session.journey.cell("do", "s4")] == ["Front office", "IT"]


def with_whys(journey, pain, countermeasure):
    """Return *journey* with a why, a flow and comments on a pain point."""
    return journey.put(
        Why(id="w1", pain=pain, text="No light", countermeasure=countermeasure),
        Why(id="w2", pain=pain, parent="w1", text="No lamp"),
        Flow(id="f1", about=pain, title="At the door"),
        FlowNode(id="n1", flow="f1", kind="start"),
        FlowNode(id="n2", flow="f1", text="Search"),
        FlowArrow(id="r1", source="n1", target="n2"),
        Metric(id="m1", about=pain, name="Calls"),
        Figure(id="g1", metric="m1", date="2026-11-01", value=41.0),
        Comment(id="c1", about=pain, text="Really?"),
        Comment(id="c2", about="w1", text="Since when?"),
    )


def hanging(journey, text):
    """Return what hangs on the card that says *text*."""
    [card] = [each for each in journey.cards.values() if each.text == text]
    whys = journey.whys_of.get(card.id, ())
    flows = [each.title for each in journey.flows.values() if each.about == card.id]
    about = (card.id, *(why.id for why in whys))
    said = [each.text for name in about for each in journey.comments_on.get(name, ())]
    return [(why.text, why.countermeasure) for why in whys], flows, said


def test_cards_of_another_map_bring_their_whys_and_flows(qtbot, small):
    small.session.show(with_whys(full_map(), "p1", "o1"))
    small.session.select(["p1"])
    key(qtbot, small, "C")
    text = small.session.journey.cards["p1"].text
    small.session.show(small_map())
    before = small.session.journey
    at(small, "do", "s4")
    key(qtbot, small, "V")

    found = small.session.journey
    whys, flows, said = hanging(found, text)
    assert sorted(whys) == [("No lamp", None), ("No light", None)]
    assert (flows, said) == (["At the door"], [])
    assert not found.metrics
    assert len({why.parent for why in found.whys.values()} & set(found.whys)) == 1
    assert len(found.flow_arrows) == 1
    assert faults(found) == []
    undone(small, before)


def test_a_card_that_is_cut_and_pasted_loses_nothing(qtbot, small):
    small.session.show(with_whys(small_map(), "p1", "a3"))
    small.session.select(["p1"])
    key(qtbot, small, "X")
    assert not small.session.journey.whys
    at(small, "pain", "s4")
    key(qtbot, small, "V")

    whys, flows, said = hanging(small.session.journey, "Too many")
    assert sorted(whys) == [("No lamp", None), ("No light", "a3")]
    assert (flows, said) == (["At the door"], ["Really?", "Since when?"])
    [metric] = small.session.journey.metrics.values()
    assert metric.about in small.session.journey.whys_of
    assert [each.value for each in small.session.journey.figures_of[metric.id]] == [41.0]
    assert faults(small.session.journey) == []


def test_forged_whys_and_flows_do_not_come_in():
    whole = carried(with_whys(full_map(), "p1", None), ["p1"], cut=True)
    forged = whole.replace(
        whys=(*whole.whys, Why(id="w3", pain="gone", text="?")),
        nodes=(*whole.nodes, FlowNode(id="n3", flow="gone")),
        arrows=(*whole.arrows, FlowArrow(id="r2", source="n1", target="n3")),
        figures=(*whole.figures, Figure(id="g2", metric="gone", date="2026-11-01", value=1.0)),
        comments=(*whole.comments, Comment(id="c3", about="gone")),
    )

    found = copies(read_carried(forged.model_dump_json().encode()))
    after = Paste(found.cards, "do", "s4", None, found.brought).apply(small_map())

    assert (len(after.whys), len(after.flow_nodes), len(after.flow_arrows)) == (2, 2, 1)
    assert (len(after.figures), len(after.comments)) == (1, 2)
    assert faults(after) == []


def test_lines_become_cards_after_the_selected_one(qapp, qtbot, small):
    before = small.session.journey
    qapp.clipboard().setText("1. One\n2. Two <b>x</b>\n")
    small.session.select(["a1"])
    key(qtbot, small, "V")

    assert texts(small, "do", "s1") == ["Ask friends", "One", "Two <b>x</b>", "Read reviews"]
    undone(small, before)


def test_a_block_of_a_spreadsheet_fills_cells(qapp, qtbot, small):
    before = small.session.journey
    qapp.clipboard().setText('Pay\t"Wait\nlong"\tGo\r\nQueue\t\tRain\r\n')
    at(small, "do", "s3")
    key(qtbot, small, "V")

    steps = [step.id for step in small.session.journey.ordered_steps]
    assert texts(small, "do", "s4") == ["Wait\nlong"]
    assert texts(small, "pain", "s3") == ["Queue"]
    assert [texts(small, lane, steps[4]) for lane in ("do", "pain")] == [["Go"], ["Rain"]]
    assert {card.kind for card in small.session.journey.cell("pain", steps[4])} == {"pain"}
    undone(small, before)


def test_what_does_not_fit_is_told(qapp, qtbot, small):
    qapp.clipboard().setText("a\tb\nc\td\ne\t\nf\tg\n")
    at(small, "do", "s1")
    with qtbot.waitSignal(small.view.hint) as said:
        key(qtbot, small, "V")

    assert said.args == ["3 cards did not fit and were left out."]
    assert texts(small, "pain", "s2") == ["Too many", "d"]


FOREIGN = (
    b"",
    b"{}",
    b"[]",
    b'{"cards": [{"kind": "pain"}]}',
    b"\xff\xfe",
    b"[" * 100_000,
    b"null",
)


def test_foreign_cards_are_refused_with_a_sentence(qapp, qtbot, small):
    for content in FOREIGN:
        mime = QMimeData()
        mime.setData(CARDS_TYPE, content)
        qapp.clipboard().setMimeData(mime)
        at(small, "do", "s1")
        if content:
            with qtbot.waitSignal(small.view.hint):
                key(qtbot, small, "V")

        assert small.session.undo_stack.count() == 0, content[:50]


def test_a_forged_picture_does_not_come_in():
    journey = full_map()
    forged = Picture(id="a" * 40, media="image/png", width=1, height=1, content=b"<svg/>")
    found = carried(journey, ["pic"])
    read = read_carried(
        found.replace(pictures=(*found.pictures, forged)).model_dump_json().encode()
    )

    assert [each.id for each in read.pictures] == [PIXEL_ID]


def test_places_and_cards_must_be_equally_many():
    found = carried(small_map(), ["a1", "p1"])

    assert read_carried(found.model_dump_json().encode()) == found
    broken = Carried.model_construct(**(dict(found) | {"rows": (0,)}))
    assert read_carried(broken.model_dump_json().encode()) is None


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_hostile_text_survives_the_clipboard(text):
    journey = with_text(full_map(), text)
    found = carried(journey, tuple(journey.cards))

    read = copies(read_carried(found.model_dump_json().encode()))

    assert len(read.cards) == len(journey.cards)
    assert {card.id for card in read.cards}.isdisjoint(journey.cards)
