"""What a widget draws, as parts that a screen reader finds: an object for each it asked for."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import Any, Final, Generic, NamedTuple, TypeVar

from PySide6.QtCore import QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget
from shiboken6 import Shiboken

from cjeditor.core.words import tr

Send = Callable[[QAccessibleEvent], None]
_Event = QAccessible.Event

K = TypeVar("K", bound=Hashable)
"""What tells one part of a widget from the others."""

W = TypeVar("W", bound=QWidget)

WRITE: Final = "Write"
DELETE: Final = "Delete"
"""Names of the actions that Qt has no name for."""

MADE: Final = "accessible_parts"
"""The attribute by which a widget knows its parts."""

TOLD: Final = 200
"""So many new parts are told one by one; of more, a screen reader learns when it asks."""


class Act(NamedTuple):
    """Something that a screen reader can do with a part.

    Attributes:
        name: Qt's, or one of ours.
        do: Does it; the part has been gone to.
        label, says: What it is called and what it does, in the interface's language; "" leaves
            it to Qt.
        keys: Those that do the same.
    """

    name: str
    do: Callable[[], object]
    label: str = ""
    says: str = ""
    keys: tuple[QKeySequence, ...] = ()


def write_act(do: Callable[[], object], key: int = Qt.Key.Key_F2) -> Act:
    """Return the action that opens the text of a part."""
    return Act(WRITE, do, tr("Write"), tr("Opens the text for writing"), (QKeySequence(key),))


def delete_act(do: Callable[[], object], key: int = Qt.Key.Key_Delete) -> Act:
    """Return the action that deletes a part."""
    return Act(DELETE, do, tr("Delete"), tr("Takes it off the map"), (QKeySequence(key),))


class Part(QObject):
    """One part of what a widget draws, for a screen reader to point at.

    Attributes:
        key: Which one it is.
        interface: What Qt asks about it; it must live as long as the part.
    """

    def __init__(self, parts: "Parts[Any, Any]", key: Hashable) -> None:
        super().__init__(parts)
        self.parts = parts
        self.key = key
        self.interface: QAccessibleInterface | None = None


class Parts(QObject, Generic[K, W]):
    """Makes a part when it is asked for, and tells what becomes of those that there are.

    Who draws something says here what its parts are; None as a key means the widget itself.

    Args:
        send: Where events go.

    Attributes:
        view: Draws the parts.
        interface: What Qt asks about the widget as a whole.
        whole_role: What the widget is.
    """

    whole_role: QAccessible.Role = QAccessible.Role.List

    def __init__(self, view: W, send: Send = QAccessible.updateAccessibility) -> None:
        super().__init__(view)
        self.view = view
        setattr(view, MADE, self)
        self.interface: QAccessibleInterface | None = None
        self._send = send
        self._parts: dict[K, Part] = {}
        self._told: K | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._tell_focus)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow_keyboard)

    # --- what a widget says about its parts

    def below(self, key: K | None) -> Sequence[K]:
        """Return what stands below a part, in reading order."""
        raise NotImplementedError

    def above(self, key: K) -> K | None:
        """Return the part that another one stands below."""
        return None

    def place(self, key: K) -> int:
        """Return the number of a part among those beside it, from 0; -1 if it is not there."""
        beside = self.below(self.above(key))
        return beside.index(key) if key in beside else -1

    def holds(self, key: K) -> bool:
        """Tell whether there is such a part."""
        return self.place(key) >= 0

    def role(self, key: K) -> QAccessible.Role:
        """Return what a part is."""
        return QAccessible.Role.ListItem

    def name(self, key: K) -> str:
        """Return what is read aloud of a part."""
        raise NotImplementedError

    def detail(self, key: K) -> str:
        """Return what else there is to know of it."""
        return ""

    def box(self, key: K) -> QRect:
        """Return where a part is in the widget, or in its viewport, in pixels."""
        raise NotImplementedError

    def at(self, spot: QPoint) -> K | None:
        """Return the part at a place of the widget, or of its viewport."""
        return None

    def current(self) -> K | None:
        """Return the part that the keyboard is on while the widget has it."""
        return None

    def is_selected(self, key: K) -> bool:
        """Tell whether a part is selected."""
        return False

    def can_be_selected(self, key: K) -> bool:
        """Tell whether a part can be selected and gone to."""
        return True

    def is_locked(self, key: K) -> bool:
        """Tell whether nothing of a part may be changed."""
        return False

    def go(self, key: K) -> None:
        """Select a part, bring it into view and give its widget the keyboard."""
        raise NotImplementedError

    def acts(self, key: K) -> Iterable[Act]:
        """Yield what can be done with a part besides going to it."""
        return ()

    def name_of_whole(self) -> str:
        """Return what is read aloud of the widget."""
        return self.view.accessibleName()

    def detail_of_whole(self) -> str:
        """Return what else there is to know of the widget."""
        return self.view.accessibleDescription()

    # --- what there is

    @property
    def surface(self) -> QWidget:
        """What the parts are drawn on."""
        return self.view.viewport() if isinstance(self.view, QAbstractScrollArea) else self.view

    @property
    def focused(self) -> Part | None:
        """The part that the keyboard is on."""
        key = self.current() if self.view.hasFocus() else None
        return self.part(key) if key is not None and self.holds(key) else None

    def part(self, key: K) -> Part:
        """Return the object of a part."""
        if key not in self._parts:
            self._parts[key] = Part(self, key)
        return self._parts[key]

    def rect(self, key: K) -> QRect:
        """Return where a part is on the screen; an empty rectangle if it is not drawn."""
        box = self.box(key) if self.holds(key) else QRect()
        return QRect(self.surface.mapToGlobal(box.topLeft()), box.size()) if box else QRect()

    def is_seen(self, key: K) -> bool:
        """Tell whether anything of a part is in view."""
        surface = self.surface
        seen = surface.visibleRegion().boundingRect().translated(surface.mapToGlobal(QPoint()))
        return seen.intersects(self.rect(key))

    # --- telling

    def tell_focus_soon(self) -> None:
        """Tell the part that the keyboard is on, when all that changes with it has changed."""
        if QAccessible.isActive():
            self._soon.start()

    def tell(self, event: _Event, keys: Iterable[K]) -> None:
        """Tell the same of several parts that were asked for."""
        for key in keys:
            self._send(QAccessibleEvent(self._parts[key], event))

    def tell_whole(self, event: _Event) -> None:
        """Tell something of the widget."""
        self._send(QAccessibleEvent(self.view, event))

    def tell_new(self, keys: Iterable[K]) -> None:
        """Tell of new parts below those that a screen reader knows."""
        for key in keys:
            above = self.above(key)
            if self.holds(key) and (above is None or above in self._parts):
                self._send(QAccessibleEvent(self.part(key), _Event.ObjectCreated))

    def tell_selected(self, keys: Iterable[K]) -> None:
        """Tell which parts are selected now, or no longer."""
        for key in keys:
            way = _Event.SelectionAdd if self.is_selected(key) else _Event.SelectionRemove
            self.tell(way, (key,))

    def drop(self, keys: Iterable[K]) -> None:
        """Forget parts that are not there any more."""
        for key in tuple(keys):
            part = self._parts.pop(key)
            self._send(QAccessibleEvent(part, _Event.ObjectDestroyed))
            part.deleteLater()

    @property
    def known(self) -> Iterator[K]:
        """The parts that were asked for."""
        return iter(tuple(self._parts))

    def _follow_keyboard(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Tell the part that the keyboard is on, after Qt has told that the widget has it."""
        if Shiboken.isValid(self) and now is self.view:
            self._told = None
            self.tell_focus_soon()

    def _tell_focus(self) -> None:
        """Tell the part that the keyboard is on, unless it was told last."""
        part, key = self.focused, self.current()
        if part is not None and key != self._told:
            self._told = key
            self._send(QAccessibleEvent(part, _Event.Focus))
