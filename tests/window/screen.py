"""A virtual screen with a window manager on it, and hands that use its mouse and keys."""

import os
import re
import select
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Self, TypeVar

T = TypeVar("T")
Spot = tuple[int, int]
"""Pixels from the top left corner of the window's content."""

NEEDED = ("Xvfb", "openbox", "xdotool")
MISSING = tuple(name for name in NEEDED if shutil.which(name) is None)

PROJECT = Path(__file__).resolve().parents[2]
SIZE = "1700x1080x24"
PATIENCE = 60.0
"""Seconds after which what is waited for does not come any more."""

_PAUSE = 0.02
_DOUBLE_CLICK = 10
"""Pixels; two presses that are nearer may be taken for one double click."""

_RULES = """<?xml version="1.0" encoding="UTF-8"?>
<openbox_config xmlns="http://openbox.org/3.4/rc">
  <focus><focusNew>yes</focusNew><followMouse>no</followMouse></focus>
  <mouse><context name="Desktop"></context></mouse>
</openbox_config>
"""
"""The window manager's: it takes neither keys nor clicks, and a new window gets the keyboard.

A click that it looks at first, to give the keyboard, comes after the keys that follow it.
"""

_GRAB = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication(sys.argv)
sys.exit(not application.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""


def wait_until(answer: Callable[[], T], what: str, patience: float = PATIENCE) -> T:
    """Return the first true *answer*; *what* says what is waited for."""
    end = time.monotonic() + patience
    while not (found := answer()):
        assert time.monotonic() < end, f"waited {patience:.0f} s in vain for {what}"
        time.sleep(_PAUSE)
    return found


class Screen:
    """A screen of its own that nobody sees; use it as a context manager.

    Attributes:
        environment: Of programs on this screen; home and settings lie in *folder*.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._ending = ExitStack()
        self.environment = {
            "HOME": str(folder),
            "PATH": os.environ["PATH"],
            "LANG": "en",
            "QT_QPA_PLATFORM": "xcb",
            "XDG_RUNTIME_DIR": str(folder),
        }
        for name in ("CONFIG", "DATA", "STATE", "CACHE"):
            self.environment[f"XDG_{name}_HOME"] = str(folder / name.lower())

    def __enter__(self) -> Self:
        with ExitStack() as undo:
            undo.push(self._ending)
            self.environment["DISPLAY"] = self._open_display()
            rules = self._folder / "openbox.xml"
            rules.write_text(_RULES, encoding="utf-8")
            self._run(["openbox", "--sm-disable", "--config-file", str(rules)])
            wait_until(lambda: self.ask("get_desktop"), "the window manager")
            undo.pop_all()
        return self

    def __exit__(self, *_error: object) -> None:
        self._ending.close()

    @property
    def data(self) -> Path:
        """Where programs on this screen have their data."""
        return Path(self.environment["XDG_DATA_HOME"]) / "cjeditor"

    def start(self, *arguments: str | Path, before: Sequence[str] = ()) -> subprocess.Popen[str]:
        """Start the program as a user does; it ends with the screen at the latest.

        Args:
            before: A command that starts it.
        """
        return self._run([*before, sys.executable, "-m", "cjeditor", *map(str, arguments)])

    def do(self, *commands: object) -> str:
        """Let xdotool do *commands*, and return what it says.

        A window that goes while it looks for another one ends a search; it looks again.
        """
        done = self._xdotool(commands)
        while commands[0] == "search" and "BadWindow" in done.stderr:
            done = self._xdotool(commands)
        assert done.returncode == 0, f"xdotool {commands}: {done.stderr}"
        return done.stdout

    def ask(self, *commands: object) -> str:
        """Return what xdotool answers, or "" where there is nothing."""
        done = self._xdotool(commands)
        return done.stdout if done.returncode == 0 else ""

    def window(self, title: str) -> str:
        """Wait until a window with *title*, a pattern, has the keyboard, and return its id."""

        def focused() -> bool:
            name = self.ask("getwindowfocus", "getwindowname").strip()
            return re.fullmatch(title, name) is not None

        wait_until(focused, f"a window “{title}” with the keyboard")
        return self.ask("getwindowfocus").strip()

    def size(self, window: str) -> tuple[int, int]:
        """Return width and height of a window in pixels."""
        told = self.do("getwindowgeometry", "--shell", window).split()
        said = dict(each.split("=") for each in told)
        return int(said["WIDTH"]), int(said["HEIGHT"])

    def grab(self, path: Path) -> None:
        """Write a picture of all that is to be seen."""
        command = [sys.executable, "-c", _GRAB, str(path)]
        subprocess.run(command, env=self.environment, check=True, timeout=PATIENCE)

    def wait_until_still(self) -> None:
        """Wait until nothing changes any more of what is to be seen, as a person does."""
        seen, now = self._folder / "seen.ppm", self._folder / "now.ppm"
        self.grab(seen)

        def is_still() -> bool:
            self.grab(now)
            before = seen.read_bytes()
            now.replace(seen)
            return seen.read_bytes() == before

        wait_until(is_still, "a screen on which nothing changes")

    def _xdotool(self, commands: Sequence[object]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["xdotool", *map(str, commands)],
            env=self.environment, capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip

    def _open_display(self) -> str:
        """Start a server on a free display, and return the display's name."""
        reading, writing = os.pipe()
        with os.fdopen(reading, "rb") as told:
            command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", SIZE, "-dpi", "96"]
            self._run([*command, "-nolisten", "tcp", "-noreset"], keep=writing)
            os.close(writing)
            ready, _, _ = select.select([told], [], [], PATIENCE)
            number = told.readline().decode().strip() if ready else ""
        assert number, "the virtual screen did not come up"
        return f":{number}"

    def _run(self, command: list[str], keep: int | None = None) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command, env=self.environment, cwd=PROJECT, text=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE,
            pass_fds=() if keep is None else (keep,),
        )  # fmt: skip
        self._ending.callback(_end, process)
        return process


