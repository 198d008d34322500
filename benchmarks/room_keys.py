"""The keys that a facilitator presses in a room, and where."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import Qt

from cjeditor.canvas.walk import Focus
from cjeditor.model.map import Map


@dataclass(frozen=True)
class Key:
    """A key, and the sort of key that it is reported as."""

    sort: str
    code: Qt.Key
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier


def session_keys() -> Iterator[Key]:
    """Yield what is pressed at one place of the map, which is then as it was."""
    key, held = Qt.Key, Qt.KeyboardModifier
    there = [key.Key_Right, key.Key_Right, key.Key_Down, key.Key_Down, key.Key_Right, key.Key_Down]
    back = [key.Key_Left, key.Key_Up, key.Key_Up, key.Key_Left, key.Key_Left, key.Key_Up]
    yield from (Key("arrows", each) for each in there + back)
    yield from (Key("digits", each) for each in (key.Key_4, key.Key_2))
    yield Key("Escape", key.Key_Escape)
    for leave, sort in ((key.Key_Return, "Enter"), (key.Key_Tab, "Tab")):
        yield Key("Insert", key.Key_Insert)
        for word in ("WAITS", "CALLS", "ASKS"):
            yield from (Key("letters", key(ord(letter))) for letter in word)
            yield Key(sort, leave)
    yield from (Key("letters", key(ord(letter))) for letter in "ENDS")
    yield from (Key("Shift+Tab", key.Key_Backtab, held.ShiftModifier) for _ in range(3))
    yield Key("Escape", key.Key_Escape)
    around = (key.Key_Right, key.Key_Down, key.Key_Left, key.Key_Up)
    yield from (Key("Alt+arrows", each, held.AltModifier) for each in around * 2)
    yield from (Key("Ctrl+D", key.Key_D, held.ControlModifier) for _ in range(3))
    yield from (Key("Delete", key.Key_Delete) for _ in range(2))
    yield from (Key("undo", key.Key_Z, held.ControlModifier) for _ in range(12))
    yield from (Key("redo", key.Key_Y, held.ControlModifier) for _ in range(6))
    yield from (Key("undo", key.Key_Z, held.ControlModifier) for _ in range(18))


def places(journey: Map) -> list[Focus]:
    """Return where the keys are pressed: cards far from each other, one of each sort of lane."""
    cards = [each for each in journey.reading_order() if each.lane in journey.lanes]
    found = {card.lane: card for card in cards[:: max(len(cards) // 200, 1)]}
    chosen = list(found.values())
    return [Focus(c.id, (c.lane, c.first_step)) for c in chosen[:: max(len(chosen) // 4, 1)]]
