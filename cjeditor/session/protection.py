"""Protects the open document: whatever happens, at most the word being typed is lost.

Every edit is written along in a recovery folder, by a `Recorder` on a thread of its own. Here,
where the user waits, a change is only put into its queue.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import Final

from PySide6.QtCore import QObject, Signal

from cjeditor.files.errors import CannotProtect
from cjeditor.model.map import Map
from cjeditor.session.recorder import Recorder
from cjeditor.session.session import Session

PATIENCE: Final = 3.0
"""Seconds that one waits for the disk at the end."""


def usual_places() -> Sequence[Path]:
    """Return where recovery folders may stand, the best place first."""
    from cjeditor.files.recovery_folder import places

    return places()


class Protection(QObject):
    """Follows a session. Nothing is written before there is something to lose.

    Signals:
        failed: Changes cannot be written along; with the `CannotProtect`. Editing goes on.
        elsewhere: They are, but not in the best place: with the `CannotProtect` that says why,
            and the folder.
        mended: All is well again.
    """

    failed = Signal(object)
    elsewhere = Signal(object, object)
    mended = Signal()

    def __init__(
        self,
        session: Session,
        parent: QObject | None = None,
        *,
        where: Callable[[], Sequence[Path]] = usual_places,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._recorder = Recorder(where, self._tell_failed, self._tell_elsewhere, self._tell_mended)
        self._thread: Thread | None = None
        self._stopped = False
        self._begun = False
        self._shows = False
        self._drafts = False
        self._noted = session.saved, self._file
        session.leaving.connect(self._leave)
        session.map_changed.connect(self._follow)
        session.file_changed.connect(self._follow_file)

    def draft(self, after: Map | None) -> None:
        """Take note of what the text being typed would make of the map; None: nothing is typed.

        An edit takes the place of a draft by itself.
        """
        if self._stopped or (after is None and not self._drafts):
            return
        self._drafts = after is not None
        self._begin(self._session.journey)
        self._recorder.draft(after)

    def try_again(self) -> None:
        """Try at once, if changes cannot be written along, whether they can be now."""
        self._recorder.try_again()

    def flush(self, patience: float = PATIENCE) -> bool:
        """Wait until all that was done up to now is safe; tell whether it is.

        Args:
            patience: Seconds to wait at most.
        """
        if self._thread is None:
            return True
        return self._recorder.flush().wait(patience) and self._recorder.is_safe

    def stop(self, patience: float = PATIENCE, *, keep: bool = False) -> bool:
        """Follow the session no longer; tell whether all was written in time.

        Args:
            patience: Seconds to wait at most.
            keep: Whether the document is to be recovered at the next start; else it is done
                with, and what was written along goes into the trash.
        """
        thread, self._thread = self._thread, None
        if not self._stopped:
            self._stopped = True
            self._session.leaving.disconnect(self._leave)
            self._session.map_changed.disconnect(self._follow)
            self._session.file_changed.disconnect(self._follow_file)
        if thread is None:
            return True
        if not keep:
            self._recorder.finish()
        self._recorder.stop()
        thread.join(patience)
        return not thread.is_alive() and self._recorder.is_safe

    @property
    def _file(self) -> Path | None:
        """The map's file; None also for one of a newer program: nothing else is to get there."""
        return None if self._session.newer is not None else self._session.path

    def _leave(self) -> None:
        self._shows = True
        self._drafts = False
        if self._begun:
            self._begun = False
            self._recorder.finish()

    def _follow(self, before: Map, after: Map) -> None:
        shows, self._shows = self._shows, False
        self._drafts = False
        if not shows:
            self._begin(before)
            self._recorder.edit(before, after)
        elif self._session.saved is not after:
            self._begin(after)

    def _follow_file(self) -> None:
        """Take note of a save; the file may have an earlier map than the present one."""
        (before, file), self._noted = self._noted, (self._session.saved, self._file)
        is_new = self._noted[0] is not before or self._noted[1] != file
        if is_new and self._begun:
            self._recorder.note(*self._noted)

    def _begin(self, journey: Map) -> None:
        if self._begun:
            return
        self._begun = True
        self._noted = self._session.saved, self._file
        self._recorder.begin(journey, *self._noted)
        if self._thread is None:
            self._thread = Thread(target=self._recorder.run, name="recorder", daemon=True)
            self._thread.start()

    def _tell_failed(self, error: CannotProtect) -> None:
        with suppress(RuntimeError):  # the window, and this with it, may be gone
            self.failed.emit(error)

    def _tell_elsewhere(self, error: CannotProtect, folder: Path) -> None:
        with suppress(RuntimeError):
            self.elsewhere.emit(error, folder)

    def _tell_mended(self) -> None:
        with suppress(RuntimeError):
            self.mended.emit()
