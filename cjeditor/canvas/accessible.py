"""Makes the map usable with a screen reader."""

from typing import TYPE_CHECKING

from cjeditor.canvas.accessible_map import AccessibleMap
from cjeditor.canvas.announcing import Announcer

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView


def make_accessible(view: "MapView") -> None:
    """Give the view names, states and actions for each part, and announce what happens."""
    AccessibleMap(view)
    Announcer(view)
