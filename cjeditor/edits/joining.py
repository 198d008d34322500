"""What two records that become one say together: nothing that either said is lost."""

from collections.abc import Iterable, Sequence

from cjeditor.core.ids import Id
from cjeditor.edits.place import place
from cjeditor.model.map import Map


def joined_text(texts: Iterable[str], between: str) -> str:
    """Return those *texts* that say something, each once, with *between* in between."""
    return between.join(dict.fromkeys(text.strip() for text in texts if text.strip()))


def with_comments_moved(journey: Map, gone: Sequence[Id], kept: Id) -> Map:
    """Return *journey* with what is said about the records *gone* said about *kept*."""
    moved = [
        comment.replace(about=kept)
        for about in gone
        for comment in journey.comments_on.get(about, ())
    ]
    return journey.put(*place(journey.comments_on.get(kept, ()), None, moved))
