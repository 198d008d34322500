"""What the menu File can do: maps opened, saved, imported and exported."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QKeySequence

from cjeditor.app import program_dialogs
from cjeditor.app.action import Action, Run
from cjeditor.core.words import mark
from cjeditor.exchange.registry import readers, writers

Std = QKeySequence.StandardKey

FILE: Final = (
    Action(
        name="new",
        text=mark("New map"),
        icon="file-plus",
        keys=(Std.New,),
        run=lambda w: w.home.show(),
    ),
    Action(
        name="home",
        text=mark("Start screen"),
        icon="home",
        keys=("Alt+Home",),
        run=lambda w: w.home.show(),
    ),
    Action(
        name="open",
        text=mark("Open …"),
        icon="folder-open",
        keys=(Std.Open,),
        run=lambda w: w.documents.ask_open(),
    ),
    Action(
        name="clear recent",
        text=mark("Clear this list"),
        full=mark("Clear the list of recent files"),
        run=lambda w: w.settings.change(recent=()),
    ),
    Action(
        name="save",
        text=mark("Save"),
        icon="device-floppy",
        keys=(Std.Save,),
        run=lambda w: w.documents.saver.save(),
        while_writing=True,  # it takes over what is written, and one writes on
    ),
    Action(
        name="save as",
        text=mark("Save as …"),
        keys=("Ctrl+Shift+S",),
        run=lambda w: w.documents.saver.save_as(),
    ),
    Action(
        name="save as template",
        text=mark("Save as template …"),
        icon="template",
        run=lambda w: w.home.keep_as_template(),
    ),
    Action(
        name="import",
        text=mark("Import …"),
        icon="file-import",
        run=lambda w: w.documents.ask_import(),
        enabled=lambda _w: bool(readers()),
    ),
    Action(
        name="versions",
        text=mark("Versions …"),
        full=mark("Earlier versions of the map …"),
        icon="history",
        keys=("Ctrl+Shift+H",),
        run=lambda w: w.safety.versions.show(),
    ),
    Action(
        name="name version",
        text=mark("Name this version …"),
        icon="bookmark",
        keys=("Ctrl+Shift+N",),
        run=lambda w: w.safety.versions.name(),
    ),
    Action(
        name="recovered",
        text=mark("Recovered work …"),
        icon="history",
        run=lambda w: w.safety.recovery.show(),
    ),
    Action(
        name="settings",
        text=mark("Settings …"),
        icon="settings",
        keys=("Ctrl+,",),
        run=program_dialogs.show_settings,
    ),
    Action(name="quit", text=mark("Quit"), keys=("Ctrl+Q",), run=lambda w: w.window.close()),
)


def _exporter(name: str) -> Run:
    return lambda w: w.exporting.ask(name)


EXPORT: Final = tuple(
    Action(
        name=f"export {each.name}",
        text=each.label,
        icon="file-export",
        run=_exporter(each.name),
        keys=("Ctrl+P",) if each.name == "pdf" else (),
    )
    for each in writers()
)

POSTER: Final = Action(
    name="poster",
    text=mark("Poster"),
    icon="file-export",
    run=_exporter("pdf"),
    tip=mark("Export the map as a PDF poster"),
)
