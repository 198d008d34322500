"""Tiles of the start screen: map files with picture, name and note, in a grid or in rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from cjeditor.app.theme import Tokens
from cjeditor.app.thumbnails import HEIGHT, WIDTH, Thumbnails, Wanted
from cjeditor.core.theme_names import ThemeName

Index = QModelIndex | QPersistentModelIndex

GAP: Final = 14
"""Pixels between tiles."""

_NARROWEST: Final = 206
"""Width of a tile in a grid at least, in pixels."""

_ROW_SHAPE: Final = (5, 4)
"""Shape of a picture in a list; its right part is cut off."""

_PADDING: Final = 10
_NAME_LINES: Final = 2
"""Lines of a tile's name in a grid, at most."""

_NOTE_LINES: Final = 3
_ROW_LINES: Final = 2
"""Lines of a tile's note in a grid and in a list, at most."""

_RADIUS: Final = 8.0
_MOST_KEPT: Final = 100
"""Pictures at the size in which they are shown."""

_TILE: Final = int(Qt.ItemDataRole.UserRole)


@dataclass(frozen=True, slots=True)
class Tile:
    """A map file to choose.

    Attributes:
        note: Below the name.
        is_there: Whether the file can be opened, as far as is known; else it is greyed.
        about: What it is there for; handed on by whoever listens.
    """

    path: Path
    name: str
    note: str = ""
    is_there: bool = True
    about: str = ""


