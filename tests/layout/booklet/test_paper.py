"""Pages of the booklet: nothing is cut or lost, and each has its title and its foot."""

import pytest

from cjeditor.core.words import Words
from cjeditor.display.shapes import Box, Drawing, Rect
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.paper import MARGIN, Paper

LOOK = Look(theme=LIGHT, words=Words("en"))
SIZE = (842.0, 595.0)


def paper(**more):
    return Paper("Personas", SIZE, LOOK, source="A night at the hotel", **more)


def texts(page):
    return " ".join(
        "".join("".join(run.texts) for run in shape.line.runs)
        for block in page.blocks for shape in block.drawing.shapes if hasattr(shape, "line")
    )  # fmt: skip


def square(size):
    return Drawing(size, size, (Box(Rect(0, 0, size, size), "#ff0000"),))


def test_a_page_has_its_title_its_note_and_its_foot():
    (page,) = paper(note="Who the customers are").pages()

    assert [block.part for block in page.blocks] == ["title", "text", "foot"]
    for words in ("Personas", "Who the customers are", "A night at the hotel"):
        assert words in texts(page)


def test_a_long_text_goes_on_on_the_next_pages_and_no_word_is_lost():
    written = paper()
    words = [f"word{number}" for number in range(3000)]
    written.paragraph(" ".join(words))

    pages = written.pages()

    assert len(pages) > 1
    assert [page.title for page in pages] == ["Personas"] + [""] * (len(pages) - 1)
    found = " ".join(texts(page) for page in pages).split()
    assert [each for each in found if each.startswith("word")] == words


def test_everything_stands_inside_the_margins():
    written = paper(note="Note")
    for _ in range(30):
        written.heading("Heading")
        written.paragraph("Some words that are long enough to be broken into lines. " * 9)
        written.put_row([("a", square(120)), ("b", square(90))])

    for page in written.pages():
        for block in page.blocks:
            assert block.x >= MARGIN - 0.01
            assert block.rect.right <= SIZE[0] - MARGIN + 0.01
            assert block.rect.bottom <= SIZE[1] - MARGIN + 5
            if block.part != "foot":
                foot = page.blocks[-1]
                assert block.rect.bottom <= foot.y + 0.01


def test_a_heading_stays_with_what_it_stands_over():
    written = paper()
    written.put(square(written.room.height - 40))
    written.heading("Needs")
    written.paragraph("A desk")

    first, second = written.pages()

    assert "Needs" not in texts(first)
    assert "Needs A desk" in texts(second)


def test_a_row_shares_a_page():
    written = paper()
    written.put(square(300))
    written.put_row([("a", square(100)), ("b", square(250))])

    first, second = written.pages()

    assert {block.element for block in second.blocks} >= {"a", "b"}
    assert not {block.element for block in first.blocks} & {"a", "b"}


@pytest.mark.parametrize("height", [5000.0, 560.0])
def test_what_no_page_has_room_for_does_not_go_on_for_ever(height):
    written = paper()
    written.put(Drawing(10, height, ()))

    assert len(written.pages()) <= 2
