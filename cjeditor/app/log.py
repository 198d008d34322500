"""The program's own log: warnings, errors, and what a crash of the interpreter leaves behind.

No word of a document gets into it (`discretion`); it stays on this computer.
"""

import faulthandler
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import Final

from platformdirs import user_state_path

SIZE: Final = 500_000
"""Bytes of a log file before the next one is begun."""

_LEVELS: Final = {
    "QtWarningMsg": logging.WARNING,
    "QtCriticalMsg": logging.ERROR,
    "QtFatalMsg": logging.CRITICAL,
}

logger = logging.getLogger(__name__)


def log_folder() -> Path:
    """Return where the logs are kept on this system."""
    return user_state_path("cjeditor", appauthor=False)


def begin_log(folder: Path) -> None:
    """Write warnings and errors into files in *folder*; where that fails, go on without."""
    from cjeditor.app.discretion import DiscreetFormatter

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "cjeditor.log", maxBytes=SIZE, backupCount=1, encoding="utf-8"
        )
        _catch_faults(folder / "faults.log")
    except OSError:
        return
    handler.setFormatter(DiscreetFormatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    _listen_to_qt()


def _catch_faults(file: Path) -> None:
    """Let a crash of the interpreter itself leave the calls that led to it in *file*.

    The stream is never closed: whatever else got its number would be written into.
    """
    if file.exists() and file.stat().st_size > SIZE:
        file.replace(file.with_suffix(".1.log"))
    faulthandler.enable(file.open("ab", buffering=0), all_threads=True)


def _listen_to_qt() -> None:
    """Have Qt's own warnings in the log, too."""
    from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

    def write(kind: QtMsgType, _context: QMessageLogContext, text: str) -> None:
        logger.log(_LEVELS.get(kind.name, logging.INFO), "Qt: %s", text)

    qInstallMessageHandler(write)
