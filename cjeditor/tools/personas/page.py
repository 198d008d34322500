"""The page of the personas: the gallery at the left, the sheet of the chosen one at the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QScrollArea, QToolButton, QWidget

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import tr, trn
from cjeditor.edits.personas import AddPersona, MovePersonas
from cjeditor.edits.records import Delete, Duplicate
from cjeditor.model.records import Filter, Persona
from cjeditor.panels.icons import icon, show_beside
from cjeditor.session.session import Session
from cjeditor.tools.invitation import Invitation
from cjeditor.tools.look import look_of
from cjeditor.tools.personas.carried import PERSONAS_TYPE, carried, pasting, read_carried
from cjeditor.tools.personas.gallery import WIDTH, Gallery
from cjeditor.tools.personas.sheet import SheetView
from cjeditor.tools.room import Room
from cjeditor.tools.tool import GAP, ToolPage

_BROAD = 2.4
"""How many times as wide as the gallery the page is, where the sheet stands beside it."""

_KEY = QKeySequence.StandardKey


class PersonasPage(ToolPage):
    """Shows all personas and the sheet of one, which is selected in the session."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._chosen: Id = ""
        self.gallery = Gallery()
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.sheet = SheetView(self._area)
        self._area.setWidget(self.sheet)
        Room(self._area, self.sheet.refresh)
        self._empty = Invitation()
        self._journey, self._add = QPushButton(), QPushButton()
        self._tools: dict[str, QToolButton] = {}
        self._put_together()
        self.gallery.chosen.connect(self._choose)
        self.gallery.moved.connect(self.move_by)
        self.gallery.opened.connect(lambda: self.edit("name"))
        self.gallery.asked.connect(self._answer)
        self.sheet.wanted.connect(self.edit)

    @property
    def chosen(self) -> Id:
        """The persona whose sheet is shown; "" if there is nobody."""
        return self._chosen

    def say(self) -> None:
        self.set_words(tr("Personas"), tr("The research-based types of customer on this map"))
        self._add.setText(tr("Add a persona"))
        show_beside(self._add, "user-plus")
        self._journey.setText(tr("Show only this journey"))
        show_beside(self._journey, "filter")
        self._journey.setToolTip(tr("Show only the cards of this persona on the map"))
        for symbol, text in (
            ("copy-plus", tr("Duplicate")),
            ("copy", tr("Copy")),
            ("clipboard", tr("Paste")),
            ("arrow-up", tr("Move up")),
            ("arrow-down", tr("Move down")),
            ("trash", tr("Delete")),
        ):
            button = self._tools[symbol]
            button.setIcon(icon(symbol, self.palette()))
            button.setToolTip(text)
            button.setAccessibleName(text)
        self.gallery.setAccessibleName(tr("Personas"))
        self._empty.say(tr("Nobody here yet. A persona is a research-based type of customer."))

    def follow(self) -> None:
        journey = self.session.journey
        personas = [each.id for each in journey.ordered_personas]
        selected = [each for each in self.session.selection if each in personas]
        if selected:
            self._chosen = selected[-1]
        elif self._chosen not in personas:
            self._chosen = personas[0] if personas else ""
        there = bool(personas)
        for part in (self._content, self._journey, *self._tools.values()):
            part.setVisible(there)
        self._tools["clipboard"].setVisible(True)
        self._add.setVisible(there)
        self._empty.setVisible(not there)
        look = look_of(self.palette(), journey)
        self.gallery.show_personas(journey, self._chosen, look)
        self.sheet.show_persona(journey, self._chosen, look)
        place = personas.index(self._chosen) if there else 0
        self._tools["arrow-up"].setEnabled(place > 0)
        self._tools["arrow-down"].setEnabled(place + 1 < len(personas))

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        if self._chosen and not self.session.selection:
            self.session.select((self._chosen,))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = round(WIDTH * self.gallery.scale)
        beside = self.width() >= _BROAD * width
        way = QBoxLayout.Direction
        self._halves.setDirection(way.LeftToRight if beside else way.TopToBottom)
        self.gallery.setMaximumWidth(width if beside else self.width())

    def add(self) -> None:
        """Add a persona and go to its name."""
        persona = Persona(id=new_id())
        if self.session.attempt(AddPersona(persona)):
            self.session.select((persona.id,))
            self.edit("name")

    def edit(self, field: str) -> None:
        """Go to a field of the chosen persona."""
        if self._chosen:
            self.session.select((self._chosen,))
            self.field_wanted.emit(field)

    def move_by(self, by: int) -> None:
        """Move the chosen persona in the order."""
        ids = [each.id for each in self.session.journey.ordered_personas]
        if self._chosen in ids and 0 <= ids.index(self._chosen) + by < len(ids):
            self.session.attempt(MovePersonas((self._chosen,), ids.index(self._chosen) + by))

    def duplicate(self) -> None:
        """Copy the chosen persona with its empathy map, and choose the copy."""
        new = new_id()
        if self._chosen and self.session.attempt(Duplicate((self._chosen,), (new,))):
            self.session.select((new,))

    def delete(self) -> None:
        """Delete the chosen persona; the one after it is chosen."""
        ids = [each.id for each in self.session.journey.ordered_personas]
        if self._chosen not in ids:
            return
        place = ids.index(self._chosen)
        after = [*ids[place + 1 :], *reversed(ids[:place])]
        if self.session.attempt(Delete((self._chosen,))):
            self.session.select(after[:1])

    def copy(self) -> None:
        """Put the chosen persona on the clipboard."""
        if self._chosen:
            mime = carried(self.session.journey, (self._chosen,))
            QGuiApplication.clipboard().setMimeData(mime)
            self.hint.emit(tr("The persona is on the clipboard; paste it into any map"))

    def cut(self) -> None:
        """Copy the chosen persona and delete it."""
        self.copy()
        self.delete()

    def paste(self) -> None:
        """Put the personas of the clipboard after the chosen one."""
        mime = QGuiApplication.clipboard().mimeData()
        if mime is None or not mime.hasFormat(PERSONAS_TYPE):
            self.hint.emit(tr("There is no persona on the clipboard"))
            return
        read = read_carried(bytes(mime.data(PERSONAS_TYPE).data()))
        if read is None:
            self.hint.emit(tr("The persona on the clipboard cannot be read"))
            return
        journey = self.session.journey
        ids = [each.id for each in journey.ordered_personas]
        index = ids.index(self._chosen) + 1 if self._chosen in ids else None
        edit = pasting(journey, read, index)
        if self.session.attempt(edit):
            self.session.select(tuple(each.id for each in edit.personas))
            count = len(edit.personas)
            self.hint.emit(trn("{n} persona pasted", "{n} personas pasted", count))

    def _put_together(self) -> None:
        runs: tuple[tuple[str, Callable[[], object]], ...] = (
            ("copy-plus", self.duplicate),
            ("copy", self.copy),
            ("clipboard", self.paste),
            ("arrow-up", lambda: self.move_by(-1)),
            ("arrow-down", lambda: self.move_by(1)),
            ("trash", self.delete),
        )
        self.buttons.addWidget(self._journey)
        self.buttons.addWidget(self._add)
        for symbol, run in runs:
            button = self._tools[symbol] = QToolButton()
            button.clicked.connect(lambda _checked=False, run=run: run())
            self.buttons.addWidget(button)
        self._add.clicked.connect(self.add)
        self._empty.button.clicked.connect(self.add)
        self._journey.clicked.connect(self._show_journey)
        self._content = QWidget()
        self._halves = QBoxLayout(QBoxLayout.Direction.LeftToRight, self._content)
        self._halves.setContentsMargins(0, 0, 0, 0)
        self._halves.setSpacing(GAP)
        self._halves.addWidget(self.gallery, 1)
        self._halves.addWidget(self._area, 2)
        self.body.addWidget(self._content, 1)
        self.body.addWidget(self._empty, 1)
        self.setFocusProxy(self.gallery)

    def _choose(self, persona: Id) -> None:
        self.session.select((persona,))

    def _show_journey(self) -> None:
        self.filter_wanted.emit(Filter(personas=(self._chosen,)))

    def _answer(self, key: QKeySequence.StandardKey) -> None:
        answers = {
            _KEY.Copy: self.copy,
            _KEY.Cut: self.cut,
            _KEY.Paste: self.paste,
            _KEY.Delete: self.delete,
        }
        answers[key]()
