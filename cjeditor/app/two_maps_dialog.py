"""Two maps, or two versions of one, side by side, moved together, with what is different marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QShortcut,
    QShowEvent,
)
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.app.fitting import fitting
from cjeditor.app.gap_list import GapList
from cjeditor.app.waiting import done_meanwhile
from cjeditor.canvas.difference_marks import COLOURS, SIGNS
from cjeditor.canvas.marked_board import Marked, MarkedBoard, Together, changes_seen, marked
from cjeditor.changes.compare import Change, Kind, compare, rebuilt
from cjeditor.changes.telling import change_sentence
from cjeditor.core.progress import Cancelled, Progress
from cjeditor.core.words import Words, interface, mark, tr, trn
from cjeditor.exchange.format import ReadError
from cjeditor.files import cjm
from cjeditor.files.errors import FileError
from cjeditor.files.version_file import Version
from cjeditor.files.versions import VersionFolder
from cjeditor.kinds.look import Look
from cjeditor.layout.sheet import lay_out
from cjeditor.model.gap import has_both_states, in_state
from cjeditor.model.map import Map
from cjeditor.panels.icons import icon
from cjeditor.panels.labels import plain, wrapped
from cjeditor.sentences import sentence

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

_WIDTH, _HEIGHT = 1640, 960
_NEXT, _PREVIOUS = "F3", "Shift+F3"
_KINDS: Final[dict[Kind, str]] = {
    "added": mark("added"),
    "changed": mark("changed"),
    "removed": mark("gone"),
}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two maps laid out and marked, and what is different in the second."""

    maps: tuple[Marked, Marked]
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """A map that can be looked at.

    Attributes:
        name: In the interface's language.
        read: Reads it, in another thread. Raises `FileError` or `ReadError`.
    """

    name: str
    read: Callable[[], Map]


def states_of(journey: Map) -> list[Source]:
    """Return the current and the future state of a map as two maps; none if it tells only one."""
    if not has_both_states(journey):
        return []
    return [
        Source(tr("Current state of this map"), lambda: in_state(journey, "current")),
        Source(tr("Future state of this map"), lambda: in_state(journey, "future")),
    ]


def versions_of(folder: VersionFolder, versions: Sequence[Version]) -> list[Source]:
    """Return the sources of *versions*, in their order."""
    from cjeditor.app.versions_dialog import WHYS, version_name

    now = datetime.now(UTC)
    return [
        Source(
            f"{version_name(version, now)} · {tr(WHYS[version.about.why])}",
            lambda version=version: cjm.loads(folder.read(version)),  # type: ignore[misc]
        )
        for version in versions
    ]


