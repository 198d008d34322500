"""Short names of cells, as in a spreadsheet: C6 is the third step of the sixth lane."""

import re
from typing import Final

from cjeditor.core.ids import Id
from cjeditor.model.map import Map

_CODE: Final = re.compile(r"\s*([A-Za-z]{1,3})\s*([0-9]{1,6})\s*", re.ASCII)
_LETTERS: Final = 26


def cell_code(journey: Map, lane: Id, step: Id) -> str:
    """Return a cell's short name: letters count the steps, the number counts the lanes.

    Raises:
        KeyError: The map has no such lane or step.
    """
    for number, each in enumerate(journey.ordered_lanes, 1):
        if each.id == lane:
            return f"{column_letters(journey.column_of[step])}{number}"
    raise KeyError(lane)


def cell_named(journey: Map, code: str) -> tuple[Id, Id] | None:
    """Return lane and step of the cell that *code* names; None where the map has none.

    Small letters and spaces are welcome: "c 6".
    """
    found = _CODE.fullmatch(code)
    if found is None:
        return None
    column, row = _column(found[1]), int(found[2]) - 1
    steps, lanes = journey.ordered_steps, journey.ordered_lanes
    if column >= len(steps) or not 0 <= row < len(lanes):
        return None
    return lanes[row].id, steps[column].id


def column_letters(column: int) -> str:
    """Return A for column 0, Z for 25, AA for 26."""
    letters, number = "", column + 1
    while number:
        number, rest = divmod(number - 1, _LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def _column(letters: str) -> int:
    """Return 0 for A, 25 for z, 26 for AA."""
    number = 0
    for letter in letters.upper():
        number = number * _LETTERS + ord(letter) - ord("A") + 1
    return number - 1
