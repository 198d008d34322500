"""Turns what a form's editors say into edits of the open document."""

from collections.abc import Callable
from typing import Any

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import Edit
from cjeditor.edits.records import SetField
from cjeditor.edits.scope import SetScope
from cjeditor.edits.several import Several
from cjeditor.panels.editor import Change
from cjeditor.panels.form import Form
from cjeditor.session.session import Session

Ids = Callable[[], tuple[Id, ...]]
"""Gives the records that a part of the inspector shows now."""


def write_records(form: Form, session: Session, ids: Ids) -> None:
    """Let *form* change the records *ids* of the session's map."""

    def write(name: str, change: Change, merges: bool) -> None:
        write_field(session, ids(), name, change, merges)

    form.edited.connect(write)
    form.finished.connect(session.break_merge)


def write_field(
    session: Session, ids: tuple[Id, ...], name: str, change: Change, merges: bool = False
) -> None:
    """Change one field of the records *ids*."""
    edit = _edit(session, ids, name, change)
    session.attempt(edit, merge=f"{name}: {' '.join(ids)}" if merges else "")


def write_scope(form: Form, session: Session) -> None:
    """Let *form* change the map's scope."""

    def write(name: str, change: Change, merges: bool) -> None:
        value = change(getattr(session.journey.scope, name))
        session.attempt(SetScope(name, value), merge=f"scope {name}" if merges else "")

    form.edited.connect(write)
    form.finished.connect(session.break_merge)


def _edit(session: Session, ids: tuple[Id, ...], name: str, change: Change) -> Edit:
    """Return one edit for all records, which may get different values."""
    values: dict[Id, Any] = {}
    for each in ids:
        record = session.journey.find(each)
        if record is not None and name in type(record).model_fields:  # a popup may be late
            values[each] = change(getattr(record, name))
    first = next(iter(values.values()), None)
    if all(value == first for value in values.values()):
        return SetField(tuple(values), name, first)
    edits = tuple(SetField((each,), name, value) for each, value in values.items())
    return Several(edits, mark("Change several"))
