"""A facilitator at the program: mouse, keys, and what was saved last."""

from collections.abc import Iterable
from pathlib import Path

from window.screen import Hands, Screen, Spot, wait_until
from window.twin import Twin

from cjeditor.core.ids import Id
from cjeditor.files import cjm
from cjeditor.kinds.emotion_lane import y_of
from cjeditor.kinds.lane import Lane
from cjeditor.model.map import Map
from cjeditor.model.records import Scope, Stage, Step


class Workshop:
    """A facilitator at the program; knows the map as it was saved last.

    Attributes:
        journey: As saved last; its sheet is fitted into the window.
    """

    def __init__(self, screen: Screen, file: Path, twin: Twin) -> None:
        cjm.save(Map(scope=Scope(language="en")), file)
        self.file = file
        self.process = screen.start(file)
        self.screen = screen
        self.hands = Hands(screen, screen.window("map – CJ Editor"))
        self.twin = twin
        self.journey = self.save()

    def save(self) -> Map:
        """Save the map, show all of it, and return it."""
        before = self._stamp()
        self.hands.keys("ctrl+s")
        wait_until(lambda: self._stamp() != before, "the saved file")
        self.hands.keys("ctrl+1")
        self.journey = cjm.load(self.file)
        self.twin.show(self.journey)
        return self.journey

    def stage(self, title: str) -> Id:
        return _with_title(self.journey.stages.values(), title)

    def step(self, title: str) -> Id:
        return _with_title(self.journey.steps.values(), title)

    def lane(self, title: str) -> Id:
        return _with_title(self.journey.lanes.values(), title)

    def card(self, text: str) -> Id:
        return next(each.id for each in self.journey.cards.values() if each.text == text)

    def cell(self, lane: str, step: str, across: float = 0.5, down: float = 0.5) -> Spot:
        return self.twin.cell(self.lane(lane), self.step(step), across, down)

    def at_card(self, text: str, across: float = 0.5, down: float = 0.5) -> Spot:
        return self.twin.element(self.card(text), across, down)

    def feeling(self, step: str, value: float) -> Spot:
        return self.twin.height(self.lane("Mood"), self.step(step), y_of(value))

    def titles(self) -> list[str]:
        return [stage.title for stage in self.journey.ordered_stages]

    def texts(self) -> set[str]:
        return {card.text for card in self.journey.cards.values()}

    def _stamp(self) -> tuple[int, int]:
        found = self.file.stat()
        return found.st_ino, found.st_mtime_ns


def _with_title(records: Iterable[Stage | Step | Lane], title: str) -> Id:
    return next(each.id for each in records if each.title == title)
