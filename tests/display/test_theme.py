"""Colours that everyone can read."""

import pytest

from cjeditor.core.colours import contrast
from cjeditor.display.theme import DARK, LIGHT
from cjeditor.kinds.registry import CARD_KINDS

_THEMES = pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)


@_THEMES
@pytest.mark.parametrize("kind", CARD_KINDS, ids=lambda kind: kind.name)
def test_cards_are_readable(theme, kind):
    fill = theme.card_fill(kind.tint, kind.full)

    assert contrast(theme.ink, fill) >= 4.5
    assert contrast(theme.quiet, fill) >= 4.5
    assert contrast(theme.strong(kind.full), fill) >= 3
    assert contrast(theme.strong(kind.full), theme.sheet) >= 3


@_THEMES
def test_text_is_readable_on_the_paper_and_on_the_bands(theme):
    for ground in (theme.sheet, theme.band):
        for ink in (theme.ink, theme.quiet, *theme.inks):
            assert contrast(ink, ground) >= 4.5
        for feeling in (theme.good, theme.bad, theme.even):
            assert contrast(feeling, ground) >= 3


@_THEMES
def test_white_is_readable_on_the_stages(theme):
    for stage in theme.stages:
        assert contrast("#ffffff", stage) >= 4.5


@_THEMES
def test_hues_next_to_each_other_differ(theme):
    assert len(set(theme.stages)) == len(theme.stages)
    assert len(set(theme.inks)) == len(theme.inks)
