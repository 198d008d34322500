"""The storyboard lane: a picture for each step."""

from typing import Literal

from cjeditor.core.words import mark
from cjeditor.kinds import picture
from cjeditor.kinds.lane import Band, Content, Lane, LaneKind
from cjeditor.kinds.look import Look
from cjeditor.kinds.stack import STRETCH, stack_cards


class PicturesLane(Lane):
    """A lane of picture cards."""

    kind: Literal["pictures"] = "pictures"


def _lay_out(_lane: PicturesLane, content: Content, look: Look, previous: Band | None) -> Band:
    return stack_cards(content, look, picture.KIND.prompt, previous)


KIND = LaneKind(
    name="pictures",
    record=PicturesLane,
    label=mark("Storyboard"),
    symbol=lambda _lane: "photo",
    card=lambda _lane: "picture",
    lay_out=_lay_out,
    stretch=STRETCH,
)
