"""Linking cards by hand: the next card that is clicked, or entered, is the other end."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from cjeditor.core.ids import Id
from cjeditor.core.words import tr
from cjeditor.edits.links import AddLink
from cjeditor.edits.several import Several
from cjeditor.kinds.relation import usual_relation
from cjeditor.layout.links import line_between
from cjeditor.model.records import LINK_KINDS

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

_ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
_CHANGING: Final = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Insert, Qt.Key.Key_F2)
"""Keys that change the map; while a card is chosen they do nothing, as letters and digits."""


class Linking(QObject):
    """Watches a view: lights up the links under the pointer, and makes new ones."""

    def __init__(self, view: "MapView") -> None:
        super().__init__(view)
        self._view = view
        self._sources: tuple[Id, ...] = ()
        view.installEventFilter(self)
        view.viewport().installEventFilter(self)
        view.session.map_changed.connect(self._check)
        view.session.selection_changed.connect(self._follow_keys)

    @property
    def is_on(self) -> bool:
        """Whether a card is to be chosen now."""
        return bool(self._sources)

    def start(self) -> None:
        """Let a card be chosen that the selected ones are to be linked to."""
        cards = self._view.session.journey.cards
        self._sources = tuple(each for each in self._view.session.selection if each in cards)
        if self._sources:
            self._view.setFocus()
            self._view.viewport().setCursor(Qt.CursorShape.CrossCursor)
            self._view.hint.emit(
                tr("Click the card to link to, or go there and press Enter. Escape cancels.")
            )

    def cancel(self) -> None:
        """Choose none; what was selected is selected again."""
        if self._sources:
            sources = self._end()
            self._view.session.select(sources)
            self._view.hint.emit(tr("No link was made."))

    def link_to(self, target: Id) -> None:
        """Link what was selected at the start to *target*, each as suits the kinds of cards."""
        cards = self._view.session.journey.cards
        edits: list[AddLink] = []
        for source in self._end():
            if source != target:
                relation = usual_relation(cards[source], cards[target])
                ends = (target, source) if relation.backwards else (source, target)
                edits.append(AddLink(relation.kind, *ends))
        if edits and self._view.do(Several(tuple(edits), AddLink.label)):
            self._view.session.select((target,))
            text = tr("Linked: {relation}").format(relation=tr(LINK_KINDS[edits[0].kind]))
            self._view.hint.emit(text)

    def _end(self) -> tuple[Id, ...]:
        """Choose no longer; return what was to be linked."""
        sources, self._sources = self._sources, ()
        self._view.paper.links.show_pending((), "")
        self._view.viewport().unsetCursor()
        return sources

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QMouseEvent() if event.type() == QEvent.Type.MouseMove:
                return self._hover(event)
            case QMouseEvent() if event.type() == QEvent.Type.MouseButtonPress and self.is_on:
                return self._press(event)
            case QMouseEvent():
                return self.is_on
            case QKeyEvent() if event.type() == QEvent.Type.KeyPress and self.is_on:
                return watched is self._view and self._key(event)
        if event.type() == QEvent.Type.Leave:
            self._view.paper.links.hover(None)
        elif event.type() == QEvent.Type.ShortcutOverride and self.is_on:
            return self._claim(event)
        return False

    def _hover(self, event: QMouseEvent) -> bool:
        if event.buttons() and not self.is_on:
            return False
        card = self._card_at(event.position().toPoint())
        self._view.paper.links.hover(card)
        if self.is_on:
            self._show_pending(card)
        return self.is_on

    def _press(self, event: QMouseEvent) -> bool:
        card = self._card_at(event.position().toPoint())
        if card is None or event.button() != Qt.MouseButton.LeftButton:
            self.cancel()
        else:
            self.link_to(card)
        return True

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
            return True
        chosen = self._view.focus.element
        if event.key() in _ENTER:
            if chosen in self._view.session.journey.cards and chosen not in self._sources:
                assert chosen is not None
                self.link_to(chosen)
            return True
        return _changes(event)

    def _claim(self, event: QEvent) -> bool:
        """Keep keys that end the choice, or would change the map, from being shortcuts."""
        if not isinstance(event, QKeyEvent):
            return False
        if event.key() in (*_ENTER, Qt.Key.Key_Escape) or _changes(event):
            event.accept()
            return True
        return False

    def _card_at(self, spot: QPoint) -> Id | None:
        aim = self._view.aim(spot)
        element = self._view.element_at(aim)
        return element if element in self._view.session.journey.cards else None

    def _follow_keys(self) -> None:
        if self.is_on:
            self._show_pending(self._view.focus.element)

    def _show_pending(self, card: Id | None) -> None:
        """Show a line from the first source to *card*, if that is another card."""
        view = self._view
        source = view.rect_of(self._sources[0])
        known = card in view.session.journey.cards and card not in self._sources
        target = view.rect_of(card) if card is not None and known else None
        path = line_between(source, target) if source and target else ()
        view.paper.links.show_pending(path, view.chrome.accent)

    def _check(self) -> None:
        """Give up when a source is no longer on the map."""
        cards = self._view.session.journey.cards
        if any(source not in cards for source in self._sources):
            self.cancel()


def _changes(event: QKeyEvent) -> bool:
    """Tell whether a key, alone or with Shift, would write, rate or delete."""
    alone = not event.modifiers() & ~(_SHIFT | Qt.KeyboardModifier.KeypadModifier)
    text = event.text()
    return alone and (event.key() in _CHANGING or (bool(text) and text.isprintable()))
