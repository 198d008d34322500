"""Colours and contrast."""

import pytest

from cjeditor.core.colours import contrast, ink_on, mix, readable


def test_black_on_white_has_the_highest_contrast():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)


def test_mix_goes_from_ground_to_colour():
    assert mix("#ff0000", "#ffffff", 0) == "#ffffff"
    assert mix("#ff0000", "#ffffff", 1) == "#ff0000"
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


@pytest.mark.parametrize("ground", ["#ffffff", "#1c2127", "#ddf3e4", "#777777"])
@pytest.mark.parametrize("colour", ["#b07d2b", "#1a66d6", "#ffffff", "#000000"])
def test_readable_reaches_the_contrast_it_promises(colour, ground):
    best = max(contrast("#000000", ground), contrast("#ffffff", ground))

    assert contrast(readable(colour, ground), ground) >= min(4.5, best)


def test_readable_leaves_a_readable_colour_alone():
    assert readable("#1f2933", "#ffffff") == "#1f2933"


@pytest.mark.parametrize("ground", ["#1a66d6", "#5b9bff", "#0037a8", "#ffd60a", "#808080"])
def test_words_on_any_ground_are_read(ground):
    assert contrast(ink_on(ground), ground) >= 4.5
