"""What the menu View can do, the looks and the language included."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMainWindow

from cjeditor.app.action import Action, Run, Test
from cjeditor.app.languages import LANGUAGE_LABELS
from cjeditor.app.theme import THEME_LABELS
from cjeditor.core.words import mark

if TYPE_CHECKING:
    from cjeditor.app.settings import LanguageChoice, ThemeChoice
    from cjeditor.app.workspace import Workspace


def _theme_setter(choice: ThemeChoice) -> Run:
    return lambda w: w.settings.change(theme=choice)


def _language_setter(choice: LanguageChoice) -> Run:
    return lambda w: w.settings.change(language=choice)


def _theme_test(choice: ThemeChoice) -> Test:
    return lambda w: w.settings.value.theme == choice


def _language_test(choice: LanguageChoice) -> Test:
    return lambda w: w.settings.value.language == choice


THEMES: Final = tuple(
    Action(
        name=f"theme {c}",
        text=text,
        run=_theme_setter(c),
        checked=_theme_test(c),
        full=mark("Theme: {what}"),
    )
    for c, text in THEME_LABELS.items()
)

INTERFACE_LANGUAGES: Final = tuple(
    Action(
        name=f"language {c}",
        text=text,
        run=_language_setter(c),
        checked=_language_test(c),
        full=mark("Language: {what}"),
    )
    for c, text in LANGUAGE_LABELS.items()
)


def toggle_full_screen(window: QMainWindow) -> None:
    """Fill the screen, or stop filling it."""
    window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)


def _can_zoom(space: Workspace) -> bool:
    return space.tools.zoom_view is not None


def _zoom_in(space: Workspace) -> None:
    if space.tools.zoom_view is not None:
        space.tools.zoom_view.zoom_in()


def _zoom_out(space: Workspace) -> None:
    if space.tools.zoom_view is not None:
        space.tools.zoom_view.zoom_out()


def _original_size(space: Workspace) -> None:
    view = space.tools.zoom_view
    if view is space.view:
        space.view.motion.glide(lambda: space.view.zoom_to(1))
    elif view is not None:
        view.zoom_to(1)


VIEW: Final = (
    Action(
        name="zoom in",
        text=mark("Zoom in"),
        icon="zoom-in",
        keys=("Ctrl++", "Ctrl+="),
        run=_zoom_in,
        enabled=_can_zoom,
    ),
    Action(
        name="zoom out",
        text=mark("Zoom out"),
        icon="zoom-out",
        keys=("Ctrl+-",),
        run=_zoom_out,
        enabled=_can_zoom,
    ),
    Action(
        name="zoom 100",
        text=mark("Original size"),
        icon="zoom-reset",
        keys=("Ctrl+0",),
        run=_original_size,
        enabled=_can_zoom,
    ),
    Action(
        name="fit",
        text=mark("Fit the whole map"),
        icon="zoom-scan",
        keys=("Ctrl+1",),
        run=lambda w: w.view.motion.glide(w.view.fit),
    ),
    Action(
        name="fit selection",
        text=mark("Fit the selection"),
        keys=("Ctrl+2",),
        run=lambda w: w.view.motion.glide(w.view.fit_selection),
        enabled=lambda w: bool(w.session.selection),
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
        name="minimap",
        text=mark("Overview in the corner"),
        run=lambda w: w.settings.change(minimap_shown=not w.settings.value.minimap_shown),
        checked=lambda w: w.settings.value.minimap_shown,
    ),
    Action(
        name="next pane",
        text=mark("Go to the next pane"),
        keys=("F6",),
        run=lambda w: w.next_pane(),
    ),
    Action(
        name="projector",
        text=mark("Present"),
        icon="presentation",
        keys=("F5",),
        run=lambda w: w.projector.toggle(),
        checked=lambda w: w.is_projecting,
        tip=mark("Show the map on a projector"),
    ),
    Action(
        name="projector follows",
        text=mark("Projector follows the editor"),
        keys=("Shift+F5",),
        run=lambda w: w.projector.toggle_follow(),
        enabled=lambda w: w.is_projecting,
        checked=lambda w: w.is_projecting and w.projector.follows,
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