class TileModel(QAbstractListModel):
    """Tiles in a row; pictures are asked for when they are seen."""

    def __init__(self, thumbnails: Thumbnails, parent: QObject) -> None:
        super().__init__(parent)
        self._thumbnails = thumbnails
        self._tiles: tuple[Tile, ...] = ()
        self.theme: ThemeName = "light"
        thumbnails.made.connect(self._show_made)

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show *tiles* in the place of those before."""
        if tuple(tiles) == self._tiles:
            return
        self.beginResetModel()
        self._tiles = tuple(tiles)
        self.endResetModel()

    def tile(self, index: Index) -> Tile | None:
        return self._tiles[index.row()] if index.isValid() else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tile = self.tile(index)
        if tile is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return tile.name
            case Qt.ItemDataRole.AccessibleTextRole:
                return ". ".join(filter(None, (tile.name, tile.note)))
            case Qt.ItemDataRole.DecorationRole:
                wanted = Wanted(tile.path, self.theme)
                return self._thumbnails.picture(wanted) if tile.is_there else None
            case _:
                return tile if role == _TILE else None

    def _show_made(self, path: Path) -> None:
        for row, tile in enumerate(self._tiles):
            if tile.path == path:
                self.dataChanged.emit(self.index(row), self.index(row))


class TileView(QListView):
    """Tiles that are walked with the arrows and opened by a click or with Enter.

    Signals:
        opened: A tile is wanted.
        menu_wanted: A menu about the present tile is wanted, at this spot of the screen.
        keyed: F2 or Delete was pressed; with the key.
    """

    opened = Signal(object)
    menu_wanted = Signal(QPoint)
    keyed = Signal(int)

    def __init__(self, thumbnails: Thumbnails, colours: Tokens, *, rows: bool) -> None:
        super().__init__()
        self._rows = rows
        self.tiles = TileModel(thumbnails, self)
        self._delegate = _TileDelegate(self, colours, rows=rows)
        self.setObjectName("tiles")
        self.setModel(self.tiles)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        if not rows:
            self.setViewMode(QListView.ViewMode.IconMode)
            self.setMovement(QListView.Movement.Static)
            self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.clicked.connect(self._open)
        self.tiles.modelReset.connect(self._fit)

    def dress(self, colours: Tokens, theme: ThemeName) -> None:
        """Take the colours of the theme, and pictures that go with them."""
        self._delegate.colours = colours
        self.tiles.theme = theme
        self.viewport().update()

    def show_tiles(self, tiles: Sequence[Tile]) -> None:
        """Show *tiles*; the place of the keyboard stays where it can."""
        row = self.currentIndex().row()
        self.tiles.show_tiles(tiles)
        if row >= 0 and tiles and not self.currentIndex().isValid():
            self.setCurrentIndex(self.tiles.index(min(row, len(tiles) - 1)))

    def present(self) -> Tile | None:
        """Return the tile that the keyboard is on."""
        return self.tiles.tile(self.currentIndex())

    def tile_size(self) -> QSize:
        """Return the size of a tile with the gap after it, in pixels."""
        room = self.width()
        if self._rows:
            return QSize(room, self._delegate.row_height(self.font()) + GAP // 2)
        columns = max(1, room // (_NARROWEST + GAP))
        width = (room - 1) // columns  # Qt breaks a row that fills the width exactly
        return QSize(width, self._delegate.height_for(width - GAP, self.font()) + GAP)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._open(self.currentIndex())
        elif event.key() in (Qt.Key.Key_F2, Qt.Key.Key_Delete):
            self.keyed.emit(event.key())
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.tiles.rowCount():
            self.setCurrentIndex(self.tiles.index(0))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.accept()
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            self.setCurrentIndex(self.indexAt(event.pos()))
        if self.present() is not None:
            rect = self.visualRect(self.currentIndex())
            by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
            at = event.pos() if by_mouse else rect.center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(at))

    def _open(self, index: QModelIndex) -> None:
        tile = self.tiles.tile(index)
        if tile is not None:
            self.opened.emit(tile)

    def _fit(self) -> None:
        """Be as high as all tiles are: the page scrolls, not each of its parts."""
        size = self.tile_size()
        columns = 1 if self._rows else max(1, self.width() // max(1, size.width()))
        rows = -(-self.tiles.rowCount() // columns)
        if not self._rows:
            self.setGridSize(size)
        self.setFixedHeight(max(1, rows * size.height()))
        self.scheduleDelayedItemsLayout()


class _TileDelegate(QStyledItemDelegate):
    """Draws tiles."""

    def __init__(self, view: TileView, colours: Tokens, *, rows: bool) -> None:
        super().__init__(view)
        self._view = view
        self._rows = rows
        self._kept: dict[tuple[int, int, int], QPixmap] = {}
        self.colours = colours

    def height_for(self, width: int, font: QFont) -> int:
        """Return the height of a tile of *width* in a grid."""
        room, tiles = self.room_for_texts(width), self._view.tiles
        needed = [self._lines_of(tiles.index(row), room, font) for row in range(tiles.rowCount())]
        lines = max(1 + _NOTE_LINES, *needed, 0)
        line = QFontMetrics(font).lineSpacing()
        return width * HEIGHT // WIDTH + 2 * _PADDING + line * lines + 2

    def room_for_texts(self, width: int) -> int:
        """Return how wide the texts of a tile of *width* in a grid may be."""
        return width - 2 - 2 * (_PADDING + 2)

    def _lines_of(self, index: Index, room: int, font: QFont) -> int:
        """Return how many lines the texts of a tile take."""
        tile = index.data(_TILE)
        name = lines_of(tile.name, QFontMetrics(bold_of(font)), room, _NAME_LINES)
        return len(name) + len(lines_of(tile.note, QFontMetrics(font), room, _NOTE_LINES))

    def row_height(self, font: QFont) -> int:
        """Return the height of a tile in a list."""
        return QFontMetrics(font).lineSpacing() * (1 + _ROW_LINES) + 2 * _PADDING + 2

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return self._view.tile_size()

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tile = index.data(_TILE)
        # the gap is part of each place, right of and below the tile
        rect = option.rect.adjusted(1, 1, -1 if self._rows else -GAP - 1, 0)
        rect.setHeight(option.rect.height() - (GAP // 2 if self._rows else GAP) - 2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        here = index == self._view.currentIndex() and self._view.hasFocus()
        over = bool(option.state & QStyle.StateFlag.State_MouseOver) and tile.is_there
        self._paint_body(painter, rect, over=over, here=here)
        place = self._picture_place(rect)
        self._paint_picture(painter, place, index)
        self._paint_texts(painter, option, self._text_place(rect, place), tile)
        painter.restore()

    def _picture_place(self, rect: QRect) -> QRect:
        if not self._rows:
            return QRect(rect.x(), rect.y(), rect.width(), rect.width() * HEIGHT // WIDTH)
        height = rect.height()
        return QRect(rect.x(), rect.y(), height * _ROW_SHAPE[0] // _ROW_SHAPE[1], height)

    def _text_place(self, rect: QRect, picture: QRect) -> QRect:
        inner = rect.adjusted(_PADDING + 2, _PADDING, -_PADDING - 2, -_PADDING)
        if self._rows:
            inner.setLeft(picture.right() + _PADDING + 4)
        else:
            inner.setTop(picture.bottom() + _PADDING)
        return inner

    def _paint_body(self, painter: QPainter, rect: QRect, *, over: bool, here: bool) -> None:
        colours = self.colours
        painter.setPen(QPen(QColor(colours.faint if over else colours.rule), 1))
        painter.setBrush(QColor(colours.hover if over else colours.window))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), _RADIUS, _RADIUS)
        if here:
            painter.setPen(QPen(QColor(colours.link), 2.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(rect), _RADIUS, _RADIUS)

    def _paint_picture(self, painter: QPainter, place: QRect, index: Index) -> None:
        inner = QRectF(place).adjusted(2, 2, -2, -2)
        path = QPainterPath()
        path.addRoundedRect(inner, _RADIUS - 2, _RADIUS - 2)
        painter.fillPath(path, QColor(self.colours.side))
        picture = index.data(Qt.ItemDataRole.DecorationRole)
        if picture is not None:
            painter.save()
            painter.setClipPath(path)
            fitted = self._fitted(picture, inner, painter.device().devicePixelRatio())
            painter.drawPixmap(inner.topLeft(), fitted)
            painter.restore()
        painter.setPen(QPen(QColor(self.colours.rule), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)

    def _fitted(self, picture: QPixmap, place: QRectF, ratio: float) -> QPixmap:
        """Return the upper left part of *picture* that has the shape of *place*, as large."""
        size = (place.size() * ratio).toSize()
        key = (picture.cacheKey(), size.width(), size.height())
        if key not in self._kept:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            width = min(picture.width(), picture.height() * size.width() // size.height())
            part = picture.copy(0, 0, width, picture.height())
            smooth = Qt.TransformationMode.SmoothTransformation
            fitted = part.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)
            fitted.setDevicePixelRatio(ratio)
            self._kept[key] = fitted
        return self._kept[key]

    def _paint_texts(
        self, painter: QPainter, option: QStyleOptionViewItem, place: QRect, tile: Tile
    ) -> None:
        bold = bold_of(option.font)
        metrics = QFontMetrics(bold)
        top = place.y()
        painter.setFont(bold)
        painter.setPen(QColor(self.colours.text if tile.is_there else self.colours.quiet))
        for line in lines_of(tile.name, metrics, place.width(), 1 if self._rows else _NAME_LINES):
            painter.drawText(place.x(), top + metrics.ascent(), line)
            top += metrics.lineSpacing()
        painter.setFont(option.font)
        painter.setPen(QColor(self.colours.quiet if tile.is_there else self.colours.danger))
        top += 2
        limit = _ROW_LINES if self._rows else _NOTE_LINES
        for line in lines_of(tile.note, QFontMetrics(option.font), place.width(), limit):
            painter.drawText(place.x(), top + metrics.ascent(), line)
            top += metrics.lineSpacing()


def bold_of(font: QFont) -> QFont:
    """Return *font* as the names of tiles are set in it."""
    bold = QFont(font)
    bold.setBold(True)
    return bold


def lines_of(text: str, metrics: QFontMetrics, width: int, limit: int) -> list[str]:
    """Return *text* in *limit* lines of at most *width*, with an ellipsis where it is cut."""
    lines: list[str] = []
    for paragraph in text.splitlines():
        lines.append("")
        for word in paragraph.split():
            longer = f"{lines[-1]} {word}".strip()
            if lines[-1] and metrics.horizontalAdvance(longer) >= width:  # advances are rounded
                lines.append(word)
            else:
                lines[-1] = longer
    if len(lines) > limit:
        lines[limit - 1 :] = [" ".join(lines[limit - 1 :])]
        return [*lines[:-1], metrics.elidedText(lines[-1], Qt.TextElideMode.ElideRight, width)]
    return [metrics.elidedText(line, Qt.TextElideMode.ElideMiddle, width) for line in lines]
