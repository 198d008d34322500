"""Clears garbage away on the window's thread alone.

Python looks for garbage on whichever thread makes one object too many. Among it are closed
dialogs and other parts of Qt; taken apart on another thread, while the window is at work, they
would end the program. So Python does not look by itself as long as the window is open.
"""

import gc
from typing import Final

from PySide6.QtCore import QObject, QTimer

PAUSE: Final = 1_000
"""Milliseconds between two looks."""


class Garbage(QObject):
    """Looks for garbage as often as Python would: young objects often, old ones seldom."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        timer = QTimer(self)
        timer.setInterval(PAUSE)
        timer.timeout.connect(clear)
        timer.start()


def clear() -> None:
    """Clear away the garbage of the oldest generation that is due."""
    due = [
        generation
        for generation, (count, most) in enumerate(
            zip(gc.get_count(), gc.get_threshold(), strict=True)
        )
        if most and count > most
    ]
    if due:
        gc.collect(max(due))
