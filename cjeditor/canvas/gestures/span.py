"""Dragging a card's right end over more or fewer steps."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from cjeditor.canvas.gestures.drag import Drag
from cjeditor.canvas.gestures.gesture import Aim, Gesture, Modifiers, Press
from cjeditor.edits.cards import SpanCard

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

_END = 7
"""Pixels inside and outside of a card's right edge that take hold of its end."""


class SpanDrag(Drag):
    """Lets one card end at the step under the pointer; the map shows it meanwhile."""

    def begin(self) -> None:
        assert self.press.aim.hit is not None
        self._card = self.view.session.journey.cards[self.press.aim.hit.element]
        self._edit: SpanCard | None = None

    def follow(self, x: float, y: float, modifiers: Modifiers) -> None:
        journey = self.view.session.journey
        sheet = self.view.sheet
        column = min(sheet.columns, key=lambda column: abs(column.x + column.width / 2 - x))
        under = column.step
        if column in sheet.frame.grid.narrow:  # a collapsed stage is covered as a whole
            under = journey.steps_of[journey.steps[under].stage][-1].id
        first = self._card.first_step
        last = max(first, under, key=lambda step: journey.column_of[step])
        self._edit = SpanCard(self._card.id, first, last)
        self.view.preview_edit(self._edit)

    def drop(self) -> None:
        if self._edit is not None:
            self.view.do(self._edit)


def at_end(view: "MapView", aim: Aim) -> bool:
    """Tell whether *aim* is at the right end of a card."""
    if aim.hit is None or aim.part != "card":
        return False
    room = min(_END / view.zoom, aim.hit.rect.width / 4)
    return aim.x > aim.hit.rect.right - room


def start(view: "MapView", press: Press) -> Gesture | None:
    """Begin at the right end of a card."""
    if press.button == Qt.MouseButton.LeftButton and at_end(view, press.aim):
        return SpanDrag(view, press)
    return None
