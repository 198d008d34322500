"""Extending the selection with Shift and the arrow keys."""

from cjeditor.canvas.board import Board
from cjeditor.canvas.walk import Direction, Focus, between, walked


class Extending:
    """Remembers where a range began and where its other end is."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._start = self._end = Focus()
        self._made: object = None

    def extend(self, direction: Direction) -> None:
        """Move the end of the range, and select what lies in it."""
        session = self._board.session
        if self._made != (session.selection, session.cursor):
            self._start = self._end = self._board.focus
        end = walked(session.journey, self._end, direction)
        if self._start == Focus():
            self._start = end
        found = between(session.journey, self._start, end)
        if found is None:
            return
        self._end = end
        session.go(found, end.cell)
        self._made = (session.selection, session.cursor)
        self._board.show_place_of(end)
