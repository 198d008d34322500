from dataclasses import replace

import pytest

from cjeditor.core.words import Words
from cjeditor.display.shapes import Box, Curve, Picture, Symbol, TextLine
from cjeditor.display.theme import DARK, LIGHT
from cjeditor.kinds.card_drawing import MAX_LINES, draw_card, full_text, is_shortened
from cjeditor.kinds.lane import Person
from cjeditor.kinds.look import Look
from cjeditor.kinds.registry import card_kind

LOOK = Look(LIGHT, Words("en"))
PEOPLE = (
    Person("rina", "Rina", "#22395b", "R"),
    Person("budi", "Budi", "#8a4b08", "B"),
    Person("sari", "Sari", "#5b2a86", "S"),
)
HOSTILE = (
    "<b>bold</b> & =SUM(1)\x00\x07\t",
    "W" * 5_000,
    "رقم الطلب 42 لا يعمل في التطبيق",
    "शिकायत दर्ज करें",
    "한국어 日本語",
    "👩‍👩‍👧 🏳️‍🌈",
    "\n\n\n",
    "  ",
    "",
)


def _draw(name="action", width=140, look=LOOK, people=(), sizes=None, **fields):
    kind = card_kind(name)
    card = kind.record(id="c", lane="l", first_step="s", last_step="s", **fields)
    return card, draw_card(card, kind, width, look, people, sizes or {})


def _texts(drawing):
    return [shape for shape in drawing.shapes if isinstance(shape, TextLine)]


def _inside(drawing):
    for text in _texts(drawing):
        assert text.x >= 0
        assert text.x + text.line.width <= drawing.width
        assert 0 < text.baseline < drawing.height
    for box in drawing.shapes:
        if isinstance(box, Box) and box.opacity == 1:
            assert box.rect.x >= 0
            assert box.rect.right <= drawing.width
            assert box.rect.bottom <= drawing.height


def test_all_words_of_the_text_are_drawn():
    text = "The customer waits for the confirmation and calls support again"

    _, drawing = _draw(text=text)

    assert " ".join(line.line.text for line in _texts(drawing)) == text


def test_the_first_line_leaves_room_for_the_symbol():
    _, drawing = _draw(text="Wait for the parcel at home")

    symbol = next(shape for shape in drawing.shapes if isinstance(shape, Symbol))
    first, second = _texts(drawing)[:2]
    assert first.x >= symbol.x + symbol.size
    assert second.x == symbol.x


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("width", [60, 140, 500])
def test_any_text_stays_inside_the_card(text, width):
    _, drawing = _draw("pain", width=width, text=text, severity=3)

    _inside(drawing)


def test_a_long_text_is_shown_whole():
    words = [f"word{number}" for number in range(100)]

    card, drawing = _draw(text=" ".join(words))

    assert " ".join(line.line.text for line in _texts(drawing)).split() == words
    assert not is_shortened(card, card_kind("action"), drawing, LOOK)


def test_an_endless_text_is_clearly_shortened():
    card, drawing = _draw(text="word " * 20_000)

    assert len(_texts(drawing)) == MAX_LINES
    assert _texts(drawing)[-1].line.text.endswith("…")
    assert is_shortened(card, card_kind("action"), drawing, LOOK)


def test_text_from_the_right_stands_at_the_right():
    _, drawing = _draw(text="رقم الطلب لا يعمل")

    assert all(text.x + text.line.width > 130 for text in _texts(drawing))


def test_a_touchpoint_names_its_channels_and_shows_the_first():
    card, drawing = _draw("touchpoint", width=400, text="Order", channels=("email", "chat"))

    assert full_text(card, card_kind("touchpoint"), LOOK) == "Order\u00a0· E-mail, Chat"
    assert Symbol("mail", 12, 8.25, 14, "#2b6cb0") in drawing.shapes


@pytest.mark.parametrize("severity", [1, 3, 5])
def test_severity_is_dots_filled_and_open(severity):
    _, drawing = _draw("pain", text="Bad", severity=severity)

    dots = [box for box in drawing.shapes if isinstance(box, Box) and box.rect.height < 7]
    assert [box.fill is not None for box in dots] == [n < severity for n in range(5)]


def test_strengths_differ_in_form_not_only_in_colour():
    forms = set()
    for strength in ("assumed", "heard", "observed", "measured"):
        _, drawing = _draw(text="x", strength=strength)
        mark = drawing.shapes[5:]
        forms.add(
            tuple(
                (type(shape).__name__, getattr(shape, "fill", None), getattr(shape, "stroke", None))
                for shape in mark
            )
        )

    assert len(forms) == 4


