"""The gallery: all personas as cards, in their order."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from cjeditor.canvas.chrome import RING_WIDTH, chrome_for
from cjeditor.canvas.comment_marks import Bubbles, bubble_inside, open_comments
from cjeditor.core.ids import Id
from cjeditor.core.words import trn
from cjeditor.display.shapes import Block
from cjeditor.kinds.lane import Person
from cjeditor.kinds.look import Look
from cjeditor.layout.people import people_of
from cjeditor.layout.persona_card import counted, counts_of, draw_persona_card
from cjeditor.model.map import Map
from cjeditor.render.backend import play_blocks
from cjeditor.render.qt import Faces, QtBackend
from cjeditor.render.qt_pictures import Images
from cjeditor.tools.keys import with_alt
from cjeditor.tools.look import USUAL_TEXT
from cjeditor.tools.speaking import persona_name

_GAP: Final = 5
"""Pixels around a card."""

WIDTH: Final = 232
"""Pixels at the usual size of text."""


class Gallery(QListWidget):
    """A list of cards; what is chosen in it is one persona.

    Signals:
        chosen: The id of a persona.
        moved: By how many places the chosen one is to be moved.
        opened: The chosen one is to be edited.
        asked: A standard key for the chosen one: Copy, Cut, Paste or Delete.
    """

    chosen = Signal(str)
    moved = Signal(int)
    opened = Signal()
    asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._blocks: dict[Id, list[Block]] = {}
        self._kept: dict[Id, tuple[tuple[object, ...], list[Block]]] = {}
        self._images = Images({})
        self._counts: dict[Id, int] = {}
        self._look: Look | None = None
        self._journey: Map | None = None
        self.setItemDelegate(_Cards(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(False)
        self.currentItemChanged.connect(self._choose)
        self.itemActivated.connect(lambda _item: self.opened.emit())

    @property
    def scale(self) -> float:
        """Pixels for a point."""
        return max(0.5, self.fontInfo().pixelSize() / USUAL_TEXT)

    def blocks(self, persona: Id) -> Sequence[Block]:
        """Return the drawing of a persona's card."""
        return self._blocks.get(persona, [])

    def images(self) -> Images:
        """Return the map's pictures."""
        return self._images

    def open_comments(self, persona: Id) -> int:
        """Return how many comments on a persona are not settled."""
        return self._counts.get(persona, 0)

    def show_personas(self, journey: Map, chosen: Id, look: Look) -> None:
        """Show all personas of *journey*, with the card of *chosen* in front."""
        self._journey, self._look = journey, look
        self._images.use(journey.pictures)
        self._counts = open_comments(journey)
        width = (self.viewport().width() - 2 * _GAP) / self.scale
        people = people_of(journey, look.theme)
        counts = counts_of(journey)
        told = {each.id: counted(counts[each.id], look.words) for each in people}
        self._blocks = {
            each.id: self._drawn(journey, each, told[each.id], look, width) for each in people
        }
        with QSignalBlocker(self):
            while self.count() > len(people):
                self.takeItem(self.count() - 1)
            while self.count() < len(people):
                self.addItem(QListWidgetItem())
            for row, person in enumerate(people):
                persona, item = journey.personas[person.id], self.item(row)
                comments = self._counts.get(person.id, 0)
                noted = trn("{n} comment", "{n} comments", comments) if comments else ""
                said = (persona_name(persona), persona.role, told[person.id], noted)
                item.setData(Qt.ItemDataRole.UserRole, person.id)
                item.setData(
                    Qt.ItemDataRole.AccessibleTextRole, ", ".join(each for each in said if each)
                )
                high = self._blocks[person.id][0].drawing.height * self.scale
                item.setSizeHint(QSize(0, round(high) + 2 * _GAP))
                if person.id == chosen:
                    self.setCurrentRow(row)
        self.viewport().update()

    def _drawn(
        self, journey: Map, person: Person, said: str, look: Look, width: float
    ) -> list[Block]:
        """Return a card; the one that was drawn of the same before serves again."""
        key = (journey.personas[person.id], person, said, look, width)
        kept = self._kept.get(person.id)
        if kept is None or kept[0] != key:
            kept = self._kept[person.id] = (
                key,
                draw_persona_card(journey, person, said, look, width),
            )
        return kept[1]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._journey is not None and self._look is not None:
            current = self.currentItem()
            chosen = current.data(Qt.ItemDataRole.UserRole) if current is not None else ""
            self.show_personas(self._journey, chosen, self._look)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if with_alt(event) and by:
            self.moved.emit(by)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.opened.emit()
            return
        for key in _ASKED:
            if event.matches(key):
                self.asked.emit(key)
                return
        super().keyPressEvent(event)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))


_ASKED: Final = (
    QKeySequence.StandardKey.Copy,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Delete,
)


class _Cards(QStyledItemDelegate):
    """Draws the cards."""

    def __init__(self, gallery: Gallery) -> None:
        super().__init__(gallery)
        self._gallery = gallery
        self._faces = Faces()

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        gallery, look = self._gallery, self._gallery._look
        blocks = gallery.blocks(index.data(Qt.ItemDataRole.UserRole))
        if not blocks or look is None:
            return
        rect = option.rect
        state = option.state
        painter.save()
        painter.translate(rect.x() + _GAP, rect.y() + _GAP)
        painter.scale(gallery.scale, gallery.scale)
        play_blocks(blocks, QtBackend(painter, self._faces, gallery.images()))
        if state & QStyle.StateFlag.State_Selected:
            ground = QRectF(*blocks[0].rect)
            painter.setPen(QPen(QColor(chrome_for(look.theme.name).accent), RING_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(ground, 9, 9)
        comments = gallery.open_comments(index.data(Qt.ItemDataRole.UserRole))
        if comments:
            mark = bubble_inside(blocks[0].rect, comments)
            Bubbles(chrome_for(look.theme.name).accent).paint(painter, (mark,))
        painter.restore()
