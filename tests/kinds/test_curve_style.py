import pytest
from emotions import FIVE, LOOK, band_of, content_of, curve, lane_with, parts, texts

from cjeditor.display.shapes import Curve
from cjeditor.kinds.curve_style import CurveKey, curve_styles
from cjeditor.kinds.emotion_record import shows_curve


def _five(state="current"):
    return [point for person in FIVE for point in curve((1, 0, -1, 1), person.id, state)]


def _styles(felt, people, shown=None):
    emotions = content_of(felt, people).emotions
    return curve_styles(emotions, people, LOOK, *([shown] if shown else []))


def test_five_personas_differ_in_ink_dash_form_and_letter():
    styles = list(_styles(_five(), FIVE).values())

    assert len({style.stroke.colour for style in styles}) == 5
    assert len({style.stroke.dash for style in styles}) == 5
    assert len({style.form for style in styles}) == 5
    assert [style.initials for style in styles] == ["R", "B", "S", "D", "A"]


def test_a_future_curve_has_its_personas_form_and_ink_but_small_points():
    styles = _styles(_five() + _five("future"), FIVE)

    now, then = styles[CurveKey("p1", "current")], styles[CurveKey("p1", "future")]
    assert (now.form, now.stroke.colour) == (then.form, then.stroke.colour)
    assert (now.is_main, then.is_main) == (True, False)
    assert then.stroke.dash


def test_a_curve_looks_the_same_whichever_others_are_shown():
    every = _styles(_five(), FIVE)
    some = _styles(_five(), FIVE, lambda key: key.persona in ("p1", "p3", "p4"))

    assert some == {key: style for key, style in every.items() if key in some}
    assert len(some) == 3


def test_one_or_two_personas_have_faces_in_rings_of_their_own_form():
    one, two = _styles(_five()[:8], FIVE[:2]).values()

    assert (one.initials, two.initials) == ("", "")
    assert (one.form, two.form) == ("circle", "square")


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, 10),
        ({"curves": "current"}, 5),
        ({"curves": "future"}, 5),
        ({"personas": ("p0", "p2")}, 4),
        ({"personas": ("p0",), "curves": "future"}, 1),
    ],
)
def test_a_lane_shows_the_curves_that_it_is_meant_to(fields, shown):
    band = band_of(_five() + _five("future"), FIVE, lane=lane_with(**fields))

    assert len(parts(band, "curve")) == shown
    assert len(parts(band, "point")) == 4 * shown


def test_a_lane_for_some_personas_leaves_out_the_customers_as_a_whole():
    lane = lane_with(personas=("p0",))

    assert shows_curve(lane, "p0", "current")
    assert not shows_curve(lane, None, "current")


def test_a_future_curve_alone_has_the_faces():
    band = band_of(curve((1, -1), "p0", "future"), FIVE[:1], lane=lane_with(curves="future"))

    assert all(point.rect.width == 24 for point in parts(band, "point"))


def test_five_curves_have_their_letters_on_every_point():
    band = band_of(_five(), FIVE)

    assert sorted(texts(parts(band, "point"))) == sorted("RBSDA" * 4)


def test_no_two_points_of_five_personas_with_both_curves_lie_on_each_other():
    band = band_of(_five() + _five("future"), FIVE)

    rects = [block.rect.grown(-1) for block in parts(band, "point")]
    assert not any(a.meets(b) for a in rects for b in rects if a is not b)


def test_curves_step_back_behind_their_average():
    felt = _five()
    usual, behind = (
        [
            shape.stroke.width
            for block in parts(band_of(felt, FIVE, lane=lane_with(spread=spread)), "curve")
            for shape in block.drawing.shapes
            if isinstance(shape, Curve)
        ]
        for spread in (False, True)
    )

    assert all(thin < thick for thin, thick in zip(behind, usual, strict=True))


def test_a_curve_is_found_where_it_runs():
    band = band_of(curve((2, -2), "p0"), FIVE[:1])

    middle = 132 + 152  # half-way between the two points
    assert band.curve_at(middle, band.plot.y_of(0)) == CurveKey("p0", "current")
    assert band.at(middle, band.plot.y_of(0)).element == "p0"
    assert band.at(middle, band.plot.y_of(1.5)) is None


def test_words_without_a_free_place_name_their_persona():
    long = "A long complaint about waiting " * 5
    felt = [point.replace(quote=long) for point in curve((0, 0), "p0")] + _five()[4:]

    band = band_of(felt, FIVE, width=120)

    assert any(text.startswith("Rina: “") for text in texts(parts(band, "quote")))
