"""The real program is killed while somebody types: what is older than a second comes back.

`make soak` does it a thousand times. A number that is printed with a failure makes the same
keys and pauses again: `CJEDITOR_KILLS=number`.
"""

import ctypes.util
import os
import random
import string
import time
from pathlib import Path

import pytest
from maps import small_map
from soak import often
from window.keyboard import Keyboard
from window.recovered import found
from window.screen import PATIENCE, Hands

from cjeditor.files import cjm
from cjeditor.model.map import Map

pytestmark = [
    pytest.mark.window,
    pytest.mark.soak,
    pytest.mark.skipif(not ctypes.util.find_library("Xtst"), reason="needs libXtst"),
]
PARTS = 4
KILLS = often(20, 1_000) // PARTS
PROMISED = 1.0
"""Seconds after which what was typed is safe."""

LONGEST = 3.0
"""Seconds of typing before a kill."""

LENGTHS = 6, 80
"""Letters of a card's text; the last are still being typed when the program is killed."""

TITLE = r"bicycle\*? – CJ Editor"
BEFORE = small_map()


class Trial:
    """One program that is started, typed into, and killed.

    Attributes:
        sent: Each key as it was typed, and when; a line is a card.
    """

    def __init__(self, screen, folder: Path, number: int) -> None:
        self._screen = screen
        self._random = random.Random(number)
        self._file = folder / "bicycle.cjm"
        self.sent: list[tuple[str, float]] = []
        folder.mkdir()
        screen.environment["XDG_DATA_HOME"] = str(folder / "data")
        cjm.save(BEFORE, self._file)

    def run(self, keyboard: Keyboard) -> str:
        """Type until the kill, and return what is wrong; nothing if all is well."""
        process = self._screen.start(self._file)
        self._screen.do("search", "--sync", "--onlyvisible", "--name", TITLE)  # asks seldom
        hands = Hands(self._screen, self._screen.window(TITLE))
        hands.keys("ctrl+g")
        hands.type("a1", "Return")
        self._screen.window(TITLE)
        end = time.monotonic() + self._random.uniform(0.1, LONGEST)
        self._type(keyboard, end)
        process.kill()
        killed = time.monotonic()
        process.wait(PATIENCE)
        return self._judged(killed)

    def _type(self, keyboard: Keyboard, end: float) -> None:
        left = self._random.choice(LENGTHS)
        while time.monotonic() < end:
            key = self._random.choice(string.ascii_lowercase) if left else "\n"
            left = left - 1 if left else self._random.choice(LENGTHS)
            self.sent.append((key, keyboard.press(key)))
            if self._random.random() < 0.01:
                keyboard.press("s", ctrl=True)
            time.sleep(min(self._random.expovariate(25), max(end - time.monotonic(), 0)))

    def _judged(self, killed: float) -> str:
        maps = [each.journey for each in found(self._screen.data)] or [cjm.load(self._file)]
        (journey,) = maps
        if journey is None:
            return "what is left cannot be read"
        typed = "".join(key for key, _when in self.sent)
        safe = "".join(key for key, when in self.sent if when < killed - PROMISED).rstrip("\n")
        back = written(journey)
        if typed.startswith(back) and len(back) >= len(safe):
            return ""
        return f"came back {back!r}, typed {typed!r}, of which must {safe!r}"


def written(journey: Map) -> str:
    """Return the texts of the new cards, one below the other."""
    new = [card for card in journey.cards.values() if card.id not in BEFORE.cards]
    return "\n".join(card.text for card in sorted(new, key=lambda card: card.order))


@pytest.mark.parametrize("part", range(PARTS))
def test_what_was_typed_a_second_before_a_kill_comes_back(screen, tmp_path, part, record_property):
    begin = int(os.environ.get("CJEDITOR_KILLS", "0")) or random.randrange(1_000_000)
    wrong, keys = [], 0
    with Keyboard(screen.environment["DISPLAY"]) as keyboard:
        for number in range(begin, begin + KILLS):
            trial = Trial(screen, tmp_path / f"{number}", number)
            told = trial.run(keyboard)
            keys += len(trial.sent)
            if told:
                wrong.append(f"{number}: {told}")

    record_property("kills", KILLS)
    record_property("keys", keys)
    assert keys > KILLS
    assert wrong == []
