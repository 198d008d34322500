"""The card styles of a map: chosen for cards, and made, changed and deleted in a dialog."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import mark, tr
from cjeditor.edits.records import Delete
from cjeditor.edits.styles import AddStyle
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_style import COLOURS, SYMBOLS, CardStyle
from cjeditor.model.map import Map
from cjeditor.panels import options
from cjeditor.panels.choice_fields import ChoiceEditor
from cjeditor.panels.editor import Change
from cjeditor.panels.fields import fields_of
from cjeditor.panels.form import CAPTION_GAP, Form, captioned
from cjeditor.panels.icons import coloured, seen, swatch
from cjeditor.panels.labels import one_line, wrapped
from cjeditor.panels.writing import Ids, write_field, write_records
from cjeditor.session.session import Session


class StylePart(QWidget):
    """The style of the selected cards, and the way to the map's styles."""

    def __init__(self, session: Session, ids: Ids) -> None:
        super().__init__()
        self._session = session
        self._ids = ids
        self._editor = ChoiceEditor(options.styles, mark("That of the kind"))
        self._editor.name(tr("Style"))
        self._editor.edited.connect(self._write)
        more = QToolButton()
        more.setObjectName("plus")
        more.setText(tr("Edit styles …"))
        more.clicked.connect(self._open)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(CAPTION_GAP)
        column.addWidget(captioned(tr("Style"), self._editor))
        column.addWidget(more, 0, Qt.AlignmentFlag.AlignLeft)

    def show_cards(self, cards: Sequence[Card], journey: Map) -> None:
        self._editor.show_map(journey)
        self._editor.show_values([card.style for card in cards])

    def _write(self, change: Change) -> None:
        write_field(self._session, self._ids(), "style", change)

    def _open(self) -> None:
        cards = [self._session.journey.cards[each] for each in self._ids()]
        StylesDialog(self._session, self, cards[0].style or "").exec()


class StylesDialog(QDialog):
    """The map's styles, and the fields of one; every change is an edit that can be undone."""

    def __init__(self, session: Session, parent: QWidget | None, chosen: Id = "") -> None:
        super().__init__(parent)
        self._session = session
        self._shown = chosen
        self.setWindowTitle(tr("Card styles"))
        self.setMinimumSize(560, 400)
        self._list = QListWidget()
        self._list.setObjectName("framed")
        self._list.setAccessibleName(tr("Card styles"))
        self._list.setFixedWidth(200)
        self._list.currentItemChanged.connect(self._choose)
        self._form = Form(fields_of(CardStyle))
        write_records(self._form, session, lambda: (self._shown,))
        self._empty = wrapped(
            tr("A style marks cards of any kind with what they have in common, such as a risk."),
            "note",
        )
        self._delete = QPushButton(tr("Delete"))
        self._delete.setAutoDefault(False)
        self._delete.clicked.connect(self._drop)
        self._lay_out()
        session.map_changed.connect(self._show)
        self._show()

    def _lay_out(self) -> None:
        add = QPushButton(tr("Add"))
        add.setAutoDefault(False)
        add.clicked.connect(self.add)
        buttons = QHBoxLayout()
        buttons.addWidget(add)
        buttons.addWidget(self._delete)
        buttons.addStretch()
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self._list, 1)
        left.addLayout(buttons)
        right = QVBoxLayout()
        right.addWidget(self._empty)
        right.addWidget(self._form)
        right.addStretch()
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addLayout(left)
        row.addLayout(right, 1)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(16)
        column.addLayout(row, 1)
        column.addWidget(close)

    def add(self) -> None:
        """Add a style in a colour and with a symbol that no other has, and go to its name."""
        taken = self._session.journey.ordered_styles
        colour = _first_free(COLOURS, {each.colour for each in taken})
        symbol = _first_free(tuple(SYMBOLS), {each.symbol for each in taken})
        style = CardStyle(id=new_id(), colour=colour, symbol=symbol)
        if self._session.attempt(AddStyle(style)):
            self._shown = style.id
            self._show()
            self._form.focus_first()

    def _show(self, *_changed: object) -> None:
        journey = self._session.journey
        styles = journey.ordered_styles
        if self._shown not in journey.styles:
            self._shown = styles[0].id if styles else ""
        with QSignalBlocker(self._list):
            self._fill(styles)
        self._form.setVisible(bool(styles))
        self._empty.setVisible(not styles)
        self._delete.setEnabled(bool(styles))
        if styles:
            self._form.show_records([journey.styles[self._shown]], journey)

    def _fill(self, styles: Sequence[CardStyle]) -> None:
        while self._list.count() > len(styles):
            self._list.takeItem(self._list.count() - 1)
        while self._list.count() < len(styles):
            item = QListWidgetItem()
            self._list.addItem(item)
        for row, style in enumerate(styles):
            item = self._list.item(row)
            item.setText(one_line(style.name) or tr("Nameless style"))
            item.setIcon(self._icon(style))
            item.setData(Qt.ItemDataRole.UserRole, style.id)
            if style.id == self._shown:
                self._list.setCurrentRow(row)

    def _icon(self, style: CardStyle) -> QIcon:
        if style.symbol in SYMBOLS:
            return coloured(style.symbol, seen(style.colour, self.palette()))
        return swatch(style.colour)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._session.break_merge()
            self._shown = item.data(Qt.ItemDataRole.UserRole)
            self._show()

    def _drop(self) -> None:
        self._session.attempt(Delete((self._shown,)))


def _first_free(choices: Sequence[str], taken: set[str]) -> str:
    return next((each for each in choices if each not in taken), choices[0])
