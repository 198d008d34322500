"""Saves the map by itself, some seconds after the last edit."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer

from cjeditor.session.session import Session

IDLE: Final = 5000
"""Milliseconds without an edit until the map is saved."""


class Autosaving(QObject):
    """Waits for a pause in the work.

    Args:
        may: Tells whether the map may be saved; asked at the pause.
        is_busy: Tells whether something is being typed or dragged, which is waited for.
        save: Saves the map.
    """

    def __init__(
        self,
        session: Session,
        may: Callable[[], bool],
        is_busy: Callable[[], bool],
        save: Callable[[], object],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._may = may
        self._is_busy = is_busy
        self._save = save
        self._is_stopped = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(IDLE)
        self._pause.timeout.connect(self._take_pause)
        session.map_changed.connect(self.wait)
        session.tried_out.connect(self.wait)

    def wait(self) -> None:
        """Wait for a pause from now on, if there is something to be saved then."""
        if self._session.path is not None and not self._is_stopped:
            self._pause.start()

    def stop(self) -> None:
        """Save nothing any more."""
        self._is_stopped = True
        self._pause.stop()

    def _take_pause(self) -> None:
        session = self._session
        if session.path is None or not session.is_changed or session.is_read_only:
            return
        if self._is_busy():
            self.wait()
        elif self._may():
            self._save()
