"""Brings back what sessions that ended badly have left, and keeps the trash."""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, Signal

from cjeditor.core.words import interface, tr
from cjeditor.files import atomic
from cjeditor.files.errors import CannotWrite
from cjeditor.files.recovery import Leftover, delete_old, leftovers, trash
from cjeditor.files.recovery_folder import places
from cjeditor.sentences import sentence

if TYPE_CHECKING:
    from cjeditor.app.recovery_dialog import RecoveryDialog
    from cjeditor.app.workspace import Workspace

logger = logging.getLogger(__name__)


class _Looking(QThread):
    """Looks for what was left; also deletes what the trash has kept long enough.

    Signals:
        found: With the leftovers of which no file has everything.
    """

    found = Signal(object)

    def run(self) -> None:
        self.found.emit(_to_recover())


def _to_recover() -> tuple[Leftover, ...]:
    """Return what has to come back; what needs not goes into the trash."""
    for root in places():
        delete_old(root, datetime.now(UTC))
    kept = []
    for leftover in leftovers(*places()):
        if leftover.is_saved and not leftover.problems:
            _throw_away(leftover)
        else:
            kept.append(leftover)
    return tuple(kept)


def _throw_away(leftover: Leftover) -> None:
    try:
        leftover.discard()
    except CannotWrite:  # it is found again the next time
        logger.exception("what needs no recovery was not put away")
        leftover.release()


class Recovery(QObject):
    """Offers what can be recovered; one dialog at a time."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self._looking: _Looking | None = None
        self._dialog: RecoveryDialog | None = None
        self._first: Path | None = None

    def look(self, first: Path | None = None) -> None:
        """Look for what was left, and offer it if there is something.

        Args:
            first: File whose session is to be offered first.
        """
        self._first = first
        self._start(self._offer)

    def show(self) -> None:
        """Show what can be recovered, and the trash, even if there is nothing."""
        self._start(self._show)

    def _start(self, take: Callable[[tuple[Leftover, ...]], None]) -> None:
        self.stop()
        self._looking = _Looking(self)
        self._looking.found.connect(take)
        self._looking.start(QThread.Priority.LowPriority)

    def stop(self) -> None:
        """Look no longer: the window is going."""
        if self._looking is not None:
            self._looking.wait()

    def _offer(self, found: tuple[Leftover, ...]) -> None:
        if found:
            self._show(found)

    def _show(self, found: tuple[Leftover, ...]) -> None:
        if self._dialog is not None:
            _release(found)
            return
        from cjeditor.app.recovery_dialog import RecoveryDialog

        space = self._space
        ordered = sorted(found, key=lambda each: not _is_of(each, self._first))
        theme = space.view.look.theme.name
        self._dialog = dialog = RecoveryDialog(space.window, ordered, trash(*places()), theme)
        dialog.wanted.connect(self._act)
        dialog.exec()
        dialog.stop()
        self._dialog = None
        dialog.deleteLater()
        _release(found)

    def _act(self, name: str, leftover: Leftover) -> None:
        assert self._dialog is not None
        try:
            match name:
                case "open":
                    self._open(leftover)
                case "discard":
                    leftover.discard()
                    self._dialog.found.take_out(leftover)
                case "restore":
                    self._dialog.accept()
                    self._open(leftover.restore())
                case "delete" if self._may_delete():
                    atomic.remove(leftover.folder)
                    self._dialog.trash.take_out(leftover)
        except CannotWrite as error:
            from cjeditor.app.dialogs import tell

            tell(self._dialog, tr("That did not work"), sentence(error, interface()), problem=True)

    def _open(self, leftover: Leftover) -> None:
        """Open what comes back as an unsaved map; its own session writes it along at once."""
        journey, meta = leftover.journey, leftover.meta
        if journey is None or not self._space.documents.may_go():
            leftover.release()
            return
        if self._dialog is not None:
            self._dialog.accept()
        file = meta.file if meta is not None else None
        sum_of_file = meta.sha256 if meta is not None else None
        sha256 = bytes.fromhex(sum_of_file) if file is not None and sum_of_file else None
        self._space.documents.take_up(journey, file, sha256, is_whole=leftover.is_whole)
        if self._space.safety.protection.flush():
            _throw_away(leftover)
        else:
            leftover.release()
        if leftover.losses:
            from cjeditor.app.damaged import tell_losses

            name = file.name if file is not None else self._space.documents.name
            tell_losses(self._space.window, name, leftover.losses, journey)

    def _may_delete(self) -> bool:
        from cjeditor.app.dialogs import ask

        question = tr("Delete this work for good? It cannot be brought back.")
        assert self._dialog is not None
        return ask(self._dialog, tr("Delete for good"), question, tr("Delete"))


def _release(found: tuple[Leftover, ...]) -> None:
    for leftover in found:
        leftover.release()


def _is_of(leftover: Leftover, file: Path | None) -> bool:
    meta = leftover.meta
    return file is not None and meta is not None and meta.file == file.absolute()
