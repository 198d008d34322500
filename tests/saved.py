"""What opening and saving a session's map comes to, all at once."""

from pathlib import Path

from cjeditor.files import cjm
from cjeditor.session.session import Session


def save(session: Session, path: Path) -> None:
    """Write the map to *path* and let the session know."""
    journey = session.to_save()
    written = cjm.save(journey, path)
    session.mark_saved(journey, path, written.sha256)


def forget_changes(session: Session) -> None:
    """Let the session take its map for saved: nobody is there to be asked about changes."""
    session.mark_saved(session.journey, session.path or Path("nowhere.cjm"))
