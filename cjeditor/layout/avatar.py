"""A persona's face: its picture, the face drawn for it, or its initials on a disc."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from cjeditor.core.colours import ink_on, mix
from cjeditor.display.shapes import (
    Box,
    Close,
    Curve,
    CurveTo,
    Drawing,
    LineTo,
    MoveTo,
    Picture,
    Rect,
    Segment,
    Shape,
    Stroke,
    TextLine,
)
from cjeditor.display.text import Font, ascent, set_line
from cjeditor.kinds.lane import Person
from cjeditor.model.avatar import Avatar, Clothes, HairColour, Skin
from cjeditor.model.map import Map

_SKINS: Final[dict[Skin, str]] = {
    "very light": "#f7dcc4",
    "light": "#eec39a",
    "medium": "#d39c6c",
    "brown skin": "#a86d41",
    "dark": "#6f4427",
}
_HAIR: Final[dict[HairColour, str]] = {
    "black": "#22201f",
    "brown": "#5a3a22",
    "blond": "#c99a4b",
    "red": "#a34a1f",
    "grey": "#9aa0a6",
}
_CLOTHES: Final[dict[Clothes, str]] = {
    "blue": "#3b6ea8",
    "green": "#4f8a5b",
    "orange": "#c9772e",
    "purple": "#6f5aa8",
    "rose": "#b0567a",
    "slate": "#56636f",
}
_GROUND: Final = 0.22
"""Share of the clothes' colour in the disc behind the face."""

_ROUND: Final = 0.5523
"""Of the radius, the handles of a quarter of a circle."""

_CURLS: Final = ((33, 35), (36, 27), (43, 22), (51, 20), (59, 23), (65, 29), (67, 37))


def face_of(journey: Map, person: Person, size: float) -> Drawing:
    """Return the face of a persona of *journey* in a square of *size* points."""
    persona = journey.personas[person.id]
    picture = journey.pictures.get(persona.picture or "")
    if picture is not None:
        scale = size / max(picture.width, picture.height)
        width, height = picture.width * scale, picture.height * scale
        place = Rect((size - width) / 2, (size - height) / 2, width, height)
        return Drawing(size, size, (Picture(place, picture.id),))
    if persona.avatar is not None:
        return draw_avatar(persona.avatar, size)
    font = Font(size * 0.4, bold=True)
    line = set_line(person.initials, font)
    baseline = (size - font.line_height) / 2 + ascent(font)
    disc = Box(Rect(0, 0, size, size), fill=person.ink, radius=size / 2)
    text = TextLine((size - line.width) / 2, baseline, line, ink_on(person.ink))
    return Drawing(size, size, (disc, text))


@lru_cache(maxsize=128)
def draw_avatar(avatar: Avatar, size: float) -> Drawing:
    """Draw a flat face on a disc in a square of *size* points."""
    pen = _Pen(size / 100)
    skin, clothes = _SKINS[avatar.skin], _CLOTHES[avatar.clothes]
    hair = _HAIR[avatar.hair_colour]
    pen.ellipse(50, 50, 50, 50, mix(clothes, "#ffffff", _GROUND))
    behind, front = _HEADS[avatar.hair]
    if behind:
        behind(pen, hair, clothes)
    pen.ellipse(50, 66, 8, 14, mix("#000000", skin, 0.14))
    _shoulders(pen, clothes)
    pen.ellipse(50, 45, 17, 20, skin)
    if avatar.beard:
        _beard(pen, hair)
    if front:
        front(pen, hair, clothes)
    _features(pen, avatar, skin)
    return Drawing(size, size, tuple(pen.shapes))


@dataclass(slots=True)
class _Pen:
    """Draws in a square of 100 × 100, *scale* times as large."""

    scale: float
    shapes: list[Shape] = field(default_factory=list)

    def ellipse(self, x: float, y: float, rx: float, ry: float, fill: str) -> None:
        hx, hy = rx * _ROUND, ry * _ROUND
        self.path(
            fill,
            MoveTo(x - rx, y),
            CurveTo(x - rx, y - hy, x - hx, y - ry, x, y - ry),
            CurveTo(x + hx, y - ry, x + rx, y - hy, x + rx, y),
            CurveTo(x + rx, y + hy, x + hx, y + ry, x, y + ry),
            CurveTo(x - hx, y + ry, x - rx, y + hy, x - rx, y),
            Close(),
        )

    def path(self, fill: str | None, *path: Segment, stroke: str = "", width: float = 2) -> None:
        scaled = tuple(_scaled(each, self.scale) for each in path)
        line = Stroke(stroke, width * self.scale) if stroke else None
        self.shapes.append(Curve(scaled, stroke=line, fill=fill))

    def ring(self, x: float, y: float, radius: float, colour: str) -> None:
        s = self.scale
        rect = Rect((x - radius) * s, (y - radius) * s, 2 * radius * s, 2 * radius * s)
        self.shapes.append(Box(rect, stroke=Stroke(colour, 1.6 * s), radius=radius * s))


