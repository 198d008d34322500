"""Where the selected cards stand, as fields: the way to move them without dragging."""

from collections.abc import Sequence
from operator import attrgetter

from PySide6.QtWidgets import QGridLayout, QWidget

from cjeditor.core.ids import Id
from cjeditor.core.words import mark, tr
from cjeditor.edits.cards import ConvertCards, MoveCards, SpanCard
from cjeditor.edits.several import Several
from cjeditor.kinds.card import Card
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.model.map import Map
from cjeditor.panels import options
from cjeditor.panels.choice_fields import ChoiceEditor
from cjeditor.panels.editor import Change
from cjeditor.panels.form import CAPTION_GAP, captioned
from cjeditor.panels.labels import one_line
from cjeditor.panels.options import Option, Options
from cjeditor.panels.side_by_side import SideBySide
from cjeditor.panels.writing import Ids
from cjeditor.session.session import Session


class KindPart(QWidget):
    """The kind of the selected cards; another choice converts them."""

    def __init__(self, session: Session, ids: Ids) -> None:
        super().__init__()
        self._editor = ChoiceEditor(lambda _map: options.card_kinds())
        self._editor.name(tr("Kind"))
        self._editor.edited.connect(
            lambda change: session.attempt(ConvertCards(ids(), change(None)))
        )
        _stack(self, captioned(tr("Kind"), self._editor))

    def show_cards(self, cards: Sequence[Card], journey: Map) -> None:
        self._editor.show_map(journey)
        self._editor.show_values([card.kind for card in cards])

    def focus(self) -> None:
        self._editor.setFocus()

    def has_keyboard(self) -> bool:
        inner = self._editor.focusProxy()
        return inner is not None and inner.hasFocus()


class PlacePart(SideBySide):
    """Step, last step and lane of the selected cards; another choice moves them."""

    def __init__(self, session: Session, ids: Ids) -> None:
        super().__init__()
        self._session = session
        self._ids = ids
        self._step = self._choice(options.steps, mark("Stage / step"), self._move_to_step)
        self._last = self._choice(options.steps_alone, mark("Until"), self._span_to)
        self._lane = self._choice(_card_lanes, mark("Lane"), self._move_to_lane)
        self._step.half = False
        captions = ((self._step, "Stage / step"), (self._last, "Until"), (self._lane, "Lane"))
        self.hold([(captioned(tr(text), editor), editor) for editor, text in captions])

    def show_cards(self, cards: Sequence[Card], journey: Map) -> None:
        for editor, field in (
            (self._step, "first_step"),
            (self._last, "last_step"),
            (self._lane, "lane"),
        ):
            editor.show_map(journey)
            editor.show_values(list(map(attrgetter(field), cards)))
        self.place()

    def _choice(self, source: options.Source, label: str, write: object) -> ChoiceEditor:
        editor = ChoiceEditor(source)
        editor.name(tr(label))
        editor.edited.connect(write)
        return editor

    def _cards(self) -> list[Card]:
        found = self._session.journey.cards
        return [found[each] for each in self._ids() if each in found]

    def _move_to_step(self, change: Change) -> None:
        step = change(None)
        by_lane: dict[Id, list[Id]] = {}
        for card in self._cards():
            by_lane.setdefault(card.lane, []).append(card.id)
        moves = tuple(MoveCards(tuple(ids), lane, step) for lane, ids in by_lane.items())
        self._session.attempt(moves[0] if len(moves) == 1 else Several(moves, moves[0].label))

    def _move_to_lane(self, change: Change) -> None:
        lane = change(None)
        by_step: dict[Id, list[Id]] = {}
        for card in self._cards():
            by_step.setdefault(card.first_step, []).append(card.id)
        moves = tuple(MoveCards(tuple(ids), lane, step) for step, ids in by_step.items())
        self._session.attempt(moves[0] if len(moves) == 1 else Several(moves, moves[0].label))

    def _span_to(self, change: Change) -> None:
        last = change(None)
        column = self._session.journey.column_of
        spans = tuple(
            SpanCard(card.id, min(card.first_step, last, key=column.__getitem__), last)
            for card in self._cards()
        )
        self._session.attempt(spans[0] if len(spans) == 1 else Several(spans, spans[0].label))


def _card_lanes(journey: Map) -> Options:
    lanes: dict[str, Option] = {}
    for lane in journey.ordered_lanes:
        kind = kind_of_lane(lane)
        if kind.card(lane) is not None:
            lanes[lane.id] = Option(one_line(lane.title) or tr(kind.label))
    return lanes


def _stack(frame: QWidget, widget: QWidget) -> None:
    grid = QGridLayout(frame)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setSpacing(CAPTION_GAP)
    grid.addWidget(widget)
