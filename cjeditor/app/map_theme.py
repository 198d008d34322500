"""The colours of the map in the window's theme."""

from cjeditor.core.theme_names import ThemeName
from cjeditor.display.theme import THEMES, Theme


def map_theme(name: ThemeName) -> Theme:
    """Return the colours of the map in the theme *name*."""
    return THEMES[name]
