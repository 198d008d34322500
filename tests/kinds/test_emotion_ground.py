import pytest

from cjeditor.core.colours import contrast
from cjeditor.display.theme import DARK, LIGHT
from cjeditor.kinds.emotion_ground import LINE, TEXT, seen, spread_colour, wash_colours


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("ratio", [LINE, TEXT])
def test_every_ink_is_seen_on_the_wash_and_on_the_spread(theme, ratio):
    inks = (*theme.inks, theme.good, theme.bad, theme.even, "#ffff00", "#808080", "#000000")

    for ink in inks:
        for ground in (theme.sheet, *wash_colours(theme), spread_colour(theme)):
            assert contrast(seen(ink, theme, ratio), ground) >= ratio
