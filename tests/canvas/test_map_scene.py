"""What an edit leaves on the scene looks like a scene that is made of the edited map."""

import random

import pytest
from maps import big_map
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from cjeditor.canvas.map_scene import MapScene
from cjeditor.canvas.view import MapView
from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.edits.records import SetField
from cjeditor.edits.shown import Show
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.look import Look
from cjeditor.layout.sheet import lay_out
from cjeditor.model.records import Persona
from cjeditor.session.session import Session

LOOK = Look(LIGHT, Words("en"), on_screen=True)


def _felt_map():
    chance = random.Random(8)
    journey = big_map(60, 4, 12)
    people = [Persona(id=f"p{n}", order=f"a{n}", name=f"Person {n}") for n in range(3)]
    felt = (
        Emotion(
            id=f"{step.id}{person.id}", step=step.id, persona=person.id, quote="Not again",
            value=chance.randint(-8, 8) / 4,
        )
        for step in journey.ordered_steps
        for person in people
    )  # fmt: skip
    return journey.put(*people, *felt, journey.lanes["lane0"].replace(marks=True))


def _seen(scene, zoom):
    area = QRectF(0, 0, scene.sheet.width, scene.sheet.height)
    image = QImage((area.size() * zoom).toSize(), QImage.Format.Format_RGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    scene.render(painter, QRectF(image.rect()), area)
    painter.end()
    return image


@pytest.mark.parametrize("zoom", [1.0, 0.3])
@pytest.mark.parametrize(
    ("element", "field", "value"),
    [("step5p1", "value", 2.0), ("step5p1", "value", -2.0), ("card20", "text", "Something else")],
)
def test_an_edit_looks_like_a_map_opened_with_it(qtbot, zoom, element, field, value):
    journey = _felt_map()
    scene = MapScene(lay_out(journey, LOOK))
    _seen(scene, zoom)

    after = SetField((element,), field, value).apply(journey)
    scene.show_sheet(lay_out(after, LOOK, previous=scene.sheet))

    assert _seen(scene, zoom) == _seen(MapScene(lay_out(after, LOOK)), zoom)


FOLDS = pytest.mark.parametrize(
    ("place", "shown"), [("stage1", "collapsed"), ("stage1", "hidden"), ("lane2", "collapsed")]
)


def _fold_and_unfold(qtbot, zoom, place, shown):
    """Yield the picture of a scene that was folded or unfolded, and of one opened so."""
    journey = big_map(200, 4, 30)
    scene = MapScene(lay_out(journey, LOOK))
    _seen(scene, zoom)
    for after in (Show((place,), shown).apply(journey), journey):
        scene.show_sheet(lay_out(after, LOOK, previous=scene.sheet))
        _seen(scene, zoom)
        qtbot.waitUntil(lambda: scene.is_ready)
        yield _seen(scene, zoom), _seen(MapScene(lay_out(after, LOOK)), zoom)


@FOLDS
@pytest.mark.parametrize("zoom", [1.0, 0.3])
def test_folding_and_unfolding_looks_like_a_map_opened_so(qtbot, zoom, place, shown):
    for found, wanted in _fold_and_unfold(qtbot, zoom, place, shown):
        assert found == wanted


@FOLDS
def test_from_afar_too_a_fold_shows_what_has_moved(qtbot, place, shown):
    for found, wanted in _fold_and_unfold(qtbot, 0.1, place, shown):
        spots = [(x, y) for x in range(wanted.width()) for y in range(wanted.height())]
        other = [
            spot
            for spot in spots
            if abs(found.pixelColor(*spot).lightness() - wanted.pixelColor(*spot).lightness()) > 20
        ]
        assert len(other) < len(spots) / 1000


def test_a_lane_that_has_moved_is_made_ready_where_it_is_seen_first(qtbot):
    journey = big_map(400, 3, 60)
    session = Session(journey)
    view = MapView(session, LOOK)
    qtbot.addWidget(view)
    view.resize(600, 400)
    view.zoom_to(1.0)
    view.grab()
    qtbot.waitUntil(lambda: view.paper.is_ready)

    session.do(Show(("stage0",), "hidden"))
    view.grab()

    pieces = view.sheet.lanes[1].band.pieces
    made = [piece for piece in pieces if "blocks" in vars(piece)]
    assert 1 <= len(made) < 15 < len(pieces)
