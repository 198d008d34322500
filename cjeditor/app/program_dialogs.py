"""The dialogs about the program itself: settings, keys, and what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cjeditor import __version__
from cjeditor.core.words import tr

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace


def show_settings(space: Workspace) -> None:
    """Show the settings."""
    from cjeditor.app.settings_dialog import SettingsDialog

    dialog = SettingsDialog(space.window, space.settings)
    dialog.keys_wanted.connect(lambda: show_keys(space, dialog))
    dialog.exec()


def show_shortcuts(space: Workspace) -> None:
    """Show the sheet of keys."""
    from cjeditor.app.shortcuts import ShortcutsDialog

    if ShortcutsDialog(space).exec():
        show_keys(space)


def show_keys(space: Workspace, parent: QWidget | None = None) -> None:
    """Let the keys of the actions be changed."""
    from cjeditor.app.keys_dialog import KeysDialog

    KeysDialog(parent or space.window, space.actions, space.settings).exec()


def about(space: Workspace) -> None:
    """Say what this program is."""
    from cjeditor.app.dialogs import tell

    text = tr(
        "CJ Editor {version}\n\nThe desktop editor for customer journey maps.\n"
        "Licence: Apache-2.0. Type: Noto Sans (OFL). Symbols: Tabler (MIT)."
    )
    tell(space.window, tr("About CJ Editor"), text.format(version=__version__))
