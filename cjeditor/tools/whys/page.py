"""Five whys: the pain points at the left, the tree of the chosen one at the right."""

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QMenu,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.ids import Id
from cjeditor.core.words import mark, tr, trn
from cjeditor.kinds.card import Card
from cjeditor.kinds.registry import kind_of_card
from cjeditor.model.chains import Depth, depth_of, pain_points
from cjeditor.model.naming import one_line
from cjeditor.model.whys import Why
from cjeditor.panels.icons import icon
from cjeditor.panels.labels import wrapped
from cjeditor.session.session import Session
from cjeditor.tools.diagram.bench import Bench
from cjeditor.tools.tool import ToolPage
from cjeditor.tools.whys.countermeasure import fill_menu
from cjeditor.tools.whys.view import WhysView

_ID = Qt.ItemDataRole.UserRole
_LONGEST = 64
"""Characters of a pain point in the list."""
_SYMBOLS: dict[Depth, str] = {"none": "circle", "begun": "circle-dot", "rooted": "target-arrow"}
_DEPTHS: dict[Depth, str] = {
    "none": mark("No answers yet"),
    "begun": mark("No root cause yet"),
    "rooted": mark("Root cause found"),
}


class WhysPage(ToolPage):
    """Shows one chain; which, follows from what is selected."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.view = self.zoom_view = WhysView(session)
        self.view.hint.connect(self.hint)
        self.view.writer.drafting.drafted.connect(self.drafted)
        self._rows: list[tuple[Card, tuple[Why, ...]]] = []
        self.list = QListWidget()
        self.list.currentItemChanged.connect(self._choose)
        self.list.itemActivated.connect(lambda _item: self.view.setFocus())
        self._ask, self._aside = QPushButton(), QPushButton()
        self._root, self._fit = QPushButton(), QPushButton()
        self._root.setCheckable(True)
        self._cure = QPushButton()
        self._menu = QMenu(self._cure)
        self._put_buttons()
        buttons = (self._ask, self._aside, self._root, self._cure, self._fit)
        self._bench = Bench(self.view, self.list, buttons)
        self._empty = wrapped("", "note")
        self._to_map = QPushButton()
        self._to_map.clicked.connect(lambda: self.map_wanted.emit(""))
        self._pages = QStackedWidget()
        self._pages.addWidget(self._bench)
        self._pages.addWidget(self._nothing())
        self.body.addWidget(self._pages)

    def say(self) -> None:
        self.set_words(
            tr("Five whys"),
            tr("Enter asks the next why, Ctrl+Enter adds an answer, Alt with arrows moves one."),
        )
        for button, text, symbol in (
            (self._ask, tr("Why?"), "arrow-down"),
            (self._aside, tr("Another answer"), "arrow-right"),
            (self._cure, tr("Countermeasure"), "bulb"),
            (self._fit, tr("Show all"), "arrows-maximize"),
        ):
            self._bench.name(button, text, symbol)
        tip = tr("Nobody needs to ask further here (Ctrl+R)")
        self._bench.name(self._root, tr("Root cause"), "target-arrow", tip)
        self.list.setAccessibleName(tr("Pain points"))
        self.view.setAccessibleName(tr("Whys"))
        self.view.setAccessibleDescription(
            tr("Arrow keys go from answer to answer, Enter asks why, F2 writes.")
        )
        self._empty.setText(
            tr("There is no pain point on the map yet. Add one where the customer struggles.")
        )
        self._to_map.setText(tr("Go to the map"))
        self._rows.clear()

    def follow(self) -> None:
        journey = self.session.journey
        pains = pain_points(journey)
        self._pages.setCurrentIndex(0 if pains else 1)
        pain = self._wanted([card.id for card in pains])
        self._fill(pains, pain)
        self.view.show_pain(pain)
        self._show_buttons()

    def show_record(self, record: Id) -> None:
        super().show_record(record)
        self.follow()
        self.view.select(record)
        self.view.setFocus()

    def take_over(self) -> None:
        self.view.writer.take_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_R and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.view.toggle_root(self.view.current or "")
        else:
            super().keyPressEvent(event)

    def _wanted(self, pains: list[Id]) -> Id:
        """Return the pain point that is selected, or an answer of it, or was shown before."""
        whys = self.session.journey.whys
        for each in self.session.selection:
            pain = whys[each].pain if each in whys else each
            if pain in pains:
                return pain
        return self.view.pain if self.view.pain in pains else next(iter(pains), "")

    def _fill(self, pains: list[Card], chosen: Id) -> None:
        with QSignalBlocker(self.list):
            while self.list.count() > len(pains):
                self.list.takeItem(self.list.count() - 1)
            del self._rows[len(pains) :]
            for row, card in enumerate(pains):
                item = self.list.item(row) or QListWidgetItem(self.list)
                made_of = card, self.session.journey.whys_of.get(card.id, ())
                if row >= len(self._rows) or self._rows[row] != made_of:
                    self._show_row(item, card)
                    self._rows[row:] = [made_of, *self._rows[row + 1 :]]
                if card.id == chosen:
                    self.list.setCurrentItem(item)

    def _show_row(self, item: QListWidgetItem, card: Card) -> None:
        journey = self.session.journey
        depth, kind = depth_of(journey, card.id), kind_of_card(card)
        count = len(journey.whys_of.get(card.id, ()))
        score = kind.score(card)
        facts = [f"{tr(score.label)} {score.filled}"] if score is not None else []
        facts += [trn("{n} answer", "{n} answers", count)] if count else []
        facts.append(tr(_DEPTHS[depth]))
        text = _short(one_line(card.text)) or tr("without text")
        item.setText(f"{text}\n{' · '.join(facts)}")
        item.setIcon(icon(_SYMBOLS[depth], self.palette()))
        item.setData(_ID, card.id)

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.session.select((item.data(_ID),))

    def _show_buttons(self) -> None:
        current = self.view.current
        why = self.session.journey.whys.get(current or "")
        self._ask.setEnabled(bool(self.view.pain))
        self._aside.setEnabled(why is not None)
        for button in (self._root, self._cure):
            button.setEnabled(why is not None)
        self._root.setChecked(why is not None and why.root)

    def _put_buttons(self) -> None:
        view = self.view
        self._ask.clicked.connect(lambda: view.ask(view.current or view.pain))
        self._aside.clicked.connect(lambda: view.ask(view.current or view.pain, beside=True))
        self._root.clicked.connect(lambda: view.toggle_root(view.current or ""))
        self._fit.clicked.connect(view.fit)
        self._cure.setMenu(self._menu)
        self._menu.aboutToShow.connect(
            lambda: fill_menu(self._menu, self.session, view.current or "", self.map_wanted.emit)
        )

    def _nothing(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.addWidget(self._empty)
        column.addWidget(self._to_map, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        return made


def _short(text: str) -> str:
    """Return so much of *text* that the facts below it are seen in the list."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rstrip()}…"
