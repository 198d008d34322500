"""The picture card: a photo, screenshot or sketch with a caption."""

from typing import Annotated, Literal

from pydantic import Field

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.kinds.card import Card, CardKind


class PictureCard(Card):
    """A picture in a cell; its text is the caption.

    Attributes:
        picture: Id of the picture; None until one is chosen.
    """

    kind: Literal["picture"] = "picture"
    picture: Annotated[Id | None, Field(title=mark("Picture"))] = None


def _picture(card: PictureCard) -> str | None:
    return card.picture


KIND = CardKind(
    name="picture",
    record=PictureCard,
    label=mark("Picture"),
    symbol="photo",
    tint="#f1f1ee",
    full="#5f6b76",
    prompt=mark("What does it look like here?"),
    picture_of=_picture,
)
