"""New, open, import: how documents come and go, with every question on the way.

Files are read in another thread; meanwhile the window is in nobody's hands.

Dialogs and formats are imported when they are asked for; a start has no time for them.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cjeditor.app.blank import blank_map
from cjeditor.app.saver import Saver
from cjeditor.app.settings import SettingsFile
from cjeditor.canvas.board import Board
from cjeditor.core.collector import collector_off
from cjeditor.core.progress import Cancelled, Progress
from cjeditor.core.words import interface, tr, trn
from cjeditor.exchange.format import ReadError, Reading, Remark
from cjeditor.files import cjm
from cjeditor.files.errors import FileError
from cjeditor.files.header import SUFFIX
from cjeditor.model.map import Map
from cjeditor.sentences import remark_sentence, sentence
from cjeditor.session.awaiting import Awaiting
from cjeditor.session.holding import Holding
from cjeditor.session.session import Session

if TYPE_CHECKING:
    from cjeditor.app.held import Entry
    from cjeditor.app.opening import Arrival, Read


class Documents(QObject):
    """Puts documents into the session.

    Args:
        boards: Returns who shows the session's map now.

    Signals:
        taken_up: Another document was opened, imported or begun.
        going: The open document may be left now; what is being written is to be taken over.

    Attributes:
        saver: What saves them.
        holding: Tells others that the map is open.
        awaiting: Sees when a map that others have open, and is only read, is free.
    """

    taken_up = Signal()
    going = Signal()

    def __init__(
        self,
        window: QWidget,
        session: Session,
        settings: SettingsFile,
        boards: Callable[[], Sequence[Board]],
    ) -> None:
        super().__init__(window)
        self.saver = Saver(window, session, settings)
        self.holding = Holding(session, self)
        self.awaiting = Awaiting(session, self)
        self._window = window
        self._session = session
        self._settings = settings
        self._boards = boards
        self._is_opening = False

    @property
    def name(self) -> str:
        """What the open document is called."""
        proposed = self._session.proposed
        return self._session.name or (proposed.stem if proposed else tr("Untitled map"))

    def begin(self, template: Path) -> None:
        """Begin a new map from the template in a file."""
        from cjeditor.app.templates import begin

        self._show_new(template, begin)

    def open_example(self, path: Path) -> None:
        """Open an example, as a map that is not saved yet."""
        self._show_new(path, cjm.load)

    def _show_new(self, path: Path, read: Callable[[Path, Progress], Map]) -> None:
        """Take up what *read* makes of a file, as a map without one."""
        if not self.may_go():
            return
        problem = tr("The map was not opened")

        def show(arrival: Arrival) -> None:
            self._session.show(arrival.reading.journey)

        self._fetch(path, lambda path, told: Reading(read(path, told)), show, problem)

    def take_up(
        self, journey: Map, path: Path | None, sha256: bytes | None = None, *, is_whole: bool
    ) -> None:
        """Show *journey* as the map of a file that does not have all of it.

        Args:
            sha256: That the file had, or its map as `cjm.dumps` writes it.
            is_whole: Whether it may take the place of what the file has.
        """
        if is_whole or path is None:
            self._session.show(journey, path, changed=True, sha256=sha256)
        else:
            from cjeditor.app.damaged import rescued_name

            self._session.show(journey, changed=True, proposed=rescued_name(path))
        self.taken_up.emit()

    def follow_language(self) -> None:
        """Give a new map that nobody has touched its titles in the interface's language."""
        session = self._session
        if session.path or session.is_changed or session.undo_stack.count():
            return
        blank = blank_map(interface())
        if _has_records_of(session.journey, blank):  # not another template, nor an empty map
            session.show(blank)

    def ask_open(self) -> None:
        """Ask for a file and open it."""
        from cjeditor.app.dialogs import name_filter

        if not self.may_go():
            return
        path = self._ask_file(tr("Open a map"), [name_filter(tr("Journey maps"), [SUFFIX])])
        if path is not None:
            self._take(path)

    def open(self, path: Path) -> None:
        """Open a map, or import a file of another format."""
        if self.may_go():
            self._take(path)

    def ask_import(self) -> None:
        """Ask for a file of another format and import it."""
        if not self.may_go():
            return
        path = self._ask_file(tr("Import"), self._filters()[1:])
        if path is not None:
            self._take(path)

    def ask_other(self, title: str) -> Path | None:
        """Ask for another map's file, of any format, that stays closed."""
        return self._ask_file(title, self._filters())

    def may_go(self) -> bool:
        """Ask about unsaved changes; tell whether the open document may go."""
        if self._is_opening or self.saver.is_awaited:
            return False
        self.going.emit()
        if not self.saver.finish():
            return False
        if not self._session.is_changed:
            return True
        from cjeditor.app.dialogs import ask_save

        match ask_save(self._window, self.name):
            case "save":
                return self.saver.save() and self.saver.finish()
            case "discard":
                return True
            case "cancel":
                return False

    def _take(self, path: Path) -> None:
        if path.suffix.lower() == SUFFIX:
            self._open(path)
        else:
            self._import(path)

    def _open(self, path: Path) -> None:
        from cjeditor.app.held import enter

        entry = enter(self._window, self.holding, path)
        if entry is not None:
            self._open_entered(path, entry)

    def edit_freed(self) -> None:
        """Have the map for editing that was only read because somebody else had it open.

        What its file holds now is read first, if that is something else. A map with changes of
        its own stays as it is: a notice offers to merge, and no save writes over the other.
        """
        from cjeditor.app.held import Entry, reach_free

        path = self._session.path
        if path is None or self._is_opening or self.saver.is_awaited:
            return
        self.going.emit()
        reached, sha256 = reach_free(self._window, self.holding, path)
        if reached.found is not None and reached.found.is_live:  # somebody else was quicker
            self.awaiting.begin(path, reached.found)
        elif self._session.is_changed or sha256 == self._session.sha256:
            self.awaiting.end()
            self.holding.keep(reached)
            self._session.allow_writing()
        else:
            self._open_entered(path, Entry(reached))

    def _open_entered(self, path: Path, entry: Entry) -> None:
        problem = tr("The map was not opened")

        def show(arrival: Arrival) -> None:
            reading, read_only = arrival.reading, arrival.read_only or entry.way == "read only"
            self.holding.keep(entry.reached)
            if entry.way == "copy":
                self._session.show(reading.journey, changed=True)
                return
            self._session.show(reading.journey, path, read_only=read_only, sha256=reading.sha256)
            if entry.way == "read only" and not arrival.read_only and entry.reached.found:
                self.awaiting.begin(path, entry.reached.found)
            self._settings.add_recent(path.absolute())

        if self._fetch(path, _read_own, show, problem, self._open_rest) is None:
            self.holding.give_up(entry.reached)

    def _open_rest(self, path: Path, error: FileError) -> bool:
        """Open what can be had of a file that is not read as it stands, if the user wants it.

        Returns: Whether there was something to be had.
        """
        from cjeditor.app.damaged import Rest

        with self._opening():
            rest = Rest.of(self._window, path, error)
        if rest is None:
            return False
        if rest.is_wanted(self._window):
            problem, read = tr("The map was not opened"), Reading(rest.salvaged.journey)

            def show(_arrival: Arrival) -> None:
                rest.show(self._session, self._settings)

            if self._fetch(path, lambda _path, _told: read, show, problem) is not None:
                rest.tell(self._window)
        return True

    def _import(self, path: Path) -> None:
        from cjeditor.exchange.opening import open_file

        def show(arrival: Arrival) -> None:
            self._session.show(arrival.reading.journey, changed=True)
            self._settings.change(folder=str(path.parent))

        arrival = self._fetch(path, open_file, show, tr("The file was not imported"))
        if arrival is not None:
            self._list(arrival.reading.remarks, path)

    def _fetch(
        self,
        path: Path,
        read: Read,
        show: Callable[[Arrival], None],
        problem: str,
        otherwise: Callable[[Path, FileError], bool] = lambda _path, _error: False,
    ) -> Arrival | None:
        """Have the map in a file read, laid out and shown; None where it was not.

        Args:
            otherwise: Tries something else where the file is refused; tells whether it has.
        """
        from cjeditor.app.opening import fetch

        boards = self._boards()
        gc.collect()  # while there is little that may be garbage
        try:
            with self._opening(), collector_off(stays=True):
                arrival = fetch(self._window, path, read, boards)
                for board, sheet in zip(boards, arrival.sheets, strict=True):
                    board.expect(sheet)
                show(arrival)
        except Cancelled:
            return None
        except (ReadError, FileError) as error:
            refused = error
        else:
            self.taken_up.emit()
            return arrival
        if not isinstance(refused, FileError) or not otherwise(path, refused):
            self._settings.drop_recent(path)
            self._tell_problem(problem, refused)
        return None

    @contextmanager
    def _opening(self) -> Iterator[None]:
        """Begin nothing else meanwhile."""
        self._is_opening = True
        try:
            yield
        finally:
            self._is_opening = False

    def _list(self, remarks: Sequence[Remark], path: Path) -> None:
        """List what an import could not take over."""
        if not remarks:
            return
        from cjeditor.app.dialogs import show_list

        text = trn(
            "{n} thing could not be taken over as it stands:",
            "{n} things could not be taken over as they stand:",
            len(remarks),
        )
        lines = [remark_sentence(each, interface()) for each in remarks]
        show_list(self._window, tr("Imported: {name}").format(name=path.name), text, lines)

    def _filters(self) -> list[str]:
        """Return the filters of a file dialog: our own maps, and what can be imported."""
        from cjeditor.app.dialogs import name_filter
        from cjeditor.exchange.registry import readers

        formats = readers()
        every = sorted({suffix for each in formats for suffix in each.suffixes})
        return [
            name_filter(tr("Journey maps"), [SUFFIX]),
            name_filter(tr("All that can be imported"), every),
            *(name_filter(tr(each.label), each.suffixes) for each in formats),
        ]

    def _ask_file(self, title: str, filters: list[str]) -> Path | None:
        from cjeditor.app.dialogs import file_dialog

        dialog = file_dialog(self._window, title, self.saver.folder())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([*filters, tr("All files (*)")])
        return Path(dialog.selectedFiles()[0]) if dialog.exec() else None

    def _tell_problem(self, title: str, error: Exception) -> None:
        from cjeditor.app.dialogs import tell

        tell(self._window, title, sentence(error, interface()), problem=True)


def _has_records_of(journey: Map, other: Map) -> bool:
    """Tell whether a map without cards has the same stages, steps and lanes as another one."""
    return not journey.cards and all(
        mine.keys() == theirs.keys()
        for mine, theirs in (
            (journey.stages, other.stages),
            (journey.steps, other.steps),
            (journey.lanes, other.lanes),
        )
    )


def _read_own(path: Path, progress: Progress) -> Reading:
    journey, sha256 = cjm.load_known(path, progress)
    return Reading(journey, sha256=sha256)
