"""The inspector: the fields of what is selected, or of the map itself."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from cjeditor.core.ids import Id
from cjeditor.core.words import mark, tr, trn
from cjeditor.kinds.card import Card
from cjeditor.model.map import Map, table_of
from cjeditor.model.records import Scope
from cjeditor.panels.evidence import EvidencePart
from cjeditor.panels.fields import Field, fields_of
from cjeditor.panels.form import GAP, Form
from cjeditor.panels.icons import ink
from cjeditor.panels.labels import plain
from cjeditor.panels.links import LinksPart
from cjeditor.panels.picture import PicturePart
from cjeditor.panels.place import KindPart, PlacePart
from cjeditor.panels.writing import Ids, write_records, write_scope
from cjeditor.session.session import Session

TITLES = {
    "": mark("Map"),
    "cards": mark("Card"),
    "stages": mark("Stage"),
    "steps": mark("Step"),
    "lanes": mark("Lane"),
    "emotions": mark("Emotion"),
    "personas": mark("Persona"),
    "links": mark("Link"),
    "evidence": mark("Evidence"),
    "pictures": mark("Picture"),
}
"""What is shown, by the table of what is selected."""

MARGIN = 16
"""Pixels around the fields."""


class Inspector(QScrollArea):
    """Shows and edits what is selected in the session.

    Signals:
        title_changed: It shows something of another kind.
    """

    title_changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._ids: tuple[Id, ...] = ()
        self._built_for: object = None
        self._ink = ink(self.palette())
        self._page: _Page | None = None
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        session.selection_changed.connect(self._show)
        session.map_changed.connect(self._show)
        self._show()

    @property
    def title(self) -> str:
        """What is shown, in the interface's language: "Card"."""
        return tr(TITLES[self._table()])

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        if self._page is not None:
            self._page.focus_first()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        other_ink = event.type() == QEvent.Type.PaletteChange and ink(self.palette()) != self._ink
        if other_ink or event.type() == QEvent.Type.LanguageChange:
            self._built_for = None
            self._show()

    def _table(self) -> str:
        tables = {table_of(record) for record in self._records()}
        return tables.pop() if len(tables) == 1 else ""

    def _records(self) -> list[Any]:
        journey = self._session.journey
        return [found for each in self._session.selection if (found := journey.find(each))]

    def _show(self, *_changed: object) -> None:
        records = self._records()
        kinds = {type(record) for record in records}
        self._ids = tuple(record.id for record in records)
        needed = (kinds, max(1, len(records)))
        if needed != self._built_for:
            self._built_for = needed
            self._ink = ink(self.palette())
            self._build(records)
        if self._page is not None:
            self._page.show_records(records or [self._session.journey.scope], self._session.journey)

    def _build(self, records: Sequence[Any]) -> None:
        focused = self._page.focused() if self._page is not None else ""
        frame = QWidget()
        frame.setObjectName("form")
        column = QVBoxLayout(frame)
        column.setContentsMargins(MARGIN, MARGIN - 2, MARGIN, MARGIN)
        column.setSpacing(GAP)
        if len(records) > 1:
            column.addWidget(plain(trn("{n} selected", "{n} selected", len(records)), "note"))
        self._page = _page_for(self._session, records, lambda: self._ids)
        column.addWidget(self._page)
        column.addStretch(1)
        old = self.takeWidget()
        self.setWidget(frame)
        if old is not None:
            old.hide()
            old.deleteLater()
        if focused:
            self._page.focus(focused)
        self.title_changed.emit()


class _Page(QWidget):
    """The parts of the inspector for one kind of selection, under each other."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._forms: list[Form] = []

    def show_records(self, records: Sequence[Any], journey: Map) -> None:
        for form in self._forms:
            form.show_records(records, journey)

    def put(self, widget: QWidget) -> None:
        self._column.addWidget(widget)

    def put_form(self, fields: Sequence[Field]) -> Form:
        form = Form(fields)
        self._forms.append(form)
        self.put(form)
        return form

    def focused(self) -> str:
        return next((name for form in self._forms if (name := form.focused())), "")

    def focus(self, name: str) -> None:
        for form in self._forms:
            form.focus(name)

    def focus_first(self) -> None:
        if self._forms:
            self._forms[0].focus_first()


class _RecordsPage(_Page):
    """The fields that all records have, and the picture of a single one."""

    def __init__(self, session: Session, records: Sequence[Any], ids: Ids) -> None:
        super().__init__()
        write_records(self.put_form(_shared([type(each) for each in records])), session, ids)
        self._picture = _picture_part(session, records, ids)
        if self._picture is not None:
            self.put(self._picture)

    def show_records(self, records: Sequence[Any], journey: Map) -> None:
        super().show_records(records, journey)
        if self._picture is not None:
            self._picture.show_picture(records[0].picture, journey)


class _CardsPage(_Page):
    """Kind, text, place, the kind's own fields, evidence and links, and the rest."""

    def __init__(self, session: Session, cards: Sequence[Card], ids: Ids) -> None:
        super().__init__()
        fields = _shared([type(card) for card in cards])
        rest = [each for each in fields if each.name in Card.model_fields]
        own = [each for each in fields if each.name not in Card.model_fields]
        self._kind = KindPart(session, ids)
        self._place = PlacePart(session, ids)
        self._picture = _picture_part(session, cards, ids)
        self._evidence = EvidencePart(session) if len(cards) == 1 else None
        self._links = LinksPart(session) if len(cards) == 1 else None
        self.put(self._kind)
        self._put_fields(session, ids, rest[:1])
        self.put(self._place)
        self._put_fields(session, ids, own)
        for part in (self._picture, self._evidence, self._links):
            if part is not None:
                self.put(part)
        self._put_fields(session, ids, rest[1:])

    def show_records(self, records: Sequence[Any], journey: Map) -> None:
        super().show_records(records, journey)
        self._kind.show_cards(records, journey)
        self._place.show_cards(records, journey)
        if self._picture is not None:
            self._picture.show_picture(records[0].picture, journey)
        if self._evidence is not None:
            self._evidence.show_card(records[0], journey)
        if self._links is not None:
            self._links.show_card(records[0], journey)

    def focused(self) -> str:
        return "kind" if self._kind.has_keyboard() else super().focused()

    def focus(self, name: str) -> None:
        if name == "kind":
            self._kind.focus()
        super().focus(name)

    def _put_fields(self, session: Session, ids: Ids, fields: Sequence[Field]) -> None:
        if fields:
            write_records(self.put_form(fields), session, ids)


def _page_for(session: Session, records: Sequence[Any], ids: Ids) -> _Page:
    if not records:
        page = _Page()
        write_scope(page.put_form(fields_of(Scope)), session)
        return page
    cards = [record for record in records if isinstance(record, Card)]
    if len(cards) == len(records):
        return _CardsPage(session, cards, ids)
    return _RecordsPage(session, records, ids)


def _shared(records: Sequence[type[Any]]) -> list[Field]:
    """Return the fields that all classes have, in the order of the first."""
    common = set.intersection(*({each.name for each in fields_of(kind)} for kind in set(records)))
    return [each for each in fields_of(records[0]) if each.name in common]


def _picture_part(session: Session, records: Sequence[Any], ids: Ids) -> PicturePart | None:
    """Return the part for the picture of a single record that can have one."""
    if len(records) > 1 or "picture" not in type(records[0]).model_fields:
        return None
    return PicturePart(session, ids)
