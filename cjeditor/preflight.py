"""Whether a window can be opened here, found out before Qt would abort the process.

Imports no Qt. Qt itself ends the process with a core dump where there is no screen or a
library of its platform plugin is missing.
"""

import ctypes
import importlib.util
import os
import re
import sys
from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from cjeditor.cannot_start import CannotStart
from cjeditor.core.words import mark

BAD_PAIR: Final = "6.12.0"
"""Version of PySide6 that loses references to None on Python before 3.12 and aborts."""

DEBIAN: Final = (
    "libglib2.0-0 libgl1 libegl1 libxkbcommon0 libdbus-1-3 libfontconfig1 libfreetype6 libx11-6 "
    "libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-render-util0 "
    "libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0"
)
"""Packages of Debian and Ubuntu that a window needs."""

_LIBRARY: Final = re.compile(r"(lib[\w.+-]{1,80}\.so[.\d]{0,20}|\w{1,40}\.dll)")


def check_versions() -> None:
    """Refuse a PySide6 that is missing or that aborts on this Python.

    Raises:
        CannotStart: It is.
    """
    try:
        found = version("PySide6-Essentials")
    except PackageNotFoundError:
        if importlib.util.find_spec("PySide6") is None:
            raise CannotStart(
                mark("PySide6 is not installed. Install it with: pip install PySide6-Essentials")
            ) from None
        return  # a frozen program brings the library without its metadata
    if found == BAD_PAIR and sys.version_info < (3, 12):
        raise CannotStart(
            mark(
                "PySide6 {pyside} crashes on Python {python}. "
                "Use Python 3.12 or newer, or install PySide6-Essentials 6.11.3."
            ),
            pyside=found,
            python=".".join(map(str, sys.version_info[:2])),
        )


def check_screen(environment: Mapping[str, str] = os.environ) -> None:
    """Refuse to start where Qt would find no screen, or not its platform plugin.

    Raises:
        CannotStart: There is none.
    """
    if not sys.platform.startswith("linux"):
        return
    asked = environment.get("QT_QPA_PLATFORM", "")
    platforms = [each.partition(":")[0].strip() for each in asked.split(";")] if asked else []
    if platforms and not all(each.startswith(("xcb", "wayland")) for each in platforms):
        return  # the user knows a platform that needs no screen of ours
    x_allowed = not platforms or "xcb" in platforms
    wayland_allowed = not platforms or any(each.startswith("wayland") for each in platforms)
    if wayland_allowed and environment.get("WAYLAND_DISPLAY") and _reaches_wayland():
        return
    display = environment.get("DISPLAY", "")
    if not x_allowed or not display:
        raise CannotStart(
            mark(
                "There is no screen here to open the window on. "
                "The command “cjeditor export” works without one."
            )
        )
    _load_library("libxcb.so.1")
    if not _reaches_x(display):
        raise CannotStart(
            mark(
                "The screen “{display}” cannot be reached. "
                "The command “cjeditor export” works without one."
            ),
            display=display,
        )
    _load_plugin()


def of_import(error: ImportError) -> CannotStart:
    """Return why Qt cannot be imported."""
    found = _LIBRARY.search(str(error))
    if found is None:
        return CannotStart(
            mark("Qt cannot be loaded: {detail}. Install the program again."), detail=str(error)
        )
    return _missing(found[1])


def _missing(library: str) -> CannotStart:
    if not sys.platform.startswith("linux"):
        return CannotStart(
            mark("Qt cannot be loaded, because “{library}” is missing. Install the program again."),
            library=library,
        )
    return CannotStart(
        mark(
            "Qt cannot be loaded, because “{library}” is missing. "
            "On Debian or Ubuntu install it with: sudo apt install {packages}"
        ),
        library=library,
        packages=DEBIAN,
    )


def _load_library(name: str) -> ctypes.CDLL:
    try:
        return ctypes.CDLL(name)
    except OSError as error:
        found = _LIBRARY.search(str(error))
        raise _missing(found[1] if found else name) from error


def _load_plugin() -> None:
    """Load Qt's plugin for X, as Qt is about to do, so that a missing library shows."""
    package = importlib.util.find_spec("PySide6")
    folders = package.submodule_search_locations if package is not None else None
    for folder in folders or ():
        plugin = Path(folder) / "Qt" / "plugins" / "platforms" / "libqxcb.so"
        if plugin.is_file():
            _load_library(str(plugin))


def _reaches_x(display: str) -> bool:
    library = ctypes.CDLL("libxcb.so.1")
    library.xcb_connect.restype = ctypes.c_void_p
    library.xcb_connection_has_error.argtypes = [ctypes.c_void_p]
    library.xcb_disconnect.argtypes = [ctypes.c_void_p]
    connection = library.xcb_connect(os.fsencode(display), None)
    failed = library.xcb_connection_has_error(connection) != 0
    library.xcb_disconnect(connection)
    return not failed


def _reaches_wayland() -> bool:
    try:
        library = ctypes.CDLL("libwayland-client.so.0")
    except OSError:
        return False
    library.wl_display_connect.restype = ctypes.c_void_p
    library.wl_display_disconnect.argtypes = [ctypes.c_void_p]
    connection = library.wl_display_connect(None)
    if not connection:
        return False
    library.wl_display_disconnect(connection)
    return True
