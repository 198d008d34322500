"""Tells what a text that is being typed would make of the map, so that it can be protected."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from cjeditor.edits.edit import Edit, EditError
from cjeditor.model.map import Map
from cjeditor.session.session import Session

PAUSE: Final = 250
"""Milliseconds of typing until it is told."""


class Drafting(QObject):
    """Follows one field in which a text is typed before it becomes an edit.

    Args:
        edit: Gives the edit that the text would be now; None if there would be none.

    Signals:
        drafted: With the map as it would be; with None if what was told is no longer so.
    """

    drafted = Signal(object)

    def __init__(
        self, session: Session, edit: Callable[[], Edit | None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._edit = edit
        self._is_typed = False
        self._is_told = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE)
        self._pause.timeout.connect(self.tell)
        session.map_changed.connect(self._follow)

    @property
    def is_typed(self) -> bool:
        """Whether a text is being typed that is no edit yet."""
        return self._is_typed

    def typed(self) -> None:
        """Take note that the text has changed."""
        self._is_typed = True
        if not self._pause.isActive():
            self._pause.start()

    def over(self) -> None:
        """Take note that the text is an edit now, or is not wanted."""
        self._is_typed = False
        self._pause.stop()
        self._tell(None)

    def tell(self) -> None:
        """Tell at once."""
        self._pause.stop()
        journey = self._session.journey
        edit = self._edit()
        self._is_typed = edit is not None
        try:
            after = journey if edit is None else edit.apply(journey)
        except EditError:  # it does not fit yet; what was told before still stands
            return
        self._tell(None if after is journey else after)

    def _tell(self, draft: Map | None) -> None:
        if draft is not None or self._is_told:
            self._is_told = draft is not None
            self.drafted.emit(draft)

    def _follow(self, _before: object, _after: object) -> None:
        """Tell anew, on the map as it is now: an edit takes the place of what was told."""
        self._is_told = False
        if self._is_typed:
            self.typed()
