"""Links between cards on the scene: all of them on demand, those of a card in hand always."""

from collections.abc import Callable, Iterable, Mapping
from time import monotonic
from typing import Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QGraphicsItem, QStyleOptionGraphicsItem, QWidget

from cjeditor.core.ids import Id
from cjeditor.display.shapes import Curve, Rect, Segment, union
from cjeditor.display.theme import Theme
from cjeditor.layout.link_names import place_name
from cjeditor.layout.links import LinkCurve, curve_of
from cjeditor.layout.sheet import Sheet
from cjeditor.model.records import LINK_KINDS, Link
from cjeditor.render.qt import path_of, pen_of

_FINE_FROM: Final = 0.45
"""Zoom from which dashes, arrowheads and names are drawn; below, they would be dust."""

_EDGE: Final = 14.0
"""Points around a curve that its stroke needs."""

_HIGH: Final = 16.0
"""Height of a name in points: it fits between the cards of two lanes."""

_AT_ONCE: Final = 20
"""Links that are made ready at once."""

_PENDING: Final = 2.0
"""Pixels of the line to a card that is still to be chosen."""


class _Drawn:
    """A curve ready for the screen, quiet and strong."""

    def __init__(self, curve: LinkCurve, theme: Theme, name: str, font: QFont) -> None:
        self.curve = curve
        self.name = name
        self.rect = QRectF(*curve.rect)
        line, head = curve.shapes(theme)
        self.line, self.head = path_of(line.path), path_of(head.path)
        self.looks = tuple(
            tuple(_Ink(shape) for shape in curve.shapes(theme, strong=strong))
            for strong in (False, True)
        )
        self.name_width = QFontMetricsF(font).horizontalAdvance(name) + 14


class _Ink:
    """Pen and brush of one shape."""

    def __init__(self, shape: Curve) -> None:
        self.pen = pen_of(shape.stroke)
        self.pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        self.thin = QPen(self.pen.color(), 1)
        self.thin.setCosmetic(True)
        self.fill = QColor(shape.fill) if shape.fill else QColor(Qt.GlobalColor.transparent)


