"""The words that a head or a card has no room for, in a tooltip."""

from textwrap import wrap
from typing import Final

from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from cjeditor.canvas.board import Board
from cjeditor.core.frozen import Frozen
from cjeditor.core.markup import no_markup
from cjeditor.display.shapes import Block, TextLine
from cjeditor.model.naming import one_line

_WORDS: Final = ("title", "text", "duration", "goal")
"""Fields of records that are drawn as they are written."""

_LONG_LINE: Final = 64
_MOST_LINES: Final = 16
"""Characters on a line of a tooltip, and its lines."""


def tell_whole(board: Board, event: QHelpEvent) -> None:
    """Answer a wish for a tooltip with what is cut at the pointer; else take the last one away."""
    element = board.element_at(board.aim(event.pos()))
    block = board.block_of(element) if element else None
    record = board.sheet.journey.find(element) if element else None
    text = cut_words(block, record) if block and record else ""
    if text:
        QToolTip.showText(event.globalPos(), no_markup(_folded(text)), board.viewport())
    else:
        QToolTip.hideText()
        event.ignore()


def cut_words(block: Block, record: Frozen) -> str:
    """Return what *block* shows of its record with an ellipsis, whole, a line each."""
    lines = [shape.line.text for shape in block.drawing.shapes if isinstance(shape, TextLine)]
    if not any(line.endswith("…") for line in lines):
        return ""
    shown = _bare("".join(lines))
    fields = [str(getattr(record, name, "")) for name in _WORDS]
    parts = [one_line(part) for part in (*fields, *getattr(record, "tags", ()))]
    return "\n".join(part for part in parts if part and _bare(part) not in shown)


def _folded(text: str) -> str:
    """Return *text* in lines that fit a screen; Qt breaks none."""
    lines = [line for part in text.split("\n") for line in wrap(part, _LONG_LINE)]
    return "\n".join([*lines[:_MOST_LINES], "…"] if len(lines) > _MOST_LINES else lines)


def _bare(text: str) -> str:
    return "".join(text.split())
