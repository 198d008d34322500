"""Cell codes on the scene, as in a spreadsheet: letters above columns, numbers beside lanes."""

from bisect import bisect_left, bisect_right
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene, QStyleOptionGraphicsItem, QWidget

from cjeditor.canvas.fonts import widget_font
from cjeditor.core.colours import mix
from cjeditor.kinds.lane import Column
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.layout.codes import column_letters
from cjeditor.layout.sheet import Sheet

_BELOW_HEADS: Final = 10.5
_BELOW_CORNER: Final = 11.5
_BELOW_LINKS: Final = 3.5

_HIGH: Final = 15.0
_WIDE: Final = 22.0
"""Size of a tab in points, at 100 % and above; from farther it keeps its size on the screen."""

_LARGEST: Final = 4.0
"""Times that a tab becomes larger than its points, seen from afar."""

_FROM: Final = 0.45
"""Zoom from which each cell says its code."""

_CELL: Final = 8.5
_TAB: Final = 10.5
"""Type sizes in points."""

_SCREEN_DPI: Final = 96.0


class Codes:
    """The codes over a scene: tabs on the lines of heads and lane titles, and in the cells."""

    def __init__(self, scene: QGraphicsScene) -> None:
        self._columns = _ColumnTabs(_BELOW_CORNER)
        self._rows = _LaneTabs(_BELOW_HEADS)
        self._cells = _CellCodes(_BELOW_LINKS)
        self._shown = False
        for item in (self._columns, self._rows, self._cells):
            scene.addItem(item)

    @property
    def shown(self) -> bool:
        return self._shown

    def show(self, yes: bool, sheet: Sheet) -> None:
        """Show the codes or hide them."""
        self._shown = yes
        for item in (self._columns, self._rows, self._cells):
            item.setVisible(yes)
        self.show_sheet(sheet)

    def show_sheet(self, sheet: Sheet) -> None:
        """Follow *sheet*."""
        if self._shown:
            for item in (self._columns, self._rows, self._cells):
                item.show_sheet(sheet)

    def move_to(self, right: float, down: float) -> None:
        """Stay on heads and lane titles that have been moved so far to be kept in view."""
        self._columns.hide_before(right)
        self._columns.setPos(0, down)
        self._rows.setPos(right, 0)


class _Codes(QGraphicsItem):
    """What all three have in common."""

    def __init__(self, z: float, size: float, *, bold: bool) -> None:
        super().__init__()
        self.setFlag(QGraphicsItem.GraphicsItemFlag.ItemUsesExtendedStyleOption)
        self.setZValue(z)
        self.setVisible(False)
        self._size = size
        self._font: QFont = widget_font(size, _SCREEN_DPI, bold=bold)
        self._sheet: Sheet | None = None
        self._area = QRectF()

    def show_sheet(self, sheet: Sheet) -> None:
        before, self._sheet = self._sheet, sheet
        area = self._cover(sheet)
        if area != self._area:
            self.prepareGeometryChange()
            self._area = area
        if before is None or not _same_grid(before, sheet):
            self.update()

    def _cover(self, sheet: Sheet) -> QRectF:
        return QRectF(0, sheet.top, sheet.width, sheet.height - sheet.top)

    def boundingRect(self) -> QRectF:
        return self._area

    def _numbers(self, sheet: Sheet) -> dict[str, int]:
        """Return the numbers of all lanes; lanes that are not drawn count too."""
        return {lane.id: number for number, lane in enumerate(sheet.journey.ordered_lanes, 1)}

    def _tab(self, painter: QPainter, middle: QPointF, text: str) -> None:
        """Draw a small tab; seen from afar it stays readable."""
        assert self._sheet is not None
        theme, scale = self._sheet.look.theme, _scale(painter)
        painter.save()
        painter.translate(middle)
        painter.scale(scale, scale)
        rect = QRectF(-_WIDE / 2, -_HIGH / 2, _WIDE, _HIGH)
        painter.setPen(QPen(QColor(theme.rule), 1))
        painter.setBrush(QColor(mix(theme.quiet, theme.sheet, 0.1)))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setFont(self._font)
        painter.setPen(QColor(theme.ink))
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
        painter.restore()


