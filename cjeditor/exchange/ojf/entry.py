"""One object of an OJF file, taken apart field by field; what is not taken is left."""

from typing import TypeVar

from cjeditor.core.words import mark
from cjeditor.exchange.ojf.scales import is_score
from cjeditor.exchange.remarks import Remarks

T = TypeVar("T")


class Entry:
    """An object of the file.

    A known field of the wrong type is left where it is, with a remark; null, an empty text
    and an empty list say nothing and are gone.

    Attributes:
        place: Its path in the file: "nodes[3]".
        left: The fields that nobody took.
    """

    def __init__(self, fields: dict[str, object], place: str, remarks: Remarks) -> None:
        self.place = place
        self.left = dict(fields)
        self._remarks = remarks

    def text(self, name: str) -> str:
        """Take a text; "" if there is none."""
        value = self._take(name)
        if isinstance(value, str):
            return self._remarks.fit(value, place=self._path(name))
        return "" if value is None else self._leave(name, value, "")

    def number(self, name: str) -> float | None:
        """Take a number; None if there is none."""
        value = self._take(name)
        if value is None or is_score(value):
            return value  # type: ignore[return-value]
        return self._leave(name, value, None)

    def flag(self, name: str) -> bool:
        """Take true or false; false if there is none."""
        value = self._take(name)
        if isinstance(value, bool):
            return value
        return False if value is None else self._leave(name, value, False)

    def texts(self, name: str) -> tuple[str, ...]:
        """Take a list of texts; an empty one if there is none."""
        value = self._take(name)
        if value is None:
            return ()
        if isinstance(value, list) and all(isinstance(each, str) for each in value):
            return tuple(self._remarks.fit(each, place=self._path(name)) for each in value)
        return self._leave(name, value, ())

    def entry(self, name: str) -> "Entry | None":
        """Take an object; None if there is none."""
        value = self._take(name)
        if isinstance(value, dict):
            return Entry(value, self._path(name), self._remarks)
        return None if value is None else self._leave(name, value, None)

    def values(self, name: str) -> list[object]:
        """Take a list of anything; an empty one if there is none."""
        value = self._take(name)
        if isinstance(value, list):
            return value
        return [] if value is None else self._leave(name, value, [])

    def entries(self, name: str) -> "list[Entry]":
        """Take a list of objects; others in it are left out with a remark."""
        found: list[Entry] = []
        for index, value in enumerate(self.values(name)):
            place = f"{self._path(name)}[{index}]"
            if isinstance(value, dict):
                found.append(Entry(value, place, self._remarks))
            else:
                self._remarks.add(mark("This is not an object and was left out."), None, place)
        return found

    def _take(self, name: str) -> object:
        return self.left.pop(name, None)

    def _leave(self, name: str, value: object, instead: T) -> T:
        self.left[name] = value
        self._remarks.add(
            mark("This field holds something else than expected; it was kept as it is."),
            None,
            self._path(name),
        )
        return instead

    def _path(self, name: str) -> str:
        return f"{self.place}.{name}" if self.place else name
