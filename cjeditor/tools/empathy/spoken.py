"""What is on an empathy map in words, in the interface's language."""

from cjeditor.core.ids import Id
from cjeditor.core.words import interface, tr, trn
from cjeditor.kinds.fields import STRENGTHS
from cjeditor.layout.empathy import AreaPlace
from cjeditor.model.empathy import EMPATHY_FIELDS
from cjeditor.model.map import Map
from cjeditor.model.naming import one_line, spoken_detail
from cjeditor.panels.sources import source_name


def spoken_area(place: AreaPlace) -> str:
    """Return "Says and does, 3 notes"."""
    count = trn("{n} note", "{n} notes", len(place.notes))
    return f"{tr(place.area.label)}, {count}"


def spoken_note(journey: Map, note: Id) -> str:
    """Return "Says: “I never know”, evidence: Interview 3"."""
    record = journey.empathy_notes[note]
    said = tr("{field}: “{text}”").format(
        field=tr(EMPATHY_FIELDS[record.field]), text=one_line(record.text)
    )
    sources = [source_name(journey.evidence[each]) for each in record.evidence]
    if not sources:
        return said
    return f"{said}, {tr('evidence: {sources}').format(sources=', '.join(sources))}"


def detail_of_note(journey: Map, note: Id) -> str:
    """Return what else a note says: its details, how sure it is, its tags, its comments."""
    record = journey.empathy_notes[note]
    sure = tr(STRENGTHS[record.strength]) if record.strength is not None else ""
    tags = ", ".join(map(one_line, record.tags))
    parts = one_line(record.detail), sure, tags, spoken_detail(journey, note, interface())
    return "; ".join(part for part in parts if part)
