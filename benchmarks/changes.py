"""What is different between maps, and three of them joined."""

import sys

from benchmarks.maps import sized
from benchmarks.measure import Row, cpu, report
from cjeditor.changes.compare import compare
from cjeditor.changes.merge import merge
from cjeditor.edits.cards import AddCard
from cjeditor.edits.records import Delete, SetField
from cjeditor.files import cjm
from cjeditor.model.map import Map

COMPARE, MERGE = 2.0, 100.0
"""Milliseconds, whatever the size of the map."""


def measure(cards: int) -> list[Row]:
    base = cjm.loads(cjm.dumps(sized(cards)))
    again = cjm.loads(cjm.dumps(base))
    one = SetField(("card5",), "text", "Other").apply(base)
    mine, theirs = _edited(base, 0, "mine"), _edited(base, 70, "theirs")
    read = cjm.loads(cjm.dumps(theirs))
    found = cpu(lambda: compare(base, one))
    joined = cpu(lambda: merge(base, mine, theirs))
    return [
        _row("compare with one card edited", cards, found, COMPARE),
        Row("compare with the same map read anew", cards, cpu(lambda: compare(base, again))),
        _row("merge, 100 edits on either side", cards, joined, MERGE),
        Row("merge, theirs read anew", cards, cpu(lambda: merge(base, mine, read))),
    ]


def _edited(journey: Map, first: int, name: str) -> Map:
    """Change 60 cards from number *first* on, add 30 and delete 10."""
    lane, step = journey.ordered_lanes[1].id, journey.ordered_steps[first % 3].id
    for number in range(60):
        journey = SetField((f"card{first + number}",), "text", name).apply(journey)
    for number in range(30):
        journey = AddCard(lane, step, "note", name, None, f"{name}{number}").apply(journey)
    return Delete(tuple(f"card{first + 60 + number}" for number in range(10))).apply(journey)


def _row(what: str, cards: int, value: float, limit: float) -> Row:
    return Row(what, cards, value, target=f"≤ {limit:g} ms", met=value <= limit)


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
