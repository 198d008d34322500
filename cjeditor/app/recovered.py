"""What would come back of a session that ended badly: read, compared and drawn in a thread."""

import logging
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QThread, Signal
from PySide6.QtGui import QImage

from cjeditor.app.thumbnails import picture_of
from cjeditor.changes.compare import compare
from cjeditor.changes.telling import summary
from cjeditor.core.theme_names import ThemeName
from cjeditor.core.words import Words, interface
from cjeditor.files import cjm
from cjeditor.files.errors import FileError
from cjeditor.files.recovery import Leftover
from cjeditor.files.recovery_folder import digest
from cjeditor.model.map import Map
from cjeditor.render.qt import Faces
from cjeditor.sentences import sentence

logger = logging.getLogger(__name__)

_MOST_PROBLEMS: Final = 4
"""Sentences about what cannot be read."""


@dataclass(frozen=True, slots=True)
class Preview:
    """A session that ended badly, as the user is told of it.

    Attributes:
        title: What its map is called.
        file: The map's file; None for one that was never saved.
        lines: Sentences: what comes back, and what does not.
        can_open: Whether there is a map.
        is_saved: Whether the file has all of it, so that nothing has to come back.
    """

    title: str
    file: Path | None
    lines: tuple[str, ...]
    can_open: bool
    is_saved: bool
    picture: QImage | None = None


def preview_of(leftover: Leftover, words: Words) -> Preview:
    """Return what would come back, without a picture; reading it may take seconds."""
    journey, meta = leftover.journey, leftover.meta
    file = meta.file if meta is not None else None
    title = journey.scope.title if journey is not None else meta.title if meta else ""
    lines = [*_gained(leftover, file, words)] if journey is not None else []
    lines += [sentence(each, words) for each in leftover.problems[:_MOST_PROBLEMS]]
    name = title or (file.stem if file else words("Untitled map"))
    return Preview(name, file, tuple(lines), journey is not None, leftover.is_saved)


def _gained(leftover: Leftover, file: Path | None, words: Words) -> Iterator[str]:
    """Tell what the file does not have."""
    journey, meta = leftover.journey, leftover.meta
    assert journey is not None
    if file is None:
        yield words("Never saved. {what}.").format(what=_what(Map(), journey, words))
        return
    try:
        present = cjm.load(file)
    except FileError as error:
        yield sentence(error, words)
        yield words("All of the map comes back. {what}.").format(what=_what(Map(), journey, words))
        return
    if meta is not None and meta.sha256 is not None and digest(present) != meta.sha256:
        yield words("The file was changed after this; compare the two before you save.")
    what = _what(present, journey, words)
    yield words("Not in the file yet: {what}.").format(what=what or words("nothing"))


def _what(before: Map, after: Map, words: Words) -> str:
    return summary(compare(before, after), words)


class Previewer(QThread):
    """Makes previews, one after the other, until none is wanted.

    Signals:
        made: With the `Leftover` and its `Preview`.
    """

    made = Signal(object, object)

    def __init__(self, leftovers: tuple[Leftover, ...], theme: ThemeName, parent: QObject) -> None:
        super().__init__(parent)
        self._wanted = deque(leftovers)
        self._theme = theme

    def stop(self) -> None:
        """Make no more, and wait for the one that is being made."""
        self._wanted.clear()
        self.wait()

    def run(self) -> None:
        faces, words = Faces(), interface()
        while self._wanted:
            leftover = self._wanted.popleft()
            try:
                made = self._made(leftover, words, faces)
            except Exception:  # one that cannot be told does not hide the others
                logger.exception("a session could not be previewed")
                text = words("This session cannot be read. It is kept in {folder}.")
                lines = (text.format(folder=leftover.folder),)
                made = Preview(leftover.folder.name, None, lines, can_open=False, is_saved=False)
            self.made.emit(leftover, made)

    def _made(self, leftover: Leftover, words: Words, faces: Faces) -> Preview:
        made = preview_of(leftover, words)
        if leftover.journey is None:
            return made
        return replace(made, picture=picture_of(leftover.journey, self._theme, faces))
