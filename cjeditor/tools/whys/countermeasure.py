"""Asks for the opportunity that takes a cause away: a new card, or one that the map has."""

from collections.abc import Callable

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QMenu, QVBoxLayout, QWidget

from cjeditor.canvas.commands import card_kind_of, new_lane
from cjeditor.core.ids import Id
from cjeditor.core.words import interface, tr
from cjeditor.edits.edit import Edit
from cjeditor.edits.lanes import AddLane
from cjeditor.edits.several import Several
from cjeditor.edits.whys import (
    SOLUTION,
    AddCountermeasure,
    ChooseCountermeasure,
    DropCountermeasure,
)
from cjeditor.kinds.opportunity import is_solution
from cjeditor.kinds.registry import card_kind
from cjeditor.model.map import Map
from cjeditor.model.naming import lane_name, one_line, step_name
from cjeditor.panels.choice_fields import ChoiceBox
from cjeditor.panels.form import captioned
from cjeditor.session.session import Session

_LONGEST = 60
"""Characters of a card in the menu."""


def fill_menu(menu: QMenu, session: Session, why: Id, show: Callable[[Id], object]) -> None:
    """Offer a new card, every opportunity and idea of the map, and to take one away.

    Args:
        show: Shows a card on the map.
    """
    menu.clear()
    journey = session.journey
    record = journey.whys.get(why)
    if record is None:
        return
    new = menu.addAction(tr("New opportunity …"))
    new.triggered.connect(lambda: _ask(menu.parentWidget() or menu, session, why))
    chosen = record.countermeasure
    if chosen is not None:
        menu.addAction(tr("Show it on the map")).triggered.connect(lambda: show(chosen))
        menu.addAction(tr("Take it away")).triggered.connect(
            lambda: session.attempt(DropCountermeasure(why))
        )
    menu.addSeparator()
    for card in journey.reading_order():
        if is_solution(card) and card.id != chosen:
            text = one_line(card.text)[:_LONGEST] or tr(card_kind(card.kind).label)
            action = menu.addAction(text.replace("&", "&&"))
            action.triggered.connect(_chooser(session, why, card.id))


def _chooser(session: Session, why: Id, card: Id) -> Callable[[], object]:
    return lambda: session.attempt(ChooseCountermeasure(why, card))


def _ask(parent: QWidget, session: Session, why: Id) -> None:
    dialog = CountermeasureDialog(parent, session.journey, why)
    if dialog.exec():
        session.attempt(dialog.edit())


class CountermeasureDialog(QDialog):
    """Text, lane and step of a new opportunity; the pain point's step is proposed."""

    def __init__(self, parent: QWidget, journey: Map, why: Id) -> None:
        super().__init__(parent)
        self._why = why
        pain = journey.cards[journey.whys[why].pain]
        self.setWindowTitle(tr("New opportunity"))
        self.setMinimumWidth(400)
        self.text = QLineEdit()
        self.text.setAccessibleName(tr("Opportunity"))
        self.lane, self.step = ChoiceBox(), ChoiceBox()
        self.lane.setAccessibleName(tr("Lane"))
        self.step.setAccessibleName(tr("Step"))
        self._fill_lanes(journey)
        for step in journey.ordered_steps:
            self.step.addItem(step_name(journey, step.id, interface()), step.id)
        self.step.setCurrentIndex(self.step.findData(pain.first_step))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addWidget(captioned(tr("What would take this cause away?"), self.text))
        column.addWidget(captioned(tr("Lane"), self.lane))
        column.addWidget(captioned(tr("Step"), self.step))
        column.addSpacing(4)
        column.addWidget(self._buttons())
        self.text.setFocus()

    def edit(self) -> Edit:
        """Return the edit that was asked for."""
        step, text = self.step.currentData(), self.text.text().strip()
        lane = self.lane.currentData()
        if lane:
            return AddCountermeasure(self._why, lane, step, text)
        made = new_lane("cards", SOLUTION)
        add = AddCountermeasure(self._why, made.id, step, text)
        return Several((AddLane(made, None), add), AddCountermeasure.label)

    def _fill_lanes(self, journey: Map) -> None:
        """Offer the lanes of opportunities first, then a new one, then the others."""
        lanes = [lane for lane in journey.ordered_lanes if card_kind_of(lane) is not None]
        own = [lane for lane in lanes if card_kind_of(lane) == SOLUTION]
        for lane in own:
            self.lane.addItem(lane_name(journey, lane.id, interface()), lane.id)
        if not own:
            self.lane.addItem(tr("A new lane of opportunities"), "")
        for lane in lanes:
            if lane not in own:
                self.lane.addItem(lane_name(journey, lane.id, interface()), lane.id)

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        go = buttons.addButton(tr("Put on the map"), QDialogButtonBox.ButtonRole.AcceptRole)
        go.setEnabled(False)

        def follow(text: str) -> None:
            go.setEnabled(bool(text.strip()))
            go.setDefault(go.isEnabled())  # while it was not, the box has chosen another

        self.text.textChanged.connect(follow)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons
