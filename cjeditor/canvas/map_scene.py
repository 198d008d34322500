"""The laid out map on the scene: one item for each lane, and strips that stay in view."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from time import monotonic
from typing import Final

from PySide6.QtCore import QObject, QRect, QRectF, QTimer, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QGraphicsScene

from cjeditor.canvas.band_item import BandItem
from cjeditor.canvas.chrome import chrome_for
from cjeditor.canvas.codes_item import Codes
from cjeditor.canvas.comment_marks import CommentMarks
from cjeditor.canvas.fonts import widget_font
from cjeditor.canvas.hover import HoverItem
from cjeditor.canvas.links_item import LinksItem
from cjeditor.canvas.preview import Preview
from cjeditor.canvas.rings import RingsItem
from cjeditor.canvas.strip_item import Grounds, StripItem
from cjeditor.canvas.tool_marks import ToolMarks
from cjeditor.canvas.veil_item import Veil
from cjeditor.core.collector import collector_off
from cjeditor.core.colours import mix
from cjeditor.core.ids import Id
from cjeditor.display.shapes import Block, Rect
from cjeditor.layout.heads import slid
from cjeditor.layout.sheet import LaneBand, Sheet
from cjeditor.render.qt_cards import Cards

SOLID: Final = ("card", "point", "gauge")
"""Parts of a lane that can be selected and ringed."""

_OVER_CARDS, _OVER_HEADS = 4.5, 13
"""z of the outline around what the pointer is over."""

_LINKS = 5.5
"""z of links: their names are read over the rings around cards."""

_MANY: Final = 200
"""Of so many selected things it is found out where they are only as far as they are seen."""

_SHADOW = 12
_SHADE = "#0f1720"
_LABEL = 12.0
_NAME = 11.0
_SCREEN_DPI = 96.0
_TURN = 0.008
"""Seconds of getting ready after which everything else has its turn."""

_STICKS = 0.45
"""Lane titles stay in view as long as they cover less than this share of its width."""


class MapScene(QGraphicsScene):
    """Shows one sheet, and of the next one only what differs.

    Signals:
        begun: Another map is shown; nothing should be kept of the one before.

    Args:
        cards: Where its drawings are prepared; None means a place of its own.
    """

    begun = Signal()

    def __init__(
        self, sheet: Sheet, parent: QObject | None = None, cards: Cards | None = None
    ) -> None:
        super().__init__(parent)
        self.sheet = sheet
        self.cards = cards or Cards()
        self.chrome = chrome_for(sheet.look.theme.name)
        self._bands: dict[Id, BandItem] = {}
        self._leaving: list[object] = []
        self._is_new = False
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._prepare)
        self._slid: Block | None = None
        self._title = StripItem(self.cards, 1)
        self._lanes = StripItem(self.cards, 10)
        self._heads = StripItem(self.cards, 11)
        self._corner = StripItem(self.cards, 12)
        self._rings = RingsItem(5)
        self._hover = HoverItem()
        self._pixel = 1.0
        self.veil = Veil(self)
        self.codes = Codes(self)
        self.links = LinksItem(_LINKS, widget_font(_NAME, _SCREEN_DPI), self._soon.start)
        self.preview = Preview(self.cards, widget_font(_LABEL, _SCREEN_DPI, bold=True), self.chrome)
        for item in (*self._strips, self._rings, self._hover, self.links, *self.preview.pieces):
            self.addItem(item)
        self.comments = CommentMarks(self)
        self.tools = ToolMarks(self)
        self.show_sheet(sheet)

    @property
    def _strips(self) -> tuple[StripItem, ...]:
        return (self._title, self._lanes, self._heads, self._corner)

    def show_sheet(self, sheet: Sheet, *, anew: bool = False) -> None:
        """Show *sheet* in the place of the one before.

        Args:
            anew: It has nothing in common with that one: it is not looked for what has.
        """
        for _rest in self.showing(sheet, anew=anew):
            pass

    def showing(self, sheet: Sheet, *, anew: bool = False) -> Iterator[None]:
        """Show *sheet* as `show_sheet` does, resting after each lane."""
        if sheet.look.theme is not self.sheet.look.theme:
            self.chrome = self.preview.chrome = chrome_for(sheet.look.theme.name)
            self.invalidate()
        if (sheet.width, sheet.height) != (self.sheet.width, self.sheet.height):
            self.invalidate(QRectF(), QGraphicsScene.SceneLayer.BackgroundLayer)
        if anew:
            self._let_go()
        self._leaving.append(self.sheet)
        self.sheet = sheet
        self.cards.use(sheet.journey.pictures)
        yield from self._show_bands()
        self._soon.start()
        self._show_strips()
        self.comments.show_sheet(sheet, self.chrome)
        self.tools.show_sheet(sheet, self.chrome)
        self.veil.show_sheet(sheet)
        self.codes.show_sheet(sheet)
        self.links.show_sheet(sheet)

    def _let_go(self) -> None:
        """Take leave of all that is shown; it goes bit by bit, for it is much."""
        for item in self._bands.values():
            self.removeItem(item)
        self._leaving += (*self._bands.values(), *self.links.forget(), self.sheet)
        self._bands = {}
        self._is_new = True
        self.begun.emit()

    def _show_bands(self) -> Iterator[None]:
        sheet = self.sheet
        for gone in self._bands.keys() - {lane.lane for lane in sheet.lanes}:
            self.removeItem(self._bands.pop(gone))
        for lane in sheet.lanes:
            if lane.lane not in self._bands:
                self._bands[lane.lane] = BandItem(self.cards)
                self.addItem(self._bands[lane.lane])
            self._bands[lane.lane].show_lane(lane, sheet.width)
            yield

    @property
    def is_ready(self) -> bool:
        """Whether all has been made ready for being drawn, from near and from afar."""
        return not self._soon.isActive()

    def _prepare(self) -> None:
        """Make ready what nobody has seen yet, and let what has left go; a bit of it."""
        end = monotonic() + _TURN
        with collector_off(stays=self._is_new):
            prepares = (*(band.prepare for band in self._bands.values()), self.links.prepare)
            if not all(prepare(end) for prepare in prepares):
                self._soon.start()
            elif self._leaving:
                self._leaving.pop()
                self._soon.start()
            else:
                self._is_new = False

    def _show_strips(self) -> None:
        sheet, theme, accent = self.sheet, self.sheet.look.theme, self.chrome.accent
        high = sheet.top - sheet.head
        title = Rect(0, 0, sheet.width, sheet.head)
        head = Rect(0, sheet.head, sheet.width, high)
        corner = Rect(0, sheet.head, sheet.left, high)
        lanes = Rect(0, sheet.top, sheet.left, sheet.height - sheet.top)
        named = tuple(
            block._replace(element=sheet.journey.id) if block.part == "title" else block
            for block in sheet.title
        )
        rule = (Rect(0, sheet.top, sheet.width, 1), theme.rule)
        titles = (*(block for lane in sheet.lanes for block in lane.beside), *sheet.row_switches)
        heads = (*sheet.stages, *sheet.steps, *sheet.switches)
        self._title.show_blocks(named, title, (), accent)
        self._heads.show_blocks(heads, head, ((head, theme.sheet), rule), accent)
        self._lanes.show_blocks(titles, lanes, self._lane_grounds(lanes), accent)
        self._corner.show_blocks((), corner, ((corner, theme.sheet), rule), accent)

    def _lane_grounds(self, strip: Rect) -> Grounds:
        """Return what lies behind the lane titles: tints and hairlines, as in the lanes."""
        theme, left = self.sheet.look.theme, self.sheet.left
        grounds = [(strip, theme.sheet)]
        for lane in self.sheet.lanes:
            if lane.shaded:
                grounds.append((Rect(0, lane.y, left, lane.band.height), theme.band))
            grounds.append((Rect(0, lane.bottom - 0.5, left, 1), theme.rule))
        return tuple(grounds)

    def stick(self, seen: QRectF, pixel: float) -> None:
        """Keep heads and lane titles in view.

        Args:
            seen: What the view shows of the scene.
            pixel: How large a pixel of the view is there.
        """
        sheet = self.sheet
        lowest = max(0.0, sheet.height - (sheet.top - sheet.head) - sheet.head)
        down = min(max(0.0, seen.top() - sheet.head), lowest)
        right = min(max(0.0, seen.left()), max(0.0, sheet.width - sheet.left))
        if sheet.left > seen.width() * _STICKS:
            right = 0.0
        self._heads.move_to(0, down)
        self._lanes.move_to(right, 0)
        self._corner.move_to(right, down)
        self.comments.stick(right, down)
        self.tools.stick(down)
        self._corner.setVisible(bool(right or down))
        self.codes.move_to(right, down)
        self._slide_stage(max(seen.left(), right + sheet.left))
        self._rings.set_pixel(pixel)
        self._pixel = pixel
        self.hover_over(None)

    @property
    def hovered(self) -> Rect | None:
        """What is outlined because the pointer is over it."""
        return self._hover.rect

    def hover_over(self, element: Id | None) -> None:
        """Outline the element under the pointer; None for nothing."""
        block = None
        if element is not None:
            block = self.block_of(element) or self.head_of(element)
        solid = block is not None and block.part in SOLID
        self._hover.setZValue(_OVER_CARDS if solid else _OVER_HEADS)
        rect = block.rect if block else None
        self._hover.show_rect(rect, self.sheet.look.theme.quiet, self._pixel)

    def _slide_stage(self, left: float) -> None:
        """Keep the texts of the stage that begins left of what is seen, at *left*, in view."""
        stages = self.sheet.stages
        number = bisect_left(stages, left, key=lambda stage: stage.x) - 1
        stage = slid(stages[number], left) if number >= 0 else None
        self._slid = None if number < 0 or stage is stages[number] else stage
        self._heads.show_over(self._slid)

    @property
    def stuck(self) -> tuple[float, float]:
        """How far lane titles and heads have been moved from their place on the sheet."""
        return self._lanes.x(), self._heads.y()

    def select(self, ids: Iterable[Id], cell: Rect | None) -> None:
        """Ring the elements of *ids*, or *cell* where the cursor stands on an empty one."""
        chosen = tuple(ids)
        self.links.choose(chosen)
        for strip in self._strips:
            strip.select(chosen)
        accent = self.chrome.accent
        if len(chosen) > _MANY:
            sheet = self.sheet
            within = Rect(0, sheet.top, sheet.width, sheet.height - sheet.top)
            wanted = frozenset(chosen)

            def seen(area: Rect) -> Iterator[Rect]:
                return (rect for each, rect in solid_in(sheet, area) if each in wanted)

            self._rings.show_many(seen, within, cell, accent)
            return
        blocks = [block for each in chosen if (block := self.block_of(each)) is not None]
        self._rings.show_rings([block.rect for block in blocks], cell, accent)

    def leave_out(self, ids: frozenset[Id], rects: Iterable[Rect]) -> None:
        """Do not paint the elements of *ids* in their places; *rects* look different then."""
        for band in self._bands.values():
            band.leave_out(ids)
        for strip in self._strips:
            strip.leave_out(ids)
        for rect in rects:
            self.update(QRectF(*rect))

    def block_of(self, element: Id) -> Block | None:
        """Return the block of a card, point or gauge in the scene; None for anything else."""
        for lane in self._lanes_of(element):
            block = lane.band.block_of(element)
            if block is not None and block.part in SOLID:
                y = block.y + lane.y
                return Block(block.element, block.part, block.x, y, block.drawing)
        return None

    def _lanes_of(self, element: Id) -> tuple[LaneBand, ...]:
        """Return the lanes in which a card, point or gauge may be drawn."""
        sheet = self.sheet
        card = sheet.journey.cards.get(element)
        if card is not None:
            lane = sheet.lane_of.get(card.lane)
            return (lane,) if lane is not None else ()
        if element in sheet.journey.emotions:
            return tuple(lane for lane in sheet.lanes if lane.content.emotions)
        return tuple(lane for lane in sheet.lanes if lane.content.gauges)

    def head_of(self, element: Id) -> Block | None:
        """Return the block of a stage, step or lane title, where it stands in the scene now."""
        dx, dy = self.stuck
        if self._slid is not None and self._slid.element == element:
            return self._slid._replace(y=self._slid.y + dy)
        for block in (*self.sheet.stages, *self.sheet.steps):
            if block.element == element:
                return block._replace(y=block.y + dy)
        lane = self.sheet.lane_of.get(element)
        return lane.title._replace(x=lane.title.x + dx) if lane else None

    def paint_lane(self, painter: QPainter, lane: LaneBand) -> None:
        """Draw a lane on its ground, in scene coordinates, for a small picture of the map."""
        theme, width = self.sheet.look.theme, self.sheet.width
        ground = QRectF(0, 0, width, lane.band.height)
        painter.save()
        painter.translate(0, lane.y)
        painter.fillRect(ground, QColor(theme.band if lane.shaded else theme.sheet))
        self._bands[lane.lane].paint_part(painter, ground)
        painter.restore()

    def paint_heads(self, painter: QPainter) -> None:
        """Draw the heads of stages and steps where they stand on the sheet."""
        self._heads.paint_blocks(painter)

    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        painter.fillRect(rect, QColor(self.chrome.desk))
        inner = QRectF(0, 0, self.sheet.width, self.sheet.height)
        if not inner.contains(QRectF(rect)):
            self._draw_shadow(painter, inner)
        painter.fillRect(inner.intersected(QRectF(rect)), QColor(self.sheet.look.theme.sheet))

    def _draw_shadow(self, painter: QPainter, sheet: QRectF) -> None:
        """Draw the sheet's soft shadow on the desk, or its edge, as deep at every zoom."""
        pixel = 1 / painter.worldTransform().m11()
        if not self.chrome.shadow:
            for side in _frame(sheet.adjusted(-pixel, -pixel, pixel, pixel), pixel):
                painter.fillRect(side, QColor(self.chrome.edge))
            return
        sheet = sheet.translated(0, 2 * pixel)
        for away in range(_SHADOW, 0, -1):
            strength = self.chrome.shadow * (1 - away / (_SHADOW + 1)) ** 2
            colour = QColor(mix(_SHADE, self.chrome.desk, strength))  # opaque: much faster
            outer = away * pixel
            for side in _frame(sheet.adjusted(-outer, -outer, outer, outer), pixel):
                painter.fillRect(side, colour)


def solid_in(sheet: Sheet, area: Rect) -> Iterator[tuple[Id, Rect]]:
    """Yield the cards and points that meet *area*, and where they are."""
    for lane in sheet.lanes:
        if lane.y < area.bottom and area.y < lane.bottom:
            own = area.moved(0, -lane.y)
            for piece in lane.band.pieces:
                if piece.reaches(area.x, area.right):
                    for element, block in piece.by_element.items():
                        if block.part in SOLID and block.rect.meets(own):
                            yield element, block.rect.moved(0, lane.y)


def _frame(rect: QRectF, width: float) -> tuple[QRectF, ...]:
    """Return the four sides of a frame just inside *rect*."""
    across, down = rect.width() - width, rect.height() - width
    return (
        QRectF(rect.left(), rect.top(), across, width),
        QRectF(rect.right() - width, rect.top(), width, down),
        QRectF(rect.left() + width, rect.bottom() - width, across, width),
        QRectF(rect.left(), rect.top() + width, width, down),
    )
