"""The list of what a booklet can hold, in order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.paper import Page
from cjeditor.model.map import Map

Size: TypeAlias = tuple[float, float]
"""Width and height of a page in points."""


@dataclass(frozen=True, kw_only=True)
class Part:
    """One kind of page.

    Attributes:
        name: Unique.
        label: English, marked.
        pages: Lays its pages out; none if the map has nothing for it.
    """

    name: str
    label: str
    pages: Callable[[Map, Size, Look], list[Page]]


PARTS: Final[tuple[Part, ...]] = ()


def booklet(journey: Map, size: Size, look: Look) -> list[Page]:
    """Return all pages that the map has something for."""
    return [page for part in PARTS for page in part.pages(journey, size, look)]
