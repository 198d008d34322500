"""Export: asks how and where, writes in a thread of its own, can be stopped."""

import threading
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from cjeditor.app.dialogs import file_dialog, show_list, tell
from cjeditor.app.export_dialog import ExportDialog
from cjeditor.app.file_name import proposed_name
from cjeditor.app.settings import SettingsFile
from cjeditor.core.progress import Cancelled
from cjeditor.core.words import interface, tr, trn
from cjeditor.exchange.format import Format, Options, Writing
from cjeditor.exchange.registry import format_named
from cjeditor.files import atomic
from cjeditor.model.map import Map
from cjeditor.panels.labels import plain
from cjeditor.sentences import remark_sentence, sentence
from cjeditor.session.session import Session

PATIENCE = 300
"""Milliseconds before the progress is shown."""

NEVER: Final = 2**31 - 1
"""Milliseconds before the progress shows itself, as it would over the list of what was lost."""


class ExportThread(QThread):
    """Writes one document.

    Signals:
        progressed: Share done, in hundredths.

    Attributes:
        writing: What was written; None if it was stopped or failed.
        error: Why it failed; None if it did not.
    """

    progressed = Signal(int)

    def __init__(self, journey: Map, kind: Format, options: Options, path: Path) -> None:
        super().__init__()
        self._journey = journey
        self._kind = kind
        self._options = options
        self._path = path
        self._stop = threading.Event()
        self._told = 0
        self.writing: Writing | None = None
        self.error: Exception | None = None

    def stop(self) -> None:
        """Stop soon; nothing will have been written."""
        self._stop.set()

    def run(self) -> None:
        assert self._kind.write is not None
        try:
            writing = self._kind.write(self._journey, self._options, self._progress)
            self._progress(1)
            atomic.write(self._path, writing.content)
            self.writing = writing
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001  whatever it is, the window tells it
            self.error = error

    def _progress(self, share: float) -> None:
        if self._stop.is_set():
            raise Cancelled
        hundredths = round(share * 100)
        if hundredths != self._told:
            self._told = hundredths
            self.progressed.emit(hundredths)


class Exporting(QObject):
    """Asks for options and a place, and has the document written.

    Signals:
        exported: A document was written to this path.
    """

    exported = Signal(str)

    def __init__(self, window: QWidget, session: Session, settings: SettingsFile) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings

    def ask(self, name: str) -> None:
        """Ask how and where to export to the format *name*, and do it."""
        kind = format_named(name)
        options = self._ask_options(kind)
        if options is None:
            return
        path = self._ask_path(kind)
        if path is not None:
            self._settings.change(export_folder=str(path.parent))
            self.write(kind, options, path)

    def write(self, kind: Format, options: Options, path: Path) -> None:
        """Write the present map to *path*, and tell what could not be put into it."""
        thread = ExportThread(self._session.journey, kind, options, path)
        progress = self._progress_dialog(path)
        progress.canceled.connect(thread.stop)
        thread.progressed.connect(progress.setValue)
        thread.finished.connect(progress.accept)
        thread.start()
        if not thread.wait(PATIENCE):
            progress.exec()
        thread.wait()
        progress.deleteLater()
        self._tell(thread, path)

    def _ask_options(self, kind: Format) -> Options | None:
        asked = ASKED.get(kind.name, ())
        if not self._session.journey.links:
            asked = tuple(each for each in asked if each != "links")
        if not asked:
            return Options()
        dialog = ExportDialog(self._window, kind, asked, self._settings.value.paper)
        if not dialog.exec():
            return None
        options = dialog.options()
        if "paper" in asked:
            self._settings.change(paper=options.paper)
        return options

    def _ask_path(self, kind: Format) -> Path | None:
        suffix = kind.suffixes[0]
        title = tr("Export: {what}").format(what=tr(kind.label))
        dialog = file_dialog(self._window, title, self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        patterns = " ".join(f"*{each}" for each in kind.suffixes)
        dialog.setNameFilters([f"{tr(kind.label)} ({patterns})"])
        dialog.setDefaultSuffix(suffix[1:])
        dialog.selectFile(proposed_name(self._session) + suffix)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def _progress_dialog(self, path: Path) -> QProgressDialog:
        dialog = QProgressDialog(self._window)
        dialog.setWindowTitle(tr("Export"))
        dialog.setLabel(plain(tr("Writing {name} …").format(name=path.name)))
        dialog.setCancelButtonText(tr("Stop"))
        dialog.setRange(0, 100)
        dialog.setMinimumWidth(380)
        dialog.setAutoClose(False)
        dialog.setAutoReset(False)
        dialog.setMinimumDuration(NEVER)
        dialog.setValue(0)  # only now the duration counts
        return dialog

    def _tell(self, thread: ExportThread, path: Path) -> None:
        if thread.error is not None:
            text = sentence(thread.error, interface())
            tell(self._window, tr("The document was not written"), text, problem=True)
        elif thread.writing is not None:
            self.exported.emit(str(path))
            remarks = thread.writing.remarks
            if remarks:
                text = trn(
                    "{n} thing could not be put into the document:",
                    "{n} things could not be put into the document:",
                    len(remarks),
                )
                lines = [remark_sentence(each, interface()) for each in remarks]
                show_list(self._window, tr("Exported: {name}").format(name=path.name), text, lines)

    def _folder(self) -> Path:
        known = self._settings.value.export_folder or self._settings.value.folder
        folder = Path(known) if known else Path.home()
        if self._session.path is not None and not self._settings.value.export_folder:
            folder = self._session.path.parent
        return folder if folder.is_dir() else Path.home()


Asked = Literal["paper", "orientation", "dpi", "links", "language"]
ASKED: Final[dict[str, tuple[Asked, ...]]] = {
    "pdf": ("paper", "orientation", "links", "language"),
    "xlsx": ("language",),
    "png": ("dpi", "links", "language"),
    "svg": ("links", "language"),
}
"""What is asked before a format is written; links only if there are any, nothing for the others."""
