"""The tool Departments: who answers for which touchpoints, pain points and opportunities."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QCompleter, QDialog, QHBoxLayout, QLineEdit, QPushButton

from cjeditor.core.ids import Id
from cjeditor.core.words import tr, trn
from cjeditor.edits.owners import GiveOwner
from cjeditor.kinds.look import Look
from cjeditor.layout.chart import Chart
from cjeditor.layout.chips import Chips
from cjeditor.layout.owner_cards import NOBODYS, owner_cards
from cjeditor.model.map import Map
from cjeditor.model.owners import NOBODY, can_be_owned, owner_of, owners
from cjeditor.panels.labels import one_line, plain
from cjeditor.session.session import Session
from cjeditor.tools.chart_board import ChartBoard
from cjeditor.tools.chart_view import scrolled
from cjeditor.tools.departments.renaming import RenameOwnerDialog
from cjeditor.tools.nothing_yet import NothingYet
from cjeditor.tools.tool import ToolPage


class DepartmentsPage(ToolPage):
    """A card for each owner, and a field that gives what is selected to one.

    Attributes:
        board: The owners' cards.
        field: Takes the owner of what is selected; the names that the map knows are suggested.
        rename: Asks which owner is to be called what.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._chips = Chips()
        self.board = ChartBoard(session, self._plan, self._give, self._next, name_of_owner)
        self.field = QLineEdit()
        self._known = QStringListModel(self)
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.field.setCompleter(completer)
        self._caption = plain("")
        self.give = QPushButton()
        self.rename = QPushButton()
        self._empty = NothingYet()
        self._empty.wanted.connect(lambda: self.map_wanted.emit(""))
        self.buttons.addWidget(self.rename)
        row = QHBoxLayout()
        row.addWidget(self._caption)
        row.addWidget(self.field, 1)
        row.addWidget(self.give)
        self.body.addLayout(row)
        self.body.addWidget(self._empty)
        self.body.addWidget(scrolled(self.board), 1)
        self.field.returnPressed.connect(self._give_typed)
        self.give.clicked.connect(self._give_typed)
        self.rename.clicked.connect(self._rename)
        self.board.field_wanted.connect(self.field_wanted)
        self.board.told.connect(self.hint)
        self.board.typed.connect(self._begin)
        self.setFocusProxy(self.board)

    def say(self) -> None:
        self.set_words(
            tr("Departments"),
            tr(
                "Who answers for what. Select cards and type the name of their owner, or drag "
                "them to one; Alt with an arrow key moves them to the next."
            ),
        )
        self.board.setAccessibleName(tr("Owners and what is theirs"))
        self.field.setAccessibleName(tr("Owner of what is selected"))
        self.field.setPlaceholderText(tr("Name of a department or a person"))
        self.give.setText(tr("Give"))
        self.rename.setText(tr("Rename …"))
        self.rename.setAccessibleName(tr("Rename an owner"))
        self.rename.setToolTip(tr("Rename an owner"))
        self._empty.set_words(
            tr("The map has no touchpoint, pain point or opportunity yet that one could own."),
            tr("Go to the map"),
        )
        self.board.lay_out()

    def follow(self) -> None:
        journey, chosen = self.session.journey, self._chosen()
        names = owners(journey)
        if self._known.stringList() != names:
            self._known.setStringList(names)
        self.board.show_map(journey)
        is_empty = not self.board.chart.chips
        self._empty.setVisible(is_empty)
        self.setFocusProxy(self._empty.button if is_empty else self.board)
        text = trn("Owner of {n} card:", "Owner of {n} cards:", len(chosen))
        self._caption.setText(text if chosen else tr("Owner:"))
        self.field.setEnabled(bool(chosen))
        self.give.setEnabled(bool(chosen))
        self.rename.setEnabled(bool(names))

    def show_record(self, record: Id) -> None:
        super().show_record(record)
        self.board.show_selected()

    def _plan(self, journey: Map, width: float, height: float, look: Look) -> Chart:
        return owner_cards(journey, width, look, self._chips)

    def _chosen(self) -> tuple[Id, ...]:
        """Return what is selected and can be owned."""
        cards = self.session.journey.cards
        found = (cards.get(each) for each in self.session.selection)
        return tuple(card.id for card in found if card is not None and can_be_owned(type(card)))

    def _give(self, cards: tuple[Id, ...], owner: str) -> bool:
        return self.session.attempt(GiveOwner(cards, owner))

    def _next(self, owner: str, dx: int, dy: int) -> str | None:
        """Return the owner after or before one, as their cards stand."""
        there = [place.key for place in self.board.chart.places]
        number = there.index(owner) + (dx or dy)
        return there[number] if 0 <= number < len(there) else None

    def _begin(self, text: str) -> None:
        """Go on in the field with what was typed on the board."""
        if self.field.isEnabled():
            self.field.setText(text)
            self.field.setFocus()

    def _give_typed(self) -> None:
        """Give what is selected to whom was typed, and select the next card of nobody."""
        chosen, owner = self._chosen(), self.field.text().strip()
        if not chosen or not owner:
            return
        chips = [block.element for block in self.board.chart.chips]
        after = chips[chips.index(chosen[-1]) + 1 :] if chosen[-1] in chips else []
        cards = self.session.journey.cards
        was_nobodys = owner_of(cards[chosen[-1]]) == NOBODY
        if not self._give(chosen, owner):
            return
        self.field.clear()
        cards = self.session.journey.cards
        left = (each for each in after if owner_of(cards[each]) == NOBODY)
        following = next(left, None) if was_nobodys else None
        if following is not None:
            self.session.select((following,))
        self.board.setFocus()
        self.board.show_selected()

    def _rename(self) -> None:
        journey, chosen = self.session.journey, self._chosen()
        owner = owner_of(journey.cards[chosen[0]]) if chosen else NOBODY
        dialog = RenameOwnerDialog(journey, owner, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            self.session.attempt(dialog.edit())


def name_of_owner(owner: str) -> str:
    """Return what an owner is called, in the interface's language."""
    return one_line(owner) or tr(NOBODYS)
