"""Notices about who else has the open map open, or had."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from cjeditor.app.held import told
from cjeditor.app.notices import Answer, Notice, Tone
from cjeditor.app.telling_of_others import freed_sentence
from cjeditor.core.words import interface, mark
from cjeditor.files.holding import Found

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

HELD: Final = "held"
"""Topic of all these notices: one who has it cannot be gone."""


class HoldingNotices(QObject):
    """Puts them above the map; they go with the map."""

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        holding = space.documents.holding
        holding.held.connect(self._tell)
        holding.taken_over.connect(self._tell)
        holding.released.connect(self._clear)
        awaiting = space.documents.awaiting
        awaiting.held.connect(self._tell)
        awaiting.freed.connect(self._offer)
        awaiting.over.connect(self._clear)
        space.session.leaving.connect(self._clear)

    def _tell(self, found: Found) -> None:
        path = self._space.session.path
        if path is not None:
            tone: Tone = "warning" if found.is_live else "news"
            self._space.notices.put(Notice(HELD, lambda: told(found, path), tone=tone))

    def _offer(self) -> None:
        """Offer to edit the map that was only read as long as somebody else had it."""
        path = self._space.session.path
        if path is not None:
            edit = Answer(mark("Edit the map"), self._space.documents.edit_freed)
            self._space.notices.put(
                Notice(HELD, lambda: freed_sentence(path, interface()), (edit,), tone="news")
            )

    def _clear(self) -> None:
        self._space.notices.drop(HELD)
