import io

import pikepdf
import pypdfium2

from cjeditor.display.shapes import Rect
from cjeditor.render.pdf_document import About, Document

AREA = Rect(10, 20, 30, 40)
FIT_RECTANGLE = 5


def written(*entries):
    """Return the file with one page and the bookmarks (title, level)."""
    document = Document(200, 100, About("A map"))
    for title, level in entries:
        document.bookmark(title, AREA, level)
    return document.finish()


def tree(content):
    with pikepdf.open(io.BytesIO(content)) as pdf, pdf.open_outline() as outline:

        def below(items):
            return [(str(item.title), below(item.children)) for item in items]

        return below(outline.root)


def test_levels_make_a_tree():
    content = written(*zip("AabdcBCx", (0, 1, 1, 2, 1, 0, 0, 1), strict=True))

    assert tree(content) == [
        ("A", [("a", []), ("b", [("d", [])]), ("c", [])]),
        ("B", []),
        ("C", [("x", [])]),
    ]


def test_a_viewer_goes_there_and_shows_only_the_first_level():
    found = list(pypdfium2.PdfDocument(written(("A", 0), ("a", 1), ("b", 1))).get_toc())

    assert [(each.level, each.get_title(), each.get_count()) for each in found] == [
        (0, "A", -2),
        (1, "a", 0),
        (1, "b", 0),
    ]
    assert {each.get_dest().get_index() for each in found} == {0}
    assert found[1].get_dest().get_view() == (FIT_RECTANGLE, [10, 20, 40, 60])


def test_titles_are_plain_text_in_every_script():
    titles = ["(a) \\ b", "تجربة", "고객 여정", "👩🏽‍🔧", "ग्राहक", "<b>&amp;", ""]

    assert tree(written(*((title, 0) for title in titles))) == [(title, []) for title in titles]


def test_without_bookmarks_there_is_no_table():
    with pikepdf.open(io.BytesIO(written())) as pdf:
        assert "/Outlines" not in pdf.Root
