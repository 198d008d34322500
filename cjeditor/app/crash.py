"""What becomes of errors that nobody expected: they are written down, told once, and gone past.

The map is a value that the session holds, so an error in a view or a dialog cannot spoil it:
the views are drawn anew from it, and the user goes on.
"""

from __future__ import annotations

import logging
import platform
import sys
import threading
from collections import Counter
from types import TracebackType
from typing import TYPE_CHECKING, Final

import PySide6
from PySide6.QtCore import QObject, Qt, Signal

from cjeditor import __version__
from cjeditor.app.discretion import discreet_lines, place_of
from cjeditor.app.notices import Answer, Notice
from cjeditor.core.words import interface, mark, trn
from cjeditor.edits.edit import EditError
from cjeditor.files.errors import FileError
from cjeditor.sentences import sentence

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

logger = logging.getLogger(__name__)

TOPIC: Final = "unexpected"

_UNTOLD: Final = (KeyboardInterrupt, SystemExit)


class Unexpected(QObject):
    """Takes every error that nobody has caught, of whatever thread.

    The first of a kind is told in a dialog; while that is open, and when the same comes
    again, it is only counted, and a notice above the map says so.
    """

    _happened = Signal(object)

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self._counts: Counter[str] = Counter()
        self._telling = False
        self._happened.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    def listen(self) -> None:
        """Take the errors of the whole program from now on."""
        sys.excepthook = self._take
        threading.excepthook = lambda args: self._take(
            args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback
        )

    def _take(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, _UNTOLD) or sys.is_finalizing():
            return
        logger.error("unexpected", exc_info=(kind, error, trace))
        self._happened.emit(error.with_traceback(trace))

    def _tell(self, error: BaseException) -> None:
        """Tell *error*, in the window's own thread and not in the midst of painting."""
        name = f"{type(error).__qualname__} {place_of(error)}"
        self._counts[name] += 1
        if self._telling:
            self._space.notices.put(self._notice(error))
            return
        self._telling = True
        try:
            self._draw_anew()
            if self._counts[name] == 1:
                self._show(error)
            else:
                self._space.notices.put(self._notice(error))
        finally:
            self._telling = False

    def _draw_anew(self) -> None:
        """Show the map as it stands; what failed may have left half of a change on screen."""
        try:
            self._space.view.set_look(self._space.view.look)
        except Exception:  # this may be the very error that is being told
            logger.exception("the map was not drawn anew")

    def _show(self, error: BaseException) -> None:
        from cjeditor.app.crash_dialog import CrashDialog

        dialog = CrashDialog(self._space.window, told(error), report(error, self._space))
        dialog.save_wanted.connect(self._space.documents.saver.save)
        dialog.exec()
        dialog.deleteLater()

    def _notice(self, error: BaseException) -> Notice:
        count = self._counts.total()
        return Notice(
            TOPIC,
            lambda: trn(
                "Something went wrong inside the program, {n} time so far. Your map is whole; to "
                "be safe, save it.",
                "Something went wrong inside the program, {n} times so far. Your map is whole; to "
                "be safe, save it.",
                count,
            ),
            (
                Answer(mark("Save"), self._space.documents.saver.save),
                Answer(mark("Details …"), lambda: self._show(error)),
            ),
        )


def told(error: BaseException) -> str:
    """Return what happened as a sentence; empty where only a programmer would understand it."""
    known = isinstance(error, (EditError, FileError, OSError, MemoryError))
    return sentence(error, interface()) if known else ""


def report(error: BaseException, space: Workspace) -> str:
    """Return what a programmer needs to find the fault; no word of the document is in it."""
    journey, settings = space.session.journey, space.settings.value
    counts = ", ".join(
        f"{len(journey.table(name))} {name}" for name in ("stages", "steps", "lanes", "cards")
    )
    program = f"CJ Editor {__version__}, PySide6 {PySide6.__version__}"
    system = f"Python {platform.python_version()}, {platform.platform()}"
    chosen = f"Language {interface().language}, theme {settings.theme}, text {settings.text_size} %"
    return "\n".join((program, system, chosen, f"Map: {counts}", "", *discreet_lines(error)))
