"""Open comments show as bubbles on the map, on screen only."""

import pytest

from cjeditor.display.shapes import Rect, Symbol
from cjeditor.edits.comments import AddComment
from cjeditor.edits.records import SetField
from cjeditor.edits.steps import MoveSteps
from cjeditor.model.records import Comment


def comment(session, about, name, **fields):
    session.do(AddComment(Comment(id=name, about=about, text="Why?", **fields)))


def marks(view):
    found = view.paper.comments
    parts = (found.in_lanes, found.on_title, found.on_lanes, found.on_heads)
    return [(rect, text) for part in parts for rect, text in part.marks]


@pytest.mark.parametrize("about", ["a1", "p1", "e1", "find", "s2", "do", "small"])
def test_everything_that_can_be_commented_on_has_a_bubble(session, view, about):
    comment(session, about, "c1")

    [(rect, text)] = marks(view)

    assert text == "1"
    assert rect.grown(12).meets(view.rect_of(about))


def test_the_bubble_counts_what_is_open(session, view):
    comment(session, "a1", "c1")
    comment(session, "a1", "c2")
    comment(session, "a1", "c3", done=True)
    assert [text for _rect, text in marks(view)] == ["2"]

    session.do(SetField(("c1", "c2"), "done", True))

    assert marks(view) == []


def test_the_bubble_is_painted_at_the_card_s_upper_right_corner(session, view, hands):
    rect = view.rect_of("a1")
    spot = (rect.right - 17, rect.y - 3)
    before = hands.colour(*spot)

    comment(session, "a1", "c1")

    assert hands.colour(*spot) == view.chrome.accent != before


@pytest.mark.parametrize("lock", ["all", "add only"])
def test_the_bubble_stands_beside_the_sign_of_a_lock(session, view, lock):
    session.do(SetField(("find",), "lock", lock))
    stage = view.block_of("find")
    signs = [each for each in stage.drawing.shapes if isinstance(each, Symbol)]

    comment(session, "find", "c1")

    [(bubble, _text)] = marks(view)
    assert signs
    for sign in signs:
        rect = Rect(stage.x + sign.x, stage.y + sign.y, sign.size, sign.size)
        assert not bubble.meets(rect)


def test_the_bubble_goes_with_its_card(session, view):
    comment(session, "a3", "c1")
    before = view.rect_of("a3")

    session.do(MoveSteps(("s3",), "find", 0))

    [(rect, _text)] = marks(view)
    after = view.rect_of("a3")
    assert before != after
    assert rect.grown(1).meets(after)


def test_the_poster_has_none(session, view):
    from cjeditor.layout.sheet import lay_out

    before = [block.part for block in lay_out(session.journey, view.look).blocks()]

    comment(session, "a1", "c1")

    assert [block.part for block in lay_out(session.journey, view.look).blocks()] == before
