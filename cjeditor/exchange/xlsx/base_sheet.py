"""The sheet out of sight that tells, when the workbook comes back, what has been edited.

It holds the ids behind the names and a short fingerprint of every field of every card as it
was written. Whoever reads the workbook again compares fingerprints: of the cell, of the
fingerprint here and of the map as it then is.
"""

from base64 import urlsafe_b64encode
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from typing import Final

from cjeditor import __version__
from cjeditor.core.words import Words
from cjeditor.exchange.xlsx.book import Book
from cjeditor.exchange.xlsx.curves import Curve
from cjeditor.exchange.xlsx.names import Names
from cjeditor.exchange.xlsx.table import Table, cell_text
from cjeditor.exchange.xlsx.text import clean
from cjeditor.model.map import Map

FORMAT_NAME: Final = "cjeditor"
FORMAT_VERSION: Final = 1
SHEET: Final = "_cjm"


def fingerprint(text: str) -> str:
    """Return four characters that tell a cell's text from almost any other."""
    return urlsafe_b64encode(blake2b(clean(text)[0].encode(), digest_size=3).digest()).decode()


def write_base(
    book: Book, journey: Map, cards: Table, curves: Sequence[Curve], names: Names, words: Words
) -> None:
    """Add the sheet: a row's first cell says what the row is."""
    page = book.page(SHEET)
    style = book.style(text_wrap=False)
    for row, cells in enumerate(_rows(journey, cards, curves, names, words)):
        for column, cell in enumerate(cells):
            page.put(row, column, cell, style)
        book.advance()
    page.sheet.very_hidden()


def _rows(
    journey: Map, cards: Table, curves: Sequence[Curve], names: Names, words: Words
) -> Iterator[tuple[str, ...]]:
    yield "format", FORMAT_NAME, str(FORMAT_VERSION)
    yield "document", journey.id
    yield "program", __version__
    yield "language", words.language
    yield from (("stage", key, name) for key, name in names.stages.items())
    yield from (("step", key, name, journey.steps[key].stage) for key, name in names.steps.items())
    yield from (("lane", key, name) for key, name in names.lanes.items())
    yield from (("persona", key, name) for key, name in names.personas.items())
    yield from (("evidence", key, name) for key, name in names.evidence.items())
    yield from (("curve", curve.persona or "", curve.name, curve.state) for curve in curves)
    yield from (("column", cards.name, column.header) for column in cards.columns)
    known = cache(fingerprint)  # most texts come back: steps, lanes, kinds
    blank = fingerprint("")
    for key, *cells in cards.rows:  # the fingerprints stand in the order of the columns
        prints = [blank if cell is None else known(cell_text(cell)) for cell in cells]
        yield "card", cell_text(key), "".join(prints)
