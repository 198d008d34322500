"""Pictures on the clipboard, pasted onto the selected card or into the cursor's cell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData

from cjeditor.canvas.incoming import has_picture, picture_files, pictures_in

if TYPE_CHECKING:
    from cjeditor.canvas.view import MapView

_TEXT = "text/plain"


def is_picture(mime: QMimeData) -> bool:
    """Tell whether *mime* is a picture first of all.

    Spreadsheets and word processors bring a picture of what was copied beside its text.
    """
    return bool(picture_files(mime)) or (has_picture(mime) and not mime.hasFormat(_TEXT))


def paste_picture(view: MapView, mime: QMimeData) -> None:
    """Put the pictures in *mime* onto the selected card, else into the cursor's cell."""
    view.pictures.put_at_focus(pictures_in(mime))
