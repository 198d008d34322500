"""Work that takes its time, done in a thread of its own."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal

from cjeditor.core.progress import Cancelled, Progress

Act = Callable[[Progress], Any]
"""Does the work; what it works on must not change meanwhile. Tells how far it is."""


class Work(QThread):
    """Does one thing.

    Signals:
        progressed: Share done, in hundredths.

    Attributes:
        done: The same, as told last.
    """

    progressed = Signal(int)

    def __init__(self, act: Act, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._act = act
        self._stop = threading.Event()
        self.done = 0
        self._result: Any = None
        self._error: Exception | None = None

    def stop(self) -> None:
        """Let it end soon with `Cancelled`."""
        self._stop.set()

    def result(self) -> Any:
        """Return what the work has made, once it is finished.

        Raises:
            Exception: What it has raised.
        """
        if self._error is not None:
            raise self._error
        return self._result

    def run(self) -> None:
        try:
            self._result = self._act(self._progress)
        except Exception as error:  # noqa: BLE001  who asks for the result gets it
            self._error = error

    def _progress(self, share: float) -> None:
        if self._stop.is_set():
            raise Cancelled
        hundredths = round(share * 100)
        if hundredths != self.done:
            self.done = hundredths
            self.progressed.emit(hundredths)
