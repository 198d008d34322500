"""What an edit leaves on the scene looks like a scene that is made of the edited map."""

import random

import pytest
from maps import big_map
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter

from cjeditor.canvas.map_scene import MapScene
from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.edits.records import SetField
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.look import Look
from cjeditor.layout.sheet import lay_out
from cjeditor.model.records import Persona

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
