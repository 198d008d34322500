"""A drawn face for a persona that has no picture: chosen by hair, skin and clothes."""

from typing import Annotated, Final, Literal

from pydantic import Field

from cjeditor.core.frozen import Frozen
from cjeditor.core.words import mark

Hair = Literal["short hair", "long hair", "curls", "bun", "headscarf", "no hair"]
HAIR: Final[dict[Hair, str]] = {
    "short hair": mark("Short hair"),
    "long hair": mark("Long hair"),
    "curls": mark("Curls"),
    "bun": mark("Bun"),
    "headscarf": mark("Headscarf"),
    "no hair": mark("No hair"),
}

HairColour = Literal["black", "brown", "blond", "red", "grey"]
HAIR_COLOURS: Final[dict[HairColour, str]] = {
    "black": mark("Black"),
    "brown": mark("Brown"),
    "blond": mark("Blond"),
    "red": mark("Red"),
    "grey": mark("Grey"),
}

Skin = Literal["very light", "light", "medium", "brown skin", "dark"]
SKINS: Final[dict[Skin, str]] = {
    "very light": mark("Very light"),
    "light": mark("Light skin"),
    "medium": mark("Medium"),
    "brown skin": mark("Brown skin"),
    "dark": mark("Dark skin"),
}

Clothes = Literal["blue", "green", "orange", "purple", "rose", "slate"]
CLOTHES: Final[dict[Clothes, str]] = {
    "blue": mark("Blue"),
    "green": mark("Green"),
    "orange": mark("Orange"),
    "purple": mark("Purple"),
    "rose": mark("Rose"),
    "slate": mark("Slate"),
}


class Avatar(Frozen):
    """What a drawn face looks like; a headscarf hides the colour of the hair."""

    hair: Annotated[Hair, Field(title=mark("Hair"))] = "short hair"
    hair_colour: Annotated[HairColour, Field(title=mark("Colour of hair"))] = "black"
    skin: Annotated[Skin, Field(title=mark("Skin"))] = "medium"
    clothes: Annotated[Clothes, Field(title=mark("Clothes"))] = "blue"
    glasses: Annotated[bool, Field(title=mark("Glasses"))] = False
    beard: Annotated[bool, Field(title=mark("Beard"))] = False
