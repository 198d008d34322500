"""A map's pictures decoded no larger than they are drawn, in memory of a fixed size."""

import time
from collections import OrderedDict
from collections.abc import Mapping
from math import ceil
from typing import Final

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QImage, QImageReader

from cjeditor.core.ids import Id
from cjeditor.model import records

_ROOM: Final = 40_000_000
"""Bytes of decoded pictures that are kept."""

_STEPS: Final = (8, 4, 2, 1)
"""Pictures are decoded at these parts of their size, for which a JPEG takes little time."""

_Key = tuple[Id, int]


class Images:
    """The pictures of a map, decoded when they are drawn.

    Args:
        at_once: Milliseconds that may be spent on decoding after each `begin`; a picture that
            has to wait is not there yet. None means that none has to.

    Attributes:
        is_late: Whether a picture had to wait since `begin`.
    """

    def __init__(
        self, pictures: Mapping[Id, records.Picture], at_once: float | None = None
    ) -> None:
        self._pictures = pictures
        self._at_once = at_once
        self._spent = 0.0
        self._kept: OrderedDict[_Key, QImage] = OrderedDict()
        self._bytes = 0
        self.is_late = False

    def use(self, pictures: Mapping[Id, records.Picture]) -> None:
        """Take the pictures of a changed map; an id names its content, so decoded ones stay."""
        self._pictures = pictures

    def begin(self) -> None:
        """Begin another frame."""
        self._spent, self.is_late = 0.0, False

    def image(self, picture: Id, width: float) -> QImage:
        """Return the picture, at least *width* pixels wide or as wide as it is.

        It is null where there is none, where it cannot be decoded, and while it has to wait;
        what is known of it in another size serves meanwhile.
        """
        record = self._pictures.get(picture)
        if record is None:
            return QImage()
        part = next((each for each in _STEPS if record.width >= width * each), 1)
        kept = self._kept.get((picture, part))
        if kept is not None:
            self._kept.move_to_end((picture, part))
            return kept
        if self._at_once is not None and self._spent >= self._at_once:
            self.is_late = True
            others = (self._kept.get((picture, each)) for each in reversed(_STEPS))
            return next((image for image in others if image is not None), QImage())
        return self._decode(record, part)

    def _decode(self, record: records.Picture, part: int) -> QImage:
        begin = time.perf_counter()
        image = _decoded(record, part)
        self._kept[record.id, part] = image
        self._bytes += image.sizeInBytes()
        while self._bytes > _ROOM and len(self._kept) > 1:
            self._bytes -= self._kept.popitem(last=False)[1].sizeInBytes()
        self._spent += (time.perf_counter() - begin) * 1000
        return image


def _decoded(record: records.Picture, part: int) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(record.content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    if part > 1:
        reader.setScaledSize(QSize(ceil(record.width / part), ceil(record.height / part)))
    return reader.read()
