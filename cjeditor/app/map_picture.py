"""A small picture of a map in a dialog."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QLabel, QWidget


class MapPicture(QLabel):
    """Shows a picture within *room*, as sharp as the screen; nothing while there is none."""

    def __init__(self, room: QSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._room = room
        self.setFixedHeight(room.height())
        self.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)

    def show_picture(self, picture: QImage | None) -> None:
        self.setVisible(picture is not None)
        if picture is not None:
            self.setPixmap(scaled(picture, self._room, self.devicePixelRatioF()))


def scaled(picture: QImage, room: QSize, ratio: float) -> QPixmap:
    """Return *picture* as large as fits into *room*, pixels of a screen with that *ratio*."""
    drawn = QPixmap.fromImage(picture).scaled(
        room * ratio,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
    drawn.setDevicePixelRatio(ratio)
    return drawn
