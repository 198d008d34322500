"""The ghost that invites to add the first persona, where its entry in the legend will stand."""

from typing import Final

from cjeditor.display.shapes import Box, Drawing, Rect, Stroke, Symbol, TextLine
from cjeditor.display.text import ascent, set_line
from cjeditor.kinds.look import SUBTITLE, Look

PART: Final = "add persona"
"""Of its block."""

_SYMBOL: Final = 14.0
_PADDING: Final = 11.0
_GAP: Final = 6.0


def draw_invitation(text: str, height: float, look: Look) -> Drawing:
    """Draw a dashed pill of *height* with a symbol and *text*."""
    quiet = look.theme.quiet
    line = set_line(text, SUBTITLE)
    width = 2 * _PADDING + _SYMBOL + _GAP + line.width
    edge = Rect(0, 0, width, height).grown(-0.5)
    baseline = height / 2 - SUBTITLE.line_height / 2 + ascent(SUBTITLE)
    shapes = (
        Box(edge, look.theme.sheet, Stroke(quiet, 1, (4, 3)), edge.height / 2),
        Symbol("user-plus", _PADDING, (height - _SYMBOL) / 2, _SYMBOL, quiet),
        TextLine(_PADDING + _SYMBOL + _GAP, baseline, line, quiet),
    )
    return Drawing(width, height, shapes)
