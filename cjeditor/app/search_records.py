"""What the search box can find: the map's parts and the records of its tools."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from math import inf
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtGui import QIcon, QPalette

from cjeditor.app.search_findings import Finding, Image, symbol
from cjeditor.core.ids import Id
from cjeditor.core.words import Language, interface, tr, trn
from cjeditor.kinds.card import Card
from cjeditor.kinds.registry import CardKind, kind_of_card, kind_of_lane
from cjeditor.model.filtering import folded
from cjeditor.model.map import Map
from cjeditor.model.naming import (
    about_name,
    flow_name,
    lane_name,
    stage_name,
    step_name,
    step_title,
)
from cjeditor.model.records import SavedView
from cjeditor.panels.icons import coloured, seen
from cjeditor.panels.labels import one_line

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace


class MapFindings:
    """The findings of the map as it is; made bit by bit beforehand, or when they are asked for."""

    def __init__(self, space: Workspace) -> None:
        self._space = space
        self._of: tuple[Map, Language] | None = None
        self._found: list[Finding] = []
        self._cards: dict[Id, tuple[Card, Finding]] = {}
        self._known: dict[Id, tuple[Card, Finding]] = {}
        self._waiting: Iterator[Card] = iter(())

    def all(self) -> list[Finding]:
        """Return what can be found, small tables before the cards in reading order."""
        self.prepare(inf)
        return self._found

    def prepare(self, end: float) -> bool:
        """Make findings until *end* by the clock; tell whether all are there.

        Those of cards that have not changed are the ones from before.
        """
        here = self._space.session.journey, interface().language
        if self._of is None or self._of[0] is not here[0] or self._of[1] != here[1]:
            self._of = here
            self._begin(here[0])
        for card in self._waiting:
            if card.text.strip():
                before = self._known.get(card.id)
                made = before if before and before[0] is card else (card, self._of_card(card))
                self._cards[card.id] = made
                self._found.append(made[1])
            if monotonic() > end:
                return False
        self._known = {}
        return True

    def _begin(self, journey: Map) -> None:
        others = (
            _columns, _lanes, _personas, _empathy, _views, _evidence, _metrics, _comments, _whys,
            _flows,
        )  # fmt: skip
        self._found = [each for find in others for each in find(self._space)]
        self._known, self._cards = {**self._known, **self._cards}, {}
        self._waiting = iter(journey.reading_order())

    def _of_card(self, card: Card) -> Finding:
        text = one_line(card.text)
        return Finding(
            text[:120],
            (folded(text),),
            _card_image(kind_of_card(card)),
            partial(_place, self._space, card.id),
            partial(self._space.go_to, card.id),
        )


def _card_image(kind: CardKind) -> Image:
    def draw(palette: QPalette) -> QIcon:
        return coloured(kind.symbol, seen(kind.full, palette))

    return draw


def _place(space: Workspace, element: Id) -> str:
    """Return what a card is and where: "Pain point · Purchase / Pay"."""
    journey = space.session.journey
    card = journey.cards[element]
    step = step_name(journey, card.first_step, interface())
    return f"{tr(kind_of_card(card).label)} · {step}"


def _part(space: Workspace, element: Id, text: str, image: str, note: str) -> Finding:
    """Return the finding of a record that is selected when it is chosen."""
    go = partial(space.go_to, element)
    return Finding(text, (folded(text),), symbol(image), lambda: note, go)


def _columns(space: Workspace) -> Iterator[Finding]:
    journey, words = space.session.journey, interface()
    for stage in journey.ordered_stages:
        name = stage_name(journey, stage.id, words)
        yield _part(space, stage.id, name, "layout-columns", tr("Stage"))
        for step in journey.steps_of[stage.id]:
            title = step_title(journey, step.id, words)
            note = tr("Step · {stage}").format(stage=name)
            yield _part(space, step.id, title, "stairs", note)


def _lanes(space: Workspace) -> Iterator[Finding]:
    journey = space.session.journey
    for lane in journey.ordered_lanes:
        name = lane_name(journey, lane.id, interface())
        yield _part(space, lane.id, name, kind_of_lane(lane).symbol(lane), tr("Lane"))


def _personas(space: Workspace) -> Iterator[Finding]:
    for persona in space.session.journey.ordered_personas:
        name = one_line(persona.name)
        if name:
            yield _part(space, persona.id, name, "user", tr("Persona"))


def _empathy(space: Workspace) -> Iterator[Finding]:
    journey = space.session.journey
    for persona in journey.ordered_personas:
        note = f"{tr('Empathy note')} · {one_line(persona.name) or tr('Nameless persona')}"
        for each in journey.empathy_of.get(persona.id, ()):
            text = one_line(each.text)
            if text:
                yield _part(space, each.id, text[:120], "user-heart", note)


def _views(space: Workspace) -> Iterator[Finding]:
    for view in space.session.journey.ordered_views:
        name = one_line(view.name)
        show = _view_shower(space, view)
        yield Finding(name, (folded(name),), symbol("bookmark"), lambda: tr("Saved view"), show)


def _view_shower(space: Workspace, view: SavedView) -> Callable[[], None]:
    def show() -> None:
        space.finding.start()
        space.finding.filtering.ask(view)
        space.view.setFocus()

    return show


def _evidence(space: Workspace) -> Iterator[Finding]:
    """Find the sources; choosing one selects the cards that it stands behind."""
    for source in space.session.journey.ordered_evidence:
        text = one_line(source.title)
        note, show = partial(_cited, space, source.id), partial(_show_cited, space, source.id)
        if text:
            yield Finding(text, (folded(text),), symbol("report-analytics"), note, show)


def _metrics(space: Workspace) -> Iterator[Finding]:
    """Find the metrics; choosing one goes to their page."""
    journey, words = space.session.journey, interface()
    for metric in journey.ordered_metrics:
        name = one_line(metric.name)
        place = one_line(about_name(journey, metric.about, words))
        note = tr("Metric · {place}").format(place=place)
        if name:
            yield _part(space, metric.id, name, "chart-line", note)


def _citing(space: Workspace, source: Id) -> list[Id]:
    return [card.id for card in space.session.journey.reading_order() if source in card.evidence]


def _cited(space: Workspace, source: Id) -> str:
    cards = trn("{n} card", "{n} cards", len(_citing(space, source)))
    return tr("Evidence · {cards}").format(cards=cards)


def _show_cited(space: Workspace, source: Id) -> None:
    cards = _citing(space, source)
    space.session.select(cards)
    space.view.motion.glide(space.view.show_focus)
    space.view.setFocus()


def _comments(space: Workspace) -> Iterator[Finding]:
    for about, comments in space.session.journey.comments_on.items():
        for comment in comments:
            text = one_line(comment.text)
            if text:
                yield _part(space, about, text[:120], "message", tr("Comment"))


def _whys(space: Workspace) -> Iterator[Finding]:
    for why in space.session.journey.whys.values():
        text = one_line(why.text)
        if text:
            yield _part(space, why.id, text[:120], "zoom-question", tr("Five whys"))


def _flows(space: Workspace) -> Iterator[Finding]:
    journey = space.session.journey
    for flow in journey.ordered_flows:
        name = flow_name(journey, flow.id, interface())
        yield _part(space, flow.id, name[:120], "sitemap", tr("User flow"))
        for node in journey.flow_nodes_of.get(flow.id, ()):
            text = one_line(node.text)
            if text:
                yield _part(space, node.id, text[:120], "sitemap", tr("User flow"))
