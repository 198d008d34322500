"""What an edit is."""

from typing import Protocol, runtime_checkable

from cjeditor.model.map import Map


@runtime_checkable
class Edit(Protocol):
    """A change of the map: a frozen dataclass, no Qt, no inverse."""

    @property
    def label(self) -> str:
        """What it does, for the undo menu: "Move card". English, marked."""
        ...

    def apply(self, journey: Map) -> Map:
        """Return the changed map, or *journey* itself if nothing would change.

        Raises:
            EditError: The edit does not fit this map; nothing has changed.
        """
        ...


class EditError(Exception):
    """An edit does not fit the map.

    Attributes:
        reason: A sentence, English, marked, with places for *values*.
        values: What the places hold; a value named "field" is the marked title of a field,
            to be translated as well.
    """

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason.format(**values))
        self.reason = reason
        self.values = values