def test_evidence_shows_on_the_card():
    _, plain = _draw(text="x")
    _, founded = _draw(text="x", evidence=("e",))

    assert len(founded.shapes) > len(plain.shapes)


def test_initials_show_only_on_a_card_of_some_personas():
    _, of_two = _draw(text="x", people=PEOPLE, personas=("rina", "sari"))
    _, of_all = _draw(text="x", people=PEOPLE, personas=("rina", "budi", "sari"))
    _, of_everyone = _draw(text="x", people=PEOPLE)

    assert [text.line.text for text in _texts(of_two)] == ["x", "R", "S"]
    assert [text.line.text for text in _texts(of_all)] == ["x"]
    assert [text.line.text for text in _texts(of_everyone)] == ["x"]


@pytest.mark.parametrize("least", [0, 10, 14])
def test_broad_initials_are_whole_and_on_their_grounds(least):
    broad = (Person("wim", "Wim Maas", "#22395b", "WM"), Person("ida", "Ida", "#5b2a86", "I"))
    look = replace(LOOK, least_type=least)
    _, drawing = _draw(text="x", look=look, people=(*broad, *PEOPLE), personas=("wim", "ida"))
    letters = {text.line.text: text for text in _texts(drawing)[1:]}
    grounds = {box.fill: box.rect for box in drawing.shapes if isinstance(box, Box)}

    assert set(letters) == {"WM", "I"}
    for person in broad:
        text, ground = letters[person.initials], grounds[person.ink]
        assert text.line.size >= least
        assert ground.x <= text.x
        assert text.x + text.line.width <= ground.right
        assert ground.y < text.baseline < ground.bottom
    assert grounds["#22395b"].right < grounds["#5b2a86"].x
    _inside(drawing)


def test_tags_and_votes_are_words_on_the_card():
    _, drawing = _draw(text="x", tags=("long wait", "dark pattern"), votes=12)

    assert [text.line.text for text in _texts(drawing)] == ["x", "long wait", "dark pattern", "12"]
    _inside(drawing)


@pytest.mark.parametrize("width", [76, 100, 140])
def test_many_marks_fit_a_narrow_card(width):
    _, drawing = _draw(
        "pain", width=width, people=PEOPLE, personas=("rina", "budi"), text="Bad", severity=5,
        strength="measured", votes=1_000_000, tags=("a very long tag indeed",),
        moment_of_truth=True,
    )  # fmt: skip

    _inside(drawing)


def test_a_moment_of_truth_has_a_star():
    _, plain = _draw(text="x")
    _, starred = _draw(text="x", moment_of_truth=True)

    curves = [[s for s in d.shapes if isinstance(s, Curve)] for d in (plain, starred)]
    assert len(curves[1]) == len(curves[0]) + 1


def test_a_picture_keeps_its_proportions():
    _, drawing = _draw("picture", picture="p", sizes={"p": (400, 300)}, text="The shop")

    shown = next(shape for shape in drawing.shapes if isinstance(shape, Picture))
    assert shown.picture == "p"
    assert shown.rect.width / shown.rect.height == pytest.approx(4 / 3)
    assert shown.rect.bottom < _texts(drawing)[0].baseline


def test_a_tall_picture_does_not_make_an_endless_card():
    _, drawing = _draw("picture", picture="p", sizes={"p": (10, 10_000)})

    assert drawing.height < 250


def test_cards_of_one_kind_and_size_share_their_body():
    _, one = _draw(text="One")
    _, other = _draw(text="Two")

    assert [one.shapes[n] is other.shapes[n] for n in range(4)] == [True] * 4


def test_the_dark_card_is_dark():
    _, drawing = _draw(look=Look(DARK, Words("en")), text="x")

    ground = drawing.shapes[1]
    assert ground.fill == DARK.card_fill("#fff3c4", "#b7791f")


def test_the_symbol_is_smaller_where_the_first_word_has_no_room_beside_it():
    def symbol_and_first_line(width):
        _, drawing = _draw("touchpoint", width=width, text="Reviews", channels=("app",))
        return next(s for s in drawing.shapes if isinstance(s, Symbol)), _texts(drawing)[0]

    usual, _ = symbol_and_first_line(140)
    small, first = symbol_and_first_line(88)

    assert small.size < usual.size
    assert first.line.text.startswith("Reviews")
    assert first.x >= small.x + small.size
