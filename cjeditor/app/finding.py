"""Finding cards: the filter, the bar that asks for it, and what of the map it leaves bright."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjeditor.model.filtering import NOTHING
from cjeditor.session.filtering import Filtering

if TYPE_CHECKING:
    from cjeditor.app.find_bar import FindBar
    from cjeditor.app.go_to_box import GoToBox
    from cjeditor.app.workspace import Workspace


class Finding(QObject):
    """Brings filter, bar and map together.

    Attributes:
        place: Holds the map, and above it the bar once it is wanted.
    """

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self.place = QWidget()
        self._column = QVBoxLayout(self.place)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(space.view, 1)
        self.filtering = Filtering(space.session)
        self.filtering.changed.connect(self._show)

    @cached_property
    def bar(self) -> FindBar:
        from cjeditor.app.find_bar import FindBar

        made = FindBar(self._space.session, self.filtering, self._space.view.do)
        made.stepped.connect(self.step)
        made.closed.connect(self.close)
        self._column.insertWidget(0, made)
        return made

    @cached_property
    def _go_to_box(self) -> GoToBox:
        from cjeditor.app.go_to_box import GoToBox

        return GoToBox(self._space.view)

    @property
    def is_open(self) -> bool:
        """Whether the bar is there."""
        return "bar" in self.__dict__ and not self.bar.isHidden()

    def start(self) -> None:
        """Open the bar."""
        self.bar.start()

    def close(self) -> None:
        """Close the bar and look for nothing."""
        self.bar.hide()
        self.filtering.ask(NOTHING)
        self._space.view.setFocus()

    def step(self, by: int) -> None:
        """Select the next card that is found, or the one before, and bring it into view."""
        if not self.filtering.sieve.asks:
            self.start()
            return
        view, chosen = self._space.view, self._space.session.selection
        card = self.filtering.next_to(chosen[-1] if chosen else None, by)
        if card is not None:
            self._space.session.select((card,))
            view.motion.glide(view.show_focus)

    def go_to_cell(self) -> None:
        """Ask for a cell's code and go there."""
        self._go_to_box.start()

    def dress(self) -> None:
        """Take the words of the interface's language and the inks of the theme."""
        if "bar" in self.__dict__:
            self.bar.dress()

    def _show(self) -> None:
        paper = self._space.view.paper
        paper.veil.show_sieve(self.filtering.sieve, paper.sheet)