def _scaled(segment: Segment, scale: float) -> Segment:
    return type(segment)(*(value * scale for value in segment))


def _shoulders(pen: _Pen, clothes: str) -> None:
    """Draw the shoulders; below they end with the disc."""
    pen.path(
        clothes,
        MoveTo(15, 85.7),
        CurveTo(18, 74, 32, 71, 42, 69),
        CurveTo(45, 75, 55, 75, 58, 69),
        CurveTo(68, 71, 82, 74, 85, 85.7),
        CurveTo(75.6, 95.2, 63, 100, 50, 100),
        CurveTo(37, 100, 24.4, 95.2, 15, 85.7),
        Close(),
    )


def _cap(pen: _Pen, hair: str, _clothes: str) -> None:
    pen.path(
        hair,
        MoveTo(32, 45),
        CurveTo(27, 14, 73, 14, 68, 45),
        CurveTo(66, 36, 61, 33, 52, 33),
        CurveTo(43, 33, 35, 36, 32, 45),
        Close(),
    )


def _long(pen: _Pen, hair: str, _clothes: str) -> None:
    pen.path(
        hair,
        MoveTo(27, 76),
        CurveTo(26, 60, 29, 52, 29, 44),
        CurveTo(29, 14, 71, 14, 71, 44),
        CurveTo(71, 52, 74, 60, 73, 76),
        Close(),
    )


def _bun(pen: _Pen, hair: str, _clothes: str) -> None:
    pen.ellipse(50, 19, 9, 8, hair)


def _curls(pen: _Pen, hair: str, _clothes: str) -> None:
    for x, y in _CURLS:
        pen.ellipse(x, y, 8, 8, hair)


def _scarf_behind(pen: _Pen, _hair: str, clothes: str) -> None:
    pen.path(
        mix("#000000", clothes, 0.12),
        MoveTo(26, 78),
        CurveTo(28, 66, 26, 56, 26, 45),
        CurveTo(26, 12, 74, 12, 74, 45),
        CurveTo(74, 56, 72, 66, 74, 78),
        Close(),
    )


def _scarf(pen: _Pen, _hair: str, clothes: str) -> None:
    """Draw what frames the face and falls over the shoulders."""
    colour = mix("#ffffff", clothes, 0.22)
    pen.path(
        colour,
        MoveTo(30, 50),
        CurveTo(24, 13, 76, 13, 70, 50),
        CurveTo(69, 30, 58, 30, 50, 30),
        CurveTo(42, 30, 31, 30, 30, 50),
        Close(),
    )
    pen.path(
        colour,
        MoveTo(30, 48),
        CurveTo(32, 66, 42, 66, 50, 66),
        CurveTo(58, 66, 68, 66, 70, 48),
        CurveTo(73, 60, 73, 76, 66, 84),
        CurveTo(56, 88, 44, 88, 34, 84),
        CurveTo(27, 76, 27, 60, 30, 48),
        Close(),
    )


def _beard(pen: _Pen, hair: str) -> None:
    pen.path(
        hair,
        MoveTo(33, 46),
        CurveTo(33, 71, 67, 71, 67, 46),
        CurveTo(63, 54, 57, 52, 50, 52),
        CurveTo(43, 52, 37, 54, 33, 46),
        Close(),
    )


def _features(pen: _Pen, avatar: Avatar, skin: str) -> None:
    ink = "#2b2320"
    mouth = mix("#ffffff", skin, 0.5) if avatar.beard else ink
    for x in (43.0, 57.0):
        pen.ellipse(x, 45, 1.9, 2.1, ink)
        if avatar.glasses:
            pen.ring(x, 45, 5.6, ink)
    if avatar.glasses:
        pen.path(None, MoveTo(48.6, 44.4), LineTo(51.4, 44.4), stroke=ink, width=1.6)
    pen.path(None, MoveTo(44, 55), CurveTo(47, 58.5, 53, 58.5, 56, 55), stroke=mouth, width=1.9)


_HEADS: Final = {
    "short hair": (None, _cap),
    "long hair": (_long, _cap),
    "curls": (_curls, _cap),
    "bun": (_bun, _cap),
    "headscarf": (_scarf_behind, _scarf),
    "no hair": (None, None),
}
"""What is drawn behind and before the face."""
