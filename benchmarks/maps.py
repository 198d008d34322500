"""Maps of the sizes that are measured, as realistic as random words can be."""

import random
import sys
from io import BytesIO
from pathlib import Path

from PIL import Image

from cjeditor.files.pictures import take_in
from cjeditor.model.map import Map

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "tests"))

from maps import big_map

GRIDS = {200: (8, 10), 2_000: (12, 30), 5_000: (16, 40), 20_000: (24, 60)}
"""Cards → lanes and columns."""


def sized(cards: int, *grid: int) -> Map:
    """Return a map of so many cards; *grid* is its lanes and columns if not the usual ones."""
    return big_map(cards, *(grid or GRIDS[cards]))


def with_pictures(journey: Map, count: int) -> Map:
    """Return *journey* with so many photographs on its cards, evenly spread."""
    chance = random.Random(5)
    cards = list(journey.cards.values())
    every = max(len(cards) // count, 1)
    pictures = [take_in(_photograph(chance)) for _ in range(count)]
    shown = [
        card.replace(picture=picture.id)
        for card, picture in zip(cards[::every], pictures, strict=False)
    ]
    return journey.put(*pictures, *shown)


def _photograph(chance: random.Random) -> bytes:
    """Return a JPEG of 1,600 × 1,200 pixels with as much in it as a photograph has."""
    rough = Image.effect_noise((200, 150), 60).resize((1600, 1200))
    colours = tuple(chance.randint(40, 220) for _ in range(3))
    photograph = Image.blend(rough.convert("RGB"), Image.new("RGB", rough.size, colours), 0.5)
    file = BytesIO()
    photograph.save(file, "JPEG", quality=85)
    return file.getvalue()
