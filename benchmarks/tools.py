"""The whole window with a tool in front, 5,000 cards: from an edit to its painting, 1920 × 1080.

Every edit is one of the tool's own and is taken back again. Besides that the longest work that
follows it, for which nobody waits.
"""

import os
import random
import statistics
import sys
import tempfile
from itertools import cycle, islice

from benchmarks.maps import sized
from benchmarks.measure import Row, report
from benchmarks.room import Room
from cjeditor.edits.channels import MoveToChannel
from cjeditor.edits.edit import Edit
from cjeditor.edits.owners import GiveOwner
from cjeditor.edits.ratings import RateOpportunities
from cjeditor.edits.records import SetField
from cjeditor.kinds.card import Card
from cjeditor.kinds.fields import CHANNELS
from cjeditor.model.empathy import EMPATHY_FIELDS, EmpathyNote
from cjeditor.model.flows import Flow, FlowArrow, FlowNode
from cjeditor.model.map import Map
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.records import Evidence, Persona
from cjeditor.model.whys import Why

MOST = 50
"""Milliseconds from an edit to its painting, and of one piece of work that follows."""

_TIMES = 24
_OWNERS = ("IT", "Front office", "Marketing", "Logistics", "Finance", "Housekeeping", "")


def with_kit(journey: Map) -> Map:
    """Return *journey* with as much beside it as a large project has."""
    chance = random.Random(3)
    records: list[object] = [
        Persona(id=f"who{n}", order=f"a{n}", name=f"Who {n}") for n in range(6)
    ]
    records += [
        Evidence(id=f"source{n}", order=f"a{n:04}V", title=f"Interview {n}", respondents=n)
        for n in range(200)
    ]
    for n in range(240):
        field = chance.choice(tuple(EMPATHY_FIELDS))
        records.append(
            EmpathyNote(
                id=f"note{n}", persona=f"who{n % 6}", order=f"a{n:04}V", field=field,
                text=f"It takes far too long, said number {n}", evidence=(f"source{n % 200}",),
            )
        )  # fmt: skip
    cards = list(journey.cards.values())
    records += [_filled(card, chance) for card in cards]
    pains = [card.id for card in cards if card.kind == "pain"][:40]
    for n, pain in enumerate(pains):
        for deep in range(6):
            parent = f"why{n}-{deep - 1}" if deep else None
            records.append(Why(id=f"why{n}-{deep}", pain=pain, parent=parent, text="Nobody asked"))
        records.append(Flow(id=f"flow{n}", order=f"a{n:04}V", about=pain, title=f"Flow {n}"))
        for at in range(12):
            records.append(FlowNode(id=f"n{n}-{at}", flow=f"flow{n}", text="Reads it", y=90.0 * at))
        for at in range(11):
            ends = f"n{n}-{at}", f"n{n}-{at + 1}"
            records.append(FlowArrow(id=f"r{n}-{at}", source=ends[0], target=ends[1]))
    for n in range(30):
        about = journey.ordered_steps[n].id
        records.append(Metric(id=f"m{n}", order=f"a{n:04}V", about=about, kind="nps", name="NPS"))
        for month in range(1, 13):
            records.append(
                Figure(
                    id=f"f{n}-{month}", metric=f"m{n}", date=f"2026-{month:02}-01", value=20.0 + n
                )
            )
    return journey.put(*records)  # type: ignore[arg-type]


def _filled(card: Card, chance: random.Random) -> Card:
    """Return *card* with owner, channels, ratings and sources, where its kind has them."""
    has = type(card).model_fields
    values: dict[str, object] = {}
    if chance.random() < 0.4:
        values |= {"evidence": (f"source{chance.randrange(200)}",), "strength": "heard"}
    if "owner" in has:
        values["owner"] = chance.choice(_OWNERS)
    if "channels" in has:
        values["channels"] = (chance.choice(tuple(CHANNELS)),)
    if "impact" in has and chance.random() < 0.8:
        values |= {"impact": chance.randint(1, 5), "effort": chance.randint(1, 5)}
        values["due"] = "2026-12-01"
    if "severity" in has:
        values["severity"] = chance.randint(1, 5)
    return card.replace(**values)


def edits_of(journey: Map) -> dict[str, tuple[str, Edit]]:
    """Return for each tool what is in its hands, and an edit of it."""
    first = {kind: _first(journey, kind) for kind in ("pain", "opportunity", "touchpoint")}
    return {
        "personas": ("who1", SetField(("who1",), "needs", "Less paper")),
        "empathy": ("note1", SetField(("note1",), "text", "Far too long")),
        "whys": ("why0-2", SetField(("why0-2",), "text", "Nobody has asked for it")),
        "flows": ("n0-3", SetField(("n0-3",), "text", "Reads it once more")),
        "metrics": ("m3", SetField(("f3-12",), "value", 12.0)),
        "evidence": ("source3", SetField(("source3",), "title", "Interview with a nurse")),
        "priorities": (first["opportunity"], RateOpportunities((first["opportunity"],), 2, 5)),
        "departments": (first["touchpoint"], GiveOwner((first["touchpoint"],), "Press")),
        "actions": (first["opportunity"], SetField((first["opportunity"],), "status", "done")),
        "channels": (first["touchpoint"], MoveToChannel((first["touchpoint"],), "other")),
        "check": (first["pain"], SetField((first["pain"],), "text", "Far too slow")),
    }


def _first(journey: Map, kind: str) -> str:
    return next(card.id for card in journey.reading_order() if card.kind == kind)


def measure(cards: int) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:  # the user's own settings stay out of it
        os.environ |= {f"XDG_{name}_HOME": folder for name in ("CONFIG", "STATE", "DATA")}
        room = Room(cards, 0, with_kit(sized(cards)))
        rows = []
        for tool, (record, edit) in edits_of(room.view.session.journey).items():
            frame, after = _cost(room, tool, record, edit)
            rows.append(_row(f"tool {tool}, edit to painted", cards, frame))
            rows.append(_row(f"tool {tool}, longest work after it", cards, after))
    return rows


def _cost(room: Room, tool: str, record: str, edit: Edit) -> tuple[float, float]:
    """Return the median of edits with a tool in front, and the longest work after one."""
    session = room.view.session
    assert room.window.workspace is not None
    room.window.workspace.tools.go_to(record, tool)
    room.settle()
    frames, after = [], []
    for change in islice(cycle([lambda: session.do(edit), session.undo_stack.undo]), _TIMES):
        frames += room.frames([change])
        after.append(room.longest_after(0.25))
    return statistics.median(frames[4:]), statistics.median(after[4:])


def _row(what: str, cards: int, cost: float) -> Row:
    return Row(what, cards, cost, target=f"≤ {MOST} ms", met=cost <= MOST)


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
