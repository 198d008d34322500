"""The pages of the inspector: one for each kind of selection, built part by part and kept."""

from collections import deque
from collections.abc import Callable, Sequence
from typing import Any, Final

from PySide6.QtWidgets import QVBoxLayout, QWidget

from cjeditor.core.words import tr, trn
from cjeditor.kinds.card import Card
from cjeditor.model.coverage import can_be_founded
from cjeditor.model.map import Map
from cjeditor.model.records import Evidence, Scope
from cjeditor.panels.evidence import BackedPart, EvidencePart
from cjeditor.panels.fields import Field, fields_of
from cjeditor.panels.form import Form
from cjeditor.panels.labels import plain, wrapped
from cjeditor.panels.links import LinksPart
from cjeditor.panels.picture import PicturePart
from cjeditor.panels.place import KindPart, PlacePart
from cjeditor.panels.side_by_side import GAP
from cjeditor.panels.styles import StylePart
from cjeditor.panels.writing import Ids, write_records, write_scope
from cjeditor.session.session import Session

MOST: Final = 12
"""Pages that are kept, and forms of kinds of cards on a page."""

Kinds = frozenset[type[Any]]
Show = Callable[[Sequence[Any], Map], None]
"""Shows what records hold in a part of a page."""


class Page(QWidget):
    """The parts of the inspector for one kind of selection, under each other.

    Args:
        several: Whether it is for more than one record.
    """

    def __init__(self, parent: QWidget, session: Session, ids: Ids, *, several: bool) -> None:
        super().__init__(parent)
        self.hide()
        self.session = session
        self.ids = ids
        self.waiting: deque[Callable[[], object]] = deque()
        self._shows: list[Show] = []
        self._forms: list[Form] = []
        self._evidence: EvidencePart | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(GAP)
        self._count = plain("", "note", self)
        self._count.setVisible(several)
        self._column.addWidget(self._count)

    @property
    def is_unfinished(self) -> bool:
        """Whether parts are still to be built."""
        return bool(self.waiting)

    def build_part(self) -> None:
        """Build the next part."""
        self.waiting.popleft()()

    def expect(self, records: Sequence[Any]) -> None:
        """Be asked for *records*; a page may need another part for them."""

    def show_records(self, records: Sequence[Any], journey: Map) -> None:
        """Show what the records hold; all parts are there."""
        self._count.setText(trn("{n} selected", "{n} selected", len(records)))
        for form in self._forms:
            form.show_records(records, journey)
        for show in self._shows:
            show(records, journey)

    def focused(self) -> str:
        """Return the name of the field that has the keyboard, or ""."""
        return next((name for form in self._forms if (name := form.focused())), "")

    def focus(self, name: str) -> None:
        """Give the keyboard to the field *name*, if the page has it."""
        for form in self._forms:
            form.focus(name)
        if name == "evidence" and self._evidence is not None:
            self._evidence.focus_more()

    def focus_first(self) -> None:
        """Give the keyboard to the first field."""
        if self._forms:
            self._forms[0].focus_first()

    def put(self, widget: QWidget, show: Show | None = None) -> None:
        """Add a part; *show* shows records in it."""
        self._column.addWidget(widget)
        if show is not None:
            self._shows.append(show)

    def put_form(self, fields: Sequence[Field]) -> Form:
        """Add the editors of *fields*."""
        form = Form(fields, self)
        self._forms.append(form)
        self.put(form)
        return form

    def put_records_form(self, fields: Sequence[Field]) -> None:
        """Add the editors of *fields*, which change the records."""
        write_records(self.put_form(fields), self.session, self.ids)

    def put_heading(self) -> None:
        """Add what stands over the fields of how something is shown."""
        heading = plain(tr("On the sheet"), "section", self)
        heading.setContentsMargins(0, GAP, 0, 0)
        self.put(heading)

    def put_picture(self) -> None:
        """Add the picture of a single record."""
        part = PicturePart(self.session, self.ids)
        self.put(part, lambda records, journey: part.show_picture(records[0].picture, journey))

    def put_evidence(self) -> None:
        """Add the sources behind a single record."""
        part = self._evidence = EvidencePart(self.session)
        self.put(part, lambda records, journey: part.show_record(records[0], journey))

    def put_backed(self) -> None:
        """Add what a single source stands behind."""
        part = BackedPart(self.session)
        self.put(part, lambda records, journey: part.show_source(records[0], journey))


def scope_page(parent: QWidget, session: Session, ids: Ids) -> Page:
    """Return the page of the map's own fields."""
    page = Page(parent, session, ids, several=False)

    def put(fields: Sequence[Field]) -> None:
        write_scope(page.put_form(fields), session)

    said, shown = _by_use(fields_of(Scope))
    page.waiting += [lambda: put(said), page.put_heading, lambda: put(shown)]
    return page


def records_page(
    parent: QWidget, session: Session, ids: Ids, kinds: Sequence[type[Any]], *, several: bool
) -> Page:
    """Return the page of the fields that all *kinds* have, and of a single one's picture."""
    page = Page(parent, session, ids, several=several)
    said, shown = _by_use(_shared(kinds))
    if said:
        page.waiting.append(lambda: page.put_records_form(said))
    if not several and "picture" in kinds[0].model_fields:
        page.waiting.append(page.put_picture)
    if not several and can_be_founded(kinds[0]):
        page.waiting.append(page.put_evidence)
    if not several and kinds[0] is Evidence:
        page.waiting.append(page.put_backed)
    if shown:
        page.waiting += [page.put_heading, lambda: page.put_records_form(shown)]
    if not said and not shown:
        note = tr("These have no field in common.")
        page.waiting.append(lambda: page.put(wrapped(note, "note")))
    return page


