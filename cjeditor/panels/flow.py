"""A layout that puts widgets side by side and goes on in the next row, like words."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget


class FlowLayout(QLayout):
    """Rows of widgets at their preferred size.

    Args:
        gap: Between widgets and between rows, in pixels.
        on_top: Whether what is lower than its row stands at the top of it, not in the middle.
    """

    def __init__(
        self, parent: QWidget | None = None, gap: int = 4, *, on_top: bool = False
    ) -> None:
        super().__init__(parent)
        self._on_top = on_top
        self._items: list[QLayoutItem] = []
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert(self, index: int, widget: QWidget) -> None:
        """Put *widget* before the one at *index*."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, *, move: bool) -> int:
        """Lay the widgets out in *rect* and return the height that they take."""
        y = rect.y()
        for row in self._rows(rect.width()):
            x, high = rect.x(), max(size.height() for _item, size in row)
            for item, size in row:
                if move:
                    below = 0 if self._on_top else (high - size.height()) // 2
                    item.setGeometry(QRect(QPoint(x, y + below), size))
                x += size.width() + self.spacing()
            y += high + self.spacing()
        return max(0, y - self.spacing() - rect.y())

    def _rows(self, room: int) -> Iterator[list[tuple[QLayoutItem, QSize]]]:
        """Yield what stands beside each other, with its size."""
        row: list[tuple[QLayoutItem, QSize]] = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = QSize(*self._size(item, room))
            if row and used + size.width() > room:
                yield row
                row, used = [], 0
            row.append((item, size))
            used += size.width() + self.spacing()
        if row:
            yield row

    @staticmethod
    def _size(item: QLayoutItem, room: int) -> tuple[int, int]:
        widget = item.widget()
        hint = item.sizeHint()
        if (
            widget is not None
            and widget.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding
        ):
            return room, hint.height()
        return min(hint.width(), room), hint.height()


def flowing(widgets: Iterable[QWidget], gap: int = 6) -> QWidget:
    """Return a widget that has *widgets* in rows, such as the buttons of a dialog."""
    holder = QWidget()
    flow = FlowLayout(holder, gap)
    for widget in widgets:
        flow.addWidget(widget)
    return holder
