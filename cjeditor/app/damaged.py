"""A file that is not read as it stands: what of it can be had, and what the user wants of that.

What is whole of a damaged map is opened as a new one. The map of a newer program is opened as
far as it is understood, and its file is not written.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QWidget

from cjeditor.app.dialogs import choose, show_list
from cjeditor.app.file_name import beside
from cjeditor.app.settings import SettingsFile
from cjeditor.app.waiting import done_meanwhile
from cjeditor.core.progress import Cancelled, Progress
from cjeditor.core.words import interface, tr, trn
from cjeditor.files.errors import FileError, NewerVersion, Refused, TooLarge
from cjeditor.files.loss import Loss, how_many
from cjeditor.files.salvage import Salvaged, salvage_file
from cjeditor.model.map import Map
from cjeditor.sentences import contents, loss_sentence, sentence
from cjeditor.session.session import Session


@dataclass(frozen=True, slots=True)
class Rest:
    """What can be had of one file.

    Attributes:
        error: Why it is not read as it stands.
    """

    path: Path
    error: FileError
    salvaged: Salvaged

    @classmethod
    def of(cls, window: QWidget, path: Path, error: FileError) -> Rest | None:
        """Have the file read once more for what can be had; None if there is nothing.

        Args:
            error: Why it is not read as it stands.
        """
        if isinstance(error, Refused | TooLarge):
            return None

        def read(progress: Progress) -> Salvaged:
            return salvage_file(path, progress)

        text = tr("Looking for what is whole in {name} …").format(name=path.name)
        try:
            return cls(path, error, done_meanwhile(window, tr("Open a map"), text, read))
        except (FileError, Cancelled):
            return None

    @property
    def is_newer(self) -> bool:
        """Whether the file is whole, but of a newer program."""
        return isinstance(self.error, NewerVersion)

    def is_wanted(self, window: QWidget) -> bool:
        """Tell whether it is to be opened; of a newer file that goes without saying."""
        if self.is_newer:
            return True
        can = tr("What is whole can be opened as a new map: {counts}. The file stays as it is.")
        counts = contents(self.salvaged.journey, interface())
        more = can.format(counts=counts) + self._told_losses()
        text = sentence(self.error, interface())
        answers = (tr("Open what is whole"),)
        return choose(window, tr("The map is damaged"), text, answers, more=more) is not None

    def _told_losses(self) -> str:
        number = how_many(self.salvaged.losses)
        if not number:
            return ""
        return " " + trn(
            "{n} thing is missing or changed; it is listed then.",
            "{n} things are missing or changed; they are listed then.",
            number,
        )

    def show(self, session: Session, settings: SettingsFile) -> None:
        """Show the map: with its file if that is a newer one, else without."""
        journey = self.salvaged.journey
        if self.is_newer:
            proposed = beside(self.path, tr("{name} (older version)"))
            session.show(journey, self.path, newer=self.salvaged, proposed=proposed)
            settings.add_recent(self.path.absolute())
        else:
            session.show(journey, changed=True, proposed=rescued_name(self.path))

    def tell(self, window: QWidget) -> None:
        """List what is missing in what was opened as a new map."""
        losses = self.salvaged.losses
        if not self.is_newer and losses:
            tell_losses(window, self.path.name, losses, self.salvaged.journey)


def rescued_name(path: Path) -> Path:
    """Return where what is whole of the file at *path* is best saved."""
    return beside(path, tr("{name} (rescued)"))


def tell_losses(window: QWidget, name: str, losses: tuple[Loss, ...], journey: Map) -> None:
    """List what *journey* lacks of what is called *name*."""
    text = trn(
        "{n} thing is missing or changed:", "{n} things are missing or changed:", how_many(losses)
    )
    list_losses(window, tr("Rescued: {name}").format(name=name), text, losses, journey)


def list_losses(
    window: QWidget, title: str, text: str, losses: tuple[Loss, ...], journey: Map
) -> None:
    """List the *losses* of *journey* under *text*."""
    lines = [loss_sentence(each, journey, interface()) for each in losses]
    show_list(window, title, text, lines)
