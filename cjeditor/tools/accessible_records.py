"""What a tool draws of the map's records, for screen readers: what is common to all tools."""

from collections.abc import Hashable, Iterator
from typing import Generic, TypeVar

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.accessible_interfaces import install_factory
from cjeditor.canvas.accessible_parts import TOLD, Parts
from cjeditor.core.ids import Id
from cjeditor.edits.locks import lock_of, locks_of
from cjeditor.session.session import Session

K = TypeVar("K", bound=Hashable)
W = TypeVar("W", bound=QWidget)

_Event = QAccessible.Event


class AccessibleRecords(Parts[K, W], Generic[K, W]):
    """Parts that are records of the open document, or places for them.

    Whoever draws them calls `follow` when it shows another map or selection.
    """

    def __init__(self, view: W, session: Session) -> None:
        install_factory()
        super().__init__(view)
        self._session = session
        self._chosen: frozenset[Id] = frozenset()
        self._there: dict[K, object] = {}

    def record(self, key: K) -> Id:
        """Return the id of the record that a part is; "" for a place, whose key is no id."""
        return key if isinstance(key, str) else ""

    def stands(self, key: K) -> object:
        """Return what else a part's name is made of: where it stands."""
        return self.above(key)

    def is_selected(self, key: K) -> bool:
        return bool(self.record(key)) and self.record(key) in self._session.selection

    def is_locked(self, key: K) -> bool:
        journey = self._session.journey
        record, locks = journey.find(self.record(key)), locks_of(journey)
        return bool(locks) and record is not None and lock_of(journey, locks, record) == "all"

    def follow(self) -> None:
        """Tell what is gone, new, called otherwise, selected, or has the keyboard now."""
        self.drop(key for key in self.known if not self.holds(key))
        before, self._chosen = self._chosen, frozenset(self._session.selection)
        if self._parts or self._there:
            self._tell_changes()
            other = before ^ self._chosen
            self.tell_selected(key for key in self.known if self.record(key) in other)
        self.tell_focus_soon()

    def _tell_changes(self) -> None:
        """Tell which parts have come, and of which the name may be another one."""
        before, self._there = self._there, {key: self._stamp(key) for key in self._everything()}
        if not before:
            return
        come = [key for key in self._there if key not in before]
        self.tell_new(come if len(come) <= TOLD else ())
        self.tell(
            _Event.NameChanged,
            (key for key in self.known if key in before and self._there.get(key) != before[key]),
        )

    def _everything(self) -> Iterator[K]:
        waiting = list(self.below(None))
        while waiting:
            key = waiting.pop()
            yield key
            waiting += self.below(key)

    def _stamp(self, key: K) -> tuple[object, object]:
        """Return what a part's name is made of."""
        record = self.record(key)
        return self._session.journey.find(record) if record else None, self.stands(key)
