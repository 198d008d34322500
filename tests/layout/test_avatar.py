"""Faces: a picture before a drawn one before initials; every choice is seen."""

from itertools import combinations

import pytest
from maps import PIXEL_ID, golden_map

from cjeditor.display.shapes import Picture, TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.layout.avatar import draw_avatar, face_of
from cjeditor.layout.people import people_of
from cjeditor.model.avatar import CLOTHES, HAIR, HAIR_COLOURS, SKINS, Avatar


def face(journey, name):
    person = next(each for each in people_of(journey, LIGHT) if each.id == name)
    return face_of(journey, person, 80).shapes


def test_a_picture_comes_first_then_a_drawn_face_then_initials():
    journey = golden_map()
    dewi = journey.personas["dewi"]

    assert [type(shape) for shape in face(journey, "dewi")] == [Picture]
    assert face(journey, "dewi")[0].picture == PIXEL_ID
    drawn = journey.put(dewi.replace(picture=None))
    assert face(drawn, "dewi") == draw_avatar(dewi.avatar, 80).shapes
    bare = journey.put(dewi.replace(picture=None, avatar=None))
    assert any(isinstance(shape, TextLine) for shape in face(bare, "dewi"))


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("hair", HAIR), ("hair_colour", HAIR_COLOURS), ("skin", SKINS), ("clothes", CLOTHES),
        ("glasses", (False, True)), ("beard", (False, True)),
    ],
)  # fmt: skip
def test_every_choice_makes_another_face(name, values):
    faces = [draw_avatar(Avatar(**{name: value}), 80).shapes for value in values]

    assert all(one != other for one, other in combinations(faces, 2))
