from emotions import FIVE, band_of, curve, lane_with, parts, texts

from cjeditor.display.shapes import Curve
from cjeditor.kinds.emotion_turns import Felt, turns_of

MARKED = lane_with(marks=True)


def _turns(*values, columns=None):
    columns = columns or range(len(values))
    felt = [Felt(c, 10.0 * c, 0, v, 5) for c, v in zip(columns, values, strict=True)]
    return [(found.turn, felt.index(found.start)) for found in turns_of(felt)]


def test_the_highest_and_lowest_point_and_the_steepest_fall_are_found():
    assert _turns(1, 2, -2, -1) == [("peak", 1), ("low", 2), ("fall", 1)]


def test_further_peaks_and_lows_need_a_turn_by_a_whole_level():
    assert ("low", 2) in _turns(2, 1, 0, 1, 2, -2)
    assert ("low", 2) not in _turns(2, 1.5, 1.25, 1.5, 2, -2)


def test_a_level_curve_has_nothing_to_mark():
    assert _turns(1, 1, 1) == []
    assert _turns(1) == []


def test_a_curve_that_only_rises_has_no_fall():
    assert [turn for turn, _ in _turns(-2, -1, 2)] == ["peak", "low"]


def test_a_gap_is_no_fall():
    assert ("fall", 2) in _turns(2, -2, 1, 0, columns=(0, 2, 3, 4))


def test_marks_have_words_and_forms_of_their_own():
    band = band_of(curve((1, 2, -2, -1)), lane=MARKED)

    assert texts(parts(band, "mark")) == ["Peak", "Low", "Steepest fall"]
    signs = [s for b in parts(band, "mark") for s in b.drawing.shapes if isinstance(s, Curve)]
    assert len({len(sign.path) for sign in signs if sign.fill}) == 1
    assert [bool(sign.fill) for sign in signs] == [True, True, False]


def test_without_the_wish_nothing_is_marked():
    assert parts(band_of(curve((1, 2, -2, -1))), "mark") == []


def test_marks_cover_no_point():
    band = band_of(curve((2, -2, 2, -2)), lane=MARKED)

    points = [block.rect for block in parts(band, "point")]
    chips = [block.rect for block in parts(band, "mark") if texts([block])]
    assert len(chips) == 4
    assert not any(chip.meets(point) for chip in chips for point in points)


def test_of_several_personas_the_average_is_marked():
    felt = [*curve((2, 0, 2, 0), "p0"), *curve((-2, 2, -2, 0), "p1")]
    band = band_of(felt, FIVE[:2], lane=MARKED)

    assert texts(parts(band, "mark")) == ["Peak", "Low", "Steepest fall"]
    assert len(parts(band, "average")) == 1
