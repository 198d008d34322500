"""What keeps the work in a window safe, and what the user is told about it."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from cjeditor.app.holding_notices import HoldingNotices
from cjeditor.app.newer_file import NewerFile
from cjeditor.app.notices import Answer, Notice
from cjeditor.app.others import Others
from cjeditor.app.recovery import Recovery
from cjeditor.app.saving_notices import SavingNotices
from cjeditor.app.versions import Versions
from cjeditor.core.words import interface, mark
from cjeditor.files.errors import CannotProtect
from cjeditor.model.map import Map
from cjeditor.sentences import elsewhere_sentence, sentence
from cjeditor.session.autosaving import Autosaving
from cjeditor.session.protection import PATIENCE, Protection

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

logger = logging.getLogger(__name__)

PROTECTION: Final = "protection"
"""Topic of the notice that changes are not written along, or not in the usual place."""


class Safety(QObject):
    """Puts what keeps work safe together with the parts of the window.

    Attributes:
        protection: Writes along what is done.
        recovery: Brings back what was written along when the program ended badly.
        others: Tells what others do to the map's file.
        autosaving: Saves the map when one pauses, for those who want it.
        versions: Keeps earlier versions of the map, shows them and brings them back.
    """

    protection: Protection
    recovery: Recovery
    versions: Versions

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self.protection = Protection(space.session, self)
        self.recovery = Recovery(space)
        self._newer_file = NewerFile(space)
        self._kept: Map | None = None
        self.versions = Versions(space)
        self.protection.failed.connect(self._tell_unprotected)
        self.protection.elsewhere.connect(self._tell_elsewhere)
        self.protection.mended.connect(self._tell_mended)
        writings = (space.view.writer, space.side.outline, space.side.comments)
        self._draftings = tuple(writing.drafting for writing in writings)
        for drafting in self._draftings:
            drafting.drafted.connect(self.protection.draft)
        space.tools.drafted.connect(self.protection.draft)
        self.others = Others(space)
        self.saving_notices = SavingNotices(space)
        self.holding_notices = HoldingNotices(space)
        saver = space.documents.saver
        self.autosaving = Autosaving(
            space.session, self._may_save, self._is_busy, saver.save_quietly, self
        )

    def stop(self) -> None:
        """The window goes, and its document with it, unless that is kept."""
        self.autosaving.stop()
        self.others.stop()
        self._space.documents.awaiting.stop()
        self._space.documents.holding.stop()
        self.recovery.stop()
        self.versions.stop()
        self.protection.stop(keep=self.is_kept())

    def keep(self) -> None:
        """Keep all that is done and typed for the next start: the system may end the program."""
        self._take_over()
        self._kept = self._space.session.journey if self.protection.flush() else None

    def is_kept(self) -> bool:
        """Whether the map as it is now is kept for the next start, and may go unsaved."""
        if self._kept is None:
            return False
        self._take_over()
        return self._space.session.journey is self._kept

    def end(self) -> None:
        """The program ends now: keep all, and wait a moment for the disk."""
        self._take_over()
        self.protection.stop(keep=True)
        self._space.documents.saver.saving.wait(PATIENCE)

    def _take_over(self) -> None:
        """Put what is being typed into the map; whatever goes wrong, the rest is to be kept."""
        for typed in (self._space.view.writer, self._space.side, self._space.tools):
            try:
                typed.take_over()
            except Exception:
                logger.exception("what was being typed was not taken over")

    def _may_save(self) -> bool:
        """Tell whether the map may be saved though nobody asks for it."""
        saver = self._space.documents.saver
        is_wanted = self._space.settings.value.autosave
        return is_wanted and not (self.others.is_asking or saver.saving.is_busy)

    def _is_busy(self) -> bool:
        """Tell whether something is being typed or dragged."""
        space = self._space
        is_typed = any(drafting.is_typed for drafting in self._draftings)
        return is_typed or space.view.writer.is_writing or space.session.is_trying_out

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
