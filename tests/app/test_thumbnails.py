"""Pictures of map files are made off the window's thread and kept until the file changes."""

import os

import pytest

from cjeditor.app.samples import EXAMPLES
from cjeditor.app.templates import TEMPLATES
from cjeditor.app.thumbnails import HEIGHT, WIDTH, Thumbnails, Wanted, filled, picture_of
from cjeditor.files import cjm
from cjeditor.model.integrity import faults
from cjeditor.render.qt import Faces


@pytest.fixture
def thumbnails(qapp, tmp_path):
    made = Thumbnails(tmp_path / "cache")
    yield made
    made.stop()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "map.cjm"
    path.write_bytes(EXAMPLES[1].path("en").read_bytes())
    return path


def made(qtbot, thumbnails, wanted):
    with qtbot.waitSignal(thumbnails.made):
        assert thumbnails.picture(wanted) is None
    return thumbnails.picture(wanted)


@pytest.mark.parametrize("dark", [False, True])
def test_a_picture_shows_the_stages_in_their_colours(qapp, dark):
    image = picture_of(cjm.load(EXAMPLES[0].path("en")), dark, Faces())

    colours = {image.pixelColor(x, y).name() for x in range(0, WIDTH, 4) for y in range(0, 120, 2)}
    assert (image.width(), image.height()) == (WIDTH, HEIGHT)
    assert len(colours) > 50
    assert (image.pixelColor(1, HEIGHT - 1).lightness() < 80) == dark


def test_a_templates_cells_are_filled_for_its_picture_only():
    for template in TEMPLATES:
        journey = cjm.load(template.path("en"))
        shown = filled(journey)

        assert faults(shown) == []
        assert bool(shown.cards) == bool(journey.lanes)
    example = cjm.load(EXAMPLES[0].path("en"))
    assert filled(example) is example


def test_a_picture_comes_later_and_is_kept(qtbot, thumbnails, file, tmp_path):
    picture = made(qtbot, thumbnails, Wanted(file, dark=False))

    assert picture.width() == WIDTH
    assert len(list((tmp_path / "cache").glob("*.png"))) == 1


def test_a_kept_picture_serves_the_next_start(qtbot, thumbnails, file, tmp_path, monkeypatch):
    first = made(qtbot, thumbnails, Wanted(file, dark=False)).toImage()
    monkeypatch.setattr("cjeditor.app.thumbnails.picture_of", None)
    next_start = Thumbnails(tmp_path / "cache")

    again = made(qtbot, next_start, Wanted(file, dark=False)).toImage()

    next_start.stop()
    assert again.pixelColor(200, 40) == first.pixelColor(200, 40)


def test_a_changed_file_gets_a_new_picture(qtbot, thumbnails, file):
    wanted = Wanted(file, dark=False)
    made(qtbot, thumbnails, wanted)
    file.write_bytes(EXAMPLES[2].path("en").read_bytes())
    os.utime(file, ns=(1, 1))

    assert made(qtbot, thumbnails, wanted) is not None


@pytest.mark.parametrize("content", [b"", b"{broken", b"\x00" * 300, b"[]"])
def test_a_broken_file_is_a_problem_not_a_crash(qtbot, thumbnails, tmp_path, content):
    path = tmp_path / "broken.cjm"
    path.write_bytes(content)

    assert made(qtbot, thumbnails, Wanted(path, dark=False)) is None
    assert thumbnails.problem(path) is not None


def test_a_cache_that_cannot_be_written_does_no_harm(qtbot, qapp, tmp_path, file):
    (tmp_path / "cache").write_text("in the way")
    thumbnails = Thumbnails(tmp_path / "cache")

    picture = made(qtbot, thumbnails, Wanted(file, dark=True))

    thumbnails.stop()
    assert picture is not None


def test_stopping_leaves_the_rest_unmade(qapp, thumbnails):
    for example in EXAMPLES:
        thumbnails.picture(Wanted(example.path("en"), dark=False))

    thumbnails.stop()

    assert thumbnails.picture(Wanted(EXAMPLES[-1].path("id"), dark=True)) is None
