"""One user flow as a file: SVG, or Mermaid's text."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QFileDialog, QWidget

from cjeditor.core.ids import Id
from cjeditor.core.words import Words, mark, tr
from cjeditor.exchange.flow_picture import flow_svg
from cjeditor.exchange.mermaid.flowchart import flowchart
from cjeditor.files import atomic
from cjeditor.model.map import Map
from cjeditor.model.naming import flow_name
from cjeditor.session.session import Session

_LONGEST: Final = 80
"""Characters of a flow's name that go into a file's."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A format of one flow.

    Attributes:
        label: English, marked.
        make: Makes the file's content.
    """

    label: str
    suffix: str
    make: Callable[[Map, Id, Words], bytes]


KINDS: Final = (
    Kind(mark("SVG picture"), ".svg", flow_svg),
    Kind(
        mark("Mermaid flowchart"),
        ".mmd",
        lambda journey, flow, words: flowchart(journey, flow, words).encode(),
    ),
)


def export_flow(parent: QWidget, session: Session, flow: Id, kind: Kind) -> Path | None:
    """Ask where to, and write a flow there; return where, or None if nobody said.

    Raises:
        FileError: It cannot be written.
    """
    path = _ask(parent, session, flow, kind)
    if path is not None:
        journey = session.journey
        atomic.write(path, kind.make(journey, flow, Words(journey.scope.language)))
    return path


def _ask(parent: QWidget, session: Session, flow: Id, kind: Kind) -> Path | None:
    folder = session.path.parent if session.path is not None else Path.home()
    dialog = QFileDialog(parent, tr("Export flow"), str(folder))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilters([f"{tr(kind.label)} (*{kind.suffix})"])
    dialog.setDefaultSuffix(kind.suffix[1:])
    dialog.selectFile(_name(session, flow) + kind.suffix)
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


def _name(session: Session, flow: Id) -> str:
    title = flow_name(session.journey, flow, Words(session.journey.scope.language))[:_LONGEST]
    kept = "".join(each if each.isalnum() or each in " -_.()" else "-" for each in title)
    return kept.strip(" .-") or tr("User flow")
