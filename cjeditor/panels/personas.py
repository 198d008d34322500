"""The personas: who the map is about, in a list, and the fields of one of them."""

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import tr
from cjeditor.display.theme import DARK, LIGHT
from cjeditor.edits.personas import AddPersona, MovePersonas
from cjeditor.edits.records import Delete
from cjeditor.layout.people import people_of
from cjeditor.model.map import Map
from cjeditor.model.records import Persona
from cjeditor.panels.fields import fields_of
from cjeditor.panels.flow import FlowLayout
from cjeditor.panels.form import Form
from cjeditor.panels.icons import icon, ink, is_dark, show_beside, swatch
from cjeditor.panels.inspector import MARGIN
from cjeditor.panels.labels import one_line, plain
from cjeditor.panels.picture import PicturePart
from cjeditor.panels.writing import write_records
from cjeditor.session.session import Session

ROW = 32
"""Height of a row of the list, in pixels."""


class Personas(QWidget):
    """A list of the personas, buttons to add and delete, and a form below."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: Id | None = None
        self._picked: Id | None = None
        self._ink = ink(self.palette())
        self._form: Form | None = None
        self._picture: PicturePart | None = None
        self._list = QListWidget()
        self._list.setObjectName("framed")
        self._list.currentItemChanged.connect(self._choose)
        self._empty = plain("", "note")
        self._empty.setWordWrap(True)
        self._add = QPushButton()
        self._add.clicked.connect(self.add)
        self._delete = QPushButton()
        self._delete.clicked.connect(self._drop)
        self._up, self._down = QToolButton(), QToolButton()
        self._up.clicked.connect(lambda: self.move_by(-1))
        self._down.clicked.connect(lambda: self.move_by(1))
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self._say()
        session.map_changed.connect(self._follow)
        session.selection_changed.connect(self._follow_selection)
        session.refused.connect(self._follow)
        self._list.installEventFilter(self)
        self._show()

    def add(self) -> None:
        """Add a persona and go to its name."""
        persona = Persona(id=new_id())
        if not self._session.attempt(AddPersona(persona)):
            return
        self._go_to(persona.id)
        if self._form is not None:
            self._form.focus_first()

    def move_by(self, by: int) -> None:
        """Move the shown persona up (-1) or down (1) in the order."""
        ids = [each.id for each in self._session.journey.ordered_personas]
        if self._shown in ids and 0 <= ids.index(self._shown) + by < len(ids):
            self._session.attempt(MovePersonas((self._shown,), ids.index(self._shown) + by))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move the persona with Alt and the arrow keys, delete it with Delete."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if alt and by:
                self.move_by(by)
                return True
            if event.matches(QKeySequence.StandardKey.Delete):
                self._drop()
                return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit_list()
        other_ink = event.type() == QEvent.Type.PaletteChange and ink(self.palette()) != self._ink
        if other_ink or event.type() == QEvent.Type.LanguageChange:
            self._ink = ink(self.palette())
            self._say()
            self._form = self._picture = None
            self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        picked, self._picked = self._picked, None
        if picked is not None and picked in self._session.journey.personas:
            self._go_to(picked)
        else:
            self._show()

    def _fit_list(self) -> None:
        """Let the list be as high as its rows, up to five, are in this density."""
        row = max(ROW, self._list.sizeHintForRow(0))
        self._list.setFixedHeight(min(5, max(1, self._list.count())) * row + 12)

    def _lay_out(self) -> None:
        buttons = FlowLayout(gap=6)
        for button in (self._add, self._delete, self._up, self._down):
            buttons.addWidget(button)
        top = QVBoxLayout()
        top.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, 8)
        top.setSpacing(8)
        top.addWidget(self._empty)
        top.addWidget(self._list)
        top.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(top)
        column.addWidget(self._area, 1)

    def _say(self) -> None:
        self._list.setAccessibleName(tr("Personas"))
        self._empty.setText(tr("Nobody here yet. A persona is a research-based type of customer."))
        self._add.setText(tr("Add"))
        show_beside(self._add, "user-plus")
        self._delete.setText(tr("Delete"))
        show_beside(self._delete, "trash")
        for button, symbol, text in (
            (self._up, "arrow-up", tr("Move up")),
            (self._down, "arrow-down", tr("Move down")),
        ):
            button.setIcon(icon(symbol, self.palette()))
            button.setToolTip(text)
            button.setAccessibleName(text)

    def _follow(self, *_changed: object) -> None:
        """Follow the map; while nobody sees it, it only catches up when it is shown."""
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        journey = self._session.journey
        personas = journey.ordered_personas
        chosen = self._shown if self._shown in journey.personas else None
        if chosen is None and personas:
            chosen = personas[0].id
        self._fill(journey, chosen)
        self._empty.setVisible(not personas)
        self._list.setVisible(bool(personas))
        self._delete.setEnabled(chosen is not None)
        place = [each.id for each in personas].index(chosen) if chosen is not None else 0
        self._up.setEnabled(place > 0)
        self._down.setEnabled(place + 1 < len(personas))
        self._show_form(chosen, journey)

    def _fill(self, journey: Map, chosen: Id | None) -> None:
        wanted = [
            (each.id, one_line(each.name) or tr("Nameless persona"))
            for each in journey.ordered_personas
        ]
        theme = DARK if is_dark(self.palette()) else LIGHT
        icons = {each.id: swatch(each.ink) for each in people_of(journey, theme)}
        with QSignalBlocker(self._list):
            while self._list.count() > len(wanted):
                self._list.takeItem(self._list.count() - 1)
            while self._list.count() < len(wanted):
                self._list.addItem(QListWidgetItem())
            for row, (key, name) in enumerate(wanted):
                item = self._list.item(row)
                item.setText(name)
                item.setIcon(icons[key])
                item.setData(Qt.ItemDataRole.UserRole, key)
                if key == chosen:
                    self._list.setCurrentRow(row)
        self._fit_list()

    def _show_form(self, chosen: Id | None, journey: Map) -> None:
        if chosen != self._shown:
            self._shown = chosen
            self._area.verticalScrollBar().setValue(0)
        if chosen is not None and self._form is None:
            self._build_form()
        if self._form is None or self._picture is None:
            return
        self._form.setVisible(chosen is not None)
        self._picture.setVisible(chosen is not None)
        if chosen is not None:
            persona = journey.personas[chosen]
            self._form.show_records([persona], journey)
            self._picture.show_picture(persona.picture, journey)

    def _build_form(self) -> None:
        """Make the fields; they serve one persona after the other."""
        frame = QWidget()
        frame.setObjectName("form")
        column = QVBoxLayout(frame)
        column.setContentsMargins(MARGIN, 6, MARGIN, MARGIN)
        self._form = Form(fields_of(Persona))
        self._form.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        write_records(self._form, self._session, self._ids)
        column.addWidget(self._form)
        self._picture = PicturePart(self._session, self._ids)
        column.addWidget(self._picture)
        column.addStretch()
        old = self._area.takeWidget()
        self._area.setWidget(frame)
        if old is not None:
            old.hide()
            old.deleteLater()

    def _ids(self) -> tuple[Id, ...]:
        return () if self._shown is None else (self._shown,)

    def _follow_selection(self) -> None:
        """Show the persona that was picked on the map."""
        chosen = [i for i in self._session.selection if i in self._session.journey.personas]
        if not chosen or chosen[-1] == self._shown:
            return
        if self.isVisible():
            self._go_to(chosen[-1])
        else:
            self._picked = chosen[-1]

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._go_to(item.data(Qt.ItemDataRole.UserRole))

    def _go_to(self, persona: Id) -> None:
        self._show_form(persona, self._session.journey)
        self._show()

    def _drop(self) -> None:
        if self._shown is not None:
            self._session.attempt(Delete((self._shown,)))
