"""Whether keys or a pointer were used last, so that only who uses keys is shown where they are."""

from typing import Final

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMainWindow

_POINTED: Final = frozenset(
    {QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress}
)


class LastInput(QObject):
    """Listens to what reaches a window from outside: one call for each press, and no others.

    Attributes:
        by_keys: Whether a key was pressed since a pointer was.
    """

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self.by_keys = False
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if watched is self._window:
            if kind == QEvent.Type.Show and self._window.windowHandle() is not None:
                self._window.windowHandle().installEventFilter(self)
        elif kind == QEvent.Type.KeyPress:
            self.by_keys = True
        elif kind in _POINTED:
            self.by_keys = False
        return False
