"""Notices about saves that nobody waits for, and about those that may not be safe yet."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from cjeditor.app.notices import Answer, Notice
from cjeditor.core.words import interface, mark, tr
from cjeditor.files.atomic import Written
from cjeditor.files.errors import ChangedOnDisk
from cjeditor.sentences import sentence

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

NOT_SAVED: Final = "not saved"
"""Topic of the notice that the map could not be saved by itself."""

NOT_FLUSHED: Final = "not flushed"
"""Topic of the notice that a save may be lost if the power fails now."""


class SavingNotices(QObject):
    """Puts them above the map, and takes them away with the next save that is well."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        saver = space.documents.saver
        self._answers = (
            Answer(mark("Save in another place …"), saver.save_as),
            Answer(mark("Try again"), saver.save),
        )
        saver.failed_quietly.connect(self._tell_failed)
        saver.saving.saved.connect(self._tell_saved)
        space.session.leaving.connect(self._clear)

    def _tell_failed(self, error: Exception) -> None:
        if isinstance(error, ChangedOnDisk):  # there is a notice of its own about it
            return
        self._space.notices.put(
            Notice(NOT_SAVED, lambda: sentence(error, interface()), self._answers)
        )

    def _tell_saved(self, path: Path, written: Written) -> None:
        self._clear()
        if not written.warning:
            return

        def text() -> str:
            return tr(
                "“{name}” was saved, but the system does not confirm that it is safe on the disk "
                "({detail}). If the power fails now, the version before it may come back."
            ).format(name=path.name, detail=written.warning)

        self._space.notices.put(Notice(NOT_FLUSHED, text, self._answers))

    def _clear(self) -> None:
        for topic in (NOT_SAVED, NOT_FLUSHED):
            self._space.notices.drop(topic)