class LinksItem(QGraphicsItem):
    """Paints the links that are wanted and seen; of many at once, most a little later.

    Args:
        later: Called when there are links for `prepare` to make ready.
    """

    def __init__(self, z: float, font: QFont, later: Callable[[], object]) -> None:
        super().__init__()
        self._later = later
        self._waiting: list[Link] = []
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(z)
        self._font = font
        self._sheet: Sheet | None = None
        self._shows_all = False
        self._chosen: frozenset[Id] = frozenset()
        self._hovered: Id | None = None
        self._drawn: dict[Id, _Drawn] = {}
        self._lit: frozenset[Id] = frozenset()
        self._names: dict[Id, Rect] = {}
        self._index: tuple[object, Mapping[Id, list[Link]]] = (None, {})
        self._pending: tuple[QPainterPath, QColor] | None = None
        self._area = QRectF()

    @property
    def shows_all(self) -> bool:
        return self._shows_all

    @property
    def shown(self) -> Mapping[Id, LinkCurve]:
        """The curves that are drawn now, by their links."""
        return {each: drawn.curve for each, drawn in self._drawn.items()}

    @property
    def names(self) -> Mapping[Id, Rect]:
        """Where names of links in the light stand."""
        return self._names

    @property
    def lit(self) -> frozenset[Id]:
        """The links in the light."""
        return self._lit

    def show_all(self, yes: bool) -> None:
        """Show every link, or only those of the chosen cards."""
        if yes != self._shows_all:
            self._shows_all = yes
            self._refresh()

    def show_sheet(self, sheet: Sheet) -> None:
        """Follow *sheet*; links whose lanes have not changed stay as they are."""
        if self._sheet is None or self._sheet.look != sheet.look:
            self._drawn = {}
        self._sheet = sheet
        self._refresh()

    def forget(self) -> list[list[object]]:
        """Draw no links any more; return what was kept of them, bit by bit."""
        kept: list[object] = [*self._drawn.values()]
        self._sheet, self._drawn, self._waiting, self._names = None, {}, [], {}
        self._cover()
        self.update()
        return [kept[begin : begin + _AT_ONCE] for begin in range(0, len(kept), _AT_ONCE)]

    def prepare(self, end: float) -> bool:
        """Make ready the links that wait, until *end* by the clock; tell whether none does."""
        come: dict[Id, _Drawn] = {}
        while self._waiting and self._sheet is not None and monotonic() < end:
            link = self._waiting.pop()
            drawn = self._ready(self._sheet, link, None)
            if drawn is not None:
                come[link.id] = drawn
        if come:
            self._drawn |= come
            self._cover()
            self._update({}, come)
        return not self._waiting

    def choose(self, elements: Iterable[Id]) -> None:
        """Put the links of these cards in the light."""
        chosen = frozenset(elements)
        if chosen != self._chosen:
            self._chosen = chosen
            self._refresh()

    def hover(self, element: Id | None) -> None:
        """Put the links of the card under the pointer in the light, if links are shown."""
        if element != self._hovered:
            self._hovered = element
            if self._shows_all:
                self._refresh()

    def show_pending(self, path: tuple[Segment, ...], colour: str) -> None:
        """Show a line to a card that is still to be chosen; an empty *path* takes it away."""
        now = (path_of(path), QColor(colour)) if path else None
        if now != self._pending:
            self._pending = now
            self._cover()
            self.update()

    def _refresh(self) -> None:
        sheet, self._waiting = self._sheet, []
        if sheet is None or not (self._shows_all or self._chosen or self._drawn):
            return
        lit = {link.id: link for link in self._links_at(self._in_hand())}
        wanted = sheet.journey.links.values() if self._shows_all else lit.values()
        before, self._drawn = self._drawn, {}
        new = 0
        for link in wanted:
            new += link.id not in before and link.id not in lit
            if new > _AT_ONCE and link.id not in before:
                self._waiting.append(link)
                continue
            drawn = self._ready(sheet, link, before.get(link.id))
            if drawn is not None:
                self._drawn[link.id] = drawn
        if self._waiting:
            self._later()
        relit = self._lit ^ lit.keys()
        self._lit = frozenset(lit)
        names, self._names = self._names, self._place_names(sheet, lit)
        now = self._drawn
        changed = {i for i in before.keys() | now.keys() if before.get(i) is not now.get(i)}
        if changed or names != self._names:
            self._cover()
        self._update(before, changed.union(relit))
        self._update_names(names)

    def _in_hand(self) -> Iterable[Id]:
        return self._chosen | {self._hovered} if self._shows_all and self._hovered else self._chosen

    def _links_at(self, cards: Iterable[Id]) -> Iterable[Link]:
        assert self._sheet is not None
        links = self._sheet.journey.links
        if self._index[0] is not links:
            at: dict[Id, list[Link]] = {}
            for link in links.values():
                for end in (link.source, link.target):
                    at.setdefault(end, []).append(link)
            self._index = links, at
        linked = self._index[1]
        return [link for card in filter(linked.__contains__, cards) for link in linked[card]]

    def _ready(self, sheet: Sheet, link: Link, before: _Drawn | None) -> _Drawn | None:
        curve = curve_of(sheet, link, before.curve if before else None)
        if curve is None:
            return None
        if before is not None and curve.path is before.curve.path:
            before.curve = curve
            return before
        name = sheet.look.words(LINK_KINDS[link.kind])
        return _Drawn(curve, sheet.look.theme, name, self._font)

    def _place_names(self, sheet: Sheet, lit: Mapping[Id, Link]) -> dict[Id, Rect]:
        """Find room for the names of links in the light.

        Where none is free a name covers as little as it can, if its card is selected; under
        the pointer it would only be in the way.
        """
        found: dict[Id, Rect] = {}
        for each, link in lit.items():
            drawn = self._drawn.get(each)
            if drawn is not None:
                taken = tuple(found.values())
                name = place_name(sheet, drawn.curve, drawn.name_width, _HIGH, taken)
                if not name.covers or not self._chosen.isdisjoint((link.source, link.target)):
                    found[each] = name.rect
        return found

    def _cover(self) -> None:
        rects = [drawn.curve.rect for drawn in self._drawn.values()]
        rects += self._names.values()
        if self._pending is not None:
            box = self._pending[0].boundingRect()
            rects.append(Rect(box.x(), box.y(), box.width(), box.height()))
        area = QRectF(*union(rects).grown(_EDGE * 4)) if rects else QRectF()
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area

    def _update(self, before: Mapping[Id, _Drawn], changed: Iterable[Id]) -> None:
        for each in changed:
            for drawn in {before.get(each), self._drawn.get(each)} - {None}:
                assert drawn is not None
                self.update(drawn.rect.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE))

    def _update_names(self, before: Mapping[Id, Rect]) -> None:
        for rect in {*before.values()} ^ {*self._names.values()}:
            self.update(QRectF(*rect.grown(2)))

    def boundingRect(self) -> QRectF:
        return self._area

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        exposed = option.exposedRect.adjusted(-_EDGE, -_EDGE, _EDGE, _EDGE)
        fine = painter.worldTransform().m11() >= _FINE_FROM
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        seen = [drawn for drawn in self._drawn.values() if drawn.rect.intersects(exposed)]
        lit = [drawn for drawn in seen if drawn.curve.link.id in self._lit]
        for drawn in seen:
            if drawn.curve.link.id not in self._lit:
                _paint(painter, drawn, fine=fine, strong=False)
        for drawn in lit:
            _paint(painter, drawn, fine=fine, strong=True)
        if fine:
            self._paint_names(painter)
        if self._pending is not None:
            path, colour = self._pending
            pen = QPen(colour, _PENDING, Qt.PenStyle.DashLine)
            pen.setCosmetic(True)
            painter.strokePath(path, pen)

    def _paint_names(self, painter: QPainter) -> None:
        """Write on each link in the light what it means."""
        assert self._sheet is not None
        theme = self._sheet.look.theme
        painter.setFont(self._font)
        for each, rect in self._names.items():
            drawn, chip = self._drawn[each], QRectF(*rect)
            painter.setPen(QPen(drawn.looks[True][0].pen.color(), 1))
            painter.setBrush(QColor(theme.sheet))
            painter.drawRoundedRect(chip, _HIGH / 2, _HIGH / 2)
            painter.setPen(QColor(theme.ink))
            painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, drawn.name)


def _paint(painter: QPainter, drawn: _Drawn, *, fine: bool, strong: bool) -> None:
    line, head = drawn.looks[strong]
    if not fine:
        painter.strokePath(drawn.line, line.thin)
        return
    painter.strokePath(drawn.line, line.pen)
    painter.setPen(head.pen)
    painter.setBrush(head.fill)
    painter.drawPath(drawn.head)
