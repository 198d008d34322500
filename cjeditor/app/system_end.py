"""When the system ends the program: by a signal, or because the user logs out.

All that is done and typed is kept for the next start, which offers it, and nothing is asked.

After a signal the process ends by that very signal, as if nobody had listened for it: a shell
sees 128 + n, a service manager an orderly end, and a script that Ctrl+C interrupts stops too
(GNU C library manual, "Termination in Handler").
"""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtGui import QGuiApplication, QSessionManager

if TYPE_CHECKING:
    from cjeditor.app.safety import Safety

_NAMES: Final = ("SIGTERM", "SIGINT", "SIGHUP", "SIGBREAK")
"""Of signals that ask a program to end; Windows has the first two and the last, others three."""


class Signals(QObject):
    """Listens for signals, for the whole program.

    While Qt waits for events no Python runs, and so no handler of a signal: its number comes
    through a socket that Qt waits for, too.
    """

    def __init__(self, safety: Safety) -> None:
        super().__init__(safety)
        self._safety = safety
        self._coming, self._going = socket.socketpair()
        for end in (self._coming, self._going):
            end.setblocking(False)
        notifier = QSocketNotifier(self._coming.fileno(), QSocketNotifier.Type.Read, self)
        notifier.activated.connect(self._end)
        signal.set_wakeup_fd(self._going.fileno(), warn_on_full_buffer=False)
        for number in _heard():
            signal.signal(number, lambda *_told: None)

    def _end(self) -> None:
        number = self._coming.recv(1)[0]
        self._safety.end()
        signal.signal(number, signal.SIG_DFL)
        signal.raise_signal(number)


class LogOut(QObject):
    """Listens for the end of the user's session; another program may still stop that."""

    def __init__(self, application: QGuiApplication, safety: Safety) -> None:
        super().__init__(safety)
        self._safety = safety
        application.commitDataRequest.connect(self.keep)
        application.saveStateRequest.connect(self.keep)

    def keep(self, manager: QSessionManager) -> None:
        """Keep all; the program is not to be started by itself the next time."""
        manager.setRestartHint(QSessionManager.RestartHint.RestartNever)
        self._safety.keep()


def _heard() -> Iterator[signal.Signals]:
    """Yield the signals that are not to be ignored, as those of a program under `nohup` are."""
    for name in _NAMES:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            yield number
