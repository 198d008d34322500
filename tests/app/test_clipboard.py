"""Cut, copy and paste in the whole window, with its keys; each can be undone."""

import pytest
from hostile import HOSTILE, with_text
from maps import PIXEL, PIXEL_ID, full_map, small_map
from PySide6.QtCore import QMimeData, Qt

from cjeditor.app.carried import Carried, carried, copies, read_carried
from cjeditor.app.clipboard import CARDS_TYPE
from cjeditor.model.integrity import faults
from cjeditor.model.records import Picture

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


@pytest.mark.parametrize(
    "content",
    [b"", b"{}", b"[]", b'{"cards": [{"kind": "pain"}]}', b"\xff\xfe", b"[" * 100_000, b"null"],
)
def test_foreign_cards_are_refused_with_a_sentence(qapp, qtbot, small, content):
    mime = QMimeData()
    mime.setData(CARDS_TYPE, content)
    qapp.clipboard().setMimeData(mime)
    at(small, "do", "s1")
    if content:
        with qtbot.waitSignal(small.view.hint):
            key(qtbot, small, "V")

    assert small.session.undo_stack.count() == 0


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
