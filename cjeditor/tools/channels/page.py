"""The tool Channels: touchpoints by channel, changes between them, and the sales funnel."""

from math import ceil
from typing import Any

from PySide6.QtCore import Qt

from cjeditor.core.ids import Id
from cjeditor.core.words import interface, tr
from cjeditor.edits.channels import MoveToChannel
from cjeditor.kinds.fields import CHANNELS
from cjeditor.kinds.look import Look
from cjeditor.layout.channel_chart import NO_CHANNEL, channel_chart, counted
from cjeditor.layout.chart import Chart
from cjeditor.layout.chips import Chips
from cjeditor.model.channels import switches, touchpoints_at
from cjeditor.model.funnel import funnel
from cjeditor.model.map import Map
from cjeditor.model.naming import stage_name, step_name
from cjeditor.panels.labels import plain, wrapped
from cjeditor.session.session import Session
from cjeditor.tools.chart_board import ChartBoard
from cjeditor.tools.chart_view import scrolled
from cjeditor.tools.tool import ToolPage


class _Board(ChartBoard):
    """As wide as its steps need, which may be more than the page has."""

    def lay_out(self) -> None:
        super().lay_out()
        self.setMinimumWidth(ceil(self.chart.width * self.scale))


class ChannelsPage(ToolPage):
    """The chart of the channels; touchpoints are dragged from one to another.

    Attributes:
        board: The chart.
        told: How often the channel changes.
    """

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._chips = Chips()
        self.board = _Board(
            session, self._plan, self._move, self._next, self._name, head=self._told_of
        )
        self.told = plain("", "strong")
        self._empty = wrapped("", "note")
        area = scrolled(self.board)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.body.addWidget(self.told)
        self.body.addWidget(self._empty)
        self.body.addWidget(area, 1)
        self.board.field_wanted.connect(self.field_wanted)
        self.board.told.connect(self.hint)
        self.setFocusProxy(self.board)

    def say(self) -> None:
        self.set_words(
            tr("Channels"),
            tr(
                "Where customer and company meet, step by step, beside the sales funnel. Drag a "
                "touchpoint to another channel, or move it with Alt and the arrow keys."
            ),
        )
        self.board.setAccessibleName(tr("Touchpoints by channel"))
        self._empty.setText(tr("The map has no touchpoint yet. Add them on the map."))
        self.board.lay_out()

    def follow(self) -> None:
        journey = self.session.journey
        self.board.show_map(journey)
        self.told.setText(_told(journey))
        has_any = bool(touchpoints_at(journey))
        self.told.setVisible(has_any)
        self._empty.setVisible(not has_any)

    def show_record(self, record: Id) -> None:
        super().show_record(record)
        self.board.show_selected()

    def _plan(self, journey: Map, width: float, _height: float, look: Look) -> Chart:
        return channel_chart(journey, width, look, self._chips)

    def _move(self, cards: tuple[Id, ...], place: tuple[Any, Id]) -> bool:
        return self.session.attempt(MoveToChannel(cards, place[0]))

    def _next(self, place: tuple[Any, Id], _dx: int, dy: int) -> tuple[Any, Id] | None:
        """Return the channel above or below, in the same step."""
        row, step = place
        rows = list(dict.fromkeys(each.key[0] for each in self.board.chart.places))
        number = rows.index(row) + dy
        return (rows[number], step) if 0 <= number < len(rows) else None

    def _name(self, place: tuple[Any, Id]) -> str:
        row, step = place
        name = tr(NO_CHANNEL if row is None else CHANNELS[row].label)
        journey = self.session.journey
        return f"{name}, {step_name(journey, step, interface())}" if step in journey.steps else name

    def _told_of(self, stage: Id) -> str:
        """Return "Register, sales funnel: Customer, 2 touchpoints, 1 pain point, 1 metric"."""
        journey, words = self.session.journey, interface()
        fact = next(each for each in funnel(journey) if each.stage == stage)
        parts = [stage_name(journey, stage, words)]
        if fact.funnel:
            parts.append(tr("sales funnel: {name}").format(name=fact.funnel))
        return ", ".join([*parts, *counted(fact, words)])


def _told(journey: Map) -> str:
    """Return in a line how often the channel changes, and how often the customer starts again."""
    found, words = switches(journey), interface()
    again = sum(each.restarts for each in found)
    parts = [words.count("{n} change of channel", "{n} changes of channel", len(found))]
    crossing = sum(each.crosses for each in found)
    if crossing:
        parts.append(
            words.count(
                "{n} between digital and physical", "{n} between digital and physical", crossing
            )
        )
    if again:
        parts.append(
            words.count(
                "the customer starts again {n} time", "the customer starts again {n} times", again
            )
        )
    return " · ".join(parts)
