"""Draws anew when there is more or less room for it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QScrollArea


class Room(QObject):
    """Does *refresh* whenever what is seen of *area* has another size."""

    def __init__(self, area: QScrollArea, refresh: Callable[[], None]) -> None:
        super().__init__(area)
        self._refresh = refresh
        area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self._refresh()
        return super().eventFilter(watched, event)
