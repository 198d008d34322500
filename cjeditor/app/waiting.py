"""Waiting for work in another thread: the window lives on, but is in nobody's hands.

For a moment nothing is to be seen; then a dialog shows how far the work is, and stops it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final, TypeVar, cast

from PySide6.QtCore import QEventLoop, Qt, QTimer, SignalInstance
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QProgressDialog, QWidget

from cjeditor.core.progress import Progress
from cjeditor.core.words import tr
from cjeditor.panels.labels import plain
from cjeditor.session.work import Work

PATIENCE: Final = 300
"""Milliseconds before the progress is shown."""

NARROWEST, WIDEST = 380, 480
"""Pixels of the dialog, and of what it says; a longer name is cut in its middle."""

NEVER: Final = 2**31 - 1
"""Milliseconds before it shows itself, as it would over what is said afterwards."""

T = TypeVar("T")

_HANDS_OFF: Final = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents
"""What the user does meanwhile happens afterwards."""


def done_meanwhile(
    window: QWidget,
    title: str,
    text: str,
    act: Callable[[Progress], T],
    *,
    can_stop: bool = True,
) -> T:
    """Return what *act* makes in another thread.

    Args:
        title, text: Of the dialog, if it takes longer.
        can_stop: Whether the user can stop it, and *act* tells how far it is.

    Raises:
        Cancelled: The user has stopped it.
        Exception: What *act* raises.
    """
    work = Work(act)
    work.start()
    wait(window, title, text, work.finished, work.isFinished, work if can_stop else None)
    work.wait()
    return cast(T, work.result())


def wait(
    window: QWidget,
    title: str,
    text: str,
    ended: SignalInstance,
    is_over: Callable[[], bool],
    work: Work | None = None,
) -> None:
    """Return when something *is_over*, which *ended* tells.

    Args:
        work: What can be stopped, and says how far it is.
    """
    loop, patience = QEventLoop(), QTimer()
    ended.connect(loop.quit)
    patience.timeout.connect(loop.quit)
    patience.start(PATIENCE)
    with _busy():
        if not is_over():
            loop.exec(_HANDS_OFF)
    patience.stop()
    if is_over():
        return
    dialog = _Shown(window, title, text, work)
    ended.connect(dialog.accept)
    if not is_over():
        dialog.exec()
    dialog.deleteLater()
    with _busy():
        while not is_over():  # it takes a moment to stop
            loop.exec(_HANDS_OFF)


class _Shown(QProgressDialog):
    """How far the work is; what cannot be stopped cannot be closed either."""

    def __init__(self, window: QWidget, title: str, text: str, work: Work | None) -> None:
        super().__init__(window)
        self._can_stop = work is not None
        self.setWindowTitle(title)
        middle = Qt.TextElideMode.ElideMiddle
        self.setLabel(plain(self.fontMetrics().elidedText(text, middle, WIDEST)))
        self.setRange(0, 100 if work is not None else 0)
        self.setMinimumWidth(NARROWEST)
        self.setAutoClose(False)
        self.setAutoReset(False)
        self.setCancelButton(None)
        self.setMinimumDuration(NEVER)
        self.setValue(0)  # only now the duration counts
        if work is not None:
            self.setCancelButtonText(tr("Stop"))
            self.canceled.connect(work.stop)
            work.progressed.connect(self.setValue)
            self.setValue(work.done)

    def reject(self) -> None:
        if self._can_stop:
            self.canceled.emit()
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._can_stop:
            super().closeEvent(event)
        else:
            event.ignore()


@contextmanager
def _busy() -> Iterator[None]:
    """Show the pointer of somebody at work."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
