"""Texts beside points: off the curves, and off the level lines where there is another place."""

import pytest

from cjeditor.app.samples import EXAMPLES
from cjeditor.core.words import LANGUAGES, Words
from cjeditor.display.shapes import Rect
from cjeditor.display.theme import LIGHT
from cjeditor.files import cjm
from cjeditor.kinds.emotion_lane import EmotionBand
from cjeditor.kinds.free_place import FIRST_LINE, Ground
from cjeditor.kinds.look import Look
from cjeditor.layout.sheet import lay_out

AREA = Rect(0, 0, 400, 160)
POINT = Rect(190, 90, 20, 20)
ABOVE = 80.0
"""A line where a text right above the point would stand."""


def test_the_first_place_is_taken_where_no_line_is():
    rect = Ground(AREA, (), [POINT]).find(POINT, 60, 15, below=False)

    assert rect.bottom < POINT.y
    assert rect.x + rect.width / 2 == POINT.x + POINT.width / 2


@pytest.mark.parametrize("lines", [[ABOVE], [20.0, ABOVE]])
def test_a_line_is_not_covered_where_there_is_another_place(lines):
    ground = Ground(AREA, (), [POINT], lines)

    rect = ground.find(POINT, 60, 15, below=False)

    assert not rect.y <= ABOVE <= rect.bottom
    assert ground.covered_by(rect) == 0


def test_the_first_line_is_the_last_to_be_covered():
    everywhere = [float(y) for y in range(120, 160, 10)]
    beside = [Rect(100, 90, 80, 20), Rect(220, 90, 80, 20)]
    ground = Ground(AREA, (), [POINT, *beside], [ABOVE, 70.0, 60.0, 50.0, *everywhere])

    rect = ground.find(POINT, 60, 15, below=False)

    assert ground.covered_by(rect) == 1
    assert not rect.y <= ABOVE <= rect.bottom


def test_a_line_is_covered_rather_than_no_place_found():
    strip = Rect(0, 86, 400, 28)
    ground = Ground(strip, (), [POINT], [100.0])

    rect = ground.find(POINT, 60, 15, below=False)

    assert ground.covered_by(rect) == FIRST_LINE


def test_a_text_stands_nearer_to_its_point_where_it_would_leave_the_area():
    area = Rect(0, 0, 400, POINT.bottom + 18.5)

    rect = Ground(area, (), [POINT]).find(POINT, 60, 15, below=True)

    assert rect.bottom == area.bottom
    assert rect.y - POINT.bottom == 3.5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.name)
def test_in_the_examples_no_quote_touches_the_line_at_zero(example, language):
    sheet = lay_out(cjm.load(example.path(language)), Look(LIGHT, Words(language)))
    bands = [lane.band for lane in sheet.lanes if isinstance(lane.band, EmotionBand)]
    quotes = [(each.rect, band) for band in bands for each in band.blocks if each.part == "quote"]

    assert quotes
    assert not [rect for rect, band in quotes if rect.y <= band.plot.y_of(0) <= rect.bottom]
