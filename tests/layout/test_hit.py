import pytest
from maps import big_map, full_map, small_map

from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.hit import cell_at, cell_rect, hit, insertion_at
from cjeditor.layout.sheet import lay_out
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step

LOOK = Look(LIGHT, Words("en"))


@pytest.fixture
def sheet():
    return lay_out(small_map(), LOOK)


def _middle(rect):
    return rect.x + rect.width / 2, rect.y + rect.height / 2


@pytest.mark.parametrize(
    ("element", "part"),
    [
        ("a2", "card"),
        ("p1", "card"),
        ("e2", "point"),
        ("find", "stage"),
        ("s3", "step"),
        ("pain", "lane"),
    ],
)
def test_a_point_on_an_element_hits_it(sheet, element, part):
    rect = sheet.rect_of(element)

    found = hit(sheet, *_middle(rect))

    assert (found.part, found.element, found.rect) == (part, element, rect)


@pytest.mark.parametrize("journey", [full_map(), big_map(200, 6, 15)], ids=["full", "big"])
def test_every_card_is_hit_in_its_middle(journey):
    sheet = lay_out(journey, LOOK)

    for card in journey.cards:
        assert hit(sheet, *_middle(sheet.rect_of(card))).element == card


def test_the_title_is_hit_although_it_is_no_record(sheet):
    title = next(block for block in sheet.title if block.part == "title")

    assert hit(sheet, *_middle(title.rect)).part == "title"


def test_empty_cells_and_paper_are_not_hit(sheet):
    assert hit(sheet, *_middle(cell_rect(sheet, "do", "s4"))) is None
    assert hit(sheet, -5, -5) is None
    assert hit(sheet, 10, sheet.height + 50) is None


def test_a_curve_does_not_cover_its_lane(sheet):
    cell = cell_rect(sheet, "feel", "s4")

    assert hit(sheet, *_middle(cell)) is None


@pytest.mark.parametrize(("lane", "step"), [("do", "s1"), ("pain", "s4"), ("feel", "s2")])
def test_the_cell_at_a_point_is_the_one_drawn_there(sheet, lane, step):
    rect = cell_rect(sheet, lane, step)

    found = cell_at(sheet, *_middle(rect))

    assert (found.lane, found.step, found.rect) == (lane, step, rect)


def test_there_is_no_cell_beside_the_columns(sheet):
    assert cell_at(sheet, 20, sheet.top + 20) is None
    assert cell_at(sheet, sheet.width - 1, sheet.top + 20) is None
    assert cell_at(sheet, sheet.left + 20, sheet.head) is None


@pytest.mark.parametrize(("where", "index"), [("above", 0), ("between", 1), ("below", 2)])
def test_a_card_is_put_where_the_pointer_is(sheet, where, index):
    first, second = sheet.rect_of("a1"), sheet.rect_of("a2")
    y = {"above": first.y, "between": second.y - 2, "below": second.bottom + 3}[where]

    found = insertion_at(sheet, "do", "s1", y)

    assert found.index == index
    assert not first.y < found.y < first.bottom
    assert not second.y < found.y < second.bottom
    assert (found.x, found.width) == (first.x, first.width)


def test_cards_that_are_moved_do_not_count(sheet):
    y = sheet.rect_of("a2").bottom + 3

    assert insertion_at(sheet, "do", "s1", y, {"a1"}).index == 1


def test_an_empty_cell_takes_its_first_card(sheet):
    found = insertion_at(sheet, "pain", "s4", 0)

    cell = cell_rect(sheet, "pain", "s4")
    assert found.index == 0
    assert cell.contains(found.x, found.y)


def test_a_sheet_without_lanes_has_no_cells():
    sheet = lay_out(Map().put(Stage(id="s"), Step(id="t", stage="s")), LOOK)

    assert cell_at(sheet, sheet.left + 5, sheet.top + 5) is None
