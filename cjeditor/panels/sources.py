"""What sources of evidence are called in a line, and how they are dragged."""

import json
from typing import Final

from PySide6.QtCore import QMimeData

from cjeditor.core.ids import Id
from cjeditor.core.words import tr, trn
from cjeditor.model.records import EVIDENCE_KINDS, Evidence, EvidenceKind
from cjeditor.panels.labels import one_line

EVIDENCE_TYPE: Final = "application/x-cjeditor-evidence"
"""What a drag of sources carries, by the name that the map knows (`canvas.gestures.evidence`)."""

SYMBOLS: Final[dict[EvidenceKind, str]] = {
    "interview": "messages",
    "survey": "checklist",
    "analytics": "chart-line",
    "call recording": "phone",
    "observation": "eye",
    "review": "star",
    "ticket": "tag",
    "other": "file-text",
}


def source_name(source: Evidence) -> str:
    """Return a source's title, or what kind it is."""
    return one_line(source.title) or tr(EVIDENCE_KINDS[source.kind])


def source_summary(source: Evidence) -> str:
    """Return kind, date and size in one line: "Survey · 2026-07-14 · n = 314"."""
    parts = [tr(EVIDENCE_KINDS[source.kind]) if source.title else "", source.date or ""]
    if source.respondents is not None:
        parts.append(trn("n = {n}", "n = {n}", source.respondents))
    return " · ".join(part for part in parts if part)


def carried(sources: tuple[Id, ...]) -> QMimeData:
    """Return what a drag of *sources* carries."""
    data = QMimeData()
    data.setData(EVIDENCE_TYPE, json.dumps({"sources": sources}).encode())
    return data
