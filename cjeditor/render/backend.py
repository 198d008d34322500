"""What draws shapes on a medium, and how a drawing is played on it."""

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from typing import Protocol, TypeAlias, assert_never

from cjeditor.core.ids import Id
from cjeditor.display import shapes
from cjeditor.model.records import Picture

Pictures: TypeAlias = Mapping[Id, Picture]
"""The map's pictures by id; a backend is made with them. It leaves out one that is not there."""

_OVERHANG = 8
"""How far, in points, strokes and shadows may reach out of their block."""


class Backend(Protocol):
    """A medium: one method for each shape.

    Shapes come from back to front, in points, y down, relative to the innermost `moved`.
    """

    def moved(self, x: float, y: float) -> AbstractContextManager[None]:
        """Put the origin at *x*, *y* of the present one for as long as the context lasts."""
        ...

    def box(self, box: shapes.Box) -> None: ...
    def wash(self, wash: shapes.Wash) -> None: ...
    def line(self, line: shapes.Line) -> None: ...
    def curve(self, curve: shapes.Curve) -> None: ...
    def text(self, text: shapes.TextLine) -> None: ...
    def picture(self, picture: shapes.Picture) -> None: ...
    def symbol(self, symbol: shapes.Symbol) -> None: ...


def play(drawing: shapes.Drawing, backend: Backend) -> None:
    """Draw every shape of *drawing* at the backend's origin."""
    for shape in drawing.shapes:
        match shape:
            case shapes.TextLine():
                backend.text(shape)
            case shapes.Box():
                backend.box(shape)
            case shapes.Symbol():
                backend.symbol(shape)
            case shapes.Line():
                backend.line(shape)
            case shapes.Curve():
                backend.curve(shape)
            case shapes.Wash():
                backend.wash(shape)
            case shapes.Picture():
                backend.picture(shape)
            case _:
                assert_never(shape)


def play_blocks(
    blocks: Iterable[shapes.Block], backend: Backend, clip: shapes.Rect | None = None
) -> None:
    """Draw *blocks* where they stand, in their order.

    Args:
        clip: Blocks that do not reach into it are left out; None means all are drawn.
    """
    for block in blocks:
        if clip is None or block.rect.grown(_OVERHANG).meets(clip):
            with backend.moved(block.x, block.y):
                play(block.drawing, backend)
