"""Evidence, priorities, what is to be done and departments on paper: whole and inside the page."""

import pytest
from maps import full_map, golden_map, small_map

from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.edits.records import Delete
from cjeditor.kinds.look import Look
from cjeditor.kinds.opportunity import Opportunity
from cjeditor.layout.booklet.actions import action_pages
from cjeditor.layout.booklet.departments import department_pages
from cjeditor.layout.booklet.evidence import evidence_pages
from cjeditor.layout.booklet.paper import MARGIN
from cjeditor.layout.booklet.parts import PARTS
from cjeditor.layout.booklet.priorities import matrix_pages, pain_pages

A4, PORTRAIT = (842.0, 595.0), (595.0, 842.0)
ALL = (evidence_pages, matrix_pages, pain_pages, action_pages, department_pages)


def look(language="en"):
    return Look(theme=LIGHT, words=Words(language))


def texts(pages):
    return " ".join(
        shape.line.text for page in pages for block in page.blocks
        for shape in block.drawing.shapes if hasattr(shape, "line")
    )  # fmt: skip


def crowded():
    """Return a map with long texts and many opportunities."""
    cell = {"lane": "ideas", "first_step": "sleep", "last_step": "sleep"}
    return golden_map().put(
        *(
            Opportunity(id=f"x{n}", **cell, order=f"b{n:02}1", text=f"Idea {n} {'more ' * n}",
                        impact=1 + n % 5, effort=1 + n % 4, owner=f"Team {n % 7}")
            for n in range(40)
        )
    )  # fmt: skip


def test_all_of_them_are_in_the_booklet():
    assert {part.pages for part in PARTS} >= set(ALL)


@pytest.mark.parametrize("size", [A4, PORTRAIT])
@pytest.mark.parametrize("pages", ALL)
def test_nothing_reaches_out_of_the_page_or_into_its_foot(pages, size):
    for page in pages(crowded(), size, look("id")):
        foot = page.blocks[-1]
        for block in page.blocks[:-1]:
            assert block.x >= MARGIN - 0.01
            assert block.rect.right <= size[0] - MARGIN + 0.01
            assert block.rect.bottom <= foot.y + 0.01, block.part
            for shape in block.drawing.shapes:
                if hasattr(shape, "line"):
                    assert shape.x + shape.line.width <= block.drawing.width + 0.5


@pytest.mark.parametrize("pages", ALL)
def test_a_map_that_has_nothing_of_it_has_no_page(pages):
    assert pages(Delete(("p1",)).apply(small_map()), A4, look()) == []


def test_the_sources_stand_with_the_cards_behind_them():
    found = texts(evidence_pages(full_map(), A4, look()))

    for words in ("Guest survey", "Survey", "2026-05-01", "212", "Cards behind",
                  "example.org", "Two hotels", "1 of 7 validated"):  # fmt: skip
        assert words in found


def test_a_map_of_assumptions_says_so_on_the_page_of_evidence():
    journey = full_map()
    assumed = journey.put(*(card.replace(strength="assumed") for card in journey.cards.values()))

    assert "A hypothesis" in texts(evidence_pages(assumed, A4, look()))
    assert "A hypothesis" not in texts(evidence_pages(journey, A4, look()))


def test_the_matrix_and_every_opportunity_with_its_quadrant_are_there():
    found = texts(matrix_pages(full_map(), A4, look()))

    assert "Quick wins" in found
    assert found.count("Send the code") == 2  # in the matrix, and in the list


def test_no_opportunity_is_lost_where_the_matrix_has_no_room():
    pages = matrix_pages(crowded(), PORTRAIT, look())
    found = [word for word in texts(pages).split() if word.isdigit()]

    rows = [block for page in pages for block in page.blocks if block.part == "row"]
    elements = {block.element for block in rows}
    assert {f"x{n}" for n in range(40)} <= elements
    assert found


def test_the_pain_points_stand_with_their_weight():
    found = texts(pain_pages(golden_map(), A4, look()))

    assert "30 5 2 340 IT" in found  # 5 × (1 + 2 + 3)


def test_each_owner_has_a_page_and_nobodys_comes_last():
    journey = golden_map()
    pages = department_pages(journey.put(journey.cards["o1"].replace(owner="")), A4, look("id"))

    assert [page.title for page in pages] == ["Front office", "IT", "Belum ada"]
    assert "1 titik sentuh" in texts(pages[:1])


def test_what_is_to_be_done_stands_with_its_day_and_nothing_is_overdue_on_paper():
    found = texts(action_pages(golden_map(), A4, look()))

    assert "2026-12-15" in found
    assert "The code does not work" in found
    assert "overdue" not in found


@pytest.mark.parametrize("size", [A4, PORTRAIT])
def test_no_word_of_usual_length_and_no_date_is_broken(size):
    journey = golden_map()
    journey = journey.put(journey.cards["o1"].replace(owner="Kesejahteraan pelanggan"))
    pages = [*action_pages(journey, size, look("id")), *pain_pages(journey, size, look("id"))]
    lines = [
        shape.line.text.split() for page in pages for block in page.blocks
        for shape in block.drawing.shapes if hasattr(shape, "line")
    ]  # fmt: skip
    words = {word for line in lines for word in line}

    assert {"2026-12-15", "Kesejahteraan", "Penanggung", "Menyelesaikan", "Keparahan"} <= words


def test_a_column_in_which_nothing_stands_is_left_out():
    journey = golden_map()
    undated = journey.put(journey.cards["o1"].replace(due=None))

    assert "Due" in texts(action_pages(journey, A4, look())).split()
    assert "Due" not in texts(action_pages(undated, A4, look())).split()
