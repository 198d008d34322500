"""Cut, copy and paste cards: between maps as they are, between programs as lines of text."""

from typing import Final

from pydantic import TypeAdapter, ValidationError
from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from cjeditor.canvas import commands
from cjeditor.canvas.walk import Focus
from cjeditor.core.ids import new_id
from cjeditor.core.words import mark
from cjeditor.edits.cards import AddCard
from cjeditor.edits.paste import Paste, with_new_ids
from cjeditor.edits.records import Delete
from cjeditor.edits.several import Several
from cjeditor.kinds.card import Card
from cjeditor.kinds.registry import AnyCard, card_kind
from cjeditor.panels.editor import whole
from cjeditor.session.session import Session

CARDS_TYPE: Final = "application/x-cjeditor-cards"
MOST_LINES: Final = 500
"""Lines of a foreign text that become cards."""

LONGEST_LINE: Final = 10_000

_CARDS: Final[TypeAdapter[tuple[AnyCard, ...]]] = TypeAdapter(tuple[AnyCard, ...])


def copy(session: Session) -> None:
    """Put the selected cards on the clipboard."""
    cards = _selected(session)
    if not cards:
        return
    carried = QMimeData()
    carried.setData(CARDS_TYPE, _CARDS.dump_json(cards))  # type: ignore[arg-type]
    carried.setText("\n".join(card.text for card in cards))
    QGuiApplication.clipboard().setMimeData(carried)


def cut(session: Session) -> None:
    """Copy the selected cards and take them off the map."""
    copy(session)
    ids = tuple(card.id for card in _selected(session))
    if ids:
        session.do(Several((Delete(ids),), mark("Cut")))


def has_something() -> bool:
    """Tell whether there is anything on the clipboard that can become cards.

    Another program may be asked for it, which can take long: ask only when it changes.
    """
    carried = QGuiApplication.clipboard().mimeData()
    return carried is not None and (carried.hasFormat(CARDS_TYPE) or carried.hasText())


def paste(session: Session) -> None:
    """Put the cards, or each line of the text, of the clipboard into the cell of the cursor."""
    place = _place(session)
    carried = QGuiApplication.clipboard().mimeData()
    if place is None or carried is None:
        return
    cards = _carried_cards(carried, place)
    if not cards:
        return
    session.do(Paste(cards, place.lane, place.step, place.index))
    session.put_cursor(place.lane, place.step)
    session.select(tuple(card.id for card in cards))


def _place(session: Session) -> AddCard | None:
    """Return where a new card would go; None where the map takes none."""
    last = session.selection[-1] if session.selection else None
    return commands.add_card(session.journey, Focus(last, session.cursor))


def _selected(session: Session) -> tuple[Card, ...]:
    """Return the selected cards in reading order."""
    chosen = set(session.selection)
    if not chosen & session.journey.cards.keys():
        return ()
    return tuple(card for card in session.journey.reading_order() if card.id in chosen)


def _carried_cards(carried: QMimeData, place: AddCard) -> tuple[Card, ...]:
    if carried.hasFormat(CARDS_TYPE):
        try:
            cards = _CARDS.validate_json(bytes(carried.data(CARDS_TYPE).data()))
        except ValidationError:
            return ()
        return with_new_ids(cards)
    lines = [line.strip() for line in carried.text().splitlines() if line.strip()]
    return tuple(_card(line, place) for line in lines[:MOST_LINES])


def _card(text: str, place: AddCard) -> Card:
    return card_kind(place.kind).record(
        kind=place.kind,
        id=new_id(),
        lane=place.lane,
        first_step=place.step,
        last_step=place.step,
        text=whole(text)[:LONGEST_LINE],
    )
