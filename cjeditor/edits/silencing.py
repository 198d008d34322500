"""Say which findings of the map check are not to be told any more."""

from dataclasses import dataclass

from cjeditor.core.words import mark
from cjeditor.model.map import Map


@dataclass(frozen=True, slots=True)
class Silence:
    """Do not tell what a rule finds any more.

    Attributes:
        keys: Names of rules, or "name record" for what one says about one record.
    """

    keys: tuple[str, ...]

    label = mark("Do not tell again")

    def apply(self, journey: Map) -> Map:
        known = journey.scope.silenced
        new = tuple(key for key in dict.fromkeys(self.keys) if key not in known)
        return journey.with_scope(journey.scope.replace(silenced=(*known, *new)))


@dataclass(frozen=True, slots=True)
class Unsilence:
    """Tell what a rule finds again, also about single records."""

    rule: str

    label = mark("Tell again")

    def apply(self, journey: Map) -> Map:
        kept = tuple(
            key for key in journey.scope.silenced
            if key != self.rule and not key.startswith(f"{self.rule} ")
        )  # fmt: skip
        return journey.with_scope(journey.scope.replace(silenced=kept))
