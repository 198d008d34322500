"""Where the keyboard stands on an empathy map, in words."""

from cjeditor.core.words import tr
from cjeditor.layout.empathy import EmpathySheet
from cjeditor.model.map import Map
from cjeditor.model.naming import one_line
from cjeditor.tools.empathy.walk import Stop


def spoken_stop(journey: Map, sheet: EmpathySheet, stop: Stop) -> str:
    """Return what a screen reader says at a stop, in the interface's language."""
    place = sheet.areas[stop.area]
    area = tr(place.area.label)
    note = journey.empathy_notes.get(stop.note)
    if note is None:
        return tr("{field}: new note").format(field=area)
    ids = [each for each, _ in place.notes]
    return tr("{field}, note {n} of {count}: {text}").format(
        field=area, n=ids.index(note.id) + 1, count=len(ids), text=one_line(note.text)
    )
