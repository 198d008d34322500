"""The tree of whys of one pain point, to be written and rearranged."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QPointF, Signal

from cjeditor.canvas.writing_place import WritingPlace, writing_place
from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import interface, tr
from cjeditor.display.shapes import Block, Box, Drawing, Line, Rect, Stroke
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.whys import AddWhy, MoveWhy
from cjeditor.kinds.look import CARD
from cjeditor.layout.diagram import Diagram
from cjeditor.layout.whys import PADDING, TOP, why_diagram
from cjeditor.model.chains import Chain, chain_of
from cjeditor.model.naming import spoken, spoken_detail
from cjeditor.session.session import Session
from cjeditor.tools.diagram.view import DiagramView, Way
from cjeditor.tools.look import look_of

_SIDE: Final = 0.25
"""Share of an answer's width at each side where a drop puts another one beside it."""

_Target = tuple[Id | None, int | None, Rect]
"""What something would stand below, its place there, and what is drawn to show it."""


class WhysView(DiagramView):
    """Asks why: Enter below, Ctrl+Enter beside.

    Signals:
        countermeasure_wanted: For this answer.

    Attributes:
        pain: The card whose whys are shown, or "".
    """

    countermeasure_wanted = Signal(str)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.pain: Id = ""
        self._target: _Target | None = None
        self._held: Block | None = None
        self.writer.moved_on.connect(self._go_on)

    @property
    def chain(self) -> Chain:
        """The whys as they are now."""
        return chain_of(self.session.shown, self.pain)

    def show_pain(self, pain: Id) -> None:
        """Show the whys of another card."""
        if pain != self.pain:
            self.writer.commit()
            self.pain = pain
            self.follow()
            self.go_home()
        else:
            self.follow()

    def ask(self, element: Id, *, beside: bool = False) -> None:
        """Begin to write an answer below a part of the tree, or beside it."""
        self.writer.commit()
        chain, why = self.chain, new_id()
        parent: Id = element
        index: int | None = None
        if beside and element in chain.parent:
            parent = chain.parent[element]
            index = [each.id for each in chain.siblings(element)].index(element) + 1
        above = None if parent == self.pain else parent
        pain = self.pain
        self.writer.write_new(why, lambda text: AddWhy(pain, above, text, index, why))

    def toggle_root(self, element: Id) -> None:
        """Mark an answer as a root cause, or no longer."""
        why = self.session.journey.whys.get(element)
        if why is not None:
            self.session.attempt(SetField((why.id,), "root", not why.root))

    # --- what the view asks

    def lay_out(self) -> Diagram:
        journey = self.session.shown
        if self.pain not in journey.cards:
            return Diagram()
        return why_diagram(journey, self.pain, look_of(self.palette(), journey))

    def writing_place(self, element: Id) -> WritingPlace | None:
        block, journey = self.diagram.node_of.get(element), self.session.shown
        if block is None:
            return None
        look = look_of(self.palette(), journey)
        if element == self.pain:
            place = writing_place(journey, look, element, block.drawing)
            return place and replace(place, inset=place.inset.moved(block.x, block.y))
        return WritingPlace(
            element=element,
            before=journey.whys[element].text,
            edit=lambda text: SetField((element,), "text", text),
            font=CARD,
            ink=look.theme.ink,
            ground=look.theme.sheet,
            sides=(PADDING, TOP, PADDING),
            inset=block.rect,
            one_line=False,
        )

    def spoken(self, element: Id) -> str:
        return spoken(self.session.shown, element, interface())

    def spoken_detail(self, element: Id) -> str:
        return spoken_detail(self.session.shown, element, interface())

    def is_nested(self) -> bool:
        return True

    def below(self, element: Id) -> tuple[Id, ...]:
        if not element:
            return (self.pain,) if self.diagram.nodes else ()
        return tuple(why.id for why in self.chain.below.get(element, ()))

    def above(self, element: Id) -> Id:
        return self.chain.parent.get(element, "")

    def neighbour(self, element: Id, way: Way) -> Id | None:
        chain = self.chain
        if way == "up":
            return chain.parent.get(element)
        if way == "down":
            return next(iter(self.below(element)), None)
        here = self.rect_of(element)
        row = [block for block in self.diagram.nodes if block.y == here.y]
        row.sort(key=lambda block: block.x)
        ids = [block.element for block in row]
        at = ids.index(element) + (1 if way == "right" else -1)
        return ids[at] if 0 <= at < len(ids) else None

    def shift(self, element: Id, way: Way) -> None:
        """Reorder to the left and right; up and down put it a level higher or deeper."""
        chain = self.chain
        if element not in chain.parent:
            return
        parent = chain.parent[element]
        ids = [why.id for why in chain.siblings(element)]
        at = ids.index(element)
        match way:
            case "left" | "right":
                to = at + (1 if way == "right" else -1)
                if 0 <= to < len(ids):
                    self._move(element, parent, to)
            case "up" if parent != self.pain:
                beside = [why.id for why in chain.siblings(parent)]
                self._move(element, chain.parent[parent], beside.index(parent) + 1)
            case "down" if at > 0:
                self._move(element, ids[at - 1], None)

    def enter(self, element: Id, *, beside: bool) -> None:
        self.ask(element, beside=beside)

    def delete(self, element: Id) -> None:
        chain = self.chain
        if element not in chain.parent:
            self.hint.emit(tr("The pain point itself is deleted on the map."))
            return
        beside = [why.id for why in chain.siblings(element) if why.id != element]
        at = [why.id for why in chain.siblings(element)].index(element)
        left = beside[min(at, len(beside) - 1)] if beside else chain.parent[element]
        if self.session.attempt(Delete((element,))):
            self.select(left)

    # --- dragging

    def drag_to(self, element: Id, start: QPointF, at: QPointF) -> None:
        block = self.diagram.node_of[element]
        self._held = block._replace(x=block.x + at.x() - start.x(), y=block.y + at.y() - start.y())
        self._target = self._target_at(element, at)

    def drop(self, element: Id, start: QPointF, at: QPointF) -> None:
        target = self._target_at(element, at)
        if target is not None:
            self._move(element, target[0] or self.pain, target[1])

    def drag_over(self) -> None:
        self._held = self._target = None

    def marks(self) -> tuple[Block, ...]:
        if self._held is None:
            return ()
        found: tuple[Block, ...] = ()
        if self._target is not None:
            x, y, width, height = self._target[2]
            stroke = Stroke(self.chrome.accent, 2.5)
            shape = (
                Box(Rect(0, 0, width, height), stroke=stroke, radius=8)
                if width
                else (Line(0, 0, 0, height, stroke))
            )
            found = (Block("", "target", x, y, Drawing(width, height, (shape,))),)
        return (*found, self._held)

    def _target_at(self, element: Id, at: QPointF) -> _Target | None:
        """Return where a drop would put an answer; nowhere below itself."""
        over, chain = self.diagram.node_at(at.x(), at.y()), self.chain
        if element not in chain.parent or over is None or chain.holds_below(element, over):
            return None
        rect = self.rect_of(over)
        share = (at.x() - rect.x) / rect.width
        if over == self.pain or _SIDE <= share <= 1 - _SIDE:
            return over, None, rect.grown(4)
        after = share > 0.5
        siblings = [why.id for why in chain.siblings(over) if why.id != element]
        edge = Rect(rect.right + 10 if after else rect.x - 10, rect.y, 0, rect.height)
        return chain.parent[over], siblings.index(over) + after, edge

    # --- inside

    def _move(self, element: Id, parent: Id, index: int | None) -> None:
        above = None if parent == self.pain else parent
        if self.session.attempt(MoveWhy(element, above, index)):
            self.select(element)

    def _go_on(self, leaving: str, element: Id) -> None:
        if leaving in ("below", "beside"):
            self.ask(element, beside=leaving == "beside")
            return
        ids = list(self.in_reading_order())
        if element in ids:
            to = ids.index(element) + (1 if leaving == "next" else -1)
            self.select(ids[min(max(to, 0), len(ids) - 1)])
