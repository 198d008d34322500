"""What comments are about, in words, and which of them are wanted."""

from collections.abc import Sequence
from typing import Any

from cjeditor.core.ids import Id
from cjeditor.core.words import interface, tr
from cjeditor.kinds.card import Card
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import kind_of_card, kind_of_lane
from cjeditor.model.map import Map
from cjeditor.model.naming import spoken
from cjeditor.model.records import Comment, Stage, Step
from cjeditor.model.references import REFERENCES, is_there
from cjeditor.panels import options
from cjeditor.panels.labels import one_line


def about_of(journey: Map, selection: Sequence[Id]) -> Id:
    """Return what a new comment is about: the last selected record that can have one, or the map.

    The map has comments of its own.
    """
    for each in reversed(selection):
        if is_there(journey, REFERENCES["comments"]["about"], each):
            return each
    return journey.id


def name_of(journey: Map, about: Id) -> str:
    """Return what is commented on as people know it."""
    record: Any = journey.find(about)
    match record:
        case Card():
            return one_line(record.text) or tr(kind_of_card(record).label)
        case Lane():
            kind = kind_of_lane(record)
            return one_line(record.title) or tr(kind.own_label(record) or kind.label)
        case Stage():
            place = journey.ordered_stages.index(record) + 1
            return one_line(record.title) or tr("Stage {n}").format(n=place)
        case Step():
            return options.step_name(journey, record.id)
        case Emotion():
            return tr("Feeling at {step}").format(step=options.step_name(journey, record.step))
        case None:
            return tr("The whole map")
        case _:
            return spoken(journey, about, interface())


def shown_comments(journey: Map, which: str, selection: Sequence[Id]) -> list[Comment]:
    """Return the comments that are wanted, the newest first.

    Args:
        which: "all", "selection" or "open".
    """
    if which == "selection":
        on = journey.comments_on
        found = [each for about in dict.fromkeys(selection) for each in on.get(about, ())]
    else:
        found = [each for each in journey.comments.values() if which != "open" or not each.done]
    return sorted(found, key=lambda each: (each.written or "", each.order), reverse=True)
