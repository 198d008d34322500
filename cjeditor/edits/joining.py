"""What two records that become one say together: nothing that either said is lost."""

from collections.abc import Iterable, Sequence

from cjeditor.core.ids import Id
from cjeditor.edits.place import place
from cjeditor.model.map import Map


def joined_text(texts: Iterable[str], between: str) -> str:
    """Return those *texts* that say something, each once, with *between* in between."""
    return between.join(dict.fromkeys(text.strip() for text in texts if text.strip()))


def with_others_moved(journey: Map, gone: Sequence[Id], kept: Id) -> Map:
    """Return *journey* with what is about the records *gone* about *kept*.

    That is what is said about them, what is measured there, and what goes on inside them.
    """
    said = [
        comment.replace(about=kept)
        for about in gone
        for comment in journey.comments_on.get(about, ())
    ]
    measured = [m.replace(about=kept) for m in journey.metrics.values() if m.about in gone]
    flows = [flow.replace(about=kept) for flow in journey.flows.values() if flow.about in gone]
    return journey.put(*place(journey.comments_on.get(kept, ()), None, said), *measured, *flows)
