"""Colours as `#rrggbb`, and what the eye makes of them."""

from functools import cache, lru_cache
from typing import Annotated

from pydantic import StringConstraints

Colour = Annotated[str, StringConstraints(pattern=r"^#[0-9a-f]{6}$", to_lower=True)]
"""A colour as `#rrggbb`, lower case."""

_INKS = ("#ffffff", "#101418")


def parts(colour: str) -> tuple[int, int, int]:
    """Return red, green, blue, each 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


@lru_cache(maxsize=4096)
def mix(colour: str, ground: str, share: float) -> str:
    """Return *share* (0 to 1) of *colour* over *ground*."""
    mixed = (round(g + (c - g) * share) for c, g in zip(parts(colour), parts(ground), strict=True))
    return "#{:02x}{:02x}{:02x}".format(*mixed)


@lru_cache(maxsize=4096)
def luminance(colour: str) -> float:
    """Return the relative luminance, 0 to 1 (WCAG 2.2, "relative luminance")."""

    def linear(value: int) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(value) for value in parts(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio, 1 to 21 (WCAG 2.2, "contrast ratio")."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@lru_cache(maxsize=4096)
def ink_on(ground: str) -> str:
    """Return white or nearly black, whichever is read better on *ground*."""
    return max(_INKS, key=lambda ink: contrast(ink, ground))


@cache
def readable(colour: str, ground: str, ratio: float = 4.5) -> str:
    """Return *colour*, moved towards black or white until it has *ratio* on *ground*."""
    target = "#000000" if luminance(ground) > 0.18 else "#ffffff"
    share = 0.0
    while contrast(mixed := mix(target, colour, share), ground) < ratio and share < 1:
        share = min(1.0, share + 0.02)
    return mixed
