import base64
import re

import pytest
from defusedxml.ElementTree import fromstring
from maps import PIXEL, big_map, full_map, small_map
from pages import squeezed

from cjeditor.core.progress import no_progress
from cjeditor.exchange.format import Options
from cjeditor.exchange.svg import FORMAT, write
from cjeditor.kinds.plain import Action

SVG = "{http://www.w3.org/2000/svg}"
MAPS = {"small": small_map, "full": full_map, "big": lambda: big_map(200, 6, 12)}
A3 = Options()


def made(journey, options=A3):
    return fromstring(write(journey, options, no_progress).content)


def texts(picture):
    return [element.text or "" for element in picture.iter(SVG + "text")]


@pytest.mark.parametrize("name", MAPS)
def test_every_card_is_found_in_the_picture(name):
    journey = MAPS[name]()
    found = squeezed("".join(texts(made(journey))))

    missing = [card.text for card in journey.cards.values() if squeezed(card.text) not in found]

    assert missing == []


def test_the_picture_is_described():
    picture = made(full_map())

    assert picture.find(SVG + "title").text == "A night at the Harbour Hotel"
    assert picture.find(SVG + "desc").text.startswith("A guest comes late")
    assert picture.get("{http://www.w3.org/XML/1998/namespace}lang") == "id"


def test_the_page_has_the_size_of_the_paper():
    picture = made(small_map(), Options("A4", "portrait"))

    assert [float(size) for size in picture.get("viewBox").split()] == pytest.approx(
        [0, 0, 595.276, 841.89], abs=0.01
    )


def test_nothing_is_fetched_from_elsewhere():
    content = write(full_map(), Options(), no_progress).content.decode()

    links = re.findall(r'(?:href|src)="([^#][^"]*)"|url\((?!#)', content)
    assert all(link.startswith("data:image/") for link in links)
    assert base64.b64encode(PIXEL).decode() in content


def test_hostile_text_is_plain_text():
    hostile = "</text><script>alert(1)</script>&amp;\x00\x07"
    card = Action(id="x", lane="do", first_step="s2", last_step="s2", text=hostile)

    picture = made(small_map().put(card))

    assert not list(picture.iter(SVG + "script"))
    assert squeezed("</text><script>alert(1)</script>&amp;") in squeezed("".join(texts(picture)))


def test_the_same_map_gives_the_same_bytes():
    assert write(full_map(), Options(), no_progress) == write(full_map(), Options(), no_progress)


def test_the_format_is_named_for_the_command_line():
    assert (FORMAT.name, FORMAT.suffixes[0], FORMAT.read) == ("svg", ".svg", None)
