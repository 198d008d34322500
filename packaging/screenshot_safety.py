"""The scenes about work that is safe: earlier versions, what others did, what was merged."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from screenshot_scenes import DAY, SMALL, Scene, worst_pain

from cjeditor.changes.merge import Merge, merge
from cjeditor.core.words import tr
from cjeditor.edits.records import Delete, SetField
from cjeditor.files import cjm
from cjeditor.files.version_file import Why
from cjeditor.files.versions import VersionFolder, place
from cjeditor.model.map import Map

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cjeditor.app.versions_dialog import VersionsDialog
    from cjeditor.app.workspace import Workspace

NAMES: Final = {"en": "Before the break", "id": "Sebelum istirahat"}


def _earlier(journey: Map) -> list[tuple[Map, Why, str, int]]:
    """Return maps before *journey*, why each was kept, its label, and hours before `DAY`."""
    pain = worst_pain(journey)
    lanes = journey.ordered_lanes
    language = journey.scope.language
    first = Delete((lanes[-1].id, pain)).apply(journey)
    second = Delete((lanes[-1].id,)).apply(journey)
    third = SetField((pain,), "votes", 2).apply(journey)
    return [
        (first, "saved", "", 26),
        (second, "named", NAMES[language], 4),
        (third, "working", "", 2),
        (journey, "saved", "", 1),
    ]


def _keep_versions(space: Workspace) -> VersionFolder:
    """Keep versions of the map as if it had been worked on for a day."""
    session = space.session
    folder = VersionFolder(place(), session.journey.id)
    for journey, why, label, hours in _earlier(session.journey):
        now = datetime.fromtimestamp(DAY, UTC) - timedelta(hours=hours)
        title = journey.scope.title
        content = cjm.dumps(journey)
        folder.add(content, why, now, label=label, title=title, file=session.path)
    return folder


def _versions(space: Workspace) -> VersionsDialog:
    from cjeditor.app.versions_dialog import VersionsDialog

    dialog = VersionsDialog(space, _keep_versions(space))
    dialog.show()
    dialog.list.setCurrentRow(2)
    return dialog


def _two_maps(space: Workspace) -> QWidget:
    from cjeditor.app.two_maps_dialog import TwoMapsDialog, versions_of

    folder = _keep_versions(space)
    versions = folder.listed().versions
    others = versions_of(folder, versions)
    dialog = TwoMapsDialog(space, tr("Versions side by side"), others, len(others) - 1)
    dialog.show()
    return dialog


def _others(space: Workspace) -> None:
    """Somebody else has changed the file, and so has the user the map."""
    from PySide6.QtTest import QTest

    session = space.session
    assert session.path is not None
    pain = worst_pain(session.journey)
    cjm.save(SetField((pain,), "votes", 9).apply(session.journey), session.path)
    session.do(SetField((pain,), "severity", 3))
    while not space.notices.topics:
        QTest.qWait(50)
    space.view.go_home()
    space.go_to(pain)


def clashing(journey: Map) -> Merge:
    """Return the merge of two versions in which two cards and a title do not agree."""
    pain, stage = worst_pain(journey), journey.ordered_stages[1].id
    mine = SetField((pain,), "text", tr("Too many fields")).apply(journey)
    mine = SetField((stage,), "title", tr("Compare …").rstrip(" …")).apply(mine)
    theirs = SetField((pain,), "text", tr("Nobody answers")).apply(journey)
    theirs = Delete((stage,)).apply(theirs)
    return merge(journey, mine, theirs)


def _clash(space: Workspace) -> QWidget:
    from cjeditor.app.clash_dialog import ClashDialog

    dialog = ClashDialog(space.window, clashing(space.session.journey))
    dialog.show()
    return dialog


SAFETY: Final[tuple[Scene, ...]] = (
    Scene("versions-en", _versions, alone=True),
    Scene("versions-dark-id", _versions, "id", "dark", SMALL, alone=True),
    Scene("two-maps-en", _two_maps, alone=True),
    Scene("others-id", _others, "id", size=SMALL),
    Scene("clash-en", _clash, size=SMALL, alone=True),
)
