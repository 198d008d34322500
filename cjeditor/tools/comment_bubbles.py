"""Bubbles on what a tool draws: how many open comments there are, as on the map."""

from collections.abc import Iterable, Iterator

from PySide6.QtGui import QPainter

from cjeditor.canvas.chrome import Chrome
from cjeditor.canvas.comment_marks import Bubbles, bubble, open_comments
from cjeditor.canvas.marks_item import Mark
from cjeditor.core.ids import Id
from cjeditor.display.shapes import Block
from cjeditor.model.map import Map


class CommentBubbles:
    """Paints the bubbles; what is counted is kept until another comment is written."""

    def __init__(self) -> None:
        self._comments: object = None
        self._counts: dict[Id, int] = {}
        self._accent = ""
        self._bubbles = Bubbles()

    def paint(
        self, painter: QPainter, journey: Map, blocks: Iterable[Block], chrome: Chrome
    ) -> None:
        """Paint the bubbles of *blocks*, which are seen; the painter's units are theirs."""
        if journey.comments is not self._comments:
            self._comments, self._counts = journey.comments, open_comments(journey)
        if chrome.accent != self._accent:
            self._accent, self._bubbles = chrome.accent, Bubbles(chrome.accent)
        if self._counts:
            self._bubbles.paint(painter, self._marks(blocks))

    def _marks(self, blocks: Iterable[Block]) -> Iterator[Mark]:
        for block in blocks:
            count = self._counts.get(block.element)
            if count:
                yield bubble(block.rect, count)