def _end(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        process.kill()
    process.communicate(timeout=PATIENCE)


class Hands:
    """Mouse and keys, as a person uses them on one window.

    Attributes:
        strokes: Keys pressed until now; a chord is one, and texts are not counted.
    """

    def __init__(self, screen: Screen, window: str) -> None:
        self._screen = screen
        self._window = window
        self._pressed = (-100, -100)
        self._menus: list[str] = []
        self.strokes = 0

    def keys(self, *names: str) -> None:
        """Press keys one after the other: "ctrl+s", "F2", "Return"."""
        self.strokes += len(names)
        self._screen.do("key", *names)

    def type(self, text: str, *then: str) -> None:
        """Type *text*, and then press keys."""
        self._screen.do("type", "--delay", 4, "--", text)
        if then:
            self.keys(*then)

    def click(self, spot: Spot) -> None:
        self._screen.do(*self._press_at(spot), "click", 1)

    def right_click(self, spot: Spot) -> None:
        self._screen.do(*self._press_at(spot), "click", 3)

    def popped_up(self, act: Callable[[], object]) -> "Hands":
        """Do what opens a menu; return hands on that."""
        before = self._tops()
        act()
        menu = wait_until(lambda: self._tops() - before, "a menu").pop()
        self._menus.append(menu)
        return Hands(self._screen, menu)

    @contextmanager
    def through_menus(self) -> Iterator[None]:
        """Wait at the end until the menus that were opened are gone, as a person does.

        Keys that come while a menu still has the keyboard may go with it.
        """
        self._menus.clear()
        yield
        wait_until(lambda: self._tops().isdisjoint(self._menus), "the end of the menus")

    def double_click(self, spot: Spot) -> None:
        self._screen.do(*self._press_at(spot), "click", "--repeat", 2, "--delay", 30, 1)

    def drag(self, start: Spot, end: Spot) -> None:
        """Press at *start*, go to *end* in some steps, and release."""
        ways = [self._to(_between(start, end, part)) for part in (0.1, 0.4, 0.8, 1)]
        moves = [each for way in ways for each in way]
        self._screen.do(*self._press_at(start), "mousedown", 1, *moves, "mouseup", 1)

    def carry(self, start: Spot, end: Spot) -> None:
        """Drag something that the desktop carries: its picture hangs at the pointer."""
        before = self._tops()
        away = (start[0] + 30, start[1] + 30)
        self._screen.do(*self._press_at(start), "mousedown", 1, *self._to(away))
        wait_until(lambda: self._tops() - before, "the picture of what is dragged")
        near = _between(start, end, 0.9)
        self._screen.do(*self._to(near), *self._to(end), "mouseup", 1)
        wait_until(lambda: self._tops() <= before, "the end of the drag")

    def wheel(self, spot: Spot, notches: int, key: str) -> None:
        """Turn the wheel while *key* is held; up if *notches* is above 0."""
        button = 4 if notches > 0 else 5
        turn = ("click", "--repeat", abs(notches), "--delay", 10, button)
        self._screen.do(*self._to(spot), "keydown", key, *turn, "keyup", key)

    def _press_at(self, spot: Spot) -> tuple[object, ...]:
        """Go where the next press shall be; near the one before it were a double click."""
        way = max(abs(a - b) for a, b in zip(spot, self._pressed, strict=True))
        assert way > _DOUBLE_CLICK, f"choose another spot than {spot}, which was pressed just now"
        self._pressed = spot
        return self._to(spot)

    def _to(self, spot: Spot) -> tuple[object, ...]:
        return ("mousemove", "--window", self._window, *spot)

    def _tops(self) -> set[str]:
        """Return all windows that stand on the screen itself, not in another window."""
        return set(self._screen.ask("search", "--onlyvisible", "--maxdepth", 1, ".*").split())


def _between(start: Spot, end: Spot, part: float) -> Spot:
    x, y = (round(a + (b - a) * part) for a, b in zip(start, end, strict=True))
    return x, y
