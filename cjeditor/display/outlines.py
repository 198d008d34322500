"""Reading the path language of SVG: lines, curves and arcs as straight and cubic segments."""

import re
from collections.abc import Iterator
from typing import Final

from cjeditor.display.arcs import arc
from cjeditor.display.shapes import Close, CurveTo, LineTo, MoveTo, Segment

_COMMAND: Final = re.compile(r"([MmLlHhVvCcSsQqTtAaZz])([^A-Za-z]*)")
_NUMBER: Final = r"[-+]?(?:\d+\.?\d*|\.\d+)"
_NUMBERS: Final = re.compile(_NUMBER)
_ARC: Final = re.compile(
    r"[\s,]*".join([*[f"({_NUMBER})"] * 3, *["([01])"] * 2, *[f"({_NUMBER})"] * 2])
)
_COUNTS: Final = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2}


def outline(path: str) -> tuple[Segment, ...]:
    """Return the segments of *path*, the `d` attribute of an SVG path.

    Raises:
        ValueError: It is not in the path language.
    """
    if _COMMAND.sub("", path).strip():
        raise ValueError(path)
    pen = _Pen()
    for letter, text in _COMMAND.findall(path):
        command = letter
        for values in _arguments(letter.upper(), text):
            pen.draw(command.upper(), values, relative=letter.islower())
            command = {"M": "L", "m": "l"}.get(letter, letter)
    return tuple(pen.segments)


def _arguments(command: str, text: str) -> Iterator[list[float]]:
    """Yield the numbers of each repetition of *command*."""
    if command == "Z":
        yield []
        return
    if command == "A":
        for found in _ARC.findall(text):
            yield [float(number) for number in found]
        return
    numbers = [float(number) for number in _NUMBERS.findall(text)]
    count = _COUNTS[command]
    if not numbers or len(numbers) % count:
        raise ValueError(text)
    for start in range(0, len(numbers), count):
        yield numbers[start : start + count]


class _Pen:
    """Draws one command after the other.

    Attributes:
        segments: What is drawn so far.
    """

    def __init__(self) -> None:
        self.segments: list[Segment] = []
        self._x = self._y = 0.0
        self._start = (0.0, 0.0)
        self._control = (0.0, 0.0)  # of the curve drawn last
        self._last = ""  # the command drawn last

    def draw(self, command: str, values: list[float], *, relative: bool) -> None:
        """Draw *command*, a capital letter; relative means measured from the pen."""
        x, y = (self._x, self._y) if relative else (0.0, 0.0)
        match command:
            case "Z":
                self.segments.append(Close())
                self._x, self._y = self._start
            case "H":
                self._line(values[0] + x, self._y)
            case "V":
                self._line(self._x, values[0] + y)
            case "A":
                self._arc(values, values[5] + x, values[6] + y)
            case _:
                shifted = [value + (y if i % 2 else x) for i, value in enumerate(values)]
                self._draw_points(command, shifted)
        self._last = command

    def _draw_points(self, command: str, points: list[float]) -> None:
        """Draw a command whose arguments are absolute points."""
        match command:
            case "M":
                self.segments.append(MoveTo(*points))
                self._x, self._y = self._start = (points[0], points[1])
            case "L":
                self._line(*points)
            case "C":
                self._cubic(*points)
            case "S":
                self._cubic(*self._mirrored("CS"), *points)
            case "Q":
                self._quadratic(*points)
            case _:
                self._quadratic(*self._mirrored("QT"), *points)

    def _mirrored(self, commands: str) -> tuple[float, float]:
        """Return the last control point beyond the pen, if the last command had one."""
        if not self._last or self._last not in commands:
            return self._x, self._y
        return 2 * self._x - self._control[0], 2 * self._y - self._control[1]

    def _line(self, x: float, y: float) -> None:
        self.segments.append(LineTo(x, y))
        self._x, self._y = x, y

    def _cubic(self, x1: float, y1: float, x2: float, y2: float, x: float, y: float) -> None:
        self.segments.append(CurveTo(x1, y1, x2, y2, x, y))
        self._control = (x2, y2)
        self._x, self._y = x, y

    def _quadratic(self, x1: float, y1: float, x: float, y: float) -> None:
        begin = self._x + (x1 - self._x) * 2 / 3, self._y + (y1 - self._y) * 2 / 3
        self._cubic(*begin, x + (x1 - x) * 2 / 3, y + (y1 - y) * 2 / 3, x, y)
        self._control = (x1, y1)

    def _arc(self, values: list[float], x: float, y: float) -> None:
        rx, ry, tilt, large, sweep = values[:5]
        flags = bool(large), bool(sweep)
        self.segments += arc(self._x, self._y, abs(rx), abs(ry), tilt, *flags, x, y)
        self._x, self._y = x, y
