"""Starts the program: first an empty window, then, once that is seen, all that stands in it."""

from __future__ import annotations

import gc
import logging
import sys
from collections.abc import Callable, Sequence
from functools import partial
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from platformdirs import user_state_path

from cjeditor.app import qt_loading  # noqa: F401  isort: skip  before the rest of Qt

from PySide6.QtWidgets import QApplication, QMainWindow

from cjeditor.app.appearance import Appearance
from cjeditor.app.main_window import MainWindow
from cjeditor.app.settings import SettingsFile, settings_path
from cjeditor.app.theme import load_fonts, show_emblem
from cjeditor.core.words import interface, tr

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

    Make = Callable[[QMainWindow], Workspace]

logger = logging.getLogger(__name__)

LOG_SIZE = 500_000
"""Bytes of a log file before the next one is begun."""


def run(path: Path | None, argv: Sequence[str]) -> int:
    """Open the window, on the map at *path* or on a new one, and return the exit code."""
    _log_to_file()
    application = QApplication(list(argv[:1]))
    window, make = prepare(application)
    sys.excepthook = Unexpected(window).tell

    def open_up() -> None:
        _open_up(window, make, path)
        if path is None:
            greet(window)
        gc.freeze()  # what is loaded now stays: no need to look through it again and again
        gc.enable()

    window.painted.connect(open_up)
    window.fit_screen()
    window.show()
    code = application.exec()
    if window.workspace is not None:
        window.workspace.session.undo_stack.blockSignals(True)  # its own end is no news
    sys.excepthook = sys.__excepthook__  # nobody is there any more to read a dialog
    return code


def greet(window: MainWindow) -> None:
    """Show the start screen, if the user wants it."""
    space = window.workspace
    if space is not None and space.settings.value.start_shown:
        space.home.show()


def build(application: QApplication, path: Path | None = None) -> MainWindow:
    """Return the window with all that stands in it, ready to be shown."""
    window, make = prepare(application)
    _open_up(window, make, path)
    return window


def _workspace(settings: SettingsFile, appearance: Appearance, window: QMainWindow) -> Workspace:
    """Return a workspace with a new map in it; what it needs is imported only now."""
    from cjeditor.app.blank import blank_map
    from cjeditor.app.workspace import Workspace
    from cjeditor.session.session import Session

    show_emblem()  # only now: the SVG library takes its time
    workspace = Workspace(window, Session(blank_map(interface())), settings, appearance)
    appearance.dress()
    return workspace


def prepare(application: QApplication) -> tuple[MainWindow, Make]:
    """Return the empty window in its theme and language, and what makes its workspace."""
    application.setApplicationName("cjeditor")
    application.setApplicationDisplayName("CJ Editor")
    application.setDesktopFileName("cjeditor")
    load_fonts()
    settings = SettingsFile(settings_path())
    appearance = Appearance(application, settings)
    return MainWindow(settings), partial(_workspace, settings, appearance)


def _open_up(window: MainWindow, make: Make, path: Path | None) -> None:
    workspace = window.fill(make)
    workspace.view.go_home()
    if path is not None:
        workspace.documents.open(path)


class Unexpected:
    """Tells errors that nobody expected, one at a time, and lets the program go on."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._telling = False

    def tell(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        """Show *error* in a sentence and log it; the exception hook of the running program."""
        from cjeditor.app.dialogs import tell
        from cjeditor.sentences import sentence

        logger.error("unexpected", exc_info=(kind, error, trace))
        if self._telling or sys.is_finalizing() or issubclass(kind, KeyboardInterrupt):
            return
        self._telling = True
        try:
            text = sentence(error, interface())
            tell(self._window, tr("That did not work"), text, problem=True)
        finally:
            self._telling = False


def _log_to_file() -> None:
    """Write warnings and errors to a file of our own; without one the program runs too."""
    folder = user_state_path("cjeditor", appauthor=False)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "cjeditor.log", maxBytes=LOG_SIZE, backupCount=1, encoding="utf-8"
        )
    except OSError:
        return
    logging.basicConfig(
        level=logging.WARNING,
        format="%(asctime)s %(levelname)s %(name)s: %(message)s",
        handlers=[handler],
    )
