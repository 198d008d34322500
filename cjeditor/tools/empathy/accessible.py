"""What a screen reader gets of an empathy map: its fields as lists of their notes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible

from cjeditor.canvas.accessible_parts import Act, delete_act, write_act
from cjeditor.core.ids import Id
from cjeditor.core.words import tr
from cjeditor.layout.empathy import AreaPlace
from cjeditor.tools.accessible_records import AccessibleRecords
from cjeditor.tools.empathy import walk
from cjeditor.tools.empathy.spoken import detail_of_note, spoken_area, spoken_note

if TYPE_CHECKING:
    from cjeditor.tools.empathy.board import EmpathyBoard

_Role = QAccessible.Role


@dataclass(frozen=True, slots=True)
class Area:
    """A field of the map, by its number."""

    number: int


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of the next note of a field, by its number."""

    area: int


Key: TypeAlias = Area | Slot | Id
"""A field, the place of its next note, or a note by its id."""


class AccessibleEmpathy(AccessibleRecords[Key, "EmpathyBoard"]):
    """A list of fields; each is a list of its notes and the place of the next one."""

    view: EmpathyBoard

    @property
    def _areas(self) -> Sequence[AreaPlace]:
        return () if self.view.sheet is None else self.view.sheet.areas

    def below(self, key: Key | None) -> Sequence[Key]:
        if key is None:
            return [Area(number) for number in range(len(self._areas))]
        if not isinstance(key, Area):
            return ()
        place = self._areas[key.number]
        there = self._session.journey.empathy_notes
        notes: list[Key] = [note for note, _ in place.notes if note in there]
        return [*notes, Slot(key.number)] if place.area.question else notes

    def above(self, key: Key) -> Key | None:
        if isinstance(key, Area):
            return None
        if isinstance(key, Slot):
            return Area(key.area)
        return next((Area(n) for n, place in enumerate(self._areas) if _has(place, key)), None)

    def holds(self, key: Key) -> bool:
        if isinstance(key, Area):
            return key.number < len(self._areas)
        above = self.above(key)
        return above is not None and self.holds(above) and self.place(key) >= 0

    def role(self, key: Key) -> QAccessible.Role:
        return _Role.List if isinstance(key, Area) else _Role.ListItem

    def name(self, key: Key) -> str:
        if isinstance(key, Area):
            return spoken_area(self._areas[key.number])
        if isinstance(key, Slot):
            return tr("{field}: new note").format(field=tr(self._areas[key.area].area.label))
        return spoken_note(self._session.journey, key)

    def detail(self, key: Key) -> str:
        if isinstance(key, Area):
            return tr(self._areas[key.number].area.question)
        return "" if isinstance(key, Slot) else detail_of_note(self._session.journey, key)

    def box(self, key: Key) -> QRect:
        if isinstance(key, Area):
            rect = self._areas[key.number].rect
        elif isinstance(key, Slot):
            rect = self._areas[key.area].slot
        else:
            found = self.view.sheet.rect_of(key) if self.view.sheet is not None else None
            if found is None:
                return QRect()
            rect = found
        return self.view.at(rect).toRect()

    def at(self, spot: QPoint) -> Key | None:
        sheet, point = self.view.sheet, self.view.point(spot)
        if sheet is None:
            return None
        number = walk.area_at(sheet, point.x(), point.y())
        note = walk.note_at(sheet, point.x(), point.y())
        if note in self._session.journey.empathy_notes:
            return note
        return None if number is None else Area(number)

    def current(self) -> Key | None:
        stop = self.view.stop
        return None if stop is None else stop.note or Slot(stop.area)

    def can_be_selected(self, key: Key) -> bool:
        return not isinstance(key, Area)

    def stands(self, key: Key) -> object:
        """Return also how many notes a field has: its name says so."""
        return self.above(key), len(self.below(key))

    def go(self, key: Key) -> None:
        sheet, above = self.view.sheet, self.above(key)
        if sheet is not None and isinstance(above, Area):
            self.view.writing.commit()
            self.view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.view.go(walk.stop_of(sheet, above.number, self.record(key)))

    def acts(self, key: Key) -> Iterator[Act]:
        if isinstance(key, Area) or self.is_locked(key):
            return
        yield write_act(self.view.write)
        if not isinstance(key, Slot):
            yield delete_act(self.view.delete)


def _has(place: AreaPlace, note: Id) -> bool:
    return any(each == note for each, _ in place.notes)
