"""The open document: its map, file, undo stack and selection."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from cjeditor.core.ids import Id
from cjeditor.core.words import tr
from cjeditor.edits.edit import Edit, EditError
from cjeditor.edits.locks import refuse_locked
from cjeditor.model.map import Map
from cjeditor.session.step import UndoStep

if TYPE_CHECKING:
    from cjeditor.files.salvage import Salvaged

Cell = tuple[Id, Id]
"""Lane and step."""


class Session(QObject):
    """Holds the current map; the only place that replaces it.

    Views listen to the signals and keep no map of their own. It neither reads files nor
    writes them, but knows which map is in the file: who reads or writes one tells it.

    Signals:
        leaving: Another document is about to take the place of the present one.
        map_changed: With the map before and the map after.
        tried_out: What is being written or dragged is another edit now; `shown` has it.
        selection_changed: The selection or the cursor.
        file_changed: The path, whether something is not in the file, whether it is read-only.
        refused: An edit that was attempted did not fit; with the `EditError`.
    """

    leaving = Signal()
    map_changed = Signal(object, object)
    tried_out = Signal()
    selection_changed = Signal()
    file_changed = Signal()
    refused = Signal(object)

    def __init__(self, journey: Map | None = None) -> None:
        super().__init__()
        self._journey = journey or Map()
        self._trial: Edit | None = None
        self._shown: Map | None = None
        self._saved: Map | None = self._journey
        self._told_unsaved = False
        self._path: Path | None = None
        self._sha256: bytes | None = None
        self._read_only = False
        self._newer: Salvaged | None = None
        self._proposed: Path | None = None
        self._selection: tuple[Id, ...] = ()
        self._cursor: Cell | None = None
        self._merge_run = 0
        self._travels = False
        self._undo_stack = QUndoStack(self)
        for signal in (self._undo_stack.indexChanged, self.tried_out):
            signal.connect(self._tell_whether_unsaved)

    @property
    def journey(self) -> Map:
        """The map as it is now."""
        return self._journey

    @property
    def shown(self) -> Map:
        """The map as it would be with what is being written or dragged just now."""
        if self._shown is None:
            self._shown = self._journey
            if self._trial is not None:
                with suppress(EditError):
                    self._shown = self._trial.apply(self._journey)
        return self._shown

    @property
    def is_trying_out(self) -> bool:
        """Whether something is just being written or dragged."""
        return self._trial is not None

    @property
    def saved(self) -> Map | None:
        """The map as it is in its file, or as it was begun; None if no file has it."""
        return self._saved

    @property
    def path(self) -> Path | None:
        """The map's file; None until it is saved for the first time."""
        return self._path

    @property
    def sha256(self) -> bytes | None:
        """Sum of the file as it was last read or written; None if that is not known."""
        return self._sha256

    @property
    def name(self) -> str:
        """The file's name without its suffix; empty without a file."""
        return self._path.stem if self._path else ""

    @property
    def undo_stack(self) -> QUndoStack:
        return self._undo_stack

    @property
    def is_changed(self) -> bool:
        """Whether there are changes that are not in the file."""
        return self._journey is not self._saved

    @property
    def is_unsaved(self) -> bool:
        """Whether the file lacks something that is seen: a change, or what is being written."""
        return self.shown is not self._saved

    @property
    def is_read_only(self) -> bool:
        """Whether the file could not or must not be written when it was opened or last saved."""
        return self._read_only or self._newer is not None

    @property
    def newer(self) -> Salvaged | None:
        """What is understood of the map's file, which a newer program wrote; None for others."""
        return self._newer

    @property
    def proposed(self) -> Path | None:
        """Where it is best saved, if it has another origin than a file that Save may write."""
        return self._proposed

    @property
    def selection(self) -> tuple[Id, ...]:
        """Ids of the selected records, in the order in which they were selected."""
        return self._selection

    @property
    def cursor(self) -> Cell | None:
        """The cell that the keyboard is in."""
        return self._cursor

    def do(self, edit: Edit, merge: str = "") -> None:
        """Apply *edit* as one undo step; none if nothing changes.

        Args:
            merge: Edits that follow one another with the same key, such as typing into one
                card, become one step; empty means a step of its own.

        Raises:
            EditError: The edit does not fit or touches what is locked; nothing has changed.
        """
        before = self._journey
        after = edit.apply(before)
        if after is before:
            return
        refuse_locked(before, after)
        key = f"{self._merge_run} {merge}" if merge else ""
        self._undo_stack.push(UndoStep(self._put, tr(edit.label), key, before, after))

    def attempt(self, edit: Edit, merge: str = "") -> bool:
        """Do *edit* as `do` does; where it does not fit, tell who listens and return False."""
        try:
            self.do(edit, merge)
        except EditError as error:
            self.refused.emit(error)
            return False
        return True

    def try_out(self, edit: Edit | None) -> None:
        """Let who listens see what *edit* would do; it ends with the next change, or None.

        The map stays as it is, and nothing is to be undone.
        """
        if edit != self._trial:
            self._trial, self._shown = edit, None
            self.tried_out.emit()

    def break_merge(self) -> None:
        """Begin a new undo step with the next edit, whatever its merge key."""
        self._merge_run += 1

    def select(self, ids: Sequence[Id]) -> None:
        """Select records; ids that are not on the map are passed over."""
        self._set_selection(self._present(dict.fromkeys(ids)), self._cursor)

    def put_cursor(self, lane: Id, step: Id) -> None:
        """Put the keyboard into a cell; nowhere if lane or step is not on the map."""
        cell = (lane, step) if self._is_cell(lane, step) else None
        self._set_selection(self._selection, cell)

    def go(self, ids: Sequence[Id], cell: Cell | None) -> None:
        """Select records and put the keyboard into a cell, or nowhere, as one change."""
        there = cell if cell is not None and self._is_cell(*cell) else None
        self._set_selection(self._present(dict.fromkeys(ids)), there)

    def show(
        self,
        journey: Map,
        path: Path | None = None,
        *,
        changed: bool = False,
        read_only: bool = False,
        sha256: bytes | None = None,
        newer: Salvaged | None = None,
        proposed: Path | None = None,
    ) -> None:
        """Take up another document; undo and selection begin anew.

        Args:
            changed: Whether it counts as not saved, as a map from another format does.
            read_only: Whether its file cannot be written.
            sha256: Of its file, if that is known.
            newer, proposed: As the properties have them.
        """
        self.leaving.emit()
        self._path = path
        self._sha256 = sha256
        self._read_only = read_only
        self._newer = newer
        self._proposed = proposed
        self.break_merge()
        self._undo_stack.clear()
        self._selection, self._cursor = (), None
        self._trial = self._shown = None
        before, self._journey = self._journey, journey
        self._saved = None if changed else journey
        self.map_changed.emit(before, journey)
        self.selection_changed.emit()
        self._tell_file()

    def to_save(self) -> Map:
        """Return the map to be written; what is typed from now on is a step of its own."""
        self.break_merge()
        return self._journey

    def mark_saved(self, journey: Map, path: Path, sha256: bytes | None = None) -> None:
        """Take note that *journey* was written to *path*, which is the map's file from now on.

        The map may have been changed meanwhile; it is unchanged again where it is *journey*.

        Args:
            sha256: Of what was written.
        """
        self._saved = journey
        self._path = path
        self._sha256 = sha256
        self._read_only = False
        self._newer = self._proposed = None
        self._tell_file()

    def allow_writing(self) -> None:
        """Take note that the map's file, which was only read, may be written from now on."""
        self._read_only = False
        self._tell_file()

    def mark_theirs(self, theirs: Map | None, sha256: bytes) -> None:
        """Take note of what somebody else has written to the map's file, as the user knows now.

        The next save puts the map in its place.

        Args:
            theirs: None if it is no map.
        """
        self._saved = self._journey if theirs == self._journey else theirs
        self._sha256 = sha256
        self._tell_file()

    def take_version(self, journey: Map, label: str) -> None:
        """Put another version of the whole map in its place, as one undo step.

        What is locked is no hindrance: locks are for edits, and a part of a version is none.

        Args:
            label: English, marked.
        """
        self.break_merge()
        if journey != self._journey:
            self._undo_stack.push(UndoStep(self._put, tr(label), "", self._journey, journey))

    def is_saved_at(self, index: int) -> bool:
        """Tell whether the map is as in its file when *index* undo steps are done."""
        return self._path is not None and self._map_at(index) is self._saved

    def travel(self, index: int) -> None:
        """Undo or redo until *index* steps are done, seen as one change by who listens."""
        before = self._journey
        self._travels = True
        try:
            self._undo_stack.setIndex(index)
        finally:
            self._travels = False
        after, self._journey = self._journey, before
        self.break_merge()
        self._put(after)

    def _put(self, journey: Map) -> None:
        before, self._journey = self._journey, journey
        if self._travels:
            return
        self._trial = self._shown = None
        selected = self._selection, self._cursor
        self._selection = self._present(self._selection)
        if self._cursor and not self._is_cell(*self._cursor):
            self._cursor = None
        left = selected != (self._selection, self._cursor)
        self.map_changed.emit(before, journey)
        if left:
            self.selection_changed.emit()

    def _map_at(self, index: int) -> Map:
        step = self._undo_stack.command(max(index - 1, 0))
        if not isinstance(step, UndoStep):
            return self._journey
        return step.after if index else step.before

    def _is_cell(self, lane: Id, step: Id) -> bool:
        return lane in self._journey.lanes and step in self._journey.steps

    def _set_selection(self, ids: tuple[Id, ...], cursor: Cell | None) -> None:
        if (ids, cursor) != (self._selection, self._cursor):
            self._selection, self._cursor = ids, cursor
            self.selection_changed.emit()

    def _present(self, ids: Sequence[Id] | dict[Id, None]) -> tuple[Id, ...]:
        journey = self._journey  # its own id is that of its title
        return tuple(i for i in ids if journey.find(i) is not None or i == journey.id)

    def _tell_file(self) -> None:
        self._told_unsaved = self.is_unsaved
        self.file_changed.emit()

    def _tell_whether_unsaved(self) -> None:
        if self.is_unsaved != self._told_unsaved:
            self._tell_file()
