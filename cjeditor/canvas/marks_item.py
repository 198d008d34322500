"""Small marks on one part of the sheet, of which only those that are seen are painted."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QRectF
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem

from cjeditor.display.shapes import Rect

Mark = tuple[Rect, str]
"""Where a mark stands, in sheet coordinates, and what it says."""


class MarksItem(QGraphicsItem):
    """Holds marks; who inherits it paints one.

    Args:
        z: How far in front.
        reach: Points that a mark is painted beyond its place.
    """

    def __init__(self, z: float, reach: float) -> None:
        super().__init__()
        self.setZValue(z)
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self._reach = reach
        self._marks: tuple[Mark, ...] = ()
        self._colours: tuple[str, ...] = ()
        self._area = QRectF()

    @property
    def marks(self) -> tuple[Mark, ...]:
        return self._marks

    def hold(self, marks: Iterable[Mark], *colours: str) -> None:
        """Show *marks* in *colours*; nothing is painted anew if they are what it shows."""
        now = tuple(marks)
        if (now, colours) == (self._marks, self._colours):
            return
        self.prepareGeometryChange()
        self._marks, self._colours = now, colours
        self._area = QRectF()
        for rect, _said in now:
            self._area = self._area.united(QRectF(*rect.grown(self._reach)))
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area

    def seen(self, option: QStyleOptionGraphicsItem) -> Iterator[Mark]:
        """Yield the marks that reach into what is to be painted."""
        exposed = option.exposedRect
        area = Rect(exposed.x(), exposed.y(), exposed.width(), exposed.height())
        return (mark for mark in self._marks if mark[0].grown(self._reach).meets(area))
