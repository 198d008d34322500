"""Personas on the clipboard, from map to map: with their empathy maps and pictures."""

from collections.abc import Sequence
from typing import Annotated, Final

from pydantic import Field, ValidationError
from PySide6.QtCore import QMimeData

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id, new_id
from cjeditor.edits.persona_paste import PastePersonas
from cjeditor.edits.valid import clean
from cjeditor.files.content import refuse_bombs
from cjeditor.files.errors import BadPicture, FileError
from cjeditor.files.pictures import check
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.map import Map
from cjeditor.model.records import Persona, Picture

PERSONAS_TYPE: Final = "application/x-cjeditor-personas"

_LARGEST: Final = 256 * 1024 * 1024
"""Bytes that are read from a clipboard; whatever lies there may come from anywhere."""

_MOST: Final = 1_000
_MOST_NOTES: Final = 20_000
_MOST_PARTS: Final = 500_000


class CarriedPersonas(Frozen):
    """Personas as they were copied."""

    personas: Annotated[tuple[Persona, ...], Field(max_length=_MOST)]
    notes: Annotated[tuple[EmpathyNote, ...], Field(max_length=_MOST_NOTES)] = ()
    pictures: Annotated[tuple[Picture, ...], Field(max_length=_MOST)] = ()


def carried(journey: Map, ids: Sequence[Id]) -> QMimeData:
    """Return personas for the clipboard; as text, for other programs, their names."""
    personas = [each for each in journey.ordered_personas if each.id in ids]
    notes = [note for each in personas for note in journey.empathy_of.get(each.id, ())]
    shown = dict.fromkeys(each.picture for each in personas if each.picture)
    found = CarriedPersonas(
        personas=tuple(personas[:_MOST]),
        notes=tuple(notes[:_MOST_NOTES]),
        pictures=tuple(journey.pictures[each] for each in shown if each in journey.pictures),
    )
    mime = QMimeData()
    mime.setData(PERSONAS_TYPE, found.model_dump_json().encode())
    mime.setText("\n".join(each.name for each in personas))
    return mime


def read_carried(content: bytes) -> CarriedPersonas | None:
    """Return what *content*, from whatever program, carries; None if it is not ours."""
    try:
        refuse_bombs(content, _LARGEST, _MOST_PARTS)
        read = CarriedPersonas.model_validate_json(content)
    except (ValidationError, FileError):
        return None
    return CarriedPersonas(
        personas=tuple(clean(each) for each in read.personas),
        notes=tuple(clean(each) for each in read.notes),
        pictures=tuple(each for each in read.pictures if _is_sound(each)),
    )


def pasting(journey: Map, read: CarriedPersonas, index: int | None) -> PastePersonas:
    """Return what pastes them, each under its own id, or another where that is taken."""
    taken = {journey.id}

    def own(record_id: Id) -> Id:
        found = record_id
        if record_id in taken or journey.find(record_id) is not None:
            found = new_id()
        taken.add(found)
        return found

    ids = {each.id: own(each.id) for each in read.personas}
    notes = [note for note in read.notes if note.persona in ids]
    return PastePersonas(
        tuple(each.replace(id=ids[each.id]) for each in read.personas if each.id in ids),
        tuple(note.replace(id=own(note.id), persona=ids[note.persona]) for note in notes),
        read.pictures,
        index,
    )


def _is_sound(picture: Picture) -> bool:
    try:
        check(picture)
    except BadPicture:
        return False
    return True
