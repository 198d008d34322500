"""The page of the empathy maps: one persona at a time, switched at the top."""

from PySide6.QtCore import QPoint, QSignalBlocker, Qt
from PySide6.QtWidgets import QMenu, QPushButton, QScrollArea, QSizePolicy, QTabBar, QToolButton

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import tr, trn
from cjeditor.edits.personas import AddPersona
from cjeditor.edits.records import SetField
from cjeditor.kinds.lane import Person
from cjeditor.layout.people import people_of
from cjeditor.model.empathy import EMPATHY_VARIANTS
from cjeditor.model.records import Persona
from cjeditor.panels.choice_fields import ChoiceBox
from cjeditor.panels.icons import show_beside, swatch
from cjeditor.session.session import Session
from cjeditor.tools.empathy.board import EmpathyBoard
from cjeditor.tools.empathy.to_map import ToMapDialog, steps_seen, takers
from cjeditor.tools.invitation import Invitation
from cjeditor.tools.look import theme_of
from cjeditor.tools.room import Room
from cjeditor.tools.speaking import persona_name
from cjeditor.tools.tool import ToolPage

_LONGEST = 40
"""Characters of a persona's name on its tab."""


class EmpathyPage(ToolPage):
    """Switches among personas, and shows the empathy map of one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._add, self._to_map = QPushButton(), QPushButton()
        self._delete = QToolButton()
        self._variant = ChoiceBox()
        self._variant.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._people = QTabBar()
        self._people.setObjectName("toolTabs")
        self._people.setDrawBase(False)
        self._people.setExpanding(False)
        self._people.setElideMode(Qt.TextElideMode.ElideRight)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.board = EmpathyBoard(session, self._area)
        self._area.setWidget(self.board)
        Room(self._area, self.board.refresh)
        self._empty = Invitation()
        self._shown_people: tuple[Person, ...] | None = None
        self._put_together()
        self._connect()

    @property
    def persona(self) -> Id:
        """Whose map is shown; "" if there is nobody."""
        return self._people.tabData(self._people.currentIndex()) or ""

    def say(self) -> None:
        self.set_words(
            tr("Empathy map"), tr("What a persona thinks, feels, hears, sees, says and does")
        )
        self._add.setText(tr("Add note"))
        show_beside(self._add, "plus")
        self._to_map.setText(tr("To the journey map …"))
        show_beside(self._to_map, "map-2")
        show_beside(self._delete, "trash")
        self._delete.setToolTip(tr("Delete"))
        self._delete.setAccessibleName(tr("Delete"))
        self._add.setToolTip(tr("Add a note here: type, or press Enter on an empty place"))
        self._people.setAccessibleName(tr("Personas"))
        self._people.setToolTip(tr("Page Up and Page Down turn to another persona"))
        self._shown_people = None  # nameless ones are called otherwise now
        self._variant.setAccessibleName(tr("Fields of the empathy map"))
        with QSignalBlocker(self._variant):
            self._variant.clear()
            for variant, label in EMPATHY_VARIANTS.items():
                self._variant.addItem(tr(label), variant)
        beside = 4 * self._variant.fontMetrics().height()
        self._variant.setMinimumWidth(self._variant.longest() + beside)
        self._empty.say(tr("An empathy map belongs to a persona, and nobody is here yet."))

    def follow(self) -> None:
        self._take_selected()
        self._fill_people()
        self.board.show_persona(self.persona)
        persona = self.board.persona
        there = persona is not None
        self._empty.setVisible(not there)
        for part in (self._area, self._people, self._variant, self._add):
            part.setVisible(there)
        if persona is not None:
            with QSignalBlocker(self._variant):
                self._variant.setCurrentIndex(self._variant.findData(persona.empathy))
        selected = bool(self.board.selected)
        self._to_map.setEnabled(selected and self._has_cells())
        self._delete.setEnabled(selected)
        self._to_map.setVisible(there)
        self._delete.setVisible(there)

    def show_record(self, record: Id) -> None:
        journey = self.session.journey
        note = journey.empathy_notes.get(record)
        persona = record if note is None else note.persona
        self._fill_people()
        self._turn_to(persona)
        super().show_record(record)

    def take_over(self) -> None:
        self.board.writing.take_over()

    def _put_together(self) -> None:
        self.setFocusProxy(self.board)
        for part in (self._variant, self._add, self._to_map, self._delete):
            self.buttons.addWidget(part)
        self.body.addWidget(self._people)
        self.body.addWidget(self._area, 1)
        self.body.addWidget(self._empty, 1)

    def _connect(self) -> None:
        self._people.currentChanged.connect(self._switch)
        self._variant.activated.connect(self._choose_variant)
        self._add.clicked.connect(self._write_new)
        self._to_map.clicked.connect(self.ask_cell)
        self._delete.clicked.connect(self.board.delete)
        self._empty.button.clicked.connect(self._add_persona)
        self.board.turned.connect(self._turn)
        self.board.menu_wanted.connect(self._show_menu)
        self.board.dropped.connect(self.dropped)
        self.board.writing.drafting.drafted.connect(self.drafted)

    def _take_selected(self) -> None:
        """Show the persona that was selected elsewhere, or whose note was."""
        journey = self.session.journey
        for each in reversed(self.session.selection):
            note = journey.empathy_notes.get(each)
            persona = note.persona if note is not None else each
            if persona in journey.personas:
                self._fill_people()
                self._turn_to(persona)
                return

    def _fill_people(self) -> None:
        journey = self.session.journey
        chosen = self.persona
        people = people_of(journey, theme_of(self.palette()))
        if people == self._shown_people:
            return
        self._shown_people = people
        with QSignalBlocker(self._people):
            while self._people.count() > len(people):
                self._people.removeTab(self._people.count() - 1)
            while self._people.count() < len(people):
                self._people.addTab("")
            for index, person in enumerate(people):
                name = persona_name(journey.personas[person.id])
                self._people.setTabText(index, name[:_LONGEST].replace("&", "&&"))
                self._people.setTabIcon(index, swatch(person.ink))
                self._people.setTabData(index, person.id)
            ids = [person.id for person in people]
            self._people.setCurrentIndex(ids.index(chosen) if chosen in ids else 0)

    def _turn_to(self, persona: Id) -> None:
        for index in range(self._people.count()):
            if self._people.tabData(index) == persona:
                with QSignalBlocker(self._people):
                    self._people.setCurrentIndex(index)

    def _switch(self) -> None:
        self.session.select((self.persona,))
        self.follow()

    def _turn(self, by: int) -> None:
        count = self._people.count()
        self._people.setCurrentIndex((self._people.currentIndex() + by) % max(1, count))

    def _choose_variant(self, index: int) -> None:
        edit = SetField((self.persona,), "empathy", self._variant.itemData(index))
        self.session.attempt(edit)

    def _write_new(self) -> None:
        self.board.setFocus()
        self.board.write_new()

    def _add_persona(self) -> None:
        persona = Persona(id=new_id())
        if self.session.attempt(AddPersona(persona)):
            self.session.select((persona.id,))
            self.board.setFocus()

    def to_map(self) -> None:
        self.ask_cell()

    def ask_cell(self) -> None:
        """Ask where on the journey map the selected notes go, and move them."""
        self.board.writing.commit()
        journey = self.session.journey
        notes = [journey.empathy_notes[each] for each in self.board.selected]
        if not notes or not self._has_cells():
            return
        cursor = self.session.cursor
        dialog = ToMapDialog(self, journey, notes, cursor[1] if cursor else None)
        if dialog.exec() and self.session.attempt(dialog.edit):
            self.hint.emit(
                trn("{n} note is on the map now", "{n} notes are on the map now", len(notes))
            )
        self.board.setFocus()

    def _has_cells(self) -> bool:
        """Tell whether the journey map has a place for a note."""
        journey = self.session.journey
        return bool(takers(journey)) and bool(steps_seen(journey))

    def _show_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        selected = bool(self.board.selected)
        for text, run, enabled in (
            (tr("Write"), self.board.write, selected),
            (tr("Add note"), self._write_new, True),
            (tr("To the journey map …"), self.ask_cell, self._to_map.isEnabled()),
            (tr("Delete"), self.board.delete, selected),
        ):
            action = menu.addAction(text)
            action.setEnabled(enabled)
            action.triggered.connect(lambda _checked=False, run=run: run())
        menu.popup(at)
