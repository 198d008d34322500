"""A facilitator at the program: mouse, keys, and what was saved last."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Self

from window.screen import Hands, Screen, Spot, wait_until
from window.twin import Twin

from cjeditor.app.settings import SettingsFile, settings_path
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

    def __init__(self, screen: Screen, file: Path, twin: Twin, *arguments: Path) -> None:
        self.file = file
        settings = Path(screen.environment["XDG_CONFIG_HOME"]) / "cjeditor" / settings_path().name
        SettingsFile(settings).change(motion="off")  # what glides is not yet where the twin has it
        self.process = screen.start(*arguments)
        self.screen = screen
        title = f"{file.stem if arguments else 'Untitled map'} – CJ Editor"
        self.hands = Hands(screen, screen.window(title))
        self.twin = twin
        self.journey = Map()

    @classmethod
    def on_empty_map(cls, screen: Screen, file: Path, twin: Twin) -> Self:
        """Start the program with a file that holds no stages and no lanes."""
        cjm.save(Map(scope=Scope(language="en")), file)
        made = cls(screen, file, twin, file)
        made.save()
        return made

    def press_save(self) -> None:
        self.hands.keys("ctrl+s")

    def press_fit(self) -> None:
        self.hands.keys("ctrl+1")

    def save(self) -> Map:
        """Save the map, show all of it, and return it."""
        return self.saved_by(self.press_save)

    def saved_by(self, act: Callable[[], object]) -> Map:
        """Do what saves the map, show all of it, and return it."""
        before = self._stamp()
        act()
        wait_until(lambda: self._stamp() != before, "the saved file")
        self.press_fit()
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

    def _stamp(self) -> tuple[int, int] | None:
        """Return what changes when the file is written; None as long as there is none."""
        try:
            found = self.file.stat()
        except FileNotFoundError:
            return None
        return found.st_ino, found.st_mtime_ns


def _with_title(records: Iterable[Stage | Step | Lane], title: str) -> Id:
    return next(each.id for each in records if each.title == title)
