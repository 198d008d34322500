"""Pictures of map files are made off the window's thread and kept until the file changes."""

import os

import pytest

from cjeditor.app.samples import EXAMPLES
from cjeditor.app.templates import TEMPLATES
from cjeditor.app.thumbnails import HEIGHT, WIDTH, Thumbnails, Wanted, filled, picture_of
from cjeditor.core.theme_names import THEME_NAMES
from cjeditor.display.theme import THEMES
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


@pytest.mark.parametrize("theme", THEME_NAMES)
def test_a_picture_shows_the_stages_in_their_colours_on_the_themes_paper(qapp, theme):
    image = picture_of(cjm.load(EXAMPLES[0].path("en")), theme, Faces())

    colours = {image.pixelColor(x, y).name() for x in range(0, WIDTH, 4) for y in range(0, 120, 2)}
    assert (image.width(), image.height()) == (WIDTH, HEIGHT)
    assert len(colours) > 50
    assert THEMES[theme].sheet in colours


def test_a_templates_cells_are_filled_for_its_picture_only():
    for template in TEMPLATES:
        journey = cjm.load(template.path("en"))
        shown = filled(journey)

        assert faults(shown) == []
        assert bool(shown.cards) == bool(journey.lanes)
    example = cjm.load(EXAMPLES[0].path("en"))
    assert filled(example) is example


def test_a_picture_comes_later_and_is_kept(qtbot, thumbnails, file, tmp_path):
    picture = made(qtbot, thumbnails, Wanted(file, theme="light"))

    assert picture.width() == WIDTH
    assert len(list((tmp_path / "cache").glob("*.png"))) == 1


def test_a_kept_picture_serves_the_next_start(qtbot, thumbnails, file, tmp_path, monkeypatch):
    first = made(qtbot, thumbnails, Wanted(file, theme="light")).toImage()
    monkeypatch.setattr("cjeditor.app.thumbnails.picture_of", None)
    next_start = Thumbnails(tmp_path / "cache")

    again = made(qtbot, next_start, Wanted(file, theme="light")).toImage()

    next_start.stop()
    assert again.pixelColor(200, 40) == first.pixelColor(200, 40)


def test_each_theme_has_a_picture_of_its_own_kept_beside_the_others(
    qtbot, thumbnails, file, tmp_path, monkeypatch
):
    pictures = {
        name: made(qtbot, thumbnails, Wanted(file, theme=name)).toImage() for name in THEME_NAMES
    }
    papers = {name: image.pixelColor(1, HEIGHT - 1).name() for name, image in pictures.items()}

    assert all(papers[name] in (THEMES[name].sheet, THEMES[name].band) for name in THEME_NAMES)
    assert pictures["contrast"] != pictures["light"]
    assert len(list((tmp_path / "cache").glob("*.png"))) == len(THEME_NAMES)
    monkeypatch.setattr("cjeditor.app.thumbnails.picture_of", None)
    again = made(qtbot, thumbnails, Wanted(file, theme="contrast"))
    assert again.toImage() == pictures["contrast"]


def test_a_changed_file_gets_a_new_picture(qtbot, thumbnails, file):
    wanted = Wanted(file, theme="light")
    made(qtbot, thumbnails, wanted)
    file.write_bytes(EXAMPLES[2].path("en").read_bytes())
    os.utime(file, ns=(1, 1))

    assert made(qtbot, thumbnails, wanted) is not None


@pytest.mark.parametrize("content", [b"", b"{broken", b"\x00" * 300, b"[]"])
def test_a_broken_file_is_a_problem_not_a_crash(qtbot, thumbnails, tmp_path, content):
    path = tmp_path / "broken.cjm"
    path.write_bytes(content)

    assert made(qtbot, thumbnails, Wanted(path, theme="light")) is None
    assert thumbnails.problem(path) is not None


def test_a_cache_that_cannot_be_written_does_no_harm(qtbot, qapp, tmp_path, file):
    (tmp_path / "cache").write_text("in the way")
    thumbnails = Thumbnails(tmp_path / "cache")

    picture = made(qtbot, thumbnails, Wanted(file, theme="dark"))

    thumbnails.stop()
    assert picture is not None


def test_stopping_leaves_the_rest_unmade(qapp, thumbnails):
    for example in EXAMPLES:
        thumbnails.picture(Wanted(example.path("en"), theme="light"))

    thumbnails.stop()

    assert thumbnails.picture(Wanted(EXAMPLES[-1].path("id"), theme="dark")) is None
