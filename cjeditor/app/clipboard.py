"""Cut, copy and paste: cards between maps as they are, between programs as text.

Lines of text become a card each; a block of a spreadsheet fills cells.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from cjeditor.app.carried import carried, copies, read_carried
from cjeditor.app.pasted_text import LONGEST, MOST_LINES, block_in, is_block, lines_in
from cjeditor.app.picture_paste import is_picture, paste_picture
from cjeditor.canvas import commands
from cjeditor.core.ids import new_id
from cjeditor.core.words import mark, tr, trn
from cjeditor.edits.cards import AddCard
from cjeditor.edits.edit import Edit
from cjeditor.edits.paste import Brought, Paste, PasteBlock, lanes_below
from cjeditor.edits.records import Delete
from cjeditor.edits.several import Several
from cjeditor.kinds.card import Card
from cjeditor.kinds.registry import card_kind, kind_of_lane
from cjeditor.panels.editor import whole

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

CARDS_TYPE: Final = "application/x-cjeditor-cards"

Rows = tuple[tuple[tuple[Card, ...], ...], ...]
"""Lanes, steps, cards."""


def copy(view: MapView, *, to_cut: bool = False) -> None:
    """Put the selected cards on the clipboard."""
    found = carried(view.session.journey, view.session.selection, cut=to_cut)
    if found is None:
        return
    mime = QMimeData()
    mime.setData(CARDS_TYPE, found.model_dump_json().encode())
    mime.setText("\n".join(card.text for card in found.cards))
    QGuiApplication.clipboard().setMimeData(mime)


def cut(view: MapView) -> None:
    """Copy the selected cards and take them off the map."""
    copy(view, to_cut=True)
    ids = tuple(each for each in view.session.selection if each in view.session.journey.cards)
    if ids:
        view.do(Several((Delete(ids),), mark("Cut")))


def has_something() -> bool:
    """Tell whether there is anything on the clipboard that can become cards.

    Another program may be asked for it, which can take long: ask only when it changes.
    """
    mime = QGuiApplication.clipboard().mimeData()
    if mime is None:
        return False
    return mime.hasFormat(CARDS_TYPE) or mime.hasText() or is_picture(mime)


def paste(view: MapView) -> None:
    """Put what the clipboard holds into the cell of the cursor, and into those beside it."""
    place = commands.add_card(view.session.journey, view.focus)
    mime = QGuiApplication.clipboard().mimeData()
    if place is None or mime is None:
        return
    if is_picture(mime) and not mime.hasFormat(CARDS_TYPE):
        paste_picture(view, mime)
    elif mime.hasFormat(CARDS_TYPE):
        _paste_cards(view, place, bytes(mime.data(CARDS_TYPE).data()))
    elif is_block(mime.text()):
        _paste_block(view, place, mime.text())
    else:
        _paste_lines(view, place, mime.text())


def _paste_cards(view: MapView, place: AddCard, content: bytes) -> None:
    read = read_carried(content)
    if read is None:
        view.hint.emit(tr("The cards on the clipboard cannot be read."))
        return
    found = copies(read)
    _paste_rows(view, place, found.rows, found.brought)


def _paste_lines(view: MapView, place: AddCard, text: str) -> None:
    lines = lines_in(text)
    cards = tuple(_card(line, place.kind, place) for line in lines[:MOST_LINES])
    _do(view, place, Paste(cards, place.lane, place.step, place.index), cards)
    if len(lines) > MOST_LINES:
        _say_left(view, len(lines) - MOST_LINES)


def _paste_block(view: MapView, place: AddCard, text: str) -> None:
    """Give each cell's text to a card of the kind of its lane."""
    texts = block_in(text)
    kinds = [
        kind_of_lane(each).card(each) for each in lanes_below(view.session.journey, place.lane)
    ]
    rows = tuple(
        tuple((_card(cell, kind or place.kind, place),) if cell else () for cell in row)
        for row, kind in zip(texts, [*kinds, *[None] * len(texts)], strict=False)
    )
    _paste_rows(view, place, rows, Brought())


def _paste_rows(view: MapView, place: AddCard, rows: Rows, brought: Brought) -> None:
    """Paste into one cell beside its cards, or over several as far as there are lanes."""
    lanes = len(lanes_below(view.session.journey, place.lane))
    fitting = rows[:lanes]
    cards = tuple(card for row in fitting for cell in row for card in cell)
    one_cell = len(rows) == 1 and len(rows[0]) == 1
    edit = (
        Paste(cards, place.lane, place.step, place.index, brought)
        if one_cell
        else PasteBlock(fitting, place.lane, place.step, brought)
    )
    _do(view, place, edit, cards)
    left = sum(len(cell) for row in rows[lanes:] for cell in row)
    if left:
        _say_left(view, left)


def _do(view: MapView, place: AddCard, edit: Edit, cards: tuple[Card, ...]) -> None:
    """Paste, and select what was pasted."""
    if cards and view.do(edit):
        view.session.go(tuple(card.id for card in cards), (place.lane, place.step))
        view.show_focus()


def _say_left(view: MapView, count: int) -> None:
    text = trn(
        "{n} card did not fit and was left out.", "{n} cards did not fit and were left out.", count
    )
    view.hint.emit(text)


def _card(text: str, kind: str, place: AddCard) -> Card:
    return card_kind(kind).record(
        kind=kind,
        id=new_id(),
        lane=place.lane,
        first_step=place.step,
        last_step=place.step,
        text=whole(text)[:LONGEST],
    )
