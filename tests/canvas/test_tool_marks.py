"""Signs on cards about which a tool beside the map holds something."""

from cjeditor.core.words import Words
from cjeditor.edits.cards import MoveCards
from cjeditor.edits.flows import AddFlow
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


def test_a_step_and_a_card_with_a_user_flow_have_signs_side_by_side_with_others(session, view):
    session.do(SetField(("s3",), "moment_of_truth", True))
    session.do(AddFlow("s3", "", "f"))
    [(sign, symbol)] = marks(view)
    assert symbol == "sitemap"
    assert sign.meets(view.rect_of("s3"))

    session.do(AddFlow("p1", "", "g"))
    session.do(AddWhy("p1", None, "a", None, "a"))

    on_card = [mark for mark in marks(view) if mark[0].grown(1).meets(view.rect_of("p1"))]
    assert [symbol for _, symbol in on_card] == ["zoom-question", "sitemap"]
    assert not on_card[0][0].meets(on_card[1][0])
