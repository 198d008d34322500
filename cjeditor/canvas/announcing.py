"""Says aloud, through a screen reader, what an edit or undo has done and what was refused."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QUndoCommand
from shiboken6 import Shiboken

from cjeditor.canvas.changes import Changes, changes_of
from cjeditor.core.ids import Id
from cjeditor.core.words import Words, interface, tr, trn
from cjeditor.edits.edit import EditError
from cjeditor.model.map import Map
from cjeditor.model.naming import place_of, spoken
from cjeditor.sentences import sentence

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

Send = Callable[[QAccessibleEvent], None]


class Announcer(QObject):
    """Listens to the session of a view while a screen reader runs.

    Args:
        send: Where the announcements go.
    """

    def __init__(self, view: "MapView", send: Send = QAccessible.updateAccessibility) -> None:
        super().__init__(view)
        self._view = view
        self._send = send
        self._stack = view.session.undo_stack
        self._index = self._stack.index()
        self._following: QUndoCommand | None = None
        self._maps: tuple[Map, Map] | None = None
        view.session.map_changed.connect(self._remember)
        self._stack.indexChanged.connect(self._tell_step)
        view.refused.connect(self._tell_refused)

    def say(self, text: str) -> None:
        """Have *text* read aloud, after a new focus that came with it."""
        if text and QAccessible.isActive():
            QTimer.singleShot(
                0, self, lambda: self._send(QAccessibleAnnouncementEvent(self._view, text))
            )

    def _remember(self, before: Map, after: Map) -> None:
        if QAccessible.isActive():
            self._maps = before, after

    def _tell_step(self, index: int) -> None:
        """Say what was done, undone or done again; the stack was emptied for another map."""
        before, self._index = self._index, index
        if not Shiboken.isValid(self._stack):
            return  # it empties itself once more while it is destroyed
        again = self._following is not None and self._stack.command(index - 1) is self._following
        self._following = self._stack.command(index)
        maps, self._maps = self._maps, None
        if not self._stack.count() or maps is None or not QAccessible.isActive():
            return
        if index < before:
            self.say(_undone(before - index, self._stack.redoText()))
        elif again:
            self.say(_redone(index - before, self._stack.undoText()))
        else:
            self.say(told(*maps, self._stack.undoText(), interface()))

    def _tell_refused(self, error: EditError) -> None:
        self.say(sentence(error, interface()))


def _undone(steps: int, label: str) -> str:
    if steps > 1:
        return trn("{n} step undone", "{n} steps undone", steps)
    return tr("Undone: {what}").format(what=label)


def _redone(steps: int, label: str) -> str:
    if steps > 1:
        return trn("{n} step redone", "{n} steps redone", steps)
    return tr("Redone: {what}").format(what=label)


def told(before: Map, after: Map, label: str, words: Words) -> str:
    """Return what an edit has done, in a few words.

    Args:
        label: Of the edit, in the language of *words*.
    """
    changes = changes_of(before, after)
    return (
        _of_first(changes.gone, before, after, words("Deleted: {what}"), words)
        or _of_first(changes.come, after, before, words("Added: {what}"), words)
        or _moved(changes, before, after, words)
        or words("Done: {what}").format(what=label)
    )


def _of_first(
    tables: Mapping[str, tuple[Id, ...]], journey: Map, other: Map, sentence_of: str, words: Words
) -> str:
    """Name the only record of the first table, or say how many there are.

    What the other map has in another table, as a note that was a card, is passed over.
    """
    real = ([each for each in ids if other.find(each) is None] for ids in tables.values())
    ids = next((found for found in real if found), [])
    if not ids:
        return ""
    what = spoken(journey, ids[0], words)
    if len(ids) > 1:
        what = words.count("{n} element", "{n} elements", len(ids))
    return sentence_of.format(what=what)


def _moved(changes: Changes, before: Map, after: Map, words: Words) -> str:
    """Say where cards, a stage, a step or a lane stand now; "" if none has moved."""
    cards = [
        new
        for each in changes.altered.get("cards", ())
        if (new := after.cards[each]) and _stands(before, each) != _stands(after, each)
    ]
    if cards:
        place = place_of(after, cards[0].lane, cards[0].first_step, words)
        if len(cards) == 1:
            return words("Card moved to {place}").format(place=place)
        moved = words.count("{n} card moved", "{n} cards moved", len(cards))
        return words("{what} to {place}").format(what=moved, place=place)
    for table in ("stages", "lanes", "steps"):
        for each in changes.altered.get(table, ()):
            if before.table(table)[each].order != after.table(table)[each].order:
                return _numbered(after, table, each, words)
    return ""


def _stands(journey: Map, card: Id) -> tuple[Id, Id]:
    record = journey.cards[card]
    return record.lane, record.first_step


def _numbered(journey: Map, table: str, element: Id, words: Words) -> str:
    ids = _in_order(journey, table)
    name = spoken(journey, element, words)
    text = words("{what}: now {n} of {count}")
    return text.format(what=name, n=ids.index(element) + 1, count=len(ids))


def _in_order(journey: Map, table: str) -> list[Id]:
    match table:
        case "stages":
            return [stage.id for stage in journey.ordered_stages]
        case "lanes":
            return [lane.id for lane in journey.ordered_lanes]
        case _:
            return [step.id for step in journey.ordered_steps]
