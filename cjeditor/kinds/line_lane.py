"""The service blueprint's lines between lanes."""

from typing import Annotated, Final, Literal

from pydantic import Field

from cjeditor.core.words import mark
from cjeditor.display.shapes import Block, Drawing, Line, Stroke
from cjeditor.kinds.lane import Band, Content, Lane, LaneKind
from cjeditor.kinds.look import Look

BlueprintLine = Literal["interaction", "visibility", "internal"]
LINES: Final[dict[BlueprintLine, str]] = {
    "interaction": mark("Line of interaction"),
    "visibility": mark("Line of visibility"),
    "internal": mark("Line of internal interaction"),
}


class LineLane(Lane):
    """A line across the map; it holds no cards."""

    kind: Literal["line"] = "line"
    line: Annotated[BlueprintLine, Field(title=mark("Line"))] = "visibility"


_HEIGHT: Final = 30.0


def _lay_out(_lane: LineLane, content: Content, look: Look, _previous: Band | None) -> Band:
    stroke = Stroke(look.theme.quiet, 1.4, (7, 5))
    line = Line(0, _HEIGHT / 2, content.right, _HEIGHT / 2, stroke)
    drawing = Drawing(content.right, _HEIGHT, (line,))
    return Band(_HEIGHT, (Block("", "line", 0, 0, drawing),), ())


KIND = LaneKind(
    name="line",
    record=LineLane,
    label=mark("Blueprint line"),
    symbol=lambda _lane: "separator-horizontal",
    card=lambda _lane: None,
    lay_out=_lay_out,
    own_label=lambda lane: LINES[lane.line],
    is_line=True,
)
