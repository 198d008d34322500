"""The card styles in the legend: a small card with each style's colour and symbol."""

from typing import Final

from cjeditor.display.shapes import Box, Rect, Shape, Symbol
from cjeditor.kinds.card import Card
from cjeditor.kinds.card_style import SYMBOLS, CardStyle, styled
from cjeditor.kinds.look import Look
from cjeditor.kinds.plain import KINDS
from cjeditor.model.map import Map
from cjeditor.model.table import differing

WIDTH: Final = 24.0
_HEIGHT: Final = 18.0
_BAR: Final = 4.0
_SYMBOL: Final = 13.0


def used_styles(journey: Map) -> tuple[CardStyle, ...]:
    """Return the styles that a card of the map has, in order."""
    if not journey.styles:
        return ()
    used = {card.style for card in journey.cards.values() if card.style}
    return tuple(style for style in journey.ordered_styles if style.id in used)


def same_styles(before: Map, after: Map) -> bool:
    """Tell whether two maps use the same styles, looking only at the cards that differ."""
    if before.styles is not after.styles:
        return used_styles(before) == used_styles(after)
    if not after.styles:
        return True
    one, other = before.cards, after.cards
    return all(
        _style(one.get(card)) == _style(other.get(card)) for card in differing(one, other)
    ) or used_styles(before) == used_styles(after)


def _style(card: Card | None) -> str | None:
    return None if card is None else card.style


def style_sample(style: CardStyle, x: float, middle: float, look: Look) -> list[Shape]:
    """Return a card in small, `WIDTH` wide, with its left edge at *x* and centred on *middle*."""
    kind = styled(KINDS[0], style)
    ground = look.theme.card_fill(kind.tint, kind.full)
    strong = look.theme.strong(kind.full)
    rect = Rect(x, middle - _HEIGHT / 2, WIDTH, _HEIGHT)
    shapes: list[Shape] = [
        Box(rect, fill=ground, radius=4),
        Box(Rect(x, rect.y, _BAR, _HEIGHT), fill=strong, radius=2),
    ]
    if style.symbol in SYMBOLS:
        left = x + _BAR + (WIDTH - _BAR - _SYMBOL) / 2
        shapes.append(Symbol(style.symbol, left, middle - _SYMBOL / 2, _SYMBOL, strong))
    return shapes
