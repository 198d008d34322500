"""Pictures that another program brings: files that are dropped, pictures on the clipboard.

What comes is only looked at here. It is read and made safe later, away from the user's hands,
and by our own rules: local files with a picture's name, and data in the formats that we take.
"""

from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

from cjeditor.core.words import mark
from cjeditor.files.errors import BadPicture
from cjeditor.files.pictures import PIXEL_LIMIT, take_in, take_in_file
from cjeditor.model.records import Picture
from cjeditor.session.picture_taking import Read

MOST: Final = 20
"""Files that are taken in at once."""

_MEDIA: Final = ("image/png", "image/jpeg", "image/webp")
_SUFFIXES: Final = (".png", ".jpg", ".jpeg", ".webp")


def picture_files(mime: QMimeData) -> tuple[Path, ...]:
    """Return the local files that have the name of a picture."""
    return tuple(Path(url.toLocalFile()) for url in mime.urls()[:MOST] if _is_picture(url))


def has_picture(mime: QMimeData) -> bool:
    """Tell whether *mime* brings pictures, without reading any."""
    return bool(picture_files(mime)) or _has_data(mime)


def pictures_in(mime: QMimeData) -> tuple[Read, ...]:
    """Return what reads the pictures in *mime*: those of files, else the one in the data."""
    files = picture_files(mime)
    if files:
        return tuple(partial(take_in_file, path) for path in files)
    for media in _MEDIA:
        if mime.hasFormat(media):
            return (partial(take_in, bytes(mime.data(media).data())),)
    image = mime.imageData() if mime.hasImage() else None
    return (partial(_take_in_image, image),) if isinstance(image, QImage) else ()


def _is_picture(url: QUrl) -> bool:
    """Tell whether *url* names a picture on this computer; another one's is not fetched."""
    local = url.isLocalFile() and url.host() in ("", "localhost")
    return local and url.fileName().lower().endswith(_SUFFIXES)


def _has_data(mime: QMimeData) -> bool:
    return any(mime.hasFormat(media) for media in _MEDIA) or mime.hasImage()


def _take_in_image(image: QImage) -> Picture:
    if image.width() * image.height() > PIXEL_LIMIT:
        raise BadPicture(mark("The picture has too many pixels: at most 40 million."))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes
    return take_in(bytes(buffer.data().data()))
