"""From a keystroke's edit to its painting, at 100 %: it grows with the touched cells only."""

import sys

from benchmarks.measure import Row, report
from benchmarks.screen import Screen
from cjeditor.edits.records import SetField

LIMIT = 30
AT = 2_000


def measure(cards: int) -> list[Row]:
    screen = Screen(cards)
    screen.view.zoom_to(1.0)
    card = screen.session.journey.reading_order()[0]
    rect = screen.view.rect_of(card.id)
    screen.view.centerOn(rect.x, rect.y)
    screen.settle()
    texts = [card.text + " and more" * (number % 3) for number in range(30)]
    cost = screen.frames(
        [
            lambda text=text: screen.session.do(SetField((card.id,), "text", text), "typing")
            for text in texts
        ]
    )
    tied = cards == AT
    return [
        Row(
            "edit to painted", cards, cost,
            target=f"≤ {LIMIT} ms" if tied else "", met=cost <= LIMIT if tied else None,
        )
    ]  # fmt: skip


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
