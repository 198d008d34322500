import os
import subprocess
import sys
from pathlib import Path

import pytest
from maps import full_map, small_map
from PySide6.QtGui import QImage

from cjeditor.core.progress import Cancelled, no_progress
from cjeditor.exchange.format import Options
from cjeditor.exchange.png import FORMAT, write

ROOT = Path(__file__).resolve().parents[2]


pytestmark = pytest.mark.usefixtures("qapp")


def picture(writing):
    image = QImage.fromData(writing.content, "PNG")
    assert not image.isNull()
    return image


def test_the_picture_has_the_papers_size_at_its_resolution():
    image = picture(write(full_map(), Options(paper="A4", orientation="landscape", dpi=96)
                          , no_progress))  # fmt: skip

    assert (image.width(), image.height()) == (1123, 794)
    assert round(image.dotsPerMeterX() * 0.0254) == 96


def test_the_map_is_on_it():
    image = picture(write(small_map(), Options(paper="A4", dpi=96), no_progress))
    colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 4)
               for y in range(0, image.height(), 4)}  # fmt: skip

    assert {"#fff3c4", "#fde2e4", "#3b6ea8"} <= colours


def test_the_same_map_gives_the_same_bytes():
    assert write(full_map(), Options(), no_progress) == write(full_map(), Options(), no_progress)


def test_a_picture_that_would_be_too_large_is_made_smaller_and_says_so():
    writing = write(small_map(), Options(paper="A0", dpi=400), no_progress)
    image = picture(writing)

    assert image.width() * image.height() <= 40_100_000
    assert writing.remarks[0].values["wanted"] == "400"


def test_the_work_can_be_stopped():
    def stop(share):
        if share > 0.2:
            raise Cancelled

    with pytest.raises(Cancelled):
        write(full_map(), Options(paper="A4", dpi=72), stop)


def test_the_format_is_a_png():
    assert (FORMAT.name, FORMAT.suffixes) == ("png", (".png",))


def test_without_a_screen_and_without_an_application_it_works_too():
    code = (
        "import sys; sys.path[:0] = ['tests']\n"
        "from maps import small_map\n"
        "from cjeditor.exchange.png import write\n"
        "from cjeditor.core.progress import no_progress\n"
        "from cjeditor.exchange.format import Options\n"
        "assert 'PySide6' not in sys.modules\n"
        "for _ in range(3):\n"
        "    content = write(small_map(), Options(paper='A4', dpi=72), no_progress).content\n"
        "sys.stdout.buffer.write(content)\n"
    )
    unset = {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}
    environment = {key: value for key, value in os.environ.items() if key not in unset}
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True
    )

    assert done.stdout.startswith(b"\x89PNG")
    assert done.stderr == b""
