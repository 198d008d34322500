"""A session in which a screen reader listens: its bus, and what it gets to know."""

import json
import os
import shutil
import subprocess
from contextlib import ExitStack
from pathlib import Path
from typing import Any, Self

from window.screen import PATIENCE, Screen, wait_until

PYTHON = "/usr/bin/python3"
"""The system's, for which Debian packs the library of screen readers."""

_PROGRAM = Path(__file__).with_name("screen_reader_program.py")
_LIBRARY = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"


def missing() -> list[str]:
    """Return the Debian packages that a screen reader lacks here."""
    found = [] if shutil.which("dbus-daemon") else ["dbus"]
    if not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").is_file():
        found.append("at-spi2-core")
    command = [PYTHON, "-c", _LIBRARY]
    asked = (
        subprocess.run(command, capture_output=True, check=False) if Path(PYTHON).exists() else None
    )
    if asked is None or asked.returncode:
        found += ["python3-gi", "gir1.2-atspi-2.0"]
    return found


class ScreenReader:
    """Listens on a screen, which gets a bus of its own; use it as a context manager."""

    def __init__(self, screen: Screen) -> None:
        self._screen = screen
        self._ending = ExitStack()

    def __enter__(self) -> Self:
        with ExitStack() as undo:
            undo.push(self._ending)
            self._screen.environment |= {
                "DBUS_SESSION_BUS_ADDRESS": self._open_bus(),
                "QT_ACCESSIBILITY": "1",
                "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            }
            self._program = self._run([PYTHON, str(_PROGRAM)])
            undo.pop_all()
        return self

    def __exit__(self, *_error: object) -> None:
        self._ending.close()

    def tree(self, name: str) -> dict[str, Any]:
        """Wait for a part whose name begins with *name*, and return it with all below it."""
        found: dict[str, Any] = wait_until(
            lambda: self._whole(self._ask({"tree": name})), f"“{name}”"
        )
        return found

    def knows(self, name: str) -> bool:
        """Tell whether there is a part whose name begins with *name* now."""
        return bool(self._whole(self._ask({"tree": name})))

    def act(self, name: str, action: str) -> None:
        """Do an action of the part whose name begins with *name*."""
        wait_until(lambda: self._ask({"act": [name, action]}) is True, f"{action} of “{name}”")

    def forget(self) -> None:
        """Forget what was told until now."""
        self._ask({"heard": None})

    def hears(self, kind: str, words: str) -> None:
        """Wait until something that begins with *words* is told: "focus" or "said"."""
        heard: list[list[str]] = []

        def told() -> bool:
            heard.extend(self._ask({"heard": None}))
            return any(each[0] == kind and each[1].startswith(words) for each in heard)

        try:
            wait_until(told, f"{kind} “{words}”")
        except AssertionError as error:
            raise AssertionError(f"{error}, but {heard}") from error

    def _whole(self, answer: Any) -> Any:
        return None if isinstance(answer, dict) and "error" in answer else answer

    def _ask(self, command: dict[str, Any]) -> Any:
        stdin, stdout = self._program.stdin, self._program.stdout
        assert stdin is not None
        assert stdout is not None
        stdin.write(json.dumps(command) + "\n")
        stdin.flush()
        line = stdout.readline()
        assert line, "the screen reader has ended"
        return json.loads(line)

    def _open_bus(self) -> str:
        """Start a bus and return its address."""
        bus = self._run(["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"])
        assert bus.stdout is not None
        address = bus.stdout.readline().strip()
        assert address, "the bus did not come up"
        return address

    def _run(self, command: list[str]) -> subprocess.Popen[str]:
        process = subprocess.Popen(
            command, env=self._screen.environment | {"PATH": os.environ["PATH"]}, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._ending.callback(_end, process)
        return process


def _end(process: subprocess.Popen[str]) -> None:
    if process.poll() is None:
        process.kill()
    process.communicate(timeout=PATIENCE)