class TwoMapsDialog(QDialog):
    """Shows two maps; either can be exchanged for another one, or for the map as it is now.

    Args:
        title: Of the window.
        others: What can be looked at besides the map as it is now, and besides its two states.
        first: Number of the one of *others* that is seen at the left, and the map as it is now
            at the right; None means the current state at the left, the future one at the right.

    Attributes:
        is_ready: Whether both could be read.
    """

    def __init__(
        self, space: Workspace, title: str, others: Sequence[Source], first: int | None = 0
    ) -> None:
        super().__init__(space.window)
        self._space = space
        present = space.session.journey
        self._sources = [Source(tr("The map as it is now"), lambda: present), *others]
        states = len(self._sources)
        self._sources += states_of(present)
        self._changes: tuple[Change, ...] = ()
        self._at = -1
        look = space.view.look
        self.setWindowTitle(title)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.resize(fitting(self, _WIDTH, _HEIGHT))
        self.choices = tuple(self._choice() for _ in range(2))
        self.boards = MarkedBoard(look, self), MarkedBoard(look, self)
        self._together = Together(*self.boards)
        self.gap = GapList()
        self.gap.picked.connect(self._go_to)
        self.gap.hide()
        self.says = wrapped("")
        self.count = plain("", "strong")
        self._put_together(look)
        seen = (states, states + 1) if first is None else (first + 1, 0)
        for box, number in zip(self.choices, seen, strict=True):
            box.setCurrentIndex(number)
        self.listed.setChecked(first is None)
        self._shown = [box.currentIndex() for box in self.choices]
        self.is_ready = self._read()
        for box in self.choices:
            box.activated.connect(self._exchange)
        self.boards[1].setFocus()

    def step(self, by: int) -> None:
        """Go to the next difference, or back; from the last to the first."""
        if not self._changes:
            return
        begin = self._at if self._at >= 0 or by > 0 else 0
        self._at = (begin + by) % len(self._changes)
        change = self._changes[self._at]
        places = [board.place_of(change) for board in self.boards]
        self._together.go_to(places)
        for board, place in zip(self.boards, places, strict=True):
            board.point_at(place)
        self._say(change, is_seen=any(place is not None for place in places))

    def _go_to(self, number: int) -> None:
        """Go to a difference of the list."""
        self._at = number - 1
        self.step(1)

    def fit(self) -> None:
        """Show the whole of both maps."""
        self._together.fit()

    def _list(self, is_listed: bool) -> None:
        """Show the lists or not; whole maps stay whole in the room that is left."""
        was_whole = self._together.is_fitted
        self.gap.setVisible(is_listed)
        if was_whole:
            layout = self.layout()
            assert layout is not None
            layout.activate()
            self.fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.fit()

    # --- reading

    def _exchange(self) -> None:
        if [box.currentIndex() for box in self.choices] != self._shown and not self._read():
            for box, shown in zip(self.choices, self._shown, strict=True):
                box.setCurrentIndex(shown)
        self._shown = [box.currentIndex() for box in self.choices]

    def _read(self) -> bool:
        """Read and show what is chosen; tell why it cannot be, and whether it was."""
        from cjeditor.app.dialogs import tell

        chosen = [self._sources[box.currentIndex()] for box in self.choices]
        act = partial(_pair, chosen, self._look())
        title = self.windowTitle()
        try:
            pair = done_meanwhile(self._space.window, title, tr("Comparing …"), act)
        except Cancelled:
            return False
        except (FileError, ReadError) as error:
            tell(self._space.window, title, sentence(error, interface()), problem=True)
            return False
        self._show(pair)
        return True

    def _look(self) -> Look:
        return self._space.view.look

    def _show(self, pair: Pair) -> None:
        self._changes, self._at = pair.changes, -1
        for board, shown in zip(self.boards, pair.maps, strict=True):
            board.show_marked(shown)
            board.point_at(None)
        self._together.fit()
        before, after = (shown.sheet.journey for shown in pair.maps)
        self.gap.show_gap(pair.changes, before, after)
        n = len(pair.changes)
        self.count.setText(trn("{n} difference", "{n} differences", n))
        self.says.setText("" if n else tr("Nothing is different"))
        for button in self.buttons:
            button.setEnabled(bool(n))

    def _say(self, change: Change, *, is_seen: bool) -> None:
        before, after = (board.session.journey for board in self.boards)
        text = change_sentence(change, before, after, interface())
        if not is_seen:
            text = tr("{text} (not drawn on the map)").format(text=text)
        place = tr("{n} of {total}").format(n=self._at + 1, total=len(self._changes))
        self.count.setText(place)
        self.says.setText(text)
        if QAccessible.isActive():
            spoken = QAccessibleAnnouncementEvent(self.says, f"{place}: {text}")
            QAccessible.updateAccessibility(spoken)

    # --- what stands in it

    def _choice(self) -> QComboBox:
        box = QComboBox()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(16)
        for source in self._sources:
            box.addItem(source.name)
        return box

    def _put_together(self, look: Look) -> None:
        names = (tr("Left map"), tr("Right map"))
        maps = QHBoxLayout()
        maps.setSpacing(10)
        for box, board, name in zip(self.choices, self.boards, names, strict=True):
            box.setAccessibleName(name)
            board.setAccessibleName(name)
            column = QVBoxLayout()
            column.setSpacing(8)
            column.addWidget(box)
            column.addWidget(board, 1)
            maps.addLayout(column, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 14)
        column.setSpacing(10)
        column.addLayout(maps, 3)
        column.addWidget(self.gap, 2)
        column.addWidget(self._bar(look))

    def _bar(self, look: Look) -> QWidget:
        """Return what is below the maps: where one is, what it is, what the signs mean."""
        self.previous = self._button(tr("Previous"), "chevron-left", _PREVIOUS, -1)
        self.next = self._button(tr("Next"), "chevron-right", _NEXT, 1)
        self.buttons = (self.previous, self.next)
        self.listed = QPushButton(icon("list-tree", self.palette()), tr("As a list"))
        self.listed.setAutoDefault(False)
        self.listed.setCheckable(True)
        self.listed.toggled.connect(self._list)
        close = QPushButton(tr("Close"))
        close.setAutoDefault(False)
        close.clicked.connect(self.reject)
        where, foot = QHBoxLayout(), QHBoxLayout()
        for widget in (*self.buttons, self.count):
            where.addWidget(widget)
        where.addWidget(self.says, 1)
        where.addWidget(self.listed)
        for kind, sign in SIGNS.items():
            foot.addWidget(_legend(sign, tr(_KINDS[kind]), COLOURS[look.theme.name][kind]))
        hint = wrapped(tr("F3: next difference, Shift+F3: back, 0: whole map"), "caption")
        foot.addWidget(hint, 1)
        foot.addWidget(close)
        bar = QWidget()
        column = QVBoxLayout(bar)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for row in (where, foot):
            row.setSpacing(12)
            column.addLayout(row)
        return bar

    def _button(self, text: str, symbol: str, key: str, by: int) -> QPushButton:
        made = QPushButton(icon(symbol, self.palette()), text)
        made.setAutoDefault(False)
        made.setToolTip(key)
        made.clicked.connect(lambda: self.step(by))
        QShortcut(QKeySequence(key), self).activated.connect(lambda: self.step(by))
        return made


def _pair(chosen: Sequence[Source], look: Look, progress: Progress) -> Pair:
    """Read, compare and lay out two maps."""
    maps = [source.read() for source in chosen]
    progress(0.4)
    changes = compare(*maps)
    before, after = maps[0], rebuilt(maps[0], changes)
    words = [Words(each.scope.language) for each in (before, after)]
    first = lay_out(before, _of(look, words[0]))
    progress(0.7)
    second = lay_out(after, _of(look, words[1]), first)
    gone = marked(first, changes_seen(changes, before=True))
    return Pair((gone, marked(second, changes_seen(changes, before=False))), changes)


def _of(look: Look, words: Words) -> Look:
    """Return *look* for a map that is only looked at, with the words of its language."""
    return replace(look, words=words, prompts=False)


def _legend(sign: str, text: str, colour: str) -> QLabel:
    label = plain(f"{sign}  {text}")
    palette = label.palette()
    palette.setColor(label.foregroundRole(), colour)
    label.setPalette(palette)
    return label
