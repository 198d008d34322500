from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cjeditor.core.words import Words
from cjeditor.display.shapes import Curve, CurveTo, MoveTo, TextLine
from cjeditor.display.theme import DARK, LIGHT
from cjeditor.kinds.emotion_lane import HEIGHT, KIND, EmotionLane, y_of
from cjeditor.kinds.emotion_plot import Plot
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Column, Content, Person
from cjeditor.kinds.look import Look

LOOK = Look(LIGHT, Words("en"))
RINA, BUDI = Person("rina", "Rina", "#22395b", "R"), Person("budi", "Budi", "#8a4b08", "B")


def _content(*emotions, columns=4, people=(), width=150):
    places = tuple(Column(f"s{n}", 100 + width * n, width) for n in range(columns))
    by_step = {}
    for emotion in emotions:
        by_step.setdefault(emotion.step, []).append(emotion)
    felt = {step: tuple(found) for step, found in by_step.items()}
    return Content(places, {}, felt, people, left=100, right=100 + width * columns + 14)


def _lay_out(*emotions, look=LOOK, spare=0, **rest):
    content = replace(_content(*emotions, **rest), spare=spare)
    return KIND.lay_out(EmotionLane(id="l"), content, look, None)


def _feel(step, value, **fields):
    name = "-".join([step, *(str(part) for part in fields.values()), str(value)])
    clean = "".join(sign if sign.isalnum() else "_" for sign in name)[:60]
    return Emotion(id=fields.pop("id", clean), step=step, value=value, **fields)


def _parts(band, part):
    return [block for block in band.blocks if block.part == part]


def _pieces(block):
    return [shape for shape in block.drawing.shapes if isinstance(shape, Curve)]


@given(st.floats(-2, 2))
def test_a_height_is_the_value_that_is_drawn_there(value):
    assert Plot().value_at(y_of(value)) == pytest.approx(value)


@pytest.mark.parametrize("y", [-50, 0, HEIGHT, 900])
def test_a_height_outside_gives_an_end_of_the_range(y):
    assert abs(Plot().value_at(y)) == 2


def test_a_point_stands_in_the_middle_of_its_column_at_its_value():
    band = _lay_out(_feel("s1", 1.0))

    point = _parts(band, "point")[0].rect
    assert point.x + point.width / 2 == pytest.approx(325)
    assert point.y + point.height / 2 == pytest.approx(y_of(1.0))


def test_spare_height_makes_the_curve_steeper():
    feelings = (_feel("s0", 2.0), _feel("s1", -2.0, quote="Oh"))

    usual, higher = _lay_out(*feelings), _lay_out(*feelings, spare=100)

    ys = [[block.rect.y for block in _parts(band, "point")] for band in (usual, higher)]
    assert higher.height == usual.height + 100
    assert ys[1][1] - ys[1][0] == pytest.approx(ys[0][1] - ys[0][0] + 100)


def test_a_name_without_a_place_is_left_out():
    people = tuple(Person(f"p{n}", "A very long name " * 2, "#22395b", "A") for n in range(8))
    feelings = [_feel("s0", 0.0, persona=person.id) for person in people]

    band = _lay_out(*feelings, columns=1, people=people)

    assert len(_parts(band, "name")) < len(people)
    assert band.height == band.plot.height


def test_a_step_without_a_feeling_is_a_gap():
    band = _lay_out(_feel("s0", 1.0), _feel("s1", 0.0), _feel("s3", 2.0))

    pieces = _pieces(_parts(band, "curve")[0])
    assert len(pieces) == 1
    assert [type(segment) for segment in pieces[0].path] == [MoveTo, CurveTo]


def test_points_of_one_step_spread_over_it_in_their_order():
    band = _lay_out(_feel("s0", 1.0, id="first"), _feel("s0", -1.0, id="second"))

    middles = {
        block.element: block.rect.x + block.rect.width / 2 for block in _parts(band, "point")
    }
    assert middles == {"first": pytest.approx(137.5), "second": pytest.approx(212.5)}


