"""The names of the themes, which settings, window and map share."""

from typing import Final, Literal, get_args

ThemeName = Literal["light", "dark", "contrast", "contrast dark"]
"""Two calm ones, and two of high contrast: black on white, and white on black."""

THEME_NAMES: Final[tuple[ThemeName, ...]] = get_args(ThemeName)
