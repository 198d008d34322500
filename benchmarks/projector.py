"""The projector beside the editor, 1920 × 1080 each: how long the window is busy with opening it,
and what a letter costs on it that is typed in the editor.
"""

import sys
import time
from collections.abc import Callable

from benchmarks.measure import Row, report
from benchmarks.screen import Screen
from cjeditor.canvas.projector.view import ProjectorView
from cjeditor.edits.edit import Edit
from cjeditor.edits.records import SetField
from cjeditor.edits.scope import SetScope

BUSY, LETTER = 50, 5
"""Milliseconds of one piece of work, and of a letter until it is painted."""

_TEXT = " and then this goes on for some more words"


def measure(cards: int) -> list[Row]:
    screen = Screen(cards)
    longest, whole, view = _open(screen)
    rows = [
        Row("projector, longest work while it opens", cards, longest, target=f"≤ {BUSY} ms",
            met=longest <= BUSY),
        Row("projector, open and painted", cards, whole),
    ]  # fmt: skip
    for what, edit in _texts(screen).items():
        cost = _letter(screen, edit)
        name = f"projector, a letter of {what} typed in the editor"
        rows.append(Row(name, cards, cost, target=f"≤ {LETTER} ms", met=cost <= LETTER))
    view.close()
    return rows


def _open(screen: Screen) -> tuple[float, float, ProjectorView]:
    """Return the longest and the whole work in milliseconds, and the view."""
    works = []

    def do(work: Callable[[], object]) -> object:
        begin = time.thread_time()
        done = work()
        works.append((time.thread_time() - begin) * 1000)
        return done

    view = do(lambda: ProjectorView(screen.session, screen.view.look, editor=screen.view))
    assert isinstance(view, ProjectorView)
    view.resize(1920, 1080)
    do(view.show)
    for _turn in range(200):
        do(screen.application.processEvents)
    return max(works), sum(works), view


def _texts(screen: Screen) -> dict[str, Callable[[str], Edit]]:
    journey = screen.session.journey
    card, step = journey.reading_order()[0], journey.ordered_steps[0]
    return {
        "a card": lambda text: SetField((card.id,), "text", card.text + text),
        "a step": lambda text: SetField((step.id,), "title", step.title + text),
        "the title": lambda text: SetScope("title", journey.scope.title + text),
    }


def _letter(screen: Screen, edit: Callable[[str], Edit]) -> float:
    session = screen.session
    texts = [_TEXT[:end] for end in range(1, len(_TEXT))]
    changes = [lambda text=text: session.try_out(edit(text)) for text in texts]
    screen.frames(changes)
    cost = screen.frames(changes)
    session.try_out(None)
    screen.settle()
    return cost


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
