"""Saving as the user asks for it: where the map goes, and what is said about it.

The user goes on working while the map is written, unless the document is to go.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cjeditor.app.file_name import proposed_name
from cjeditor.app.settings import SettingsFile
from cjeditor.core.words import interface, tr
from cjeditor.files.errors import ChangedOnDisk
from cjeditor.files.header import SUFFIX
from cjeditor.sentences import sentence
from cjeditor.session.saving import Saving, is_same_file
from cjeditor.session.session import Session


class Saver(QObject):
    """Saves the map of a window's session.

    Signals:
        asked: The map is to be saved; what is being typed is to be taken over.
        failed_quietly: A save that nobody has asked for has failed; with the error.

    Attributes:
        saving: What writes the map.
    """

    asked = Signal()
    failed_quietly = Signal(object)

    def __init__(self, window: QWidget, session: Session, settings: SettingsFile) -> None:
        super().__init__(window)
        self.saving = Saving(session, self)
        self._window = window
        self._session = session
        self._settings = settings
        self._is_awaited = False
        self._is_quiet = False
        self._problem: Exception | None = None
        self.saving.saved.connect(self._remember)
        self.saving.failed.connect(self._take_problem)

    def save(self) -> bool:
        """Begin to save the map; False if it has no place, and the user gives it none.

        A map that could not or must not be written needs another place.
        """
        path = self.saving.path or (None if self._session.is_read_only else self._session.path)
        return self.save_as() if path is None else self._begin(path)

    def save_quietly(self) -> None:
        """Save the map in its file as it is now; nobody is asked, and what is typed stays so."""
        if self._session.path is not None:
            self._is_quiet = True
            self.saving.save(self._session.path)

    def save_as(self) -> bool:
        """Ask for a place and begin to save the map there; False if the user gives none."""
        from cjeditor.app.dialogs import file_dialog, name_filter

        dialog = file_dialog(self._window, tr("Save the map"), self.folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([name_filter(tr("Journey maps"), [SUFFIX])])
        dialog.setDefaultSuffix(SUFFIX[1:])
        dialog.selectFile(proposed_name(self._session) + SUFFIX)
        if not dialog.exec():
            return False
        path = Path(dialog.selectedFiles()[0])
        return self._may_replace(path) and self._begin(path)

    def folder(self) -> Path:
        """Return the folder in which to ask for a file."""
        near = self._session.path or self._session.proposed
        if near is not None:
            return near.parent
        folder = Path(self._settings.value.folder or Path.home())
        return folder if folder.is_dir() else Path.home()

    @property
    def is_awaited(self) -> bool:
        """Whether the window waits for a save, and nothing else may be begun."""
        return self._is_awaited

    def finish(self) -> bool:
        """Wait until nothing is left to be written; tell whether all has been written."""
        if not self.saving.is_busy:
            return True
        from cjeditor.app.waiting import wait

        saving, path = self.saving, self.saving.path
        text = tr("Saving {name} …").format(name=path.name if path else "")
        self._is_awaited = True
        try:
            wait(self._window, tr("Save the map"), text, saving.ended, lambda: not saving.is_busy)
        finally:
            self._is_awaited = False
        problem, self._problem = self._problem, None
        return problem is None or (self._tell(problem) and self.finish())

    def _may_replace(self, path: Path) -> bool:
        """Ask before what a newer program wrote is replaced by what is understood of it."""
        own = self._session.path
        if self._session.newer is None or own is None or not is_same_file(path, own):
            return True
        from cjeditor.app.dialogs import ask

        question = tr(
            "“{name}” was made by a newer version of CJ Editor. If you replace it, all in it that "
            "this version does not understand is lost."
        )
        title = tr("Replace the file of a newer version")
        return ask(self._window, title, question.format(name=own.name), tr("Replace"))

    def _begin(self, path: Path) -> bool:
        self._is_quiet = False
        self.asked.emit()
        self.saving.save(path)
        return True

    def _remember(self, path: Path) -> None:
        self._settings.add_recent(path.absolute())

    def _take_problem(self, problem: Exception) -> None:
        """Tell why a save has failed; where it is waited for, after the waiting."""
        if self._is_awaited:
            self._problem = problem
        elif self._is_quiet:
            self.failed_quietly.emit(problem)
        else:
            self._tell(problem)

    def _tell(self, problem: Exception) -> bool:
        """Tell why a save has failed, and what can be done; return whether a new one was begun."""
        from cjeditor.app.dialogs import choose, tell

        title, text = tr("The map was not saved"), sentence(problem, interface())
        if isinstance(problem, ChangedOnDisk):  # what can be done stands above the map
            tell(self._window, title, text, problem=True)
            return False
        answers = tr("Save in another place …"), tr("Try again")
        match choose(self._window, title, text, answers, problem=True):
            case 0:
                return self.save_as()
            case 1:
                return self.save()
            case _:
                return False
