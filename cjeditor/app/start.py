"""Starts the program: first an empty window, then, once that is seen, all that stands in it."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cjeditor.app import qt_loading  # noqa: F401  isort: skip  before the rest of Qt

from PySide6.QtWidgets import QApplication, QMainWindow

from cjeditor.app.appearance import Appearance
from cjeditor.app.garbage import Garbage
from cjeditor.app.log import begin_log, log_folder
from cjeditor.app.main_window import MainWindow
from cjeditor.app.settings import SettingsFile, settings_path
from cjeditor.app.system_end import LogOut, Signals
from cjeditor.app.theme import load_fonts, show_emblem
from cjeditor.core.words import interface

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

    Make = Callable[[QMainWindow], Workspace]

TURN: Final = 0.001
"""Seconds after which a thread that works has to let another one run. The window's thread may wait
that long for each other thread, many times before it has painted; Python's own 5 ms add up."""


def run(path: Path | None, argv: Sequence[str]) -> int:
    """Open the window, on the map at *path* or on a new one, and return the exit code."""
    begin_log(log_folder())
    application = QApplication(list(argv[:1]))
    window, make = prepare(application)

    def open_up() -> None:
        space = window.fill(make)
        gc.freeze()  # what is loaded stays: a map that is opened begins by looking for garbage
        space.unexpected.listen()
        Signals(space.safety)
        LogOut(application, space.safety)
        _open_up(window, path)
        if path is None:
            greet(window)
        if window.workspace is not None:
            window.workspace.safety.recovery.look(path)
        gc.freeze()  # so does what is there now; nobody looks through it again and again
        Garbage(window)

    window.painted.connect(open_up)
    window.fit_screen()
    window.show()
    code = application.exec()
    if window.workspace is not None:
        window.workspace.session.undo_stack.blockSignals(True)  # its own end is no news
    sys.excepthook = sys.__excepthook__  # nobody is there any more to read a dialog
    threading.excepthook = threading.__excepthook__
    return code


def greet(window: MainWindow) -> None:
    """Show the start screen, if the user wants it."""
    space = window.workspace
    if space is not None and space.settings.value.start_shown:
        space.home.show()


def build(application: QApplication, path: Path | None = None) -> MainWindow:
    """Return the window with all that stands in it, ready to be shown."""
    window, make = prepare(application)
    window.fill(make)
    _open_up(window, path)
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
    sys.setswitchinterval(TURN)
    application.setApplicationName("cjeditor")
    application.setApplicationDisplayName("CJ Editor")
    application.setDesktopFileName("cjeditor")
    load_fonts()
    settings = SettingsFile(settings_path())
    appearance = Appearance(application, settings)
    return MainWindow(settings), partial(_workspace, settings, appearance)


def _open_up(window: MainWindow, path: Path | None) -> None:
    assert window.workspace is not None
    window.workspace.view.go_home()
    if path is not None:
        window.workspace.documents.open(path)
