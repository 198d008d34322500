"""What others do to the file of the open map: told above the map, with all ways out of it.

What compares and merges is imported when it is asked for; a start has no time for it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final, TypeVar

from PySide6.QtCore import QObject

from cjeditor.app.notices import Answer, Notice
from cjeditor.app.telling_of_others import copy_sentence, sight_sentence
from cjeditor.core.collector import collector_off
from cjeditor.core.words import interface, mark, tr
from cjeditor.files import cjm
from cjeditor.files.errors import ChangedOnDisk, FileError
from cjeditor.files.looking import Copy, Sight
from cjeditor.model.map import Map
from cjeditor.sentences import sentence
from cjeditor.session.watching import Watching

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace
    from cjeditor.changes.merge import Merge

FILE: Final = "file changed"
"""Topic of the notice that somebody else has changed the file."""

COPY: Final = "copy "
"""Begins the topics of notices about conflict copies; their path follows."""

T = TypeVar("T")


class Others(QObject):
    """Tells what others have done, and does what the user decides about it.

    Whatever it is, it can be undone, and the next save knows what stands in the file.
    """

    def __init__(self, space: Workspace) -> None:
        super().__init__(space)
        self._space = space
        self._session = space.session
        self._sight: Sight | None = None
        self._path: Path | None = None
        self._had_own = False
        self._copies: set[Copy] = set()
        saver = space.documents.saver
        self.watching = Watching(space.session, saver.saving, self)
        self.watching.seen.connect(self._take_note)
        saver.saving.failed.connect(self._look_why)
        space.session.leaving.connect(self._forget)
        space.session.file_changed.connect(self._follow_file)

    @property
    def is_asking(self) -> bool:
        """Whether it has to be decided first what becomes of two versions."""
        return self._sight is not None

    def stop(self) -> None:
        """The window goes."""
        self.watching.stop()

    def _take_note(self, sight: Sight) -> None:
        self._path = self._session.path
        if sight.state == "known":
            self._settle()
        else:
            self._sight = sight
            if sight.state != "changed" and self._session.sha256 is not None:
                self._session.mark_theirs(None, self._session.sha256)  # no file has the map now
            self._show()
        self._show_copies(sight.copies)

    def _show(self) -> None:
        """Put the notice above the map; who has changes of their own is offered to merge first."""
        sight, path = self._sight, self._path
        if sight is None or path is None:
            return
        own = self._had_own = self._session.is_changed
        self._space.notices.put(
            Notice(
                FILE,
                lambda: sight_sentence(sight, path, own, interface()),
                self._answers(sight, own),
            )
        )

    def _answers(self, sight: Sight, own: bool) -> tuple[Answer, ...]:
        save_as = Answer(mark("Save as …"), self._space.documents.saver.save_as)
        take = Answer(mark("Take theirs"), self.take_theirs)
        compare = Answer(mark("Compare …"), self.compare)
        keep = Answer(mark("Keep mine"), self.keep_mine)
        if sight.state == "gone":
            return (Answer(mark("Save again"), self._space.documents.saver.save), save_as)
        if sight.sha256 is None:
            return (save_as,)
        if sight.journey is None:
            return (save_as, keep)
        if own:
            return (Answer(mark("Merge …"), self.merge), compare, take, keep, save_as)
        return (take, compare, keep, save_as)

    def compare(self) -> None:
        """List what they and the user have changed."""
        sight = self._sight
        if sight is None or sight.journey is None:
            return
        from cjeditor.app.differences import both_sides

        self._space.take_over()
        sides = self._session.saved, self._session.journey, sight.journey
        self._list(partial(both_sides, *sides, interface()))

    def take_theirs(self) -> None:
        """Put their version in the place of the map; undo brings the user's back."""
        sight = self._sight
        if sight is None or sight.journey is None:
            return
        self._space.take_over()
        self._session.take_version(sight.journey, mark("Take their version"))
        self._decided(sight)

    def keep_mine(self) -> None:
        """Write the map over the version that the user has been told of, and over no other."""
        sight = self._sight
        if sight is not None:
            self._decided(sight)
            self._space.documents.saver.save()

    def merge(self) -> None:
        """Put both together; where they do not agree, ask."""
        sight = self._sight
        if sight is None or sight.journey is None:
            return
        self._space.take_over()
        if self._merge(self._session.saved or Map(), sight.journey):
            self._decided(sight)

    def compare_copy(self, copy: Copy) -> None:
        """List how a conflict copy differs from the map."""
        from cjeditor.app.differences import one_side

        journey = self._read_copy(copy)
        if journey is not None:
            self._space.take_over()
            self._list(partial(one_side, self._session.journey, journey, interface()))

    def merge_copy(self, copy: Copy) -> None:
        """Put a conflict copy and the map together; the copy stays as it is.

        What they grew from is not known, so nothing that either has is taken for deleted.
        """
        journey = self._read_copy(copy)
        if journey is not None:
            self._space.take_over()
            if self._merge(Map(), journey):
                self._space.notices.drop(COPY + str(copy.path))

    def _merge(self, base: Map, theirs: Map) -> bool:
        """Make one undo step of two versions put together; return False if it was called off."""
        from cjeditor.changes.merge import merge
        from cjeditor.changes.telling import summary

        merged = self._done(partial(merge, base, self._session.journey, theirs))
        journey = merged.journey
        if merged.clashes:
            decided = self._decide(merged)
            if decided is None:
                return False
            journey = decided
        self._session.take_version(journey, mark("Merge versions"))
        told = summary(merged.from_theirs, interface()) or tr("Nothing new came from there")
        self._space.view.hint.emit(tr("Merged: {what}").format(what=told))
        return True

    def _decide(self, merged: Merge) -> Map | None:
        from cjeditor.app.clash_dialog import ClashDialog
        from cjeditor.changes.merge import resolved

        dialog = ClashDialog(self._space.window, merged)
        agreed = dialog.exec()
        for_theirs = tuple(dialog.for_theirs)
        dialog.deleteLater()
        return self._done(partial(resolved, merged, for_theirs)) if agreed else None

    def _read_copy(self, copy: Copy) -> Map | None:
        try:
            return self._done(partial(cjm.load, copy.path))
        except FileError as error:
            from cjeditor.app.dialogs import tell

            text = sentence(error, interface())
            tell(self._space.window, tr("The copy cannot be read"), text, problem=True)
            return None

    def _list(self, lines: Callable[[], tuple[str, ...]]) -> None:
        from cjeditor.app.dialogs import show_list

        title = tr("Compare versions")
        text = tr("What is different, part by part:")
        show_list(self._space.window, title, text, self._done(lines))

    def _done(self, act: Callable[[], T]) -> T:
        """Return what *act* makes in another thread, while the window waits."""
        from cjeditor.app.waiting import done_meanwhile

        window, title = self._space.window, tr("Compare versions")
        with collector_off():
            return done_meanwhile(
                window, title, tr("Comparing …"), lambda _told: act(), can_stop=False
            )

    def _decided(self, sight: Sight) -> None:
        """Take note that the user knows what stands in the file now."""
        self._settle()
        if sight.sha256 is not None:
            self._session.mark_theirs(sight.journey, sight.sha256)
        self.watching.look_soon()

    def _settle(self) -> None:
        self._sight = None
        self._space.notices.drop(FILE)

    def _look_why(self, error: Exception) -> None:
        """A save was refused: tell again what was sent away, or is not known yet."""
        if isinstance(error, ChangedOnDisk):
            self.watching.look_again()

    def _follow_file(self) -> None:
        """Drop what was about another file; offer what is right with and without own changes."""
        if self._session.path != self._path:
            self._forget()
        elif FILE in self._space.notices.topics and self._had_own != self._session.is_changed:
            self._show()

    def _forget(self) -> None:
        self._settle()
        self._path = None
        self._copies.clear()
        for topic in self._space.notices.topics:
            if topic.startswith(COPY):
                self._space.notices.drop(topic)

    def _show_copies(self, copies: tuple[Copy, ...]) -> None:
        """Put a notice about each copy that was not told yet; drop those that are gone."""
        there = {COPY + str(copy.path) for copy in copies}
        for topic in self._space.notices.topics:
            if topic.startswith(COPY) and topic not in there:
                self._space.notices.drop(topic)
        for copy in copies:
            if copy not in self._copies:
                self._copies.add(copy)
                self._space.notices.put(self._copy_notice(copy))

    def _copy_notice(self, copy: Copy) -> Notice:
        answers = (
            Answer(mark("Compare …"), partial(self.compare_copy, copy)),
            Answer(mark("Merge …"), partial(self.merge_copy, copy)),
        )
        topic = COPY + str(copy.path)
        return Notice(topic, lambda: copy_sentence(copy.path, interface()), answers)
