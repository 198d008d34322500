"""Ghost text: what an empty cell asks for, while the pointer or the keyboard is in it."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.board import Board
from cjeditor.canvas.walk import Cell
from cjeditor.core.colours import mix
from cjeditor.display.shapes import Block, Drawing, union
from cjeditor.kinds.look import GHOST
from cjeditor.kinds.paragraph import set_paragraph
from cjeditor.kinds.registry import card_kind, kind_of_lane
from cjeditor.kinds.stack import EDGE, MARGIN
from cjeditor.layout.sheet import Sheet
from cjeditor.render.qt_cards import Cards
from cjeditor.render.qt_layer import TEXT_FROM, Layer

_INDENT: Final = 4.0
_PALE: Final = 0.85


def ghost_of(sheet: Sheet, cell: Cell) -> Block | None:
    """Return the ghost text of *cell* on the sheet; None if it is full or takes no cards.

    The first cell of a lane without cards has its ghost text already, drawn with the lane.
    """
    lane, column = sheet.lane_of.get(cell[0]), sheet.column_of.get(cell[1])
    if lane is None or column is None or not sheet.look.prompts:
        return None
    kind = kind_of_lane(lane.record).card(lane.record)
    drawn = any(block.part == "prompt" for block in lane.band.pieces[0].blocks[:1])
    lines = int((lane.band.height - 2 * EDGE) / GHOST.line_height)
    if kind is None or lines < 1 or _is_covered(sheet, cell):
        return None
    if drawn and column is sheet.columns[0]:
        return None
    width = column.width - 2 * (MARGIN + _INDENT)
    ink = mix(sheet.look.theme.quiet, sheet.look.theme.sheet, _PALE)
    words = sheet.look.words(card_kind(kind).prompt)
    text = set_paragraph(words, GHOST, width, ink, max_lines=lines)
    drawing = Drawing(width, text.height, text.lines)
    return Block("", "ghost", column.x + MARGIN + _INDENT, lane.y + EDGE, drawing)


def _is_covered(sheet: Sheet, cell: Cell) -> bool:
    """Tell whether a card stands in the cell, be it a long one that begins further left."""
    column_of, here = sheet.journey.column_of, sheet.journey.column_of.get(cell[1], -1)
    return any(
        column_of[card.first_step] <= here <= column_of[card.last_step]
        for cards in sheet.journey.cells.get(cell[0], {}).values()
        for card in cards
    )


class Ghost(QObject):
    """Follows pointer and keyboard over a map, and shows what the empty cells there ask for."""

    def __init__(self, board: Board) -> None:
        super().__init__(board)
        self._board = board
        self._hovered: Cell | None = None
        self.item = GhostItem(board.paper.cards, 4)
        board.paper.addItem(self.item)
        board.viewport().installEventFilter(self)
        board.session.selection_changed.connect(self._follow)
        board.session.map_changed.connect(self._follow)
        board.zoom_changed.connect(self._follow)
        board.look_changed.connect(self._follow)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._hover(event)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.MouseButtonPress):
            self._set_hovered(None)
        return False

    def _hover(self, event: QMouseEvent) -> None:
        if event.buttons() != Qt.MouseButton.NoButton:
            self._set_hovered(None)
            return
        aim = self._board.aim(event.position().toPoint())
        cell = self._board.cell_at(aim) if aim.hit is None else None
        self._set_hovered((cell.lane, cell.step) if cell else None)

    def _set_hovered(self, cell: Cell | None) -> None:
        if cell != self._hovered:
            self._hovered = cell
            self._follow()

    def _follow(self, *_changed: object) -> None:
        session = self._board.session
        cells = {self._hovered, None if session.selection else session.cursor} - {None}
        found = [ghost_of(self._board.sheet, cell) for cell in cells if cell is not None]
        seen = self._board.zoom >= TEXT_FROM
        self.item.show_blocks([block for block in found if block is not None and seen])


class GhostItem(QGraphicsItem):
    """The texts on the scene; they take no clicks."""

    def __init__(self, cards: Cards, z: float) -> None:
        super().__init__()
        self.setZValue(z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._cards = cards
        self.blocks: list[Block] = []
        self._layer = Layer((), cards, overview=False)
        self._area = QRectF()

    def show_blocks(self, blocks: list[Block]) -> None:
        """Show *blocks*, in scene coordinates, in the place of those before."""
        if not blocks and not self.blocks:
            return
        self.prepareGeometryChange()
        self.blocks = blocks
        self._layer.show_parts([tuple(blocks)])
        self._area = QRectF(*union([block.rect for block in blocks])).adjusted(-2, -2, 2, 2)
        self.setVisible(bool(blocks))
        self.update()

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        self._layer.paint(painter, self._area)
