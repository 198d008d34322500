import pytest
from maps import big_map, full_map, small_map

from cjeditor.core.units import MM
from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.emotion_lane import y_of
from cjeditor.kinds.look import CARD, Look
from cjeditor.layout.poster import lay_out_poster, missing, shortened_cards
from cjeditor.layout.poster_foot import foot_of, written_date
from cjeditor.layout.sheet import lay_out
from cjeditor.model.map import Map
from cjeditor.model.records import Stage, Step

WORDS = Words("en")
A3 = (420 * MM, 297 * MM)
PAPERS = pytest.mark.parametrize(
    "paper",
    [A3, A3[::-1], (297 * MM, 210 * MM), (1189 * MM, 841 * MM)],
    ids=["A3 across", "A3 upright", "A4", "A0"],
)
MAPS = pytest.mark.parametrize(
    "journey",
    [small_map(), full_map(), big_map(200, 6, 15), Map(id="empty")],
    ids=["small", "full", "big", "empty"],
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
        foot = foot_of(journey, sheet.look).depth(sheet.width)
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
    wide = lay_out_poster(big_map(60, 3, 20), A3, WORDS, may_turn=True)
    tall = lay_out_poster(_tall_map(), A3, WORDS, may_turn=True)

    assert wide.width > wide.height
    assert tall.height > tall.width


def test_a_page_that_must_not_be_turned_is_not():
    poster = lay_out_poster(_tall_map(), A3, WORDS)

    assert (poster.width, poster.height) == A3


def test_a_small_map_is_not_blown_up_and_stands_in_the_middle():
    journey = small_map().drop(["do", "pain", "a1", "a2", "a3", "p1", "e2"])

    poster = lay_out_poster(journey, A3, WORDS)

    above = poster.y
    below = A3[1] - poster.y - poster.scale * poster.blocks[-1].rect.bottom
    assert CARD.size * poster.scale <= 18
    assert poster.scale * poster.sheet.width >= 0.85 * A3[0]
    assert above <= below <= 2.5 * above


def test_spare_height_goes_to_the_curve_too():
    journey = small_map().drop(["do", "pain", "a1", "a2", "a3", "p1", "e2"])

    sheet = lay_out_poster(journey, A3, WORDS).sheet

    good, bad = sheet.rect_of("e3"), sheet.rect_of("e1")
    assert bad.y - good.y > 1.5 * (y_of(1.0) - y_of(2.0))


def test_a_long_word_is_kept_whole_where_that_costs_little_type():
    journey = big_map(200, 6, 9)
    card = next(iter(journey.cards.values()))

    columns = [
        lay_out_poster(journey.put(card.replace(text="w" * count)), A3, WORDS).sheet.look.column
        for count in (3, 100)
    ]

    assert columns[0] == pytest.approx(columns[1])


def test_on_a_narrow_page_type_goes_before_whole_words():
    upright = lay_out_poster(big_map(60, 6, 12), (210 * MM, 297 * MM), WORDS)

    assert 100 <= upright.sheet.look.column <= 115


def test_heads_of_a_narrow_page_break_no_word():
    journey = small_map()
    journey = journey.put(journey.stages["find"].replace(title="Troubleshooting")).drop(
        ["s2", "e2", "p1"]
    )

    poster = lay_out_poster(journey, A3[::-1], WORDS)

    assert "Troubleshooting" in _texts(poster)


def test_characters_that_no_font_has_are_found():
    journey = Map().put(Stage(id="s", title="\U0001f9ff\U000e1234"), Step(id="t", stage="s"))

    assert "\U000e1234" in missing(lay_out_poster(journey, A3, WORDS).blocks)
    assert missing(lay_out_poster(small_map(), A3, WORDS).blocks) == ""


@pytest.mark.parametrize(
    ("day", "written"), [("2026-11-02", "2 November 2026"), ("2026-99-99", "2026-99-99")]
)
def test_a_date_is_written_out(day, written):
    assert written_date(day, WORDS) == written