class CardsPage(Page):
    """Kind, text, place, the kind's own fields, evidence and links, and the rest.

    It serves cards of every kind: only the own fields are others.
    """

    def __init__(self, parent: QWidget, session: Session, ids: Ids, *, several: bool) -> None:
        super().__init__(parent, session, ids, several=several)
        self._own: dict[Kinds, Form | None] = {}
        self._wanted: Kinds = frozenset()
        self._own_place = QVBoxLayout()
        first, *rest = fields_of(Card)
        self._kind = KindPart(session, ids)
        self.waiting += [
            lambda: self.put(self._kind, self._kind.show_cards),
            lambda: self.put_records_form([first]),
            self._put_place,
            lambda: self._column.addLayout(self._own_place),
        ]
        if not several:
            self.waiting += [self.put_picture, self.put_evidence, self._put_links]
        self.waiting += [lambda: self.put_records_form(rest), self._put_style]

    @property
    def is_unfinished(self) -> bool:
        return super().is_unfinished or self._wanted not in self._own

    def build_part(self) -> None:
        if super().is_unfinished:
            super().build_part()
        else:
            self._put_own(self._wanted)

    def expect(self, records: Sequence[Any]) -> None:
        self._wanted = frozenset(type(each) for each in records)

    def show_records(self, records: Sequence[Any], journey: Map) -> None:
        super().show_records(records, journey)
        own = self._own[self._wanted]
        for form in self._own.values():
            if form is not None:
                form.setVisible(form is own)
        if own is not None:
            own.show_records(records, journey)

    def focused(self) -> str:
        if self._kind.has_keyboard():
            return "kind"
        own = (name for form in self._own.values() if form and (name := form.focused()))
        return super().focused() or next(own, "")

    def focus(self, name: str) -> None:
        if name == "kind":
            self._kind.focus()
        super().focus(name)
        for form in self._own.values():
            if form is not None and form.isVisible():
                form.focus(name)

    def _put_own(self, kinds: Kinds) -> None:
        """Add the fields that only these kinds of cards have, if they have any."""
        while len(self._own) >= MOST:
            old = self._own.pop(next(iter(self._own)))
            if old is not None:
                old.hide()
                old.deleteLater()
        fields = [each for each in _shared(list(kinds)) if each.name not in Card.model_fields]
        form = Form(fields, self) if fields else None
        self._own[kinds] = form
        if form is not None:
            form.hide()
            write_records(form, self.session, self.ids)
            self._own_place.addWidget(form)

    def _put_place(self) -> None:
        part = PlacePart(self.session, self.ids)
        self.put(part, part.show_cards)

    def _put_links(self) -> None:
        part = LinksPart(self.session)
        self.put(part, lambda records, journey: part.show_card(records[0], journey))

    def _put_style(self) -> None:
        part = StylePart(self.session, self.ids)
        self.put(part, part.show_cards)


class Pages:
    """The pages that were wanted lately, in *column* of *frame*; at most one of them is seen."""

    def __init__(self, frame: QWidget, column: QVBoxLayout, session: Session, ids: Ids) -> None:
        self._frame = frame
        self._column = column
        self._session = session
        self._ids = ids
        self._kept: dict[tuple[Kinds, bool], Page] = {}

    def of(self, records: Sequence[Any]) -> Page:
        """Return the page for *records*, which may be unfinished; for none that of the map."""
        kinds = list(dict.fromkeys(type(each) for each in records))
        cards = bool(kinds) and all(issubclass(each, Card) for each in kinds)
        kept_as: Kinds = frozenset([Card] if cards else kinds)
        key = (kept_as, len(records) > 1)
        page = self._kept.pop(key, None) or self._make(kinds, cards, key[1])
        self._kept[key] = page
        while len(self._kept) > MOST:
            _drop(self._kept.pop(next(iter(self._kept))))
        page.expect(records)
        return page

    def has(self, page: Page) -> bool:
        """Tell whether *page* is still kept."""
        return page in self._kept.values()

    def clear(self) -> None:
        """Forget all pages: they are to be built anew."""
        while self._kept:
            _drop(self._kept.popitem()[1])

    def _make(self, kinds: Sequence[type[Any]], cards: bool, several: bool) -> Page:
        frame, session, ids = self._frame, self._session, self._ids
        if cards:
            page: Page = CardsPage(frame, session, ids, several=several)
        elif kinds:
            page = records_page(frame, session, ids, kinds, several=several)
        else:
            page = scope_page(frame, session, ids)
        self._column.insertWidget(0, page)
        return page


def _drop(page: Page) -> None:
    page.hide()
    page.deleteLater()


def _by_use(fields: Sequence[Field]) -> tuple[list[Field], list[Field]]:
    """Return the fields of what the map says, and those of how it is shown."""
    said = [each for each in fields if not each.on_screen]
    return said, [each for each in fields if each.on_screen]


def _shared(records: Sequence[type[Any]]) -> list[Field]:
    """Return the fields that all classes have with the same type, in the order of the first."""
    first = records[0].model_fields

    def is_common(name: str, kind: type[Any]) -> bool:
        field = kind.model_fields.get(name)
        return field is not None and field.annotation == first[name].annotation

    return [each for each in fields_of(records[0]) if all(is_common(each.name, k) for k in records)]
