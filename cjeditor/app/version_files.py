"""What becomes of a version as a file: named, copied out, deleted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QFileDialog, QWidget

from cjeditor.app.saver import Saver
from cjeditor.app.waiting import done_meanwhile
from cjeditor.core.words import interface, tr
from cjeditor.files import atomic
from cjeditor.files.errors import FileError
from cjeditor.files.header import SUFFIX
from cjeditor.files.version_file import Version
from cjeditor.files.versions import VersionFolder
from cjeditor.sentences import sentence

T = TypeVar("T")


class VersionFiles:
    """Asks and acts for a dialog about versions.

    Attributes:
        folder: Where they are.
    """

    def __init__(self, parent: QWidget, folder: VersionFolder, saver: Saver) -> None:
        self.folder = folder
        self._parent = parent
        self._saver = saver

    def ask_label(self, version: Version) -> Version | None:
        """Ask for a name; return the version with it, or None if it keeps the one it has."""
        from cjeditor.app.name_dialog import NameDialog

        title = tr("Name the version")
        dialog = NameDialog(self._parent, title, version.about.label)
        if not dialog.exec() or dialog.name == version.about.label:
            return None
        name = dialog.name
        return self._done(title, lambda: self.folder.label(version, name))

    def save_copy(self, version: Version) -> None:
        """Ask for a place, and write there what the map's file was, to the byte."""
        from cjeditor.app.dialogs import file_dialog, name_filter

        title = tr("Save a copy")
        dialog = file_dialog(self._parent, title, self._saver.folder())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([name_filter(tr("Journey maps"), [SUFFIX])])
        dialog.setDefaultSuffix(SUFFIX[1:])
        stem = version.file.stem if version.file is not None else tr("Untitled map")
        dialog.selectFile(f"{stem} {version.about.time[:16].replace(':', '.')}{SUFFIX}")
        if dialog.exec():
            path = Path(dialog.selectedFiles()[0])
            self._done(title, lambda: atomic.write(path, self.folder.read(version)))

    def delete(self, version: Version, name: str) -> bool:
        """Ask, and delete the version for good; tell whether it is gone."""
        from cjeditor.app.dialogs import ask

        title = tr("Delete the version")
        question = tr("Delete the version “{name}” for good? It cannot be brought back.")
        if not ask(self._parent, title, question.format(name=name), tr("Delete")):
            return False
        return bool(self._done(title, lambda: self._remove(version)))

    def _remove(self, version: Version) -> bool:
        self.folder.remove(version)
        return True

    def _done(self, title: str, act: Callable[[], T]) -> T | None:
        """Do *act* in another thread; tell why it failed, if it does."""
        from cjeditor.app.dialogs import tell

        try:
            return done_meanwhile(
                self._parent, title, tr("One moment …"), lambda _told: act(), can_stop=False
            )
        except FileError as error:
            tell(self._parent, title, sentence(error, interface()), problem=True)
            return None
