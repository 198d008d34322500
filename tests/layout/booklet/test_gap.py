"""The gap between current and future state on paper."""

from maps import big_map, full_map, small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import Curve, TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.gap import gap_pages
from cjeditor.layout.booklet.paper import MARGIN

LOOK = Look(theme=LIGHT, words=Words("en"))
SIZE = (842.0, 595.0)


def lines(block):
    return [each.line.text for each in block.drawing.shapes if isinstance(each, TextLine)]


def both(journey):
    """Return a map with a point of each state in each step, the future one better by one."""
    return journey.drop(journey.emotions).put(
        *(
            Emotion(id=f"{step.id}-{state}", step=step.id, value=value, state=state)
            for step in journey.ordered_steps
            for state, value in (("current", -1.5), ("future", -0.5))
        )
    )


def test_a_map_of_one_state_has_no_page():
    assert gap_pages(small_map(), SIZE, LOOK) == []


def test_each_stage_says_how_it_feels_now_and_then_and_how_much_lies_between():
    (page,) = gap_pages(full_map(), SIZE, LOOK)
    rows = {block.element: block for block in page.blocks if block.part == "gap"}

    assert [lines(row) for row in rows.values()] == [
        ["Before", "−1.2 → –"],
        ["Stay", "– → +1.5"],
        ["After", "– → –"],
    ]
    said = " ".join(line for block in page.blocks for line in lines(block))
    assert all(words in said for words in ("Current state", "Future state", "• "))


def test_a_number_is_written_as_the_language_writes_it():
    look = Look(theme=LIGHT, words=Words("id"))

    (page,) = gap_pages(both(small_map()), SIZE, look)

    row = next(block for block in page.blocks if block.part == "gap")
    assert lines(row)[-1] == "−1,5 → −0,5 (+1)"


def test_an_arrow_leads_where_there_is_a_way():
    arrows = {
        block.element: sum(isinstance(shape, Curve) for shape in block.drawing.shapes)
        for block in gap_pages(both(small_map()), SIZE, LOOK)[0].blocks
        if block.part == "gap"
    }

    assert set(arrows.values()) == {1}


def test_a_large_map_goes_on_on_further_pages_inside_the_margins():
    journey = both(big_map(400, 12, 60))

    pages = gap_pages(journey, SIZE, LOOK)

    shown = [b.element for page in pages for b in page.blocks if b.part == "gap"]
    assert shown == [stage.id for stage in journey.ordered_stages]
    for page in pages:
        for block in page.blocks:
            assert block.rect.right <= SIZE[0] - MARGIN + 0.1
            assert block.rect.bottom <= SIZE[1] - MARGIN + 5
