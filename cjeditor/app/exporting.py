"""Export: asks how and where, writes in a thread of its own, can be stopped."""

from collections.abc import Sequence
from pathlib import Path
from typing import Final, Literal

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cjeditor.app.dialogs import file_dialog, name_filter, show_list, tell
from cjeditor.app.export_dialog import ExportDialog
from cjeditor.app.file_name import proposed_name
from cjeditor.app.settings import SettingsFile
from cjeditor.app.waiting import done_meanwhile
from cjeditor.core.progress import Cancelled, Progress
from cjeditor.core.words import interface, tr, trn
from cjeditor.exchange.format import Format, Options, Remark, Writing
from cjeditor.exchange.registry import format_named
from cjeditor.files import atomic
from cjeditor.sentences import remark_sentence, sentence
from cjeditor.session.session import Session


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
        journey = self._session.journey
        assert kind.write is not None
        produce = kind.write

        def act(progress: Progress) -> Writing:
            writing = produce(journey, options, progress)
            progress(1)
            atomic.write(path, writing.content)
            return writing

        text = tr("Writing {name} …").format(name=path.name)
        try:
            writing = done_meanwhile(self._window, tr("Export"), text, act)
        except Cancelled:
            return
        except Exception as error:  # noqa: BLE001  whatever it is, the window tells it
            said = sentence(error, interface())
            tell(self._window, tr("The document was not written"), said, problem=True)
        else:
            self.exported.emit(str(path))
            self._tell(writing.remarks, path)

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
        dialog.setNameFilters([name_filter(tr(kind.label), kind.suffixes)])
        dialog.setDefaultSuffix(suffix[1:])
        dialog.selectFile(proposed_name(self._session) + suffix)
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def _tell(self, remarks: Sequence[Remark], path: Path) -> None:
        """Tell what could not be put into the document."""
        if not remarks:
            return
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
