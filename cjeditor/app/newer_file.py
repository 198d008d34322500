"""The notice above a map whose file a newer program wrote: it is open for reading only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from cjeditor.app.notices import Answer, Notice
from cjeditor.core.words import mark, tr, trn
from cjeditor.files.loss import how_many

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace
    from cjeditor.files.salvage import Salvaged

TOPIC: Final = "newer file"


class NewerFile(QObject):
    """Shows the notice as long as the map is that of such a file."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self._told: Salvaged | None = None
        space.session.file_changed.connect(self._follow)

    def _follow(self) -> None:
        newer, name = self._space.session.newer, self._space.documents.name
        if newer is self._told:
            return
        self._told = newer
        if newer is None:
            self._space.notices.drop(TOPIC)
            return
        answers = [Answer(mark("Save as …"), self._space.documents.saver.save_as)]
        if newer.losses:
            answers.append(Answer(mark("Show what is missing"), lambda: self._list(newer, name)))
        self._space.notices.put(
            Notice(TOPIC, lambda: _told(newer, name), tuple(answers), can_close=False)
        )

    def _list(self, newer: Salvaged, name: str) -> None:
        from cjeditor.app.damaged import list_losses

        title = tr("Not understood: {name}").format(name=name)
        list_losses(self._space.window, title, _missing(newer), newer.losses, newer.journey)


def _told(newer: Salvaged, name: str) -> str:
    text = tr(
        "“{name}” was made by a newer version of CJ Editor (file version {version}) and is open "
        "for reading only. What you change can be saved in another file."
    ).format(name=name, version=newer.newer)
    return f"{text} {_missing(newer)}" if newer.losses else text


def _missing(newer: Salvaged) -> str:
    return trn(
        "{n} thing in it is not understood and is missing or changed here.",
        "{n} things in it are not understood and are missing or changed here.",
        how_many(newer.losses),
    )
