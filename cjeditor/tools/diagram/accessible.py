"""What a screen reader gets of a diagram: its nodes as a list or a tree, with names and actions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QAccessible

from cjeditor.canvas.accessible_parts import Act, delete_act, write_act
from cjeditor.core.ids import Id
from cjeditor.tools.accessible_records import AccessibleRecords

if TYPE_CHECKING:
    from cjeditor.tools.diagram.view import DiagramView

_Role = QAccessible.Role


class AccessibleDiagram(AccessibleRecords[Id, "DiagramView"]):
    """Nodes and lines by their ids."""

    def __init__(self, view: DiagramView) -> None:
        super().__init__(view, view.session)
        self.whole_role = _Role.Tree if view.is_nested() else _Role.List

    def below(self, key: Id | None) -> Sequence[Id]:
        return self.view.below(key or "")

    def above(self, key: Id) -> Id | None:
        return self.view.above(key) or None

    def holds(self, key: Id) -> bool:
        return self.view.has(key)

    def role(self, key: Id) -> QAccessible.Role:
        return _Role.TreeItem if self.view.is_nested() else _Role.ListItem

    def name(self, key: Id) -> str:
        return self.view.spoken(key)

    def detail(self, key: Id) -> str:
        return self.view.spoken_detail(key)

    def box(self, key: Id) -> QRect:
        return self.view.mapFromScene(QRectF(*self.view.rect_of(key))).boundingRect()

    def at(self, spot: QPoint) -> Id | None:
        return self.view.element_at(spot)

    def current(self) -> Id | None:
        return self.view.current

    def go(self, key: Id) -> None:
        self.view.writer.commit()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.select(key)

    def acts(self, key: Id) -> Iterator[Act]:
        yield write_act(lambda: self.view.writer.write(key))
        yield delete_act(lambda: self.view.delete(key))