@pytest.mark.parametrize("count", [2, 5, 12])
def test_equal_feelings_of_several_personas_stand_side_by_side(count):
    people = tuple(Person(f"p{n}", f"Person {n}", "#22395b", str(n)) for n in range(count))
    felt = [_feel("s1", 1.0, persona=person.id) for person in people]

    rects = [block.rect for block in _parts(_lay_out(*felt, people=people), "point")]

    assert len(rects) == count
    assert not any(a.meets(b) for a in rects for b in rects if a is not b)
    assert all(rect.x >= 250 and rect.right <= 400 for rect in rects)


def test_personas_have_inks_dashes_and_names_of_their_own():
    felt = [_feel(f"s{n}", v, persona="rina") for n, v in enumerate((1.0, 0.5, 1.0, 1.5))]
    felt += [_feel(f"s{n}", -v, persona="budi") for n, v in enumerate((1.0, 0.5, 1.0, 1.5))]
    band = _lay_out(*felt, people=(RINA, BUDI))

    strokes = {block.element: _pieces(block)[0].stroke for block in _parts(band, "curve")}
    assert strokes["rina"].colour != strokes["budi"].colour
    assert strokes["rina"].dash != strokes["budi"].dash
    assert {block.element for block in _parts(band, "name")} == {"rina", "budi"}


def test_the_future_is_dashed_green_behind_the_current_curve():
    felt = [_feel(f"s{n}", 0.0) for n in range(4)]
    felt += [_feel(f"s{n}", 1.0, state="future") for n in range(4)]

    future, current = (_pieces(block)[0] for block in _parts(_lay_out(*felt), "curve"))

    assert (future.stroke.colour, bool(future.stroke.dash)) == (LIGHT.good, True)
    assert (current.stroke.width, current.stroke.dash) == (3, ())


QUOTES = ("Where is my money gone?", "No!", "A long complaint about waiting " * 8, "أين طردي؟")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("quote", QUOTES)
@pytest.mark.parametrize(
    "values", [(1, -2, 1, 2), (-2, -2, -2, -2), (2, 2, 2, 2), (0, 0.3, -0.2, 1), (-2, 2, -2, 2)]
)
def test_texts_cover_no_point_no_curve_and_stay_on_the_sheet(values, quote, theme):
    felt = [
        _feel(f"s{n}", value, quote=quote, label="tired", id=f"e{n}")
        for n, value in enumerate(values)
    ]
    band = _lay_out(*felt, look=Look(theme, Words("en")))

    texts = [block.rect for block in (*_parts(band, "quote"), *_parts(band, "label"))]
    points = [block.rect for block in _parts(band, "point")]
    assert len(texts) == 8
    for rect in texts:
        assert rect.x >= 100
        assert rect.right <= 714
        assert rect.y >= 0
        assert rect.bottom <= band.height
        assert not any(rect.meets(point) for point in points)
        assert not any(rect.meets(other) for other in texts if other is not rect)
        assert not any(rect.contains(*dot) for dot in _dots(band))


def _dots(band):
    """Return points along all curves."""
    for block in _parts(band, "curve"):
        for piece in _pieces(block):
            start = piece.path[0]
            for curve in piece.path[1:]:
                for step in range(41):
                    t = step / 40
                    r = 1 - t
                    weights = (r**3, 3 * r * r * t, 3 * r * t * t, t**3)
                    xs = (start.x, curve.x1, curve.x2, curve.x)
                    ys = (start.y, curve.y1, curve.y2, curve.y)
                    yield (
                        sum(w * x for w, x in zip(weights, xs, strict=True)),
                        sum(w * y for w, y in zip(weights, ys, strict=True)),
                    )
                start = curve


def test_a_short_quote_is_drawn_whole():
    band = _lay_out(_feel("s1", -2.0, quote="Where is my money?"))

    lines = [s for s in _parts(band, "quote")[0].drawing.shapes if isinstance(s, TextLine)]
    assert " ".join(line.line.text for line in lines) == "“Where is my money?”"


def test_an_element_with_a_quote_is_found_at_its_point():
    band = _lay_out(_feel("s1", -2.0, quote="Oh", id="e"))

    assert band.rect_of("e") == _parts(band, "point")[0].rect


def test_without_feelings_the_lane_asks_for_them_on_screen_only():
    asking = _lay_out(look=Look(LIGHT, Words("en"), prompts=True))

    assert [block.part for block in asking.blocks] == ["prompt"]
    assert _lay_out().blocks == ()
