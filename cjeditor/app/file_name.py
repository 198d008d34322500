"""The name that a file of the open map is proposed."""

from cjeditor.core.words import tr
from cjeditor.panels.labels import one_line
from cjeditor.session.session import Session

LONGEST = 80
"""Characters of a title that go into a file name."""


def proposed_name(session: Session) -> str:
    """Return the present file's name, or the map's title without what file names cannot have."""
    title = one_line(session.journey.scope.title)[:LONGEST]
    kept = "".join(each if each.isalnum() or each in " -_.()" else "-" for each in title)
    return session.name or kept.strip(" .-") or tr("Journey map")
