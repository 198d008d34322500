"""What a program that has ended, however, has left for the next start."""

from pathlib import Path

from cjeditor.files.recovery import leftovers
from cjeditor.files.recovery_reading import Found


def found(data: Path) -> list[Found]:
    """Return what stands in the recovery folders of a program that has its data in *data*."""
    held = leftovers(data / "recovery")
    for each in held:
        each.release()
    return [each.found for each in held]


def confirmed(data: Path) -> list[str]:
    """Return the texts of all cards that come back, without what is only a draft."""
    maps = [each.confirmed for each in found(data)]
    assert None not in maps
    return [card.text for journey in maps for card in journey.cards.values()]
