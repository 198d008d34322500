"""What a gesture is, and what it is given."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt

from cjeditor.layout.hit import Hit

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

Modifiers = Qt.KeyboardModifier


@dataclass(frozen=True, slots=True)
class Aim:
    """What a spot of the view points at.

    Attributes:
        spot: In the viewport.
        x, y: On the sheet; over a head or lane title that is kept in view, on that.
        hit: The element there, if any.
    """

    spot: QPoint
    x: float
    y: float
    hit: Hit | None

    @property
    def part(self) -> str:
        """The part of the element there: "card", "step"; empty for none."""
        return self.hit.part if self.hit else ""


@dataclass(frozen=True, slots=True)
class Press:
    """A mouse button going down."""

    aim: Aim
    button: Qt.MouseButton
    modifiers: Modifiers


class Gesture:
    """A press, the moves after it, and its end: `release` or `cancel`, never both.

    Until the end nothing of the map changes; `release` does at most one edit. The view clears
    the preview after either end.
    """

    scrolls = True
    """Whether the view scrolls when the pointer comes near its edge."""

    def __init__(self, view: "MapView", press: Press) -> None:
        self.view = view
        self.press = press

    def move(self, spot: QPoint, modifiers: Modifiers) -> None:
        """Follow the pointer to *spot* of the viewport."""

    def release(self, spot: QPoint, modifiers: Modifiers) -> None:
        """End; do what the preview shows."""

    def cancel(self) -> None:
        """End; nothing has changed."""

    def dragged(self, spot: QPoint) -> tuple[float, float]:
        """Return how far the pointer has come since the press, in points of the sheet."""
        start = self.view.mapToScene(self.press.aim.spot)
        now = self.view.mapToScene(spot)
        return now.x() - start.x(), now.y() - start.y()
