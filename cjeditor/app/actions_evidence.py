"""What can be said about the evidence behind what is selected: which sources, how strong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cjeditor.app.action import Action, Run, Test
from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.records import SetField
from cjeditor.kinds.fields import STRENGTHS, Strength
from cjeditor.model.coverage import can_be_founded

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace


def _choose(space: Workspace) -> None:
    from PySide6.QtWidgets import QDialog

    from cjeditor.panels.evidence import EvidenceDialog
    from cjeditor.panels.evidence_choice import EvidenceChoice, founded

    session = space.session
    records = founded(session.journey, session.selection)
    if not records:
        return
    dialog = EvidenceChoice(session.journey, records, space.window)
    if dialog.exec() != QDialog.DialogCode.Accepted:
        return
    edit = dialog.edit()
    if edit is None or not session.attempt(edit) or not dialog.new_source:
        return
    EvidenceDialog(session, dialog.new_source, space.window).exec()


def _can_be_founded(space: Workspace) -> bool:
    find = space.session.journey.find
    found = (find(each) for each in space.session.selection)
    return any(each is not None and can_be_founded(type(each)) for each in found)


def _strong(space: Workspace) -> tuple[Id, ...]:
    """Return what is selected and has a strength of evidence."""
    find = space.session.journey.find
    found = (find(each) for each in space.session.selection)
    return tuple(each.id for each in found if each is not None and hasattr(each, "strength"))


def _setter(strength: Strength | None) -> Run:
    return lambda w: w.session.attempt(SetField(_strong(w), "strength", strength))


def _test(strength: Strength | None) -> Test:
    def all_have_it(space: Workspace) -> bool:
        records = [space.session.journey.find(each) for each in _strong(space)]
        return bool(records) and all(vars(each)["strength"] == strength for each in records)

    return all_have_it


ADD_EVIDENCE: Final = Action(
    name="evidence",
    text=mark("Evidence …"),
    icon="file-text",
    keys=("Ctrl+Alt+E",),
    run=_choose,
    enabled=_can_be_founded,
    tip=mark("Put sources behind what is selected"),
)

_KEYS: Final[dict[Strength | None, str]] = {
    "assumed": "Alt+Shift+A",
    "heard": "Alt+Shift+H",
    "observed": "Alt+Shift+O",
    "measured": "Alt+Shift+M",
    None: "Alt+Shift+N",
}

STRENGTH_CHOICES: Final = tuple(
    Action(
        name=f"strength {strength or 'unknown'}",
        text=STRENGTHS[strength] if strength is not None else mark("Not said"),
        keys=(key,),
        run=_setter(strength),
        enabled=lambda w: bool(_strong(w)),
        checked=_test(strength),
        full=mark("Strength of evidence: {what}"),
    )
    for strength, key in _KEYS.items()
)

LIBRARY: Final = Action(
    name="library",
    text=mark("Evidence beside the map"),
    icon="file-text",
    keys=("Ctrl+Shift+E",),
    run=lambda w: w.settings.change(
        evidence_shown=not w.settings.value.evidence_shown, side_shown=True
    ),
    checked=lambda w: w.settings.value.evidence_shown and w.settings.value.side_shown,
    tip=mark("List the sources, to be dragged onto cards"),
)

EVIDENCE: Final = (ADD_EVIDENCE, *STRENGTH_CHOICES, LIBRARY)