class _ColumnTabs(_Codes):
    """Letters on the line between steps and lanes."""

    def __init__(self, z: float) -> None:
        super().__init__(z, _TAB, bold=True)
        self._hidden = 0.0

    def hide_before(self, right: float) -> None:
        """Hide what lane titles cover that have been moved so far."""
        if right != self._hidden:
            self._hidden = right
            self.update()

    def _cover(self, sheet: Sheet) -> QRectF:
        high = _HIGH * _LARGEST
        return QRectF(sheet.left, sheet.top - high, sheet.width - sheet.left, 2 * high)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        number_of, room = sheet.journey.column_of, _WIDE * _scale(painter)
        columns, last = sheet.columns, -room
        first = bisect_left(columns, option.exposedRect.left() - room, key=_column_right)
        for column in columns[max(first - 1, 0) :]:
            if column.x > option.exposedRect.right() + room:
                break
            x = column.x + room / 2 + 3
            if x - last >= room and x - room / 2 >= self._hidden + sheet.left:
                self._tab(painter, QPointF(x, sheet.top), column_letters(number_of[column.step]))
                last = x


class _LaneTabs(_Codes):
    """Numbers on the line between lane titles and cells."""

    def __init__(self, z: float) -> None:
        super().__init__(z, _TAB, bold=True)

    def _cover(self, sheet: Sheet) -> QRectF:
        wide = _WIDE * _LARGEST
        return QRectF(sheet.left - wide, sheet.top, wide + 8, sheet.height - sheet.top)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        sheet = self._sheet
        if sheet is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        numbers, scale = self._numbers(sheet), _scale(painter)
        x, last = sheet.left - _WIDE * scale / 2 + 3, sheet.top - _HIGH * scale
        for lane in sheet.lanes:
            y = lane.bottom - _HIGH * scale / 2 - 3
            if y - last >= _HIGH * scale:
                self._tab(painter, QPointF(x, y), str(numbers[lane.lane]))
                last = y


class _CellCodes(_Codes):
    """The code of each cell in its lower right corner, where no card reaches."""

    def __init__(self, z: float) -> None:
        super().__init__(z, _CELL, bold=False)

    def paint(
        self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None
    ) -> None:
        sheet, exposed = self._sheet, option.exposedRect
        if sheet is None or painter.worldTransform().m11() < _FROM:
            return
        numbers, number_of = self._numbers(sheet), sheet.journey.column_of
        first = max(bisect_left(sheet.columns, exposed.left(), key=_column_right) - 1, 0)
        end = bisect_right(sheet.columns, exposed.right(), key=lambda column: column.x)
        painter.setFont(self._font)
        painter.setPen(QColor(sheet.look.theme.quiet))
        for lane in sheet.lanes:
            seen = lane.bottom >= exposed.top() and lane.y <= exposed.bottom()
            if not seen or kind_of_lane(lane.record).is_line:
                continue
            for column in sheet.columns[first:end]:
                rect = QRectF(column.x, lane.bottom - 14, column.width - 5, 13)
                code = f"{column_letters(number_of[column.step])}{numbers[lane.lane]}"
                flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
                painter.drawText(rect, flags, code)


def _column_right(column: Column) -> float:
    return column.x + column.width


def _scale(painter: QPainter) -> float:
    """Return how many times larger than at 100 % a tab is drawn, seen from afar."""
    return min(max(1.0, 0.95 / painter.worldTransform().m11()), _LARGEST)


def _same_grid(one: Sheet, other: Sheet) -> bool:
    """Tell whether the codes stand in the same places."""
    return (
        one.columns is other.columns
        and one.look == other.look
        and one.journey.ordered_lanes is other.journey.ordered_lanes
        and [(lane.y, lane.band.height) for lane in one.lanes]
        == [(lane.y, lane.band.height) for lane in other.lanes]
    )
