"""Tables on pages: one head a page, and a group's name where its first row stands."""

from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.paper import Paper
from cjeditor.layout.booklet.rows import RowColumn, TableRow, put_groups

LOOK = Look(theme=LIGHT, words=Words("en"))
COLUMNS = [RowColumn("Card", 3), RowColumn("Owner", 1), RowColumn("Details", 3)]


def lines(page):
    return [
        shape.line.text
        for block in page.blocks
        for shape in block.drawing.shapes
        if isinstance(shape, TextLine)
    ]


def written(groups):
    paper = Paper("Marketing", (842.0, 595.0), LOOK)
    put_groups(paper, COLUMNS, groups)
    return [lines(page) for page in paper.pages()]


def test_the_head_is_written_once_a_page_and_an_empty_column_nowhere():
    (page,) = written([
        ("Awareness", [TableRow(("Search", "", "Web"))]),
        ("Purchase", [TableRow(("Till", "", ""))]),
    ])  # fmt: skip

    assert page[:8] == ["Marketing", "Card", "Details", "Awareness", "Search", "Web", "Purchase",
                        "Till"]  # fmt: skip
    assert "Owner" not in page


def test_no_name_is_left_alone_at_the_foot_of_a_page():
    groups = [
        (f"Stage {number}", [TableRow((f"card {number}", "", "word " * (number % 40)))])
        for number in range(60)
    ]

    pages = written(groups)

    assert len(pages) > 3
    for page in pages:
        names = [line.partition(" ")[2] for line in page if line.startswith("Stage")]
        assert names == [line.partition(" ")[2] for line in page if line.startswith("card")]
    assert [line for page in pages for line in page if line.startswith("Stage")] == [
        name for name, _ in groups
    ]
