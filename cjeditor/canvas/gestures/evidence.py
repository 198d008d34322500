"""Sources dragged onto cards of the map from the list beside it."""

from typing import TYPE_CHECKING, Annotated, Final

from pydantic import Field, ValidationError
from PySide6.QtCore import QMimeData, QPoint

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.edits.evidence import PutBehind

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

EVIDENCE_TYPE: Final = "application/x-cjeditor-evidence"
_LONGEST: Final = 100_000
"""Bytes; ours are about 40 for each source."""


class _Dragged(Frozen):
    sources: Annotated[tuple[Id, ...], Field(max_length=1000)]


class EvidenceDrop:
    """Shows behind which cards sources would be put, and puts them there.

    One of several selected cards stands for all of them.
    """

    def __init__(self, view: "MapView", sources: tuple[Id, ...]) -> None:
        self._view = view
        self._sources = sources
        self._cards: tuple[Id, ...] = ()

    def follow(self, spot: QPoint) -> bool:
        """Show what a drop at *spot* of the viewport would do; return whether it can be."""
        view = self._view
        aim = view.aim(spot)
        cards = view.session.journey.cards
        card = aim.hit.element if aim.hit is not None and aim.part == "card" else None
        chosen = view.session.selection
        if card in chosen:
            self._cards = tuple(each for each in chosen if each in cards)
        else:
            self._cards = () if card is None or card not in cards else (card,)
        view.paper.select(self._cards, None)
        return bool(self._cards)

    def drop(self, spot: QPoint) -> Id | None:
        """Put them there; return "" if that was done, which leaves selected what is."""
        if not self.follow(spot):
            return None
        return "" if self._view.do(PutBehind(self._sources, self._cards)) else None


def evidence_drop(view: "MapView", mime: QMimeData) -> EvidenceDrop | None:
    """Return what *mime* brings from the list of sources; None for anything else."""
    if not mime.hasFormat(EVIDENCE_TYPE):
        return None
    known = view.session.journey.evidence
    sources = _sources_in(bytes(mime.data(EVIDENCE_TYPE).data()))
    return EvidenceDrop(view, sources) if sources and all(s in known for s in sources) else None


def _sources_in(content: bytes) -> tuple[Id, ...]:
    """Return the sources that *content* names; none if it is not ours."""
    if len(content) > _LONGEST:
        return ()
    try:
        return _Dragged.model_validate_json(content).sources
    except ValidationError:
        return ()
