"""What a screen reader gets of a chart: its places as lists of the cards that stand there."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible, QKeySequence

from cjeditor.canvas.accessible_parts import WRITE, Act, delete_act
from cjeditor.core.ids import Id
from cjeditor.core.words import interface, tr, trn
from cjeditor.display.shapes import Block
from cjeditor.layout.chart import Place
from cjeditor.model.naming import spoken, spoken_detail
from cjeditor.tools.accessible_records import AccessibleRecords

if TYPE_CHECKING:
    from cjeditor.tools.chart_board import ChartBoard

_Role = QAccessible.Role


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the chart, by its key."""

    key: Hashable


@dataclass(frozen=True, slots=True)
class Head:
    """What is told about a stage, by its id."""

    stage: Id


Key: TypeAlias = Head | Spot | Id
"""A head, a place, or a card by its id."""


class AccessibleChart(AccessibleRecords[Key, "ChartBoard"]):
    """A list of places; each of them is a list of its cards, also of none."""

    view: ChartBoard

    def below(self, key: Key | None) -> Sequence[Key]:
        chart = self.view.chart
        if key is None:
            heads: list[Key] = [Head(head.key) for head in chart.heads]
            return [*heads, *(Spot(place.key) for place in chart.places)]
        return chart.place_with[key.key].cards if isinstance(key, Spot) else ()

    def above(self, key: Key) -> Key | None:
        place = None if isinstance(key, Spot | Head) else self.view.chart.place_of(key)
        return None if place is None else Spot(place.key)

    def holds(self, key: Key) -> bool:
        chart = self.view.chart
        if isinstance(key, Head):
            return self._head(key) is not None
        if isinstance(key, Spot):
            return key.key in chart.place_with
        return key in chart.chip_of and chart.place_of(key) is not None

    def role(self, key: Key) -> QAccessible.Role:
        return _Role.List if isinstance(key, Spot) else _Role.ListItem

    def name(self, key: Key) -> str:
        if isinstance(key, Head):
            return self.view.head_of(key.stage)
        if isinstance(key, Spot):
            count = len(self.view.chart.place_with[key.key].cards)
            return f"{self.view.name_of(key.key)}, {trn('{n} card', '{n} cards', count)}"
        place = self.view.chart.place_of(key)
        said = spoken(self._session.journey, key, interface())
        return said if place is None else f"{said}, {self.view.name_of(place.key)}"

    def detail(self, key: Key) -> str:
        card = self.record(key)
        return spoken_detail(self._session.journey, card, interface()) if card else ""

    def box(self, key: Key) -> QRect:
        chart, scale = self.view.chart, self.view.scale
        drawn: Place | Block | None
        if isinstance(key, Head):
            drawn = self._head(key)
        else:
            drawn = chart.place_with[key.key] if isinstance(key, Spot) else chart.chip_of[key]
        sides = (side * scale for side in drawn.rect) if drawn is not None else ()
        return QRectF(*sides).toRect()

    def _head(self, key: Head) -> Place | None:
        return next((head for head in self.view.chart.heads if head.key == key.stage), None)

    def at(self, spot: QPoint) -> Key | None:
        at = QPointF(spot) / self.view.scale
        chip = self.view.chart.chip_at(at.x(), at.y())
        place = self.view.chart.place_at(at.x(), at.y())
        if chip is not None:
            return chip.element
        if place is not None:
            return Spot(place.key)
        heads = self.view.chart.heads
        return next((Head(each.key) for each in heads if each.rect.contains(at.x(), at.y())), None)

    def current(self) -> Key | None:
        block = self.view.current
        return None if block is None else block.element

    def can_be_selected(self, key: Key) -> bool:
        return isinstance(key, str)

    def stands(self, key: Key) -> object:
        """Return also how many cards stand at a place, and what a head says."""
        return self.name(key) if isinstance(key, Head) else (self.above(key), len(self.below(key)))

    def go(self, key: Key) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.select(self.record(key))

    def acts(self, key: Key) -> Iterator[Act]:
        if not isinstance(key, str) or self.is_locked(key):
            return
        keys = (QKeySequence(Qt.Key.Key_F2),)
        says = tr("Goes to its fields")
        yield Act(WRITE, lambda: self.view.field_wanted.emit(""), tr("Write"), says, keys)
        yield delete_act(self.view.delete)
