"""Emotion lanes for the tests: feelings by step, and the band that they make."""

from dataclasses import replace

from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.emotion_lane import KIND, EmotionLane
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Column, Content, Person
from cjeditor.kinds.look import Look

LOOK = Look(LIGHT, Words("en"))
INKS = ("#22395b", "#8a4b08", "#5b2a86", "#00695c", "#8c1d40")
FIVE = tuple(
    Person(f"p{n}", name, ink, name[0])
    for n, (name, ink) in enumerate(
        zip(("Rina", "Bayu", "Siti", "Dewi", "Agus"), INKS, strict=True)
    )
)


def curve(values, persona=None, state="current", **fields):
    """Return the points of a curve, one for each step; None is a gap."""
    return [
        Emotion(
            id=f"{persona}-{state}-{n}", step=f"s{n}", persona=persona, state=state, value=value,
            **fields,
        )
        for n, value in enumerate(values)
        if value is not None
    ]  # fmt: skip


def content_of(emotions, people=(), columns=4, width=152, **fields):
    places = tuple(Column(f"s{n}", 132 + width * n, width) for n in range(columns))
    felt = {}
    for emotion in emotions:
        felt[emotion.step] = (*felt.get(emotion.step, ()), emotion)
    right = 132 + width * columns + 14
    content = Content(places, {}, felt, tuple(people), left=132, right=right, least=42)
    return replace(content, **fields)


def band_of(emotions, people=(), look=LOOK, lane=None, columns=4, width=152, **fields):
    content = content_of(emotions, people, columns, width, **fields)
    return KIND.lay_out(lane or EmotionLane(id="l"), content, look, None)


def lane_with(**fields):
    return EmotionLane(id="l", **fields)


def parts(band, part):
    return [block for block in (*band.ground, *band.blocks) if block.part == part]


def texts(blocks):
    return [
        shape.line.text
        for block in blocks
        for shape in block.drawing.shapes
        if isinstance(shape, TextLine)
    ]
