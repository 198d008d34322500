"""The icons of `resources/icons` as outlines, for every backend alike."""

import re
from functools import cache
from typing import Final

from cjeditor.core.resources import resources
from cjeditor.display.outlines import outline
from cjeditor.display.shapes import Segment

SYMBOL_SIZE: Final = 24
"""Width and height of the box that the outlines are drawn in."""

SYMBOL_STROKE: Final = 2
"""Width of their strokes in that box; ends and joins are round."""

_PATH: Final = re.compile(r'<path d="([^"]+)"')
_NAME: Final = re.compile(r"[a-z0-9-]+")


@cache
def symbol_names() -> frozenset[str]:
    """Return the names of all icons."""
    return frozenset(path.stem for path in (resources() / "icons").glob("*.svg"))


@cache
def symbol_paths(name: str) -> tuple[tuple[Segment, ...], ...]:
    """Return the outlines of an icon in a box of 24 × 24, y down, to be stroked 2 wide.

    Raises:
        KeyError: There is no such icon.
    """
    path = resources() / "icons" / f"{name}.svg"
    if not _NAME.fullmatch(name) or not path.is_file():
        raise KeyError(name)
    text = path.read_text(encoding="utf-8")
    return tuple(outline(path) for path in _PATH.findall(text))
