"""The bar above the map that finds cards: by text, type, tag, persona, owner and evidence."""

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.app.facet_button import Counted, FacetButton
from cjeditor.app.facets import FACETS, Facet
from cjeditor.app.views_button import ViewsButton
from cjeditor.core.words import mark, tr, trn
from cjeditor.edits.edit import Edit
from cjeditor.model.filtering import NOTHING
from cjeditor.panels.flow import FlowLayout
from cjeditor.panels.icons import icon, pixmap, quiet
from cjeditor.panels.labels import plain
from cjeditor.session.filtering import Filtering
from cjeditor.session.session import Session

_FIELD: Final = 170
"""Least width of the text field, in pixels."""

_GAP: Final = 4
_FIXED: Final = QSizePolicy.Policy.Fixed

_BUTTONS: Final = (
    ("previous", "chevron-up", mark("Previous match")),
    ("next", "chevron-down", mark("Next match")),
    ("clear", "circle-x", mark("Clear the filter")),
    ("close", "x", mark("Close")),
)


class _Field(QLineEdit):
    """The text that is looked for; Enter goes to the next match, with Shift to the one before."""

    entered = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("search")
        self._loupe = plain("")
        self.setTextMargins(20, 0, 0, 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(9, 0, 6, 0)
        row.addWidget(self._loupe)
        row.addStretch()

    def dress(self) -> None:
        """Draw the loupe in the theme's ink."""
        self._loupe.setPixmap(pixmap("search", quiet(self.palette()), 16, self.devicePixelRatioF()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.entered.emit(-1 if back else 1)
        else:
            super().keyPressEvent(event)


class FindBar(QWidget):
    """Asks what is looked for, and says how much of it there is.

    Signals:
        stepped: The next match is wanted, 1, or the one before, -1.
        closed: It is no longer wanted.
    """

    stepped = Signal(int)
    closed = Signal()

    def __init__(self, session: Session, filtering: Filtering, do: Callable[[Edit], bool]) -> None:
        super().__init__()
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._session = session
        self._filtering = filtering
        self.field = _Field()
        self.setFocusProxy(self.field)
        self._count = plain("", "note")
        self._count.setContentsMargins(6, 0, 4, 0)
        self.facets = {each.field: self._facet(each) for each in FACETS}
        self.buttons = {name: QToolButton() for name, _symbol, _text in _BUTTONS}
        self.views = ViewsButton(session, filtering, do)
        self._put_together()
        self._connect()
        self.dress()

    def start(self) -> None:
        """Let a text be written."""
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def dress(self) -> None:
        """Take the words of the interface's language and the inks of the theme."""
        self.field.setPlaceholderText(tr("Find cards"))
        self.field.setAccessibleName(tr("Find cards"))
        self.field.dress()
        for name, symbol, text in _BUTTONS:
            self.buttons[name].setIcon(icon(symbol, self.palette()))
            self.buttons[name].setToolTip(tr(text))
            self.buttons[name].setAccessibleName(tr(text))
        for facet in self.facets.values():
            facet.dress()
        self.views.dress()
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.closed.emit()
            case _:
                super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _put_together(self) -> None:
        self._row = QHBoxLayout()
        self._row.setSpacing(_GAP)
        self.field.setMinimumWidth(_FIELD)
        self.field.setMaximumWidth(420)
        self._holder = QWidget()
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self._holder.setSizePolicy(policy)
        flow = FlowLayout(self._holder, _GAP)
        for facet in self.facets.values():
            flow.addWidget(facet)
        self._row.addWidget(self.field, 1)
        self._row.addWidget(self._count)
        for name in self.buttons:
            if name == "close":
                self._row.addStretch(0)
                self.views.setSizePolicy(_FIXED, _FIXED)
                self._row.addWidget(self.views)
            self.buttons[name].setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.buttons[name].setIconSize(QSize(16, 16))
            self.buttons[name].setSizePolicy(_FIXED, _FIXED)
            self._row.addWidget(self.buttons[name])
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(12, 6, 8, 6)
        self._column.setSpacing(4)
        self._column.addLayout(self._row)
        self._is_wide = False
        self._column.addWidget(self._holder)
        buttons = list(self.buttons.values())
        order = [self.field, *self.facets.values(), *buttons[:-1], self.views, buttons[-1]]
        for one, following in pairwise(order):
            QWidget.setTabOrder(one, following)

    def _connect(self) -> None:
        self.field.entered.connect(self.stepped)
        self.field.textEdited.connect(lambda text: self._ask(text=text))
        self.buttons["previous"].clicked.connect(lambda: self.stepped.emit(-1))
        self.buttons["next"].clicked.connect(lambda: self.stepped.emit(1))
        self.buttons["clear"].clicked.connect(self._clear)
        self.buttons["close"].clicked.connect(self.closed)
        self._filtering.changed.connect(self._show)
        self._session.map_changed.connect(self._show)

    def _facet(self, facet: Facet) -> FacetButton:
        def answers() -> Counted:
            return facet.answers(self._session.journey, self._filtering.asked)

        made = FacetButton(facet.label, answers)
        made.chosen.connect(lambda values: self._ask(**{facet.field: values}))
        return made

    def _ask(self, **fields: object) -> None:
        self._filtering.ask(self._filtering.asked.replace(**fields))

    def _clear(self) -> None:
        self._filtering.ask(NOTHING)
        self.field.setFocus()

    def _show(self, *_changed: object) -> None:
        """Show what is looked for and how many cards are found."""
        asked, asks = self._filtering.asked, self._filtering.sieve.asks
        if self.field.text() != asked.text:
            self.field.setText(asked.text)
        for name, facet in self.facets.items():
            facet.show_values(getattr(asked, name))
        found, there = len(self._filtering.found), len(self._session.journey.cards)
        cards = trn("{n} card", "{n} cards", there)
        if asks:
            cards = tr("{found} of {cards}").format(found=found, cards=cards)
        self._count.setText(cards)
        self.field.setAccessibleDescription(cards)
        for name in ("previous", "next"):
            self.buttons[name].setEnabled(bool(found))
        self.buttons["clear"].setEnabled(asks)
        self._arrange()

    def _arrange(self) -> None:
        """Put the questions beside the text where there is room, else below it."""
        widths = [facet.sizeHint().width() for facet in self.facets.values()]
        needed = sum(widths) + _GAP * (len(widths) - 1)
        others = self._row.sizeHint().width() - (needed + _GAP if self._is_wide else 0)
        is_wide = self.width() - 20 >= others + needed + 8
        self._holder.setMinimumWidth(needed if is_wide else 0)
        if is_wide != self._is_wide:
            self._is_wide = is_wide
            if is_wide:
                self._column.removeWidget(self._holder)
                self._row.insertWidget(1, self._holder)
            else:
                self._row.removeWidget(self._holder)
                self._column.addWidget(self._holder)
