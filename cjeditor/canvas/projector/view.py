"""The map as a projector shows it: one stage, step or lane in the light, the rest dimmed."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.board import Board
from cjeditor.canvas.chrome import chrome_for
from cjeditor.canvas.map_scene import MapScene
from cjeditor.canvas.projector.framing import EDGE, LEAST_ZOOM, SMALLEST_WORDS, Framing
from cjeditor.canvas.projector.keys import bindings
from cjeditor.canvas.projector.notes import Curtain, KeysNote, StatusNote
from cjeditor.canvas.projector.once import once
from cjeditor.canvas.projector.pin import PinItem
from cjeditor.canvas.projector.pointing import PointingBoard
from cjeditor.canvas.projector.slices import Slices
from cjeditor.canvas.projector.stops import Stop, Unit, stop_of, stops
from cjeditor.canvas.projector.veil import VeilItem
from cjeditor.core.ids import Id
from cjeditor.core.words import tr
from cjeditor.display.shapes import Rect
from cjeditor.kinds.look import Look
from cjeditor.layout.hit import cell_rect
from cjeditor.layout.sheet import lay_out, laying_out
from cjeditor.model.map import Map
from cjeditor.session.session import Session

_UNIT_WORDS: Final[dict[Unit, Callable[[], str]]] = {
    "stage": lambda: tr("Stage {n} of {total}"),
    "step": lambda: tr("Step {n} of {total}"),
    "lane": lambda: tr("Lane {n} of {total}"),
}


class ProjectorView(PointingBoard):
    """Shows a session's map to a room and steps through it; it changes nothing.

    A large map is laid out a slice at a time; the desk is seen until it is there.

    Args:
        editor: The board beside it; what looks the same there is taken over.

    Signals:
        left: The person at the keys has had enough of it.
        follow_changed: It follows the editor's selection from now on, or not any more.

    Attributes:
        follows: Whether it goes where the editor's selection goes.
    """

    left = Signal()
    follow_changed = Signal()

    def __init__(
        self,
        session: Session,
        look: Look,
        *,
        editor: Board | None = None,
        motion: bool = True,
        follows: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self._veil, self._pin = VeilItem(), PinItem()
        self._unit: Unit = "stage"
        self._stops: tuple[Stop, ...] = ()
        self._at = self._screen = self._larger = 0
        self._here: Id | None = None
        self.follows = follows
        self._editor = editor
        look = _of_room(look)
        cards = editor.paper.cards.beside() if editor is not None else None
        paper = MapScene(lay_out(Map(), look), cards=cards)
        super().__init__(session, look, parent, paper, motion=motion)
        self.paper.addItem(self._veil)
        self.paper.addItem(self._pin)
        self.status, self.keys = StatusNote(self), KeysNote(self)
        self.black, self._desk = Curtain(self), Curtain(self)
        self._later = once(self, 0, self._catch_up)
        self._bindings = bindings(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Projector view"))
        session.selection_changed.connect(self._follow_selection)
        session.tried_out.connect(self._later.start)
        self._opening = Slices(self)
        self._opening.done.connect(self._opened)
        self._open()

    # --- opening

    @property
    def is_opening(self) -> bool:
        """Whether the map is still being laid out."""
        return self._opening.is_busy

    def _open(self) -> None:
        """Lay the map out and show it, without what was seen of another one or another look."""
        self._desk.colour = chrome_for(self.look.theme.name).desk
        self._desk.switch(on=True)
        self.black.raise_()
        self._opening.begin(self._unfolded(self.session.shown))

    def _unfolded(self, journey: Map) -> Iterator[object]:
        expected, self._expected = self._expected, None
        if expected is not None and expected.journey is journey:
            self.look = expected.look
            yield from self.paper.showing(expected, anew=True)
            return
        known = self._editor.sheet if self._editor is not None else None
        yield from self.paper.showing((yield from laying_out(journey, self.look, known)))

    def _opened(self) -> None:
        self._desk.switch(on=False)
        self._fit_content()
        if self.stop is None:
            self._find_stops()
            self.start()
        else:
            self._stay()
        self._later.start()

    # --- where it is

    @property
    def stop(self) -> Stop | None:
        """What is in the light; None on a map without such a part."""
        return self._stops[self._at] if self._stops else None

    def start(self) -> None:
        """Begin at what is selected in the editor, else at the beginning."""
        self._at = self._screen = 0
        self._show_stop()
        self._go_to_selection()
        self.say()

    def step(self, by: int) -> None:
        """Go on by one screen, or back: to the next of the same part, then to the next part."""
        last = len(self._screens()) - 1
        if 0 <= self._screen + by <= last:
            self._screen += by
        elif 0 <= self._at + by < len(self._stops):
            self._at += by
            self._screen = 0 if by > 0 else -1
        self._show_stop()
        self.say()

    def go_to(self, stop: int) -> None:
        """Go to the first screen of a stop; -1 is the last stop."""
        self._at, self._screen = range(len(self._stops))[stop] if self._stops else 0, 0
        self._show_stop()
        self.say()

    def step_through(self, unit: Unit) -> None:
        """Put stages, steps or lanes into the light from now on, near what is shown now."""
        shown = self.stop
        middle = self._screens()[self._screen] if shown else Rect(0, 0, 0, 0)
        self._unit = unit
        self._find_stops()
        self._at, self._screen = self._nearest(middle), 0
        self._show_stop()
        self.say()

    def enlarge(self, by: int) -> None:
        """Make the text larger by some steps, or smaller; never smaller than can be read."""
        before = self.zoom
        self._larger += by
        self._show_stop()
        if by < 0 and self.zoom == before:
            self._larger -= by
        self.say()

    def as_at_first(self) -> None:
        """Make the text as large as it was at first."""
        self._larger = 0
        self._show_stop()
        self.say()

    def pin_here(self) -> None:
        """Say "we are here" at what is in the light, or not any more."""
        stop = self.stop
        self._here = None if stop is None or self._here == stop.element else stop.element
        self._show_pin()

    def follow(self, on: bool) -> None:
        """Go where the editor's selection goes, or go its own way."""
        self.follows = on
        self.follow_changed.emit()
        if on:
            self._go_to_selection()
        self.say(tr("Follows the editor") if on else tr("Does not follow the editor"))

    def say(self, also: str = "") -> None:
        """Show the line at the bottom: map, place, and how to see the keys."""
        title = self.session.journey.scope.title
        parts = (title, self._place(), also, tr("F1: keys"))
        self.status.say("  ·  ".join(part for part in parts if part))

    def _place(self) -> str:
        stop = self.stop
        if stop is None:
            return ""
        total = len(self._stops)
        words = _UNIT_WORDS[self._unit]().format(n=self._at + 1, total=total)
        count = len(self._screens())
        screen = f" ({self._screen + 1}/{count})" if count > 1 else ""
        return f"{words}: {stop.title}{screen}" if stop.title else words + screen

    # --- following the session

    def show_selection(self) -> None:
        """Draw no rings and no cursor; those are the editor's."""

    def set_look(self, look: Look) -> None:
        self.look = _of_room(look)
        self.setAccessibleName(tr("Projector view"))
        self._open()
        self.look_changed.emit()

    def _follow_map(self, before: Map, after: Map) -> None:
        if before.id == after.id and self._expected is None:
            self._later.start()  # the editor is painted first
        else:
            self._stops = ()
            self._open()

    def _follow_selection(self) -> None:
        if self.follows:
            self._later.start()

    def _catch_up(self) -> None:
        if self.is_opening:
            return
        if self.sheet.journey is not self.session.shown:
            self._show_map(self.session.shown)
        if self.follows:
            self._go_to_selection()

    def _show_map(self, journey: Map) -> None:
        super()._show_map(journey)
        self._stay()

    def _stay(self) -> None:
        """Show what was in the light where it is now, or what stands in its place."""
        shown = self.stop
        self._find_stops()
        if shown is not None:
            known = stop_of(self._stops, self.sheet.journey, (shown.element,))
            self._at = min(self._at, max(len(self._stops) - 1, 0)) if known is None else known
        self._show_stop()

    def _find_stops(self) -> None:
        self._stops = stops(self.sheet, self._unit)

    def _go_to_selection(self) -> None:
        chosen, cursor = self.session.selection, self.session.cursor
        elements = chosen[-1:] or cursor or ()
        at = stop_of(self._stops, self.sheet.journey, elements)
        if at is None:
            return
        moved, self._at = at != self._at, at
        self._screen = 0 if moved else self._screen
        rect = self.rect_of(chosen[-1]) if chosen else self._cursor_rect()
        if rect is not None and rect.y >= self.sheet.top:
            self._screen = _showing(self._screens(), rect)
        self._show_stop()
        if moved:
            self.say()

    def _cursor_rect(self) -> Rect | None:
        """Return the cell that the editor's cursor is in; None if it is not seen."""
        lane, step = self.session.cursor or ("", "")
        known = lane in self.sheet.lane_of and step in self.sheet.column_of
        return cell_rect(self.sheet, lane, step) if known else None

    def _nearest(self, place: Rect) -> int:
        """Return the stop that lies nearest to the top left corner of *place*."""
        middle = place.x + 1, place.y + 1
        inside = (n for n, each in enumerate(self._stops) if each.rect.contains(*middle))
        return next(inside, 0)

    # --- showing a stop

    def zoom_to(self, factor: float, at: QPoint | None = None) -> None:
        """Zoom, but never so far out that words are smaller than can be read."""
        super().zoom_to(max(factor, LEAST_ZOOM), at)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.left.emit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.say()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        super().scrollContentsBy(dx, dy)
        self._show_pin()

    def _show_stop(self) -> None:
        """Bring the screen that it is at into the middle, and dim the rest."""
        stop = self.stop
        self._veil.setVisible(stop is not None)
        if stop is None:
            self.zoom_to(LEAST_ZOOM)
            self.scroll_to(QPointF(-EDGE, -EDGE))
            return
        self.zoom_to(self._framing.zoom(stop))
        parts = self._screens()
        self._screen = min(self._screen, len(parts) - 1) % len(parts)
        self.scroll_to(QPointF(*self._framing.corner(parts[self._screen], self.zoom)))
        sheet = self.sheet
        bottom = max(stop.rect.bottom, sheet.lanes[-1].bottom if sheet.lanes else sheet.height)
        field = Rect(sheet.left, sheet.top, sheet.width - sheet.left, bottom - sheet.top)
        self._veil.show_veil(field, stop.rect, self.look.theme.sheet, self.chrome.accent)
        self._show_pin()

    @property
    def _framing(self) -> Framing:
        size = self.viewport().size()
        return Framing(self.sheet, size.width(), size.height(), self._larger)

    def _screens(self) -> tuple[Rect, ...]:
        return self._framing.screens(self.stop, self.zoom) if self.stop else ()

    def _show_pin(self) -> None:
        self._pin.stand_at(self._here, self.sheet, self.paper.stuck)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = event.key()
        shown = self._bindings.get(pressed)
        if self.black.isVisible():
            self.black.switch(on=False)  # whatever is pressed
        elif self.keys.isVisible() and pressed == Qt.Key.Key_Escape:
            self.keys.switch(on=False)
        elif pressed == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.step(-1)
        elif shown is None:
            event.ignore()
        else:
            shown()

    def switch_keys(self) -> None:
        """Show the sheet of keys, or put it away."""
        self.keys.switch(self.keys.isHidden())

    def keep_status(self) -> None:
        """Keep the line at the bottom, or let it go after a while again."""
        self.status.stays = not self.status.stays
        self.say()


def _of_room(look: Look) -> Look:
    """Return *look* as it is read from the other end of a room."""
    return replace(look, prompts=False, least_type=SMALLEST_WORDS)


def _showing(parts: tuple[Rect, ...], rect: Rect) -> int:
    """Return the part that shows the beginning of *rect*."""
    inside = (n for n, part in enumerate(parts) if part.contains(rect.x + 1, rect.y + 1))
    return next(inside, 0)
