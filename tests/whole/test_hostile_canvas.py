"""Hostile and foreign text on the canvas: drawn, never obeyed."""

import pytest
from hostile import HOSTILE, with_text
from maps import full_map
from PySide6.QtGui import QImage

from cjeditor.canvas.view import MapView
from cjeditor.core.words import Words
from cjeditor.display.theme import DARK, LIGHT
from cjeditor.kinds.look import Look
from cjeditor.session.session import Session

TEXTS = {**HOSTILE, "endless word": "W" * 100_000}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_every_zoom_draws_it(qtbot, name, theme):
    journey = full_map()
    if name == "endless word":
        journey = journey.put(journey.cards["a1"].replace(text=TEXTS[name]))
    else:
        journey = with_text(journey, TEXTS[name])
    view = MapView(Session(journey), Look(theme, Words("id"), prompts=True))
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()

    for zoom in (1.0, 0.3, 0.1):
        view.zoom_to(zoom)
        picture = view.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
        assert len({picture.pixel(x, 300) for x in range(0, 800, 7)}) > 1


@pytest.mark.parametrize("name", HOSTILE)
def test_the_field_to_write_in_shows_it_as_it_is(qtbot, name):
    view = MapView(Session(with_text(full_map(), HOSTILE[name])), Look(LIGHT, Words("en")))
    qtbot.addWidget(view)
    view.resize(800, 600)
    view.show()
    view.start_writing("a1")

    shown = view.writer.editor.toPlainText()
    assert "".join(shown.split())[:3] == "".join(HOSTILE[name].split())[:3]
    view.writer.commit()
