import pytest
from maps import big_map, full_map, small_map

from cjeditor.core.units import MM
from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.poster import best_orientation, lay_out_poster, missing, shortened_cards
from cjeditor.layout.poster_foot import lay_out_foot, written_date
from cjeditor.layout.sheet import lay_out
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step

WORDS = Words("en")
A3 = (420 * MM, 297 * MM)
PAPERS = pytest.mark.parametrize(
    "paper", [A3, A3[::-1], (297 * MM, 210 * MM), (1189 * MM, 841 * MM)]
)
MAPS = pytest.mark.parametrize(
    "journey",
    [small_map(), full_map(), big_map(200, 6, 15), Map(id="empty")],
    ids=lambda each: each.id,
)


def _texts(poster):
    return [
        shape.line.text
        for block in poster.blocks
        for shape in block.drawing.shapes
        if isinstance(shape, TextLine)
    ]


def _tall_map():
    """One stage with one step and fifty cards: a sheet higher than wide."""
    journey = small_map().drop(["a1", "a2", "a3", "p1", "e1", "e2", "e3", "s2", "s3", "s4", "buy"])
    card = small_map().cards["a1"]
    return journey.put(*(card.replace(id=f"c{n}", text="word " * 20) for n in range(50)))


@PAPERS
@MAPS
def test_everything_lies_inside_the_margins(journey, paper):
    poster = lay_out_poster(journey, paper, WORDS)

    margin = max(8 * MM, 0.03 * min(paper)) - 0.5
    assert (poster.width, poster.height) == paper
    for block in poster.blocks:
        rect, scale = block.rect, poster.scale
        assert poster.x + scale * rect.x >= margin
        assert poster.y + scale * rect.y >= margin
        assert poster.x + scale * rect.right <= paper[0] - margin
        assert poster.y + scale * rect.bottom <= paper[1] - margin, block


def test_no_other_column_width_makes_the_type_larger():
    journey = big_map(200, 6, 9)
    poster = lay_out_poster(journey, A3, WORDS)

    margin = max(8 * MM, 0.03 * min(A3))
    for column in range(130, 400, 10):
        sheet = lay_out(journey, Look(LIGHT, WORDS, column=column))
        _, foot = lay_out_foot(sheet, 0)
        across = (A3[0] - 2 * margin) / sheet.width
        down = (A3[1] - 2 * margin) / (sheet.height + foot)
        assert min(across, down) <= poster.scale * 1.01


def test_the_page_is_filled():
    poster = lay_out_poster(big_map(200, 6, 9), A3, WORDS)

    bottom = max(block.rect.bottom for block in poster.blocks)
    assert poster.scale * poster.sheet.width >= 0.9 * A3[0]
    assert poster.scale * bottom >= 0.85 * A3[1]


def test_long_cards_that_pile_up_are_reckoned_with():
    journey = big_map(900, 4, 20)
    cards = [
        card.replace(last_step=f"step{min(19, journey.column_of[card.first_step] + 5)}")
        for number, card in enumerate(journey.cards.values())
        if number % 6 == 0
    ]
    poster = lay_out_poster(journey.put(*cards), A3, WORDS)

    bottom = max(block.rect.bottom for block in poster.blocks)
    assert poster.scale * bottom <= A3[1]
    assert poster.scale * poster.sheet.width >= 0.85 * A3[0]


def test_the_own_size_is_the_sheet_at_full_size_with_a_margin():
    poster = lay_out_poster(small_map(), None, WORDS)

    assert poster.scale == 1
    assert poster.width > poster.sheet.width
    assert poster.height > poster.sheet.height
    assert poster.x == poster.y


def test_a_poster_is_light():
    assert lay_out_poster(small_map(), A3, WORDS).sheet.look.theme is LIGHT


def test_the_foot_tells_kinds_date_and_program():
    texts = _texts(lay_out_poster(full_map(), A3, WORDS))

    assert "Pain point, severity 1–5" in texts
    assert "Touchpoint" in texts
    assert any(
        text.startswith("Workshop 22 November 2026") and text.endswith("made with CJ Editor")
        for text in texts
    )


def test_a_map_of_assumptions_says_so():
    journey = small_map()
    assumed = journey.put(*(c.replace(strength="assumed") for c in journey.cards.values()))

    assert any("hypothesis" in text for text in _texts(lay_out_poster(assumed, A3, WORDS)))
    assert not any("hypothesis" in text for text in _texts(lay_out_poster(journey, A3, WORDS)))


def test_a_shortened_card_is_told():
    journey = small_map()
    longer = journey.put(journey.cards["a1"].replace(text="word " * 20_000))

    poster = lay_out_poster(longer, A3, WORDS)

    assert shortened_cards(poster.sheet) == ("a1",)
    assert any("only the beginning" in text for text in _texts(poster))


def test_the_outline_names_the_stages_at_their_places():
    poster = lay_out_poster(small_map(), A3, WORDS)

    (find, x, y), (buy, x2, y2) = poster.outline
    assert (find, buy) == ("Find", "Buy")
    assert 0 < x < x2 < poster.width
    assert 0 < y == y2


def test_a_wide_map_is_turned_to_landscape_and_a_tall_one_to_portrait():
    assert best_orientation(big_map(60, 3, 20), A3, WORDS) == "landscape"
    assert best_orientation(_tall_map(), A3, WORDS) == "portrait"


def test_characters_that_no_font_has_are_found():
    journey = Map().put(Stage(id="s", title="\U0001f9ff\U000e1234"), Step(id="t", stage="s"))

    assert "\U000e1234" in missing(lay_out_poster(journey, A3, WORDS).blocks)
    assert missing(lay_out_poster(small_map(), A3, WORDS).blocks) == ""


@pytest.mark.parametrize(
    ("day", "written"), [("2026-11-02", "2 November 2026"), ("2026-99-99", "2026-99-99")]
)
def test_a_date_is_written_out(day, written):
    assert written_date(day, WORDS) == written
