"""The whole window at work in a room: 5,000 cards with 100 pictures, 1920 × 1080.

What a key of each sort, a drag, a pan and a zoom cost until they are painted: the median, and the
frame that 95 of 100 are below; the longest that the window is busy with what follows a key; memory.
"""

import os
import statistics
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabWidget

from benchmarks.maps import sized, with_pictures
from benchmarks.measure import Row, peak_memory, report
from benchmarks.room_keys import Key, places, session_keys
from cjeditor.app import start
from cjeditor.app.garbage import Garbage
from cjeditor.canvas.view import MapView
from cjeditor.canvas.walk import Focus
from cjeditor.model.map import Map
from cjeditor.model.records import Filter

MEDIAN, HIGHEST, BUSY, MEMORY = 16, 33, 50, 250
"""Milliseconds of a frame, of 95 in 100, and of one piece of work that nobody waits for; MiB."""

PICTURES = 100

PAUSE = 0.12
"""Seconds between two keys in which the window does what can wait."""


class Room:
    """The window with a map in it, on a screen that only exists in memory.

    Args:
        journey: The map; None means the usual one with so many cards and pictures.
    """

    def __init__(self, cards: int, pictures: int, journey: Map | None = None) -> None:
        self.application = QApplication.instance() or QApplication(["benchmarks"])
        self.window = start.build(self.application)
        Garbage(self.window)  # as in the program, which looks for it between edits
        assert self.window.workspace is not None
        self.view: MapView = self.window.workspace.view
        self.window.workspace.session.show(
            with_pictures(sized(cards), pictures) if journey is None else journey
        )
        self.window.resize(1920, 1080)
        self.window.show()
        self.settle()

    def settle(self) -> None:
        """Do all that is waiting, painting too."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for _ in range(3):
            self.application.processEvents()
        while not self.view.paper.is_ready:
            self.application.processEvents()

    def frames(self, changes: Iterable[Callable[[], object]]) -> list[float]:
        """Return the CPU milliseconds from each of *changes* until it is painted."""
        found = []
        for change in changes:
            begin = time.thread_time()
            change()
            self.application.processEvents()
            found.append((time.thread_time() - begin) * 1000)
        return found

    def look_at_pictures(self) -> None:
        """Bring the first card with a picture into view, at the original size."""
        journey = self.view.session.journey
        card = next(each for each in journey.cards.values() if each.picture)
        self.view.zoom_to(1)
        self.view.go(Focus(card.id, (card.lane, card.first_step)))
        self.view.show_focus()
        self.view.setFocus()
        self.settle()

    def press(self, key: Key) -> None:
        """Press a key where the keyboard is, as a facilitator does."""
        keyboard = self.application.focusWidget() or self.view
        QTest.keyClick(keyboard, key.code, key.held)

    def session(self, pause: float = 0) -> Iterator[tuple[str, float, float]]:
        """Press the keys of a session; yield each one's sort, frame and longest work after it."""
        for place in places(self.view.session.journey):
            self.view.go(place)
            self.view.show_focus()
            self.view.setFocus()
            self.settle()
            for key in session_keys():
                [frame] = self.frames([lambda key=key: self.press(key)])
                yield key.sort, frame, self.longest_after(pause)

    def longest_after(self, pause: float) -> float:
        """Return the CPU milliseconds of the longest work within *pause* seconds."""
        longest, end = 0.0, time.monotonic() + pause
        while time.monotonic() < end:
            begin = time.thread_time()
            self.application.processEvents()
            longest = max(longest, (time.thread_time() - begin) * 1000)
            time.sleep(0.002)
        return longest

    def show_outline(self) -> None:
        """Bring the outline to the front of the panels."""
        self._side.setCurrentIndex(1)
        self.settle()

    def show_all_overlays(self) -> None:
        """Go back to the inspector, and turn on a filter, the links and the codes of the cells."""
        self._side.setCurrentIndex(0)
        space = self.window.workspace
        space.settings.change(links_shown=True, codes_shown=True)
        space.finding.filtering.ask(Filter(kinds=("pain point", "opportunity")))
        self.settle()

    @property
    def _side(self) -> QTabWidget:
        return self.window.workspace.side.findChild(QTabWidget)

    def drag(self) -> Iterator[Callable[[], object]]:
        """Yield the moves of a card that is dragged over the map."""
        view = self.view
        card = view.session.selection[0]
        rect = view.rect_of(card)
        begin = view.mapFromScene(QPointF(rect.x + 40, rect.bottom - 8))
        QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=begin)
        for number in range(4, 84):
            spot = begin + QPoint(3 * number, 2 * number)
            yield lambda spot=spot: QTest.mouseMove(view.viewport(), spot)
        QTest.keyClick(view, Qt.Key.Key_Escape)
        QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=begin)

    def pan(self) -> Iterator[Callable[[], object]]:
        """Yield scrolls to and fro."""
        bar = self.view.horizontalScrollBar()
        reach = bar.maximum() - bar.minimum() - 24
        for number in range(1, 101):
            place = bar.minimum() + abs((24 * number + reach) % (2 * reach) - reach)
            yield lambda place=place: bar.setValue(place)

    def zoom(self) -> Iterator[Callable[[], object]]:
        """Yield turns of the wheel with Ctrl: out until all fits, in again."""
        for turn in [-120] * 24 + [120] * 24:
            yield lambda turn=turn: self._wheel(turn)

    def _wheel(self, turn: int) -> None:
        viewport = self.view.viewport()
        middle = QPointF(viewport.rect().center())
        wheel = QWheelEvent(
            middle,
            viewport.mapToGlobal(middle),
            QPoint(),
            QPoint(0, turn),
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.ControlModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(viewport, wheel)


def measure(cards: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:  # the user's own settings stay out of it
        os.environ |= {f"XDG_{name}_HOME": folder for name in ("CONFIG", "STATE", "DATA")}
        room = Room(cards, PICTURES)
        room.look_at_pictures()
        rows = _rows_of_keys(room, cards)
        room.look_at_pictures()
        works = {
            "drag of a card": room.drag,
            "pan at 100 %": room.pan,
            "zoom": room.zoom,
        }
        for what, work in works.items():
            for _ in work():  # once to make what is kept: glyphs, fonts, overviews
                _()
                room.application.processEvents()
            room.look_at_pictures()
            rows += _rows(f"room, {what}", cards, room.frames(work()))
            room.look_at_pictures()
        room.show_outline()
        rows += _rows("room, any key, outline open", cards, _frames_of_keys(room))
        room.show_all_overlays()
        rows += _rows("room, any key, filter, links, codes", cards, _frames_of_keys(room))
        memory = peak_memory()
    whole = f"room, peak memory, {PICTURES} pictures"
    rows.append(
        Row(whole, cards, memory, unit="MiB", target=f"≤ {MEMORY} MiB", met=memory <= MEMORY)
    )
    return rows


def _rows_of_keys(room: Room, cards: int) -> list[Row]:
    """Return a row for each sort of key, for all together, and for what follows them."""
    for _ in room.session():
        pass
    by_sort: dict[str, list[float]] = defaultdict(list)
    after = []
    for sort, frame, longest in room.session(PAUSE):
        by_sort[sort].append(frame)
        after.append(longest)
    rows = _rows("room, any key", cards, [each for found in by_sort.values() for each in found])
    for sort, frames in by_sort.items():
        rows += _rows(f"room, {sort}", cards, frames)
    busy = max(after)
    what = "room, longest work after a key"
    return [*rows, Row(what, cards, busy, target=f"≤ {BUSY} ms", met=busy <= BUSY)]


def _frames_of_keys(room: Room) -> list[float]:
    for _ in room.session():  # once to make what is kept
        pass
    return [frame for _sort, frame, _after in room.session()]


def _rows(what: str, cards: int, frames: Sequence[float]) -> list[Row]:
    middle = statistics.median(frames)
    high = statistics.quantiles(frames, n=20)[-1]
    return [
        Row(what, cards, middle, target=f"≤ {MEDIAN} ms", met=middle <= MEDIAN),
        Row(f"{what}, 95 of 100 below", cards, high, target=f"≤ {HIGHEST} ms", met=high <= HIGHEST),
    ]


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
