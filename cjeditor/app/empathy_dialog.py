"""The dialog that asks onto whose empathy map the selected cards go."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QWidget,
)

from cjeditor.core.ids import Id
from cjeditor.core.words import tr, trn
from cjeditor.edits.empathy import MoveCardsToEmpathy
from cjeditor.kinds.card import Card
from cjeditor.model.empathy import EMPATHY_FIELDS
from cjeditor.model.map import Map
from cjeditor.panels import options
from cjeditor.panels.choosing import ChoosingDialog
from cjeditor.panels.labels import wrapped

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace

_LONGEST = 60
"""Characters of a name that are shown."""


class EmpathyDialog(ChoosingDialog):
    """Asks for a persona, the first card's own at first, and for a field."""

    def __init__(self, parent: QWidget, journey: Map, cards: Sequence[Card]) -> None:
        super().__init__(parent, tr("Move to the empathy map"), tr("Move"))
        self._ids = tuple(card.id for card in cards)
        self.persona, self.field = self.add_choice(tr("Persona")), self.add_choice(tr("Field"))
        for key, option in options.personas(journey).items():
            self.persona.addItem(option.label[:_LONGEST], key)
        own = next((each for card in cards for each in card.personas), None)
        self.persona.setCurrentIndex(max(0, self.persona.findData(own)))
        self.field.addItem(tr("As the type of card says"), None)
        for field, label in EMPATHY_FIELDS.items():
            self.field.addItem(tr(label), field)
        for said in _told(journey, self._ids):
            self.add_note(wrapped(said, "note"))
        self.persona.setFocus()

    @property
    def edit(self) -> MoveCardsToEmpathy:
        """The move that is chosen."""
        return MoveCardsToEmpathy(self._ids, self.persona.currentData(), self.field.currentData())


def _told(journey: Map, cards: Sequence[Id]) -> Iterator[str]:
    """Yield what becomes of that which a note cannot have."""
    chosen = set(cards)
    whys = sum(why.pain in chosen for why in journey.whys.values())
    links = sum(bool({each.source, each.target} & chosen) for each in journey.links.values())
    if whys + links:
        yield trn(
            "{n} link or why of theirs becomes words in the details; Undo takes that back.",
            "{n} links and whys of theirs become words in the details; Undo takes that back.",
            whys + links,
        )
    about = [flow.about for flow in journey.flows.values()]
    about += [metric.about for metric in journey.metrics.values()]
    if count := sum(each in chosen for each in about):
        yield trn(
            "{n} user flow or metric of theirs stays at their step.",
            "{n} user flows and metrics of theirs stay at their steps.",
            count,
        )


def ask_empathy(space: Workspace) -> None:
    """Ask onto whose empathy map the selected cards go, and move them."""
    journey = space.session.journey
    cards = [journey.cards[each] for each in space.session.selection if each in journey.cards]
    dialog = EmpathyDialog(space.window, journey, cards)
    if dialog.exec() and space.session.attempt(dialog.edit):
        count = len(cards)
        space.say(
            trn(
                "{n} card is on the empathy map now",
                "{n} cards are on the empathy map now",
                count,
            )
        )
