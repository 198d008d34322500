"""The one undo command: it swaps two values of the map."""

from collections.abc import Callable

from PySide6.QtGui import QUndoCommand

from cjeditor.model.map import Map


class UndoStep(QUndoCommand):
    """Puts one map in the place of another; works for every edit.

    Steps with the same key that follow one another become one; where that leads back to
    where they began, it leaves none, and the very map that was there before.

    Attributes:
        before, after: The two maps.
    """

    def __init__(
        self, put: Callable[[Map], None], text: str, key: str, before: Map, after: Map
    ) -> None:
        super().__init__(text)
        self._put = put
        self._key = key
        self.before = before
        self.after = after

    def redo(self) -> None:
        self._put(self.after)

    def undo(self) -> None:
        self._put(self.before)

    def id(self) -> int:
        return 1 if self._key else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, UndoStep) or other._key != self._key:
            return False
        self.after = other.after
        if self.after == self.before:
            self.setObsolete(True)
            self._put(self.before)
        return True
