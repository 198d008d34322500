"""A timer that runs something once, a while after it was last started."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget


def once(parent: QWidget, milliseconds: int, run: Callable[[], None]) -> QTimer:
    """Return a timer that calls *run* so long after it was last started."""
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(run)
    return timer
