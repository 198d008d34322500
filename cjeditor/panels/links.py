"""What a card has to do with other cards: what it solves, what causes it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.ids import Id
from cjeditor.core.words import tr
from cjeditor.edits.links import AddLink
from cjeditor.edits.records import Delete
from cjeditor.kinds.card import Card
from cjeditor.kinds.registry import kind_of_card
from cjeditor.model.map import Map
from cjeditor.model.records import Link
from cjeditor.model.relations import RELATIONS, Relation
from cjeditor.panels.choice_fields import ChoiceBox
from cjeditor.panels.form import captioned
from cjeditor.panels.icons import coloured, seen
from cjeditor.panels.labels import one_line
from cjeditor.panels.rows import Row, RowList
from cjeditor.session.session import Session


class LinksPart(RowList):
    """The links of one card; a row's text goes to the card at the other end."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._card: Id = ""
        self._shown: object = None

    def show_card(self, card: Card, journey: Map) -> None:
        links = [each for each in journey.links.values() if card.id in (each.source, each.target)]
        cards = [(journey.cards[each.source], journey.cards[each.target]) for each in links]
        if (card.id, links, cards) == self._shown:
            return
        self._card = card.id
        self._shown = (card.id, links, cards)
        self.clear()
        if not links:
            self.add_caption(tr("Links"))
        for relation in RELATIONS:
            found = [each for each in links if relation.holds(each, card.id)]
            if found:
                self.add_caption(tr(relation.label))
            for link in found:
                self.add(self._row(link, journey))
        self.add(self._more_button())

    def _row(self, link: Link, journey: Map) -> Row:
        other = journey.cards[link.target if link.source == self._card else link.source]
        kind = kind_of_card(other)
        row = Row(other.text or tr(kind.label), kind.symbol, kind.full)
        row.opened.connect(lambda: self._session.select((other.id,)))
        row.removed.connect(lambda: self._session.attempt(Delete((link.id,))))
        return row

    def _more_button(self) -> QToolButton:
        button = QToolButton()
        button.setObjectName("plus")
        button.setText(tr("Link to a card …"))
        button.clicked.connect(self._add)
        return button

    def _add(self) -> None:
        dialog = LinkDialog(self._session.journey, self._card, self)
        if dialog.exec() == QDialog.DialogCode.Accepted and (edit := dialog.edit()):
            self._session.attempt(edit)


class LinkDialog(QDialog):
    """Asks for a relation and the card at its other end."""

    def __init__(self, journey: Map, card: Id, parent: QWidget) -> None:
        super().__init__(parent)
        self._card = card
        self.setWindowTitle(tr("Link to a card"))
        self.setMinimumSize(440, 460)
        self._relation = ChoiceBox()
        self._relation.setAccessibleName(tr("Relation"))
        for relation in RELATIONS:
            self._relation.addItem(tr(relation.label), relation)
        self._filter = QLineEdit()
        self._filter.setPlaceholderText(tr("Find a card"))
        self._filter.setAccessibleName(tr("Find a card"))
        self._filter.textChanged.connect(self._narrow)
        self._list = QListWidget()
        self._list.setObjectName("framed")
        self._list.setAccessibleName(tr("Cards"))
        self._fill(journey)
        self._buttons = _ok_and_cancel(self)
        self._list.itemSelectionChanged.connect(self._check)
        self._list.itemDoubleClicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(12)
        column.addWidget(captioned(tr("Relation"), self._relation))
        column.addWidget(self._filter)
        column.addWidget(self._list, 1)
        column.addWidget(self._buttons)
        self._check()

    def edit(self) -> AddLink | None:
        """Return the chosen link; None if no card is chosen."""
        items = self._list.selectedItems()
        if not items:
            return None
        relation: Relation = self._relation.currentData()
        other: Id = items[0].data(Qt.ItemDataRole.UserRole)
        source, target = (self._card, other) if relation.outgoing else (other, self._card)
        return AddLink(relation.kind, source, target)

    def _fill(self, journey: Map) -> None:
        for card in journey.reading_order():
            if card.id != self._card:
                kind = kind_of_card(card)
                item = QListWidgetItem(
                    coloured(kind.symbol, seen(kind.full, self.palette())),
                    one_line(card.text) or tr(kind.label),
                )
                item.setData(Qt.ItemDataRole.UserRole, card.id)
                self._list.addItem(item)

    def _narrow(self, text: str) -> None:
        wanted = text.casefold().split()
        for index in range(self._list.count()):
            item = self._list.item(index)
            name = item.text().casefold()
            item.setHidden(not all(word in name for word in wanted))

    def _check(self) -> None:
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self._list.selectedItems()))


def _ok_and_cancel(dialog: QDialog) -> QDialogButtonBox:
    standard = QDialogButtonBox.StandardButton
    buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
    buttons.accepted.connect(dialog.accept)
    buttons.rejected.connect(dialog.reject)
    return buttons
