"""The picture card: a photo, screenshot or sketch with a caption."""

from typing import Literal

from cjeditor.core.words import mark
from cjeditor.kinds.card import Card, CardKind


class PictureCard(Card):
    """A card that is about its picture; its text is the caption."""

    kind: Literal["picture"] = "picture"


KIND = CardKind(
    name="picture",
    record=PictureCard,
    label=mark("Picture"),
    symbol="photo",
    tint="#f1f1ee",
    full="#5f6b76",
    prompt=mark("What does it look like here?"),
)
