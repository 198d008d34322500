"""How the pages of the tools draw what paper shows too: the colours of the window's theme."""

from functools import cache

from PySide6.QtGui import QPalette

from cjeditor.canvas.chrome import Chrome, chrome_for
from cjeditor.core.theme_names import ThemeName
from cjeditor.core.words import Language, Words
from cjeditor.display.theme import DARK, HIGH_CONTRAST, HIGH_CONTRAST_DARK, LIGHT, THEMES, Theme
from cjeditor.kinds.look import Look
from cjeditor.model.map import Map
from cjeditor.panels.icons import ink, is_dark

USUAL_TEXT = 13
"""Pixels of the window's words at 100 %; drawings grow with them."""


def theme_of(palette: QPalette) -> Theme:
    """Return the theme of drawings that goes with a window of *palette*."""
    dark = is_dark(palette)
    if ink(palette) in (HIGH_CONTRAST.ink, HIGH_CONTRAST_DARK.ink):
        return HIGH_CONTRAST_DARK if dark else HIGH_CONTRAST
    return DARK if dark else LIGHT


def look_of(palette: QPalette, journey: Map) -> Look:
    """Return how drawings look in a window of *palette*, in the words of *journey*."""
    return _look(theme_of(palette).name, journey.scope.language)


@cache
def _look(theme: ThemeName, language: Language) -> Look:
    """Return the same look each time, so that what was drawn with it is soon found again."""
    return Look(theme=THEMES[theme], words=Words(language), prompts=True, on_screen=True)


def chrome_of(palette: QPalette) -> Chrome:
    """Return the colours around drawings in a window of *palette*."""
    return chrome_for(theme_of(palette).name)
