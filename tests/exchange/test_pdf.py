import io
from collections import Counter

import pikepdf
import pytest
from maps import big_map, full_map, small_map
from pages import read_characters, read_text, squeezed

from cjeditor.core.progress import Cancelled, no_progress
from cjeditor.core.units import MM
from cjeditor.core.words import Words
from cjeditor.exchange.format import Options
from cjeditor.exchange.pdf import FORMAT, write
from cjeditor.exchange.poster import poster_of
from cjeditor.kinds.plain import Action
from cjeditor.render.backend import play_blocks
from cjeditor.render.record import Recorder

MAPS = {"small": small_map, "full": full_map, "big": lambda: big_map(200, 6, 12)}


@pytest.fixture(params=MAPS, scope="module")
def journey(request):
    return MAPS[request.param]()


A3 = Options()


def made(journey, options=A3):
    return write(journey, options, no_progress).content


def opened(journey, options=A3):
    return pikepdf.open(io.BytesIO(made(journey, options)))


def page_size(content):
    with pikepdf.open(io.BytesIO(content)) as document:
        return [float(edge) for edge in document.pages[0].mediabox][2:]


def lines(journey, options=A3):
    """Return text, right end and baseline of every line as the layout puts it on the page."""
    poster = poster_of(journey, options, Words(journey.scope.language))
    recorder = Recorder()
    play_blocks(poster.blocks, recorder)
    for shape in recorder.texts:
        right = poster.x + poster.scale * (shape.x + shape.line.width)
        yield shape.line.text, right, poster.y + poster.scale * shape.baseline


def test_every_card_is_found_in_the_poster(journey):
    found = squeezed(read_text(made(journey)))
    words = {word for card in journey.cards.values() for word in card.text.split()}

    assert {word for word in words if squeezed(word) not in found} == set()


def test_every_line_of_the_layout_is_in_the_poster():
    journey = big_map(200, 6, 12)
    found = squeezed(read_text(made(journey)))

    assert [text for text, _, _ in lines(journey) if squeezed(text) not in found] == []


def test_lines_end_where_the_layout_says():
    journey = big_map(200, 6, 12)
    expected = Counter(round(right * 2) for text, right, _ in lines(journey))
    characters = read_characters(made(journey))

    rights = {round(char.right * 2) for char in characters}

    # In half points, with a neighbour for rounding.
    assert [x for x in expected if not rights & {x - 1, x, x + 1}] == []


@pytest.mark.parametrize("paper", ["A4", "A0", None])
def test_the_file_has_no_error(journey, paper):
    assert opened(journey, Options(paper)).check_pdf_syntax() == []


def test_the_page_is_the_chosen_paper():
    box = page_size(made(small_map(), Options("A2", "portrait")))

    assert [edge / MM for edge in box] == pytest.approx([420, 594], abs=0.1)


def test_the_document_is_described_in_the_words_of_the_map():
    document = opened(full_map())

    assert document.docinfo.Title == "A night at the Harbour Hotel"
    assert document.docinfo.Author == "Ani Wijaya, Ben O'Neil"
    assert str(document.docinfo.Subject).startswith("A guest comes late")
    assert document.Root.Lang == "id"


def test_the_chosen_language_wins():
    assert opened(full_map(), Options(language="en")).Root.Lang == "en"


def test_bookmarks_name_the_stages_their_steps_and_the_lanes():
    with opened(small_map()).open_outline() as outline:
        found = [(item.title, [child.title for child in item.children]) for item in outline.root]

    assert found == [
        ("Find", ["Notice", "Compare"]),
        ("Buy", ["Try", "Pay"]),
        ("Actions", []),
        ("Pain points", []),
        ("Emotions", []),
    ]


def test_the_same_map_gives_the_same_bytes(journey):
    assert made(journey) == made(journey)


def test_a_map_beyond_the_largest_page_is_shrunk_and_told():
    journey = big_map(10, 3, 150)

    writing = write(journey, Options(None), no_progress)

    assert page_size(writing.content)[0] == pytest.approx(14_400, abs=0.1)
    assert writing.remarks[0].reason.startswith("The map is larger than a PDF page can be")
    assert squeezed(next(iter(journey.cards.values())).text) in squeezed(read_text(writing.content))


def test_hostile_text_is_plain_text():
    hostile = "<b>&amp; =SUM(1) \x00\x07 (\\) ](/URI)"
    card = Action(id="x", lane="do", first_step="s2", last_step="s2", text=hostile)
    journey = small_map().put(card)
    journey = journey.with_scope(journey.scope.replace(title=hostile, authors=(hostile,)))

    content = made(journey)

    assert squeezed("<b>&amp; =SUM(1)") in squeezed(read_text(content))
    assert pikepdf.open(io.BytesIO(content)).docinfo.Title == hostile
    assert b"/Annots" not in content


def test_a_word_without_end_is_shortened():
    card = Action(id="x", lane="do", first_step="s2", last_step="s2", text="x" * 9_000)

    writing = write(small_map().put(card), Options(), no_progress)

    assert [remark.values for remark in writing.remarks] == [{"places": "B1"}]


def test_a_damaged_picture_is_told():
    journey = full_map()
    (picture,) = journey.pictures.values()
    journey = journey.put(picture.replace(content=b"not a picture"))

    remarks = write(journey, Options(), no_progress).remarks

    assert [remark.reason for remark in remarks if "picture" in remark.reason]


def test_progress_is_told_from_nothing_to_all():
    shares = []

    write(big_map(1200, 6, 20), Options(), shares.append)

    assert shares == sorted(shares)
    assert (shares[0], shares[-1]) == (0, 1)
    assert len(shares) > 3


def test_the_work_can_be_stopped():
    def stop(share):
        if share > 0.1:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(small_map(), Options(), stop)


def test_the_format_is_named_for_the_command_line():
    assert (FORMAT.name, FORMAT.suffixes[0], FORMAT.read) == ("pdf", ".pdf", None)
