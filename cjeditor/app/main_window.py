"""The window itself: its place on the screen, closing, dropped files.

It comes up before most of the program is loaded; the workspace is put into it after its
first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QMainWindow

from cjeditor.app.settings import SettingsFile, WindowPlace

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

FIRST, SMALLEST = QSize(1600, 1000), QSize(900, 560)
"""Size at the very first start, and the smallest; in pixels."""

_SHARE = 0.9
"""Of a small screen, when the window does not fill it."""


class MainWindow(QMainWindow):
    """One window for one open document.

    Signals:
        painted: It has been seen for the first time.

    Attributes:
        workspace: What stands in it; None until it is filled.
    """

    painted = Signal()

    def __init__(self, settings: SettingsFile) -> None:
        super().__init__()
        self.workspace: Workspace | None = None
        self._settings = settings
        self._is_painted = False
        self.setWindowTitle("CJ Editor")
        self.setMinimumSize(SMALLEST)
        self.setAcceptDrops(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self._restore_place()

    def fill(self, make: Callable[[QMainWindow], Workspace]) -> Workspace:
        """Put the workspace that *make* returns into the window."""
        self.workspace = make(self)
        return self.workspace

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._is_painted:
            self._is_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.workspace is None:
            return
        if not self.workspace.safety.is_kept() and not self.workspace.documents.may_go():
            event.ignore()
            return
        rect = self.normalGeometry()
        place = WindowPlace(
            x=rect.x(),
            y=rect.y(),
            width=max(rect.width(), 200),
            height=max(rect.height(), 200),
            maximised=self.isMaximized(),
        )
        width = max(self.workspace.side_width(), 220)
        tab = self.workspace.side.tab
        self._settings.change(window=place, side_width=min(width, 2000), side_tab=tab)
        self.workspace.leave()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.workspace is not None:
            self.workspace.fit_width(self.width())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self.workspace is not None:
            self.setLocale(QLocale())  # numbers in fields that are there already
            self.workspace.documents.follow_language()
            self.workspace.dress()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_file(event) is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped_file(event)
        if path is not None and self.workspace is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.workspace.documents.open(path)

    def fit_screen(self) -> None:
        """Fill a screen that is too small for the window as it is: at once, and when restored."""
        room = self.screen().availableGeometry()
        if self.width() < room.width() and self.height() < room.height():
            return
        self.resize(self.size().boundedTo(room.size() * _SHARE))
        self.move(room.topLeft())
        self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def _restore_place(self) -> None:
        """Stand where the window stood the last time, if that is on a screen."""
        self.resize(FIRST)
        place = self._settings.value.window
        if place is None:
            return
        rect = QRect(place.x, place.y, place.width, place.height)
        if any(screen.geometry().intersects(rect) for screen in QGuiApplication.screens()):
            self.setGeometry(rect)
        if place.maximised:
            self.setWindowState(Qt.WindowState.WindowMaximized)


def _dropped_file(event: QDropEvent) -> Path | None:
    """Return the one local file that is dropped; None for anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_file() else None
