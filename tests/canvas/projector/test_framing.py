import pytest
from maps import small_map

from cjeditor.canvas.projector.framing import EDGE, LEAST_ZOOM, Framing
from cjeditor.canvas.projector.stops import stops
from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import CARD, SMALL, Look
from cjeditor.layout.sheet import lay_out

SHEET = lay_out(small_map(), Look(LIGHT, Words("en")))
SIZES = [(1280, 720), (1920, 1080), (3840, 2160), (800, 600)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("larger", [-9, 0, 9])
@pytest.mark.parametrize("unit", ["stage", "step", "lane"])
def test_no_words_are_smaller_than_18_pixels(size, larger, unit):
    zooms = [Framing(SHEET, *size, larger).zoom(stop) for stop in stops(SHEET, unit)]

    assert min(zooms) * min(CARD.size, SMALL.size) >= 18
    assert min(zooms) >= LEAST_ZOOM


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("unit", ["stage", "step", "lane"])
def test_every_screen_fits_beside_heads_and_lane_titles(size, unit):
    framing = Framing(SHEET, *size)
    for stop in stops(SHEET, unit):
        zoom = framing.zoom(stop)
        for part in framing.screens(stop, zoom):
            x, y = framing.corner(part, zoom)

            assert part.x * zoom - x >= SHEET.left * zoom * (x > 0) - 0.01
            assert part.y * zoom - y >= (SHEET.top - SHEET.head) * zoom * (y > 0) - 0.01
            assert part.right * zoom - x <= size[0] + 0.01
            assert part.bottom * zoom - y <= size[1] + 0.01


def test_what_is_in_the_light_is_in_the_middle_of_its_room():
    framing = Framing(SHEET, 1280, 720)
    stop = stops(SHEET, "step")[1]
    x, _y = framing.corner(stop.rect, 4)
    room = (SHEET.left * 4 + 1280) / 2

    assert (stop.rect.x + stop.rect.width / 2) * 4 - x == pytest.approx(room)


def test_little_of_the_desk_is_shown_at_the_edges():
    framing = Framing(SHEET, 1280, 720)
    first, last = stops(SHEET, "step")[0], stops(SHEET, "step")[-1]

    assert framing.corner(first.rect, 4)[0] == -EDGE
    assert framing.corner(last.rect, 2)[0] == SHEET.width * 2 + EDGE - 1280
