"""New, open, save, import: how documents come and go, with every question on the way.

Dialogs and formats are imported when they are asked for; a start has no time for them.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from cjeditor.app.blank import blank_map
from cjeditor.app.file_name import proposed_name
from cjeditor.app.settings import SettingsFile
from cjeditor.core.words import interface, tr, trn
from cjeditor.exchange.format import ReadError
from cjeditor.files import cjm
from cjeditor.files.errors import FileError
from cjeditor.model.map import Map
from cjeditor.sentences import remark_sentence, sentence
from cjeditor.session.session import Session

SUFFIX = ".cjm"


class Documents(QObject):
    """Puts documents into the session and onto the disk.

    Signals:
        saved: The map was written to its file just now.
        taken_up: Another document was opened, imported or begun.
        going: The open document may be left now; what is being written is to be taken over.
        asked: The map is to be saved, with what is being written.
    """

    saved = Signal()
    taken_up = Signal()
    going = Signal()
    asked = Signal()

    def __init__(self, window: QWidget, session: Session, settings: SettingsFile) -> None:
        super().__init__(window)
        self._window = window
        self._session = session
        self._settings = settings

    @property
    def name(self) -> str:
        """What the open document is called."""
        return self._session.name or tr("Untitled map")

    def begin(self, template: Path) -> None:
        """Begin a new map from the template in a file."""
        from cjeditor.app.templates import begin

        self._show_new(lambda: begin(template))

    def open_example(self, path: Path) -> None:
        """Open an example, as a map that is not saved yet."""
        self._show_new(lambda: cjm.load(path))

    def _show_new(self, make: Callable[[], Map]) -> None:
        """Take up what *make* returns, as a map without a file."""
        if not self.may_go():
            return
        try:
            with _busy():
                self._session.show(make())
        except FileError as error:
            self._tell_problem(tr("The map was not opened"), error)
            return
        self.taken_up.emit()

    def follow_language(self) -> None:
        """Give a new map that nobody has touched its titles in the interface's language."""
        session = self._session
        touched = session.path or session.is_changed or session.undo_stack.count()
        if not touched and not session.journey.cards:
            session.show(blank_map(interface()))

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        if not self.may_go():
            return
        path = self._ask_file(tr("Open a map"), [_filter(tr("Journey maps"), [SUFFIX])])
        if path is not None:
            self._take(path)

    def open(self, path: Path) -> None:
        """Open a map, or import a file of another format."""
        if self.may_go():
            self._take(path)

    def ask_import(self) -> None:
        """Ask for a file of another format and import it."""
        if not self.may_go():
            return
        from cjeditor.exchange.registry import readers

        formats = readers()
        every = sorted({suffix for each in formats for suffix in each.suffixes})
        filters = [_filter(tr("All that can be imported"), every)]
        filters += [_filter(tr(each.label), each.suffixes) for each in formats]
        path = self._ask_file(tr("Import"), filters)
        if path is not None:
            self._take(path)

    def save(self) -> bool:
        """Save the map, asking for a place if it has none; False if it was not saved."""
        return self._save_to(self._session.path) if self._session.path else self.save_as()

    def save_as(self) -> bool:
        """Ask for a place and save the map there; False if it was not saved."""
        from cjeditor.app.dialogs import file_dialog

        dialog = file_dialog(self._window, tr("Save the map"), self._folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([_filter(tr("Journey maps"), [SUFFIX])])
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.selectFile(proposed_name(self._session) + SUFFIX)
        if not dialog.exec():
            return False
        return self._save_to(Path(dialog.selectedFiles()[0]))

    def may_go(self) -> bool:
        """Ask about unsaved changes; tell whether the open document may go."""
        self.going.emit()
        if not self._session.is_changed:
            return True
        from cjeditor.app.dialogs import ask_save

        match ask_save(self._window, self.name):
            case "save":
                return self.save()
            case "discard":
                return True
            case "cancel":
                return False

    def _take(self, path: Path) -> None:
        if path.suffix.lower() == SUFFIX:
            self._open(path)
        else:
            self._import(path)

    def _open(self, path: Path) -> bool:
        try:
            with _busy():
                self._session.open(path)
        except FileError as error:
            self._settings.drop_recent(path)
            self._tell_problem(tr("The map was not opened"), error)
            return False
        self._remember(path)
        self.taken_up.emit()
        return True

    def _import(self, path: Path) -> None:
        from cjeditor.app.dialogs import show_list
        from cjeditor.exchange.opening import open_file

        try:
            with _busy():
                reading = open_file(path)
        except (ReadError, FileError) as error:
            self._tell_problem(tr("The file was not imported"), error)
            return
        self._session.show(reading.journey, changed=True)
        self.taken_up.emit()
        self._settings.change(folder=str(path.parent))
        if reading.remarks:
            count = len(reading.remarks)
            text = trn(
                "{n} thing could not be taken over as it stands:",
                "{n} things could not be taken over as they stand:",
                count,
            )
            lines = [remark_sentence(each, interface()) for each in reading.remarks]
            show_list(self._window, tr("Imported: {name}").format(name=path.name), text, lines)

    def _save_to(self, path: Path) -> bool:
        self.asked.emit()
        try:
            self._session.save(path)
        except FileError as error:
            self._tell_problem(tr("The map was not saved"), error)
            return False
        self._remember(path)
        self.saved.emit()
        return True

    def _remember(self, path: Path) -> None:
        self._settings.add_recent(path.absolute())
        self._settings.change(folder=str(path.absolute().parent))

    def _ask_file(self, title: str, filters: list[str]) -> Path | None:
        from cjeditor.app.dialogs import file_dialog

        dialog = file_dialog(self._window, title, self._folder())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([*filters, tr("All files (*)")])
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def _folder(self) -> Path:
        if self._session.path is not None:
            return self._session.path.parent
        folder = Path(self._settings.value.folder or Path.home())
        return folder if folder.is_dir() else Path.home()

    def _tell_problem(self, title: str, error: Exception) -> None:
        from cjeditor.app.dialogs import tell

        tell(self._window, title, sentence(error, interface()), problem=True)


def _filter(label: str, suffixes: "list[str] | tuple[str, ...]") -> str:
    patterns = " ".join(f"*{suffix}" for suffix in suffixes)
    return f"{label} ({patterns})"


@contextmanager
def _busy() -> Iterator[None]:
    """Show the pointer of somebody at work."""
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        yield
    finally:
        QGuiApplication.restoreOverrideCursor()
