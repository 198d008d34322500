"""The map as a PNG picture."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from math import sqrt
from typing import TYPE_CHECKING, Final

from cjeditor.core.progress import Progress
from cjeditor.core.words import Words, mark
from cjeditor.exchange.format import Format, Options, Remark, Writing
from cjeditor.exchange.poster import counted, document_title, poster_of, poster_remarks
from cjeditor.layout.poster import Poster
from cjeditor.model.map import Map

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

_POINTS: Final = 72
"""Points in an inch."""

_MOST: Final = 40_000_000
"""Pixels of a picture; viewers and messengers refuse much larger ones."""

_LONGEST: Final = 32_000
"""Pixels of a side; painters stop at 32,767."""


def write(journey: Map, options: Options, progress: Progress) -> Writing:
    """Write *journey* as a picture of its poster.

    Raises:
        Cancelled: *progress* said so.
    """
    words = Words(options.language or journey.scope.language)
    progress(0)
    poster = poster_of(journey, options, words)
    dpi = _possible(poster, options.dpi)
    with _application():
        content = _painted(poster, dpi, document_title(journey, words), progress)
    progress(1)
    remarks = poster_remarks(poster, options)
    if dpi < options.dpi:
        remarks = (_reduced(options.dpi, dpi), *remarks)
    return Writing(content, remarks)


def _possible(poster: Poster, dpi: int) -> float:
    """Return *dpi*, or less where the picture would be too large."""
    width, height = poster.width * dpi / _POINTS, poster.height * dpi / _POINTS
    share = min(1.0, sqrt(_MOST / (width * height)), _LONGEST / max(width, height))
    return dpi * share


def _reduced(wanted: int, dpi: float) -> Remark:
    return Remark(
        mark("At {wanted} dpi the picture would be too large; it is drawn at {dpi} dpi."),
        {"wanted": str(wanted), "dpi": f"{dpi:.0f}"},
    )


@contextmanager
def _application() -> Iterator[None]:
    """Have Qt ready to paint: the running application, or one of our own without a screen."""
    from PySide6.QtGui import QGuiApplication

    if QGuiApplication.instance() is not None:
        yield
        return
    before = os.environ.get("QT_QPA_PLATFORM")
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication(["cjeditor"])
    try:
        yield
    finally:
        application.shutdown()
        if before is None:
            del os.environ["QT_QPA_PLATFORM"]
        else:
            os.environ["QT_QPA_PLATFORM"] = before


def _painted(poster: Poster, dpi: float, title: str, progress: Progress) -> bytes:
    """Return the poster as a PNG file."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter

    from cjeditor.render.backend import play_blocks
    from cjeditor.render.qt import Faces, QtBackend
    from cjeditor.render.qt_pictures import Images

    pixels = dpi / _POINTS
    image = QImage(
        max(1, round(poster.width * pixels)),
        max(1, round(poster.height * pixels)),
        QImage.Format.Format_RGB32,
    )
    image.fill(Qt.GlobalColor.white)
    image.setDotsPerMeterX(round(dpi / 0.0254))
    image.setDotsPerMeterY(round(dpi / 0.0254))
    image.setText("Title", title)
    painter = QPainter(image)
    try:
        painter.scale(pixels, pixels)
        painter.translate(poster.x, poster.y)
        painter.scale(poster.scale, poster.scale)
        backend = QtBackend(painter, Faces(), Images(poster.sheet.journey.pictures))
        play_blocks(counted(poster, progress), backend)
    finally:
        painter.end()
    return _encoded(image)


def _encoded(image: "QImage") -> bytes:
    from PySide6.QtCore import QBuffer

    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs want bytes, Qt takes str
    return bytes(buffer.data().data())


FORMAT: Final = Format(name="png", label=mark("PNG picture"), suffixes=(".png",), write=write)
