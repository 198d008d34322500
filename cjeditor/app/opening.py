"""Reading a map and laying it out, in a thread of its own, until it only has to be shown."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from cjeditor.app.waiting import done_meanwhile
from cjeditor.canvas.board import Board
from cjeditor.core.progress import Progress, part_of
from cjeditor.core.words import tr
from cjeditor.exchange.format import Reading
from cjeditor.files.atomic import is_writable
from cjeditor.layout.sheet import Sheet, lay_out

Read = Callable[[Path, Progress], Reading]

_READ: Final = 0.5
"""Share of the work that reading is; the rest is the layout."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A map that only has to be shown.

    Attributes:
        sheets: The map laid out for each of the boards that will show it.
        read_only: Whether its file cannot be written.
    """

    reading: Reading
    sheets: tuple[Sheet, ...]
    read_only: bool


def fetch(window: QWidget, path: Path, read: Read, boards: Sequence[Board]) -> Arrival:
    """Have the map in a file read and made ready for *boards*, while *window* waits.

    Raises:
        FileError, ReadError: It cannot be read.
        Cancelled: The user has stopped it.
    """

    def arrive(progress: Progress) -> Arrival:
        reading = read(path, part_of(progress, 0, _READ))
        sheets = _laid_out(reading, boards, part_of(progress, _READ, 1))
        return Arrival(reading, sheets, not is_writable(path))

    text = tr("Opening {name} …").format(name=path.name)
    return done_meanwhile(window, tr("Open a map"), text, arrive)


def _laid_out(reading: Reading, boards: Sequence[Board], progress: Progress) -> tuple[Sheet, ...]:
    sheets: list[Sheet] = []
    for number, board in enumerate(boards):
        part = part_of(progress, number / len(boards), (number + 1) / len(boards))
        look = board.look_for(reading.journey)
        first = sheets[0] if sheets else None  # cards that look the same there are drawn once
        sheets.append(lay_out(reading.journey, look, first, part))
    return tuple(sheets)
