"""What says in the status line that the whole map is locked, and unlocks it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton

from cjeditor.core.words import tr
from cjeditor.edits.shown import SetLock
from cjeditor.kinds.fields import LOCKS
from cjeditor.panels.icons import icon
from cjeditor.session.session import Session


class LockButton(QToolButton):
    """Seen while the map is locked; a click unlocks it."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(16, 16))
        self.setMinimumHeight(24)
        self.clicked.connect(self._unlock)
        session.map_changed.connect(self.show_lock)

    def show_lock(self, *_changed: object) -> None:
        """Say how the map is locked, in the interface's language."""
        lock = self._session.journey.scope.lock
        self.setVisible(lock != "none")
        self.setAccessibleName(tr("Unlock the map"))
        self.setToolTip(tr("Unlock the map"))
        if lock != "none":
            self.setIcon(icon("lock", self.palette()))
            self.setText(tr(LOCKS[lock]))

    def _unlock(self) -> None:
        self._session.do(SetLock((self._session.journey.id,), "none"))
