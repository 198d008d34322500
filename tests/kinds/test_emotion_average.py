from dataclasses import replace

import pytest
from emotions import FIVE, LOOK, band_of, content_of, curve, lane_with, parts

from cjeditor.display.shapes import Box, Curve
from cjeditor.kinds.curve_style import CurveKey, curve_styles
from cjeditor.kinds.emotion_average import draws_average, means_of
from cjeditor.kinds.emotion_lane import KIND, EmotionLane
from cjeditor.kinds.emotion_plot import Plot
from cjeditor.kinds.emotion_spots import find_spots

SPREAD = lane_with(spread=True)


def _spots(content, styles):
    columns = find_spots(content, styles, Plot(), {})
    return [spot for column in columns.values() for spot in column.spots]


def _means(felt, people):
    content = content_of(felt, people)
    styles = curve_styles(content.emotions, content.people, LOOK)
    return means_of(_spots(content, styles), content)


def test_a_missing_feeling_is_not_zero():
    felt = [*curve((2, 2, None), "p0"), *curve((0, None, None), "p1"), *curve((1, 1), "p2")]

    means = _means(felt, FIVE[:3])

    assert [(mean.place, mean.value) for mean in means] == [(0, 1.0), (1, 1.5)]
    assert [(mean.low, mean.high) for mean in means] == [(0, 2), (1, 2)]


def test_a_persona_with_two_feelings_in_a_step_counts_once():
    twice = curve((2,), "p0")[0]
    felt = [twice, twice.replace(id="again", order="a1", value=0), *curve((-1,), "p1")]

    assert [mean.value for mean in _means(felt, FIVE[:2])] == [0.0]


def test_future_curves_do_not_count_beside_current_ones():
    felt = [*curve((2,), "p0"), *curve((0,), "p1"), *curve((-2,), "p1", "future")]

    assert [mean.value for mean in _means(felt, FIVE[:2])] == [1.0]


def test_one_curve_has_no_average():
    assert _means(curve((2, 1), "p0"), FIVE[:1]) == []
    assert parts(band_of(curve((2, 1), "p0"), FIVE[:1], lane=SPREAD), "spread") == []


def test_the_spread_reaches_from_the_lowest_to_the_highest_persona():
    felt = [*curve((2, 1), "p0"), *curve((0, -2), "p1")]
    band = band_of(felt, FIVE[:2], lane=SPREAD)

    (spread,) = parts(band, "spread")
    area = next(shape for shape in spread.drawing.shapes if isinstance(shape, Curve) and shape.fill)
    ys = [segment.y for segment in area.path if hasattr(segment, "y")]
    assert (min(ys), max(ys)) == (band.plot.y_of(2), band.plot.y_of(-2))


def test_the_average_runs_through_the_means_and_breaks_at_gaps():
    felt = [*curve((2, 1, None, 1), "p0"), *curve((0, 1, None, -1), "p1")]
    (average,) = parts(band_of(felt, FIVE[:2], lane=SPREAD), "average")

    knots = [shape for shape in average.drawing.shapes if isinstance(shape, Box)]
    lines = [shape for shape in average.drawing.shapes if isinstance(shape, Curve)]
    assert len(knots) == 3
    assert len(lines) == 2  # one piece, on its light edge
    assert lines[0].path == lines[1].path


@pytest.mark.parametrize(
    ("fields", "drawn"),
    [
        ({"spread": True}, True),
        ({"marks": True}, True),
        ({}, False),
        ({"spread": True, "personas": ("p0",)}, False),
        ({"spread": True, "curves": "future"}, False),
    ],
)
def test_the_average_is_drawn_for_two_curves_or_more(fields, drawn):
    keys = [CurveKey("p0", "current"), CurveKey("p1", "current"), CurveKey("p1", "future")]

    assert draws_average(EmotionLane(id="l", **fields), keys) is drawn


def test_curves_and_their_average_break_where_the_map_leaves_steps_out():
    felt = [*curve((2, 1, 1, 1), "p0"), *curve((0, 1, 0, -1), "p1")]
    content = content_of(felt, FIVE[:2])
    apart = tuple(each._replace(x=each.x + 30 * (n > 1)) for n, each in enumerate(content.columns))

    band = KIND.lay_out(SPREAD, replace(content, columns=apart), LOOK, None)

    curves = [block.drawing.shapes for block in parts(band, "curve")]
    assert [len(pieces) for pieces in curves] == [2, 2]
    (average,) = parts(band, "average")
    assert sum(isinstance(shape, Curve) for shape in average.drawing.shapes) == 4
