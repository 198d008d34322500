"""Compare the map with one in another file, or its current state with the future one."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cjeditor.core.words import tr

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace


def compare_with_file(space: Workspace) -> None:
    """Ask for a map and show it beside the open one; earlier versions can be chosen too."""
    from cjeditor.app.two_maps_dialog import Source, TwoMapsDialog, versions_of
    from cjeditor.exchange.opening import open_file

    path = space.documents.ask_other(tr("Compare with another map"))
    if path is None:
        return
    file = Source(path.name, lambda: open_file(Path(path)).journey)
    folder = space.safety.versions.keeping.folder
    earlier = versions_of(folder, folder.listed().versions)
    dialog = TwoMapsDialog(space, tr("Two maps side by side"), [file, *earlier])
    if dialog.is_ready:
        dialog.exec()
    dialog.deleteLater()


def compare_states(space: Workspace) -> None:
    """Show the current and the future state of the open map beside each other."""
    from cjeditor.app.dialogs import tell
    from cjeditor.app.two_maps_dialog import TwoMapsDialog
    from cjeditor.model.gap import has_both_states

    title = tr("Current and future state")
    if not has_both_states(space.session.journey):
        text = tr(
            "The feelings on this map are all of one state. Set some for the other one too: "
            "select a feeling and choose its state beside the map, under “State”."
        )
        tell(space.window, title, text)
        return
    dialog = TwoMapsDialog(space, title, [], None)
    if dialog.is_ready:
        dialog.exec()
    dialog.deleteLater()
