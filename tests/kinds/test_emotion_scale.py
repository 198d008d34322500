import pytest
from emotions import FIVE, band_of, curve, lane_with, parts, texts

from cjeditor.display.shapes import Curve
from cjeditor.kinds.emotion_plot import HEIGHT

NAMES = ("Delighted", "Content", "So-so", "Upset", "Angry")


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({}, []),
        ({"scale": "plus minus"}, ["+2", "+1", "0", "\N{MINUS SIGN}1", "\N{MINUS SIGN}2"]),
        ({"scale": "one to five"}, ["5", "4", "3", "2", "1"]),
        ({"scale": "names", "level_names": NAMES}, list(NAMES)),
    ],
)
def test_levels_are_named_beside_the_lane(fields, names):
    levels = band_of(curve((1, 0)), lane=lane_with(**fields)).beside_title

    assert texts(levels) == names
    assert all(level.rect.right <= 132 for level in levels)
    assert all(level.x >= 0 for level in levels)


def test_levels_stand_at_their_feelings_below_the_title():
    band = band_of(curve((1, 0)), lane=lane_with(scale="plus minus"))

    middles = [level.rect.y + level.rect.height / 2 for level in band.beside_title]
    assert middles == [band.plot.y_of(value) for value in (2, 1, 0, -1, -2)]
    assert min(level.y for level in band.beside_title) >= 30  # where a title of one line ends


def test_fewer_names_are_spread_evenly_and_have_faces():
    lane = lane_with(scale="names", level_names=("Good", "Fair", "Bad"))
    band = band_of(curve((1, 0)), lane=lane)

    faces = [
        level
        for level in band.beside_title
        if any(isinstance(shape, Curve) for shape in level.drawing.shapes)
    ]
    middles = [face.rect.y + face.rect.height / 2 for face in faces]
    assert middles == pytest.approx([band.plot.y_of(value) for value in (2, 0, -2)])


def test_own_names_without_any_are_faces():
    band = band_of(curve((1, 0)), lane=lane_with(scale="names"))

    assert "".join(texts(band.beside_title)) == ""
    assert len({level.y for level in band.beside_title if level.drawing.width > 1}) == 5


def test_a_long_name_stays_in_the_titles_column():
    lane = lane_with(scale="names", level_names=("Extraordinarily delighted " * 4, "Bad"))

    assert all(level.x >= 0 for level in band_of(curve((1,)), lane=lane).beside_title)


def test_a_moment_of_truth_has_a_flag_on_a_pole_to_the_highest_point():
    band = band_of(curve((1, 2, -2)), truths=("s2",))

    (flag,), (pole,) = parts(band, "truth"), parts(band, "pole")
    assert flag.element == "s2"
    assert texts([flag]) == ["Moment of truth"]
    assert pole.rect.bottom == pytest.approx(band.plot.y_of(-2))
    assert pole.x + 1 == pytest.approx(132 + 2.5 * 152)


def test_in_a_narrow_step_the_flag_is_a_star():
    band = band_of(curve((1, 2)), width=70, truths=("s1",))

    assert texts(parts(band, "truth")) == []
    assert parts(band, "truth")[0].rect.width < 30


def test_a_flag_stays_clear_of_the_best_feeling():
    band = band_of(curve((2, 2)), truths=("s0",))

    (flag,) = parts(band, "truth")
    assert not any(flag.rect.meets(point.rect) for point in parts(band, "point"))


def test_a_lane_takes_the_height_that_it_is_given():
    low, high = (
        band_of(curve((2, -2)), lane=lane_with(height=height)) for height in (200.0, 400.0)
    )

    assert (low.height, high.height) == (200, 400)
    assert high.plot.y_of(-2) - low.plot.y_of(-2) == pytest.approx(200)


def test_a_lane_too_low_for_its_curve_keeps_it_legible():
    band = band_of(curve((2, -2)), lane=lane_with(height=24.0))

    assert 100 < band.height < HEIGHT


def test_more_curves_make_a_lane_higher():
    felt = [point for person in FIVE for point in curve((1, -1), person.id)]

    assert band_of(felt, FIVE).height > HEIGHT
