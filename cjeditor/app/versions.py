"""Earlier versions of the open map: kept, named, shown, and brought back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from cjeditor.app.notices import Notice
from cjeditor.core.words import interface, tr
from cjeditor.files.errors import CannotKeep
from cjeditor.sentences import sentence
from cjeditor.session.keeping import Keeping

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

VERSIONS: Final = "versions"
"""Topic of the notice that versions are not kept."""


class Versions(QObject):
    """Keeps versions of the map of a window, and shows them.

    Attributes:
        keeping: Keeps them.
    """

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self.keeping = Keeping(space.session, space.documents.saver.saving, self)
        self.keeping.failed.connect(self._tell)
        self.keeping.mended.connect(lambda: space.notices.drop(VERSIONS))

    def name(self) -> None:
        """Ask for a name and keep the map as it is now under it."""
        from cjeditor.app.name_dialog import NameDialog

        dialog = NameDialog(self._space.window, tr("Name this version"), "")
        if dialog.exec():
            self._space.take_over()
            self.keeping.name(dialog.name)

    def show(self) -> None:
        """Show the versions of the map, to compare them and bring something back."""
        from cjeditor.app.versions_dialog import VersionsDialog

        self._space.take_over()
        self._finish()
        dialog = VersionsDialog(self._space, self.keeping.folder)
        dialog.exec()
        dialog.stop()
        dialog.deleteLater()

    def stop(self) -> None:
        """Keep no more: the window is going."""
        self.keeping.stop()

    def _finish(self) -> None:
        """Wait until all that is to be kept is among the versions."""
        if self.keeping.is_busy:
            from cjeditor.app.waiting import wait

            keeping = self.keeping
            text = tr("Keeping a version of the map …")
            is_over = lambda: not keeping.is_busy  # noqa: E731
            wait(self._space.window, tr("Versions"), text, keeping.kept, is_over)

    def _tell(self, error: CannotKeep) -> None:
        self._space.notices.put(Notice(VERSIONS, lambda: sentence(error, interface())))
