"""What a screen reader gets of a persona's sheet: its parts as a list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible

from cjeditor.canvas.accessible_interfaces import install_factory
from cjeditor.canvas.accessible_parts import Act, Parts, write_act
from cjeditor.core.words import tr
from cjeditor.model.naming import one_line
from cjeditor.model.records import Persona

if TYPE_CHECKING:
    from cjeditor.tools.personas.sheet import SheetView


class AccessibleSheet(Parts[str, "SheetView"]):
    """Parts by the names of their fields."""

    def __init__(self, view: SheetView) -> None:
        install_factory()
        super().__init__(view)
        self._shown: Persona | None = None

    def below(self, key: str | None) -> Sequence[str]:
        drawn = self.view.drawn
        return () if key is not None or drawn is None else [field for field, _ in drawn.parts]

    def name(self, key: str) -> str:
        title = tr(Persona.model_fields[key].title or "")
        value = getattr(self.view.persona, key, "")
        said = one_line(value) if isinstance(value, str) else ""
        return f"{title}: {said}" if said else title

    def box(self, key: str) -> QRect:
        drawn = self.view.drawn
        rects = dict(drawn.parts) if drawn is not None else {}
        return self.view.at(rects[key]).toRect() if key in rects else QRect()

    def at(self, spot: QPoint) -> str | None:
        return next((field for field in self.below(None) if self.box(field).contains(spot)), None)

    def current(self) -> str | None:
        return self.view.part or None

    def is_selected(self, key: str) -> bool:
        return key == self.view.part

    def go(self, key: str) -> None:
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.view.go(self.place(key))

    def acts(self, key: str) -> Iterator[Act]:
        act = write_act(lambda: self.view.wanted.emit(key))
        yield act._replace(says=tr("Goes to its fields"))

    def follow(self) -> None:
        """Tell what is gone, called otherwise, or has the keyboard now."""
        self.drop(field for field in self.known if not self.holds(field))
        persona = self.view.persona
        if persona is not self._shown:
            self._shown = persona
            self.tell(QAccessible.Event.NameChanged, self.known)
        self.tell_focus_soon()
