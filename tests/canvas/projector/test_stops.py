import pytest
from maps import full_map, small_map

from cjeditor.canvas.projector.stops import Stop, screens, stop_of, stops
from cjeditor.core.words import Words
from cjeditor.display.shapes import Rect
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.sheet import lay_out
from cjeditor.model.map import Map


def sheet_of(journey):
    return lay_out(journey, Look(LIGHT, Words("en")))


@pytest.mark.parametrize(
    ("unit", "elements"),
    [
        ("stage", ["find", "buy"]),
        ("step", ["s1", "s2", "s3", "s4"]),
        ("lane", ["do", "pain", "feel"]),
    ],
)
def test_each_part_is_a_stop_in_reading_order(unit, elements):
    assert [stop.element for stop in stops(sheet_of(small_map()), unit)] == elements


def test_a_stage_takes_the_columns_of_its_steps_and_all_lanes():
    sheet = sheet_of(small_map())
    stop = stops(sheet, "stage")[1]

    assert (stop.rect.x, stop.rect.right) == (sheet.columns[2].x, sheet.width - 14)
    assert (stop.rect.y, stop.rect.bottom) == (sheet.top, sheet.lanes[-1].bottom)
    assert stop.title == "Buy"


@pytest.mark.parametrize("unit", ["stage", "step", "lane"])
def test_an_empty_map_has_no_stops(unit):
    assert stops(sheet_of(Map(id="empty")), unit) == ()


@pytest.mark.parametrize("unit", ["stage", "step", "lane"])
def test_every_kind_of_lane_and_step_can_be_a_stop(unit):
    sheet = sheet_of(full_map())

    assert all(stop.rect.width > 0 and stop.rect.height > 0 for stop in stops(sheet, unit))


STOP = Stop(
    "x", "", Rect(0, 0, 300, 600), ((0, 150), (150, 300)), ((0, 100), (100, 220), (220, 600))
)


def test_what_fits_is_one_screen():
    assert screens(STOP, 300, 600) == (Rect(0, 0, 300, 600),)


def test_what_does_not_fit_is_cut_between_lanes():
    assert screens(STOP, 300, 400)[:2] == (Rect(0, 0, 300, 220), Rect(0, 220, 300, 380))


def test_a_lane_that_never_fits_is_cut_evenly():
    parts = screens(STOP, 300, 200)

    assert [part.height for part in parts] == [100, 120, 190, 190]


def test_screens_go_row_by_row():
    corners = [(part.x, part.y) for part in screens(STOP, 150, 400)]

    assert corners == [(0, 0), (150, 0), (0, 220), (150, 220)]


@pytest.mark.parametrize(
    ("element", "unit", "index"),
    [
        ("a3", "stage", 1),
        ("p1", "step", 1),
        ("e3", "stage", 1),
        ("p1", "lane", 1),
        ("buy", "step", 2),
        ("s4", "stage", 1),
        ("feel", "lane", 2),
        ("feel", "stage", None),
    ],
)
def test_an_element_is_found_at_the_stop_that_shows_it(element, unit, index):
    journey = small_map()

    assert stop_of(stops(sheet_of(journey), unit), journey, (element,)) == index
