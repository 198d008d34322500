"""The name that a file of the open map is proposed."""

from pathlib import Path

from cjeditor.core.words import tr
from cjeditor.panels.labels import one_line
from cjeditor.session.session import Session

LONGEST = 80
"""Characters of a title that go into a file name."""


def proposed_name(session: Session) -> str:
    """Return the present file's name, or the map's title without what file names cannot have.

    Where it is best saved elsewhere, that file's name.
    """
    if session.proposed is not None:
        return session.proposed.stem
    title = one_line(session.journey.scope.title)[:LONGEST]
    kept = "".join(each if each.isalnum() or each in " -_.()" else "-" for each in title)
    return session.name or kept.strip(" .-") or tr("Journey map")


def beside(path: Path, pattern: str) -> Path:
    """Return a path beside *path*, of a file that is not there yet.

    Args:
        pattern: Of its name, with a place for the present one: "{name} (rescued)".
    """
    number, found = 1, path.with_stem(pattern.format(name=path.stem))
    while found.exists():
        number += 1
        found = path.with_stem(f"{pattern.format(name=path.stem)} {number}")
    return found
