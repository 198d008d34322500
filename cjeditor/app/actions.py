"""The table of everything that menus, toolbar, keys and the search box can do."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from cjeditor.app import clipboard, inserting
from cjeditor.app.action import Action, Run, Test
from cjeditor.app.languages import LANGUAGE_LABELS
from cjeditor.app.theme import THEME_LABELS
from cjeditor.core.words import mark
from cjeditor.exchange.registry import readers, writers
from cjeditor.kinds.registry import kind_of_lane

if TYPE_CHECKING:
    from cjeditor.app.settings import LanguageChoice, ThemeChoice
    from cjeditor.app.workspace import Workspace

Std = QKeySequence.StandardKey


def _has_selection(space: Workspace) -> bool:
    return bool(space.session.selection)


def _has_cards(space: Workspace) -> bool:
    return any(each in space.session.journey.cards for each in space.session.selection)


def _takes_cards(space: Workspace) -> bool:
    journey = space.session.journey
    lanes = journey.lanes.values()
    return bool(journey.steps) and any(kind_of_lane(lane).card(lane) for lane in lanes)


FILE: Final = (
    Action(
        name="new",
        text=mark("New map"),
        icon="file-plus",
        keys=(Std.New,),
        run=lambda w: w.documents.new(),
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
        run=lambda w: w.settings.change(recent=()),
    ),
    Action(
        name="save",
        text=mark("Save"),
        icon="device-floppy",
        keys=(Std.Save,),
        run=lambda w: w.documents.save(),
    ),
    Action(
        name="save as",
        text=mark("Save as …"),
        keys=("Ctrl+Shift+S",),
        run=lambda w: w.documents.save_as(),
    ),
    Action(
        name="import",
        text=mark("Import …"),
        icon="file-import",
        run=lambda w: w.documents.ask_import(),
        enabled=lambda _w: bool(readers()),
    ),
    Action(
        name="settings",
        text=mark("Settings …"),
        icon="settings",
        keys=("Ctrl+,",),
        run=lambda w: w.show_settings(),
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

EDIT: Final = (
    Action(
        name="undo",
        text=mark("Undo: {what}"),
        icon="arrow-back-up",
        keys=(Std.Undo,),
        run=lambda w: w.session.undo_stack.undo(),
        enabled=lambda w: w.session.undo_stack.canUndo(),
        what=lambda w: w.session.undo_stack.undoText(),
    ),
    Action(
        name="redo",
        text=mark("Redo: {what}"),
        icon="arrow-forward-up",
        keys=("Ctrl+Shift+Z", "Ctrl+Y"),
        run=lambda w: w.session.undo_stack.redo(),
        enabled=lambda w: w.session.undo_stack.canRedo(),
        what=lambda w: w.session.undo_stack.redoText(),
    ),
    Action(
        name="cut",
        text=mark("Cut"),
        icon="cut",
        keys=(Std.Cut,),
        run=lambda w: clipboard.cut(w.session),
        enabled=_has_cards,
        on_map=True,
    ),
    Action(
        name="copy",
        text=mark("Copy"),
        icon="copy",
        keys=(Std.Copy,),
        run=lambda w: clipboard.copy(w.session),
        enabled=_has_cards,
        on_map=True,
    ),
    Action(
        name="paste",
        text=mark("Paste"),
        icon="clipboard",
        keys=(Std.Paste,),
        run=lambda w: clipboard.paste(w.session),
        enabled=lambda w: w.can_paste and _takes_cards(w),
        on_map=True,
    ),
    Action(
        name="duplicate",
        text=mark("Duplicate"),
        icon="copy-plus",
        keys=("Ctrl+D",),
        run=lambda w: w.view.duplicate(),
        enabled=_has_selection,
        on_map=True,
    ),
    Action(
        name="delete",
        text=mark("Delete"),
        icon="trash",
        keys=(Std.Delete,),
        run=lambda w: w.view.delete(),
        enabled=_has_selection,
        on_map=True,
    ),
    Action(
        name="rename",
        text=mark("Write / rename"),
        icon="pencil",
        keys=("F2",),
        run=lambda w: w.view.rename(),
        enabled=lambda w: _has_selection(w) or w.session.cursor is not None,
        on_map=True,
    ),
    Action(
        name="select all",
        text=mark("Select all"),
        icon="select-all",
        keys=(Std.SelectAll,),
        run=lambda w: w.view.select_all(),
        on_map=True,
    ),
    Action(
        name="fields",
        text=mark("Edit the fields"),
        icon="adjustments",
        keys=("Alt+Return",),
        run=lambda w: w.show_fields(),
    ),
    Action(
        name="search",
        text=mark("Search or run a command"),
        icon="search",
        keys=("Ctrl+K", "Ctrl+F"),
        run=lambda w: w.search.start(),
    ),
)


def _adder_of_card(kind: str) -> Run:
    return lambda w: w.view.add_card(kind)


def _adder_of_lane(choice: inserting.LaneChoice) -> Run:
    return lambda w: w.view.add_lane(choice.kind, choice.card)


CARDS: Final = tuple(
    Action(
        name=f"card {kind.name}",
        text=kind.label,
        icon=kind.symbol,
        keys=(f"Alt+{key}",) if key else (),
        run=_adder_of_card(kind.name),
        enabled=_takes_cards,
        full=mark("Add card: {what}"),
    )
    for kind, key in inserting.card_choices()
)

LANES: Final = tuple(
    Action(
        name=f"lane {each.name}",
        text=each.label,
        icon=each.symbol,
        run=_adder_of_lane(each),
        full=mark("Add lane: {what}"),
    )
    for each in inserting.LANE_CHOICES
)

INSERT: Final = (
    Action(
        name="stage",
        text=mark("Stage"),
        icon="layout-columns",
        keys=("Ctrl+Shift+G",),
        run=lambda w: w.view.add_stage(),
        tip=mark("Add a stage"),
    ),
    Action(
        name="step",
        text=mark("Step"),
        icon="column-insert-right",
        keys=("Ctrl+Shift+L",),
        run=lambda w: w.view.add_step(),
        enabled=lambda w: bool(w.session.journey.stages),
        tip=mark("Add a step"),
    ),
    Action(
        name="persona",
        text=mark("Persona"),
        icon="users",
        run=lambda w: w.add_persona(),
        tip=mark("Add a persona"),
    ),
)


def _theme_setter(choice: ThemeChoice) -> Run:
    return lambda w: w.settings.change(theme=choice)


def _language_setter(choice: LanguageChoice) -> Run:
    return lambda w: w.settings.change(language=choice)


def _theme_test(choice: ThemeChoice) -> Test:
    return lambda w: w.settings.value.theme == choice


def _language_test(choice: LanguageChoice) -> Test:
    return lambda w: w.settings.value.language == choice


THEMES: Final = tuple(
    Action(name=f"theme {c}", text=text, run=_theme_setter(c), checked=_theme_test(c))
    for c, text in THEME_LABELS.items()
)

INTERFACE_LANGUAGES: Final = tuple(
    Action(name=f"language {c}", text=text, run=_language_setter(c), checked=_language_test(c))
    for c, text in LANGUAGE_LABELS.items()
)


def toggle_full_screen(window: QMainWindow) -> None:
    """Fill the screen, or stop filling it."""
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


VIEW: Final = (
    Action(
        name="zoom in",
        text=mark("Zoom in"),
        icon="zoom-in",
        keys=("Ctrl++", "Ctrl+="),
        run=lambda w: w.view.zoom_in(),
    ),
    Action(
        name="zoom out",
        text=mark("Zoom out"),
        icon="zoom-out",
        keys=("Ctrl+-",),
        run=lambda w: w.view.zoom_out(),
    ),
    Action(
        name="zoom 100",
        text=mark("Original size"),
        icon="zoom-reset",
        keys=("Ctrl+0",),
        run=lambda w: w.view.zoom_to(1),
    ),
    Action(
        name="fit",
        text=mark("Fit the whole map"),
        icon="zoom-scan",
        keys=("Ctrl+1",),
        run=lambda w: w.view.fit(),
    ),
    Action(
        name="palette",
        text=mark("Palette"),
        keys=("Ctrl+Shift+B",),
        run=lambda w: w.settings.change(palette_shown=not w.settings.value.palette_shown),
        checked=lambda w: w.settings.value.palette_shown,
    ),
    Action(
        name="side",
        text=mark("Inspector"),
        keys=("Ctrl+Shift+I",),
        run=lambda w: w.settings.change(side_shown=not w.settings.value.side_shown),
        checked=lambda w: w.settings.value.side_shown,
    ),
    Action(
        name="next pane",
        text=mark("Go to the next pane"),
        keys=("F6",),
        run=lambda w: w.next_pane(),
    ),
    Action(
        name="full screen",
        text=mark("Full screen"),
        icon="maximize",
        keys=("F11",),
        run=lambda w: toggle_full_screen(w.window),
        checked=lambda w: w.window.isFullScreen(),
    ),
)

HELP: Final = (
    Action(
        name="shortcuts",
        text=mark("Keys"),
        icon="keyboard",
        keys=("F1", "Ctrl+/"),
        run=lambda w: w.show_shortcuts(),
    ),
    Action(
        name="sample",
        text=mark("Open the sample map"),
        icon="map-2",
        run=lambda w: w.documents.open_sample(),
    ),
    Action(name="about", text=mark("About CJ Editor"), icon="info-circle", run=lambda w: w.about()),
)

ACTIONS: Final[tuple[Action, ...]] = (
    *FILE, *EXPORT, POSTER, *EDIT, *CARDS, *INSERT, *LANES, *VIEW, *THEMES, *INTERFACE_LANGUAGES,
    *HELP,
)  # fmt: skip
"""All of them; menus, toolbar and search box choose by name."""
