"""Small cards, for where many have to stand together."""

from collections.abc import Callable, Hashable
from typing import Any, Final, TypeVar

from cjeditor.display.shapes import Block, Drawing, Rect, Shape, Symbol, TextLine
from cjeditor.display.text import Font, ascent
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_drawing import card_body, full_text
from cjeditor.kinds.look import Look
from cjeditor.kinds.paragraph import set_paragraph, short_line
from cjeditor.kinds.registry import kind_of_card

T = TypeVar("T")

TEXT: Final = Font(11.5)
NOTE: Final = Font(10)

GAP: Final = 5.0
"""Points between two chips."""

_LEFT: Final = 11.0
_TOP: Final = 4.0
_SYMBOL: Final = 13.0
_INDENT: Final = 18.0


def draw_chip(
    card: Card, width: float, look: Look, lines: int | None = None, *, caption: bool = True
) -> Drawing:
    """Draw *card* as wide as *width*, with at most so many *lines* of its text.

    Args:
        caption: Whether its caption stands behind a text, as on the map.
    """
    kind = kind_of_card(card)
    theme = look.theme
    own = "" if caption else card.text.strip()
    text = own or full_text(card, kind, look) or look.words(kind.label)
    inner = width - _LEFT - 7
    # the symbol stands before all lines, so that short words beside it are not broken
    if lines == 1:
        line = short_line(" ".join(text.split()), TEXT, inner - _INDENT)
        baseline = _TOP + ascent(TEXT)
        said: tuple[TextLine, ...] = (TextLine(_LEFT + _INDENT, baseline, line, theme.ink),)
        height = TEXT.line_height
    else:
        paragraph = set_paragraph(
            text, TEXT, inner - _INDENT, theme.ink, x=_LEFT + _INDENT, y=_TOP, max_lines=lines
        )
        said, height = paragraph.lines, max(paragraph.height, TEXT.line_height)
    name = kind.symbol_of(card) if kind.symbol_of else kind.symbol
    top = _TOP + (TEXT.line_height - _SYMBOL) / 2
    shapes: tuple[Shape, ...] = (
        *card_body(kind, Rect(0, 0, width, height + 2 * _TOP), look),
        Symbol(name, _LEFT, top, _SYMBOL, theme.strong(kind.full)),
        *said,
    )
    return Drawing(width, height + 2 * _TOP, shapes)


class Chips:
    """Draws chips, and each only once for as long as it stays the same."""

    def __init__(self) -> None:
        self._drawn: dict[tuple[object, ...], tuple[Card, Look, Drawing]] = {}
        self._others: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def of(
        self,
        card: Card,
        width: float,
        look: Look,
        lines: int | None = None,
        *,
        caption: bool = True,
    ) -> Drawing:
        """Return the chip of *card*, as `draw_chip` does."""
        key = (card.id, round(width, 2), lines, caption)
        known = self._drawn.get(key)
        if known is not None and known[0] is card and (known[1] is look or known[1] == look):
            return known[2]
        if len(self._drawn) > _MOST:
            self._drawn.clear()
        drawn = draw_chip(card, width, look, lines, caption=caption)
        self._drawn[key] = card, look, drawn
        return drawn

    def kept(self, name: Hashable, made_of: tuple[object, ...], make: Callable[[], T]) -> T:
        """Return what stands beside the chips: what *make* makes, if not made of the same before.

        Args:
            name: What it is.
            made_of: All that it depends on; compared.
        """
        if len(self._others) > _MOST:
            self._others.clear()
        known = self._others.get(name)
        if known is None or known[0] != made_of:
            known = self._others[name] = made_of, make()
        found: T = known[1]
        return found


_MOST: Final = 5000


def chip_block(card: Card, x: float, y: float, drawing: Drawing) -> Block:
    """Return a chip where it stands."""
    return Block(card.id, "chip", x, y, drawing)
