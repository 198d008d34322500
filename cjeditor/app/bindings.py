"""Which keys the actions have now: those of the table, but for what the user has changed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Literal

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeySequence

from cjeditor.app.action import Action
from cjeditor.app.settings import KEYS, ChangedKeys

Refusal = Literal["empty", "map", "writes"]
"""Why a key can be nobody's: it is none, the map itself needs it, or it writes a letter."""

_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CONTROL: Final = Qt.KeyboardModifier.ControlModifier
_ALT: Final = Qt.KeyboardModifier.AltModifier
_META: Final = Qt.KeyboardModifier.MetaModifier

_CHORD: Final = _CONTROL | _ALT | _META

_WALKING: Final = frozenset(
    {
        Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down,
        Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown,
    }
)  # fmt: skip
_LEAVING: Final = frozenset(
    {Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space}
)
_FIRST_BEYOND_TEXT: Final = 0x01000000
"""From here on Qt numbers the keys that write nothing."""


def _stroke(key: QKeySequence) -> QKeyCombination:
    """Return the first keys that are pressed together in *key*."""
    stroke: QKeyCombination = key[0]  # type: ignore[index]  # Qt's stubs do not know it
    return stroke


def is_single(key: QKeySequence) -> bool:
    """Tell whether *key* is a character, so that it means something else in a text."""
    stroke = _stroke(key)
    is_character = Qt.Key.Key_Space < stroke.key() < _FIRST_BEYOND_TEXT
    return is_character and not stroke.keyboardModifiers() & _CHORD


def keys_of(action: Action) -> list[QKeySequence]:
    """Return the action's keys in the table, on this system."""
    keys: list[QKeySequence] = []
    for key in action.keys:
        if isinstance(key, str):
            keys.append(QKeySequence(key))
        else:
            keys.extend(QKeySequence.keyBindings(key)[:1])
    return keys


def written(keys: Iterable[QKeySequence]) -> tuple[str, ...]:
    """Return *keys* as the settings hold them, the same on every system."""
    return tuple(key.toString(QKeySequence.SequenceFormat.PortableText) for key in keys)


def shown(key: QKeySequence) -> str:
    """Return *key* as people read it on this system."""
    return key.toString(QKeySequence.SequenceFormat.NativeText)


@dataclass(frozen=True)
class Bindings:
    """The keys of every action; no key is had by two of them.

    A changed key goes before one of the table, so that an action of the table silently loses
    a key that the user has given to another.

    Attributes:
        actions: The table.
        changed: What differs from it.
        singles: Whether keys that are characters work.
    """

    actions: tuple[Action, ...]
    changed: ChangedKeys = ()
    singles: bool = True

    @cached_property
    def keys(self) -> Mapping[str, tuple[QKeySequence, ...]]:
        """The keys by the names of the actions."""
        changed = dict(self.changed)
        first = sorted(self.actions, key=lambda action: action.name not in changed)
        taken: set[str] = set()
        found: dict[str, tuple[QKeySequence, ...]] = {}
        for action in first:
            wanted = self._wanted(action, changed)
            named = zip(written(wanted), wanted, strict=True)
            free = {name: key for name, key in named if name not in taken}
            taken.update(free)
            found[action.name] = tuple(free.values())
        return found

    def owner(self, key: QKeySequence) -> Action | None:
        """Return the action that has *key* now."""
        name = next((name for name, keys in self.keys.items() if key in keys), None)
        return next((each for each in self.actions if each.name == name), None)

    def is_changed(self, action: Action) -> bool:
        """Tell whether *action* has other keys than in the table, by choice or by loss."""
        own = [key for key in keys_of(action) if self.singles or not is_single(key)]
        return list(self.keys[action.name]) != own

    def give(self, action: Action, keys: Sequence[QKeySequence]) -> ChangedKeys:
        """Return what is changed once *action* has just *keys*, which others lose."""
        lost, kept = set(written(keys)), []
        for name, its_keys in self.changed:
            if name != action.name:
                kept.append((name, tuple(key for key in its_keys if key not in lost)))
        if written(keys) != written(keys_of(action)):
            kept.append((action.name, written(keys)[:KEYS]))
        return self._differing(kept)

    def reset(self, action: Action) -> ChangedKeys:
        """Return what is changed once *action* has its own keys again."""
        return self.give(action, keys_of(action))

    def _differing(self, changed: Iterable[tuple[str, tuple[str, ...]]]) -> ChangedKeys:
        table = {each.name: written(keys_of(each)) for each in self.actions}
        return tuple((name, keys) for name, keys in changed if table.get(name) != keys)

    def _wanted(self, action: Action, changed: Mapping[str, tuple[str, ...]]) -> list[QKeySequence]:
        if action.name in changed:
            keys = [QKeySequence(key) for key in changed[action.name]]
            keys = [key for key in keys if refusal(action, key) is None]
        else:
            keys = keys_of(action)
        return [key for key in keys if self.singles or not is_single(key)]


def refusal(action: Action, key: QKeySequence) -> Refusal | None:
    """Return why *action* cannot have *key*; None if it can."""
    if key.count() != 1 or not key.toString():
        return "empty"
    stroke = _stroke(key)
    modifiers = stroke.keyboardModifiers() & (_CHORD | _SHIFT)
    if stroke.key() in _WALKING and modifiers in (
        Qt.KeyboardModifier.NoModifier, _SHIFT, _CONTROL,
    ):  # fmt: skip
        return "map"
    if stroke.key() in _LEAVING and not modifiers & _CHORD:
        return "map"
    if is_single(key) and action.on_map and not any(map(is_single, keys_of(action))):
        return "writes"
    return None
