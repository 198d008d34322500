"""The map from the keyboard: going over it, moving and rating what is selected, writing on."""

from typing import TYPE_CHECKING

from cjeditor.canvas import commands
from cjeditor.canvas.extending import Extending
from cjeditor.canvas.moves import Way, moved, reordered, spanned
from cjeditor.canvas.rating import can_rate, rated
from cjeditor.canvas.text_editor import Leaving
from cjeditor.canvas.walk import Direction, Focus, jumped, walked
from cjeditor.core.ids import Id
from cjeditor.core.words import tr
from cjeditor.edits.cards import ConvertCards
from cjeditor.edits.edit import Edit
from cjeditor.model.map import Map

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


class Capture:
    """What keys do on the map of a view."""

    def __init__(self, view: "MapView") -> None:
        self._view = view
        self._extending = Extending(view)
        view.writer.moved_on.connect(self._write_on)

    def enter(self) -> None:
        """Put the keyboard into the first cell, unless it is somewhere already."""
        if self._view.focus == Focus():
            self.walk("down")

    def walk(self, direction: Direction) -> None:
        """Go to the next element or cell."""
        self._go(walked(self._view.session.journey, self._view.focus, direction))

    def jump(self, direction: Direction) -> None:
        """Go to the next filled cell."""
        self._go(jumped(self._view.session.journey, self._view.focus, direction))

    def extend(self, direction: Direction) -> None:
        """Select what lies between where the range began and the next element or cell."""
        self._extending.extend(direction)

    def move(self, way: Way) -> None:
        """Move what is selected one place."""
        self._move(moved(self._view.session.journey, self._view.session.selection, way))

    def span(self, way: Way) -> None:
        """Let the selected cards end one step later or earlier."""
        self._move(spanned(self._view.session.journey, self._view.session.selection, way))

    def reorder(self, way: Way) -> None:
        """Move the selected stages, steps or lanes, else the cursor's step or lane."""
        session = self._view.session
        self._move(reordered(session.journey, session.selection, self._view.focus, way))

    def can_rate(self, number: int = 0) -> bool:
        """Tell whether a digit rates what the keyboard is on."""
        return can_rate(self._view.session.journey, self._view.focus, number)

    def rate(self, value: int, number: int = 0) -> None:
        """Rate what is selected from 1 to 5; *number* 1 is an opportunity's effort."""
        session, focus = self._view.session, self._view.focus
        edit = rated(
            session.journey, session.selection, focus, value, number, self._view.in_hand.curve
        )
        if edit is not None:
            self._view.do(edit)

    def take_kind(self, kind: str) -> None:
        """Make the card that is written or the selected cards a *kind*; else write a new one."""
        session, view = self._view.session, self._view
        if view.writer.change_kind(kind):
            return
        view.writer.commit()
        cards = tuple(each for each in session.selection if each in session.journey.cards)
        if cards:
            view.do(ConvertCards(cards, kind))
        else:
            view.adding.card(kind)

    def _go(self, focus: Focus) -> None:
        self._view.go(focus)
        self._view.show_focus()

    def _move(self, edit: Edit | None) -> None:
        """Do a move; the cursor goes along with the card that the keyboard is on."""
        if edit is None:
            self._view.hint.emit(tr("It cannot go any further that way."))
        session = self._view.session
        moving = (*session.selection, *(self._view.focus.cell or ()))
        if edit is None or not self._view.arrival.do(edit, moving):
            return
        card = session.journey.cards.get(self._view.focus.element or "")
        if card is not None:
            session.put_cursor(card.lane, card.first_step)
        self._view.show_focus()

    def _write_on(self, leaving: Leaving, element: Id) -> None:
        match leaving:
            case "below":
                self._write_below(element)
            case "next" | "previous":
                self._write_beside(element, leaving == "next")
            case "here":
                pass

    def _write_below(self, element: Id) -> None:
        """Write a new card of the same kind after the one just written, if it was."""
        journey = self._view.session.journey
        card = journey.cards.get(element)
        edit = commands.add_card(journey, Focus(element), card.kind) if card else None
        if edit is not None:
            self._view.writer.write_new(edit)

    def _write_beside(self, element: Id, forwards: bool) -> None:
        """Write what comes next in the row; a lane's title is followed by the one below."""
        journey, before = self._view.session.journey, self._view.focus
        if element in journey.cards:
            before = Focus(element, before.cell)
        ways: tuple[Direction, Direction] = ("left", "right")
        if before.element in journey.lanes:
            ways = ("up", "down")
        after = _place_beside(journey, before, ways[forwards])
        is_end = after in (before, Focus(before.element))
        if not is_end and (after.cell is None) == (before.cell is None):
            self._go(after)
            self._view.write_at_focus("")
            return
        self._view.hint.emit(_end_of_row(forwards))
        if journey.find(element) is not None:
            self._view.writer.write(element)


def _place_beside(journey: Map, before: Focus, way: Direction) -> Focus:
    """Return the next place in the row but for collapsed stages; *before* at its end."""
    after = walked(journey, before, way)
    while after.cell is not None and after.element in journey.stages:
        further = walked(journey, after, way)
        if further == after:
            return before
        after = further
    return after


def _end_of_row(forwards: bool) -> str:
    return tr("This is the last one.") if forwards else tr("This is the first one.")
