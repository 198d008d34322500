"""What keeps the work in a window safe, and what the user is told about it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from cjeditor.app.notices import Answer, Notice
from cjeditor.app.recovery import Recovery
from cjeditor.core.words import interface, mark
from cjeditor.files.errors import CannotProtect
from cjeditor.sentences import elsewhere_sentence, sentence
from cjeditor.session.protection import Protection

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

PROTECTION: Final = "protection"
"""Topic of the notice that changes are not written along, or not in the usual place."""


class Safety(QObject):
    """Puts what keeps work safe together with the parts of the window.

    Attributes:
        protection: Writes along what is done.
        recovery: Brings back what was written along when the program ended badly.
    """

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self.protection = Protection(space.session, self)
        self.recovery = Recovery(space)
        self.protection.failed.connect(self._tell_unprotected)
        self.protection.elsewhere.connect(self._tell_elsewhere)
        self.protection.mended.connect(self._tell_mended)
        for writing in (space.view.writer, space.side.outline, space.side.comments):
            writing.drafting.drafted.connect(self.protection.draft)

    def stop(self) -> None:
        """The window goes, and its document with it."""
        self.recovery.stop()
        self.protection.stop()

    def _tell_unprotected(self, error: CannotProtect) -> None:
        answers = (
            Answer(mark("Save as …"), self._space.documents.saver.save_as),
            Answer(mark("Try again"), self.protection.try_again),
        )
        self._space.notices.put(
            Notice(PROTECTION, lambda: sentence(error, interface()), answers, can_close=False)
        )

    def _tell_elsewhere(self, error: CannotProtect, folder: Path) -> None:
        self._space.notices.put(
            Notice(PROTECTION, lambda: elsewhere_sentence(error, folder, interface()))
        )

    def _tell_mended(self) -> None:
        self._space.notices.drop(PROTECTION)
