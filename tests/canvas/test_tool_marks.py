"""Signs on cards about which a tool beside the map holds something."""

from cjeditor.core.words import Words
from cjeditor.edits.cards import MoveCards
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.whys import AddWhy
from cjeditor.model.naming import spoken_detail


def marks(view):
    found = view.paper.tools
    return [mark for part in (found.in_lanes, found.on_heads) for mark in part.marks]


def test_a_card_with_whys_has_a_sign_at_its_upper_left_corner(session, view, hands):
    assert marks(view) == []
    rect = view.rect_of("p1")
    corner = [(rect.x + 6 + n / 2, rect.y - 1) for n in range(32)]
    before = {hands.colour(*spot) for spot in corner}

    session.do(AddWhy("p1", None, "a", None, "a"))

    [(sign, symbol)] = marks(view)
    assert symbol == "zoom-question"
    assert sign.grown(1).meets(rect)
    assert {hands.colour(*spot) for spot in corner} != before


def test_the_sign_goes_with_its_card_and_with_its_answers(session, view):
    session.do(AddWhy("p1", None, "a", None, "a"))

    session.do(MoveCards(("p1",), "pain", "s4"))
    [(sign, _)] = marks(view)
    assert sign.grown(1).meets(view.rect_of("p1"))
    session.do(Delete(("a",)))
    assert marks(view) == []
    session.undo_stack.undo()
    assert len(marks(view)) == 1


def test_a_screen_reader_is_told_what_the_sign_means(session, view):
    session.do(AddWhy("p1", None, "a", None, "a"))
    assert spoken_detail(session.journey, "p1", Words("en")) == "Five whys: 1 answer"

    session.do(SetField(("a",), "root", True))

    said = spoken_detail(session.journey, "p1", Words("en"))
    assert said == "Five whys: 1 answer, root cause found"
