"""What a screen reader gets of the strip above the sources: what each stage rests on."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible

from cjeditor.canvas.accessible_interfaces import install_factory
from cjeditor.canvas.accessible_parts import Parts
from cjeditor.core.ids import Id
from cjeditor.tools.chart_view import ChartView


class AccessibleStrip(Parts[Id, ChartView]):
    """Stages by their ids; they are only read."""

    def __init__(self, view: ChartView) -> None:
        install_factory()
        super().__init__(view)
        self._said: Mapping[Id, str] = {}

    def follow(self, told: Mapping[Id, str]) -> None:
        """Take what is told of each stage now."""
        before, self._said = self._said, told
        self.drop(stage for stage in self.known if stage not in told)
        other = [stage for stage in self.known if told[stage] != before.get(stage)]
        self.tell(QAccessible.Event.NameChanged, other)

    def below(self, key: Id | None) -> Sequence[Id]:
        return list(self._said) if key is None else ()

    def name(self, key: Id) -> str:
        return self._said[key]

    def box(self, key: Id) -> QRect:
        found = (head.rect for head in self.view.chart.heads if head.key == key)
        rect = next(found, None)
        if rect is None:
            return QRect()
        return QRectF(*(side * self.view.scale for side in rect)).toRect()

    def at(self, spot: QPoint) -> Id | None:
        return next((stage for stage in self._said if self.box(stage).contains(spot)), None)

    def can_be_selected(self, key: Id) -> bool:
        return False
