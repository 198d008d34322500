"""The window's lengths: how large targets and words are, by density and text size."""

from dataclasses import dataclass
from typing import Final

from cjeditor.app.settings import Density
from cjeditor.core.words import mark

DENSITY_LABELS: Final[dict[Density, str]] = {
    "comfortable": mark("Comfortable"),
    "compact": mark("Compact"),
    "touch": mark("For touch"),
}

TEXT: Final = 13
"""Pixels of the window's words at 100 %."""


@dataclass(frozen=True, slots=True)
class Metrics:
    """Lengths in pixels, by the names that the style sheet uses.

    Attributes:
        control: Least height inside a button or field, without its padding and border.
        tool, bar: The same of a button without words, and of one in the toolbar.
        item, entry: Of a row of a list, and of a menu.
        tab: Room above and below a tab's title.
        check, indicator: Height of a check box, and of its box alone.
        small_button: Of buttons in rows of their like: ratings, filters, "+".
        chip: Height and width of the button in a chip.
        side, plus: Room beside a button's symbol, and beside a "+".
        swatch: Width inside the button of a colour.
        scroll: Width of a scroll bar.
        arrow: Of the arrows in choices and numbers.
        text, small, caption, heading, title: Type sizes.
        key, badge: Heights of the figures around keys and counts.
        palette: Least height of an entry of the palette.
        panel: Least width of the panels at the right.
    """

    control: int
    tool: int
    bar: int
    item: int
    entry: int
    tab: int
    check: int
    indicator: int
    small_button: int
    chip: int
    scroll: int
    palette: int
    side: int
    plus: int
    swatch: int
    panel: int
    arrow: int = 12
    text: int = TEXT
    small: int = 11
    caption: int = 12
    heading: int = 17
    title: int = 19
    key: int = 18
    badge: int = 16


_COMFORTABLE: Final = Metrics(
    control=20, tool=22, bar=28, item=26, entry=18, tab=9, check=24, indicator=16,
    small_button=26, chip=22, scroll=12, palette=28, side=6, plus=8, swatch=19, panel=308,
)  # fmt: skip
_COMPACT: Final = Metrics(
    control=16, tool=18, bar=24, item=22, entry=16, tab=6, check=24, indicator=16,
    small_button=24, chip=22, scroll=12, palette=24, side=5, plus=8, swatch=19, panel=308,
)  # fmt: skip
_TOUCH: Final = Metrics(
    control=28, tool=32, bar=38, item=40, entry=30, tab=12, check=40, indicator=22,
    small_button=38, chip=38, scroll=22, palette=42, side=11, plus=16, swatch=38, panel=340,
)  # fmt: skip

_DENSITIES: Final[dict[Density, Metrics]] = {
    "comfortable": _COMFORTABLE,
    "compact": _COMPACT,
    "touch": _TOUCH,
}


def metrics_of(density: Density, text_size: int) -> Metrics:
    """Return the lengths of *density* with words of *text_size* per cent."""
    found, factor = _DENSITIES[density], text_size / 100
    line = round(TEXT * 1.4 * factor)
    return Metrics(
        control=max(found.control, line),
        tool=max(found.tool, line),
        bar=max(found.bar, line + 6),
        item=max(found.item, line + 4),
        entry=max(found.entry, line),
        tab=found.tab,
        check=max(found.check, line + 4),
        indicator=max(found.indicator, round(12 * factor)),
        small_button=max(found.small_button, line + 4),
        chip=max(found.chip, line + 4),
        scroll=found.scroll,
        palette=max(found.palette, line + 8),
        side=found.side,
        plus=found.plus,
        swatch=found.swatch,
        panel=round(found.panel * factor),
        arrow=round(12 * factor),
        text=round(TEXT * factor),
        small=round(11 * factor),
        caption=round(12 * factor),
        heading=round(17 * factor),
        title=round(19 * factor),
        key=round(18 * factor),
        badge=round(16 * factor),
    )
