"""The list of what a booklet can hold, in order."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final, TypeAlias

from cjeditor.core.words import mark
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet import empathy, flows, personas, whys
from cjeditor.layout.booklet.actions import action_pages
from cjeditor.layout.booklet.channels import channel_pages
from cjeditor.layout.booklet.departments import department_pages
from cjeditor.layout.booklet.evidence import evidence_pages
from cjeditor.layout.booklet.gap import gap_pages
from cjeditor.layout.booklet.metrics import metrics_pages
from cjeditor.layout.booklet.paper import Page
from cjeditor.layout.booklet.priorities import matrix_pages, pain_pages
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


PARTS: Final[tuple[Part, ...]] = (
    Part(name="personas", label=mark("Personas"), pages=personas.pages),
    Part(name="empathy", label=mark("Empathy maps"), pages=empathy.pages),
    Part(name="whys", label=mark("Five whys"), pages=whys.pages),
    Part(name="flows", label=mark("User flows"), pages=flows.pages),
    Part(name="gap", label=mark("Current and future state"), pages=gap_pages),
    Part(name="metrics", label=mark("Metrics"), pages=metrics_pages),
    Part(name="evidence", label=mark("Evidence"), pages=evidence_pages),
    Part(name="matrix", label=mark("Impact and effort"), pages=matrix_pages),
    Part(name="pains", label=mark("Pain points by weight"), pages=pain_pages),
    Part(name="actions", label=mark("Action list"), pages=action_pages),
    Part(name="departments", label=mark("Departments"), pages=department_pages),
    Part(name="channels", label=mark("Channels"), pages=channel_pages),
)


def booklet(journey: Map, size: Size, look: Look) -> list[Page]:
    """Return all pages that the map has something for."""
    return [page for part in PARTS for page in part.pages(journey, size, look)]
