"""The picture of a card or a persona: shown small, chosen from a file, taken away."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from cjeditor.core.ids import Id
from cjeditor.core.words import interface, tr
from cjeditor.edits.pictures import AddPicture
from cjeditor.edits.records import SetField
from cjeditor.files.errors import BadPicture, CannotRead, reason_of
from cjeditor.files.pictures import take_in
from cjeditor.model.map import Map
from cjeditor.model.records import Picture
from cjeditor.panels.labels import plain
from cjeditor.panels.writing import Ids
from cjeditor.sentences import sentence
from cjeditor.session.session import Session

HIGHEST = 150
"""Of the small picture, in pixels."""


class PicturePart(QWidget):
    """The picture that a record's field `picture` names."""

    def __init__(self, session: Session, ids: Ids) -> None:
        super().__init__()
        self._session = session
        self._ids = ids
        self._shown: Id | None = None
        self._image = plain("")
        self._problem = plain("", "hint")
        self._problem.setWordWrap(True)
        self._problem.hide()
        self._choose = QPushButton(tr("Choose a picture …"))
        self._choose.clicked.connect(self._ask)
        self._remove = QPushButton(tr("Remove"))
        self._remove.clicked.connect(lambda: session.do(SetField(ids(), "picture", None)))
        buttons = QHBoxLayout()
        buttons.addWidget(self._choose)
        buttons.addWidget(self._remove)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(plain(tr("Picture"), "caption"))
        column.addWidget(self._image)
        column.addLayout(buttons)
        column.addWidget(self._problem)

    def show_picture(self, picture: Id | None, journey: Map) -> None:
        """Show the picture of that id; None means that there is none."""
        record = journey.pictures.get(picture or "")
        self._problem.hide()
        self._image.setVisible(record is not None)
        self._remove.setVisible(record is not None)
        if record is not None and picture != self._shown:
            self._image.setPixmap(_thumbnail(record))
        self._shown = picture

    def take(self, path: Path) -> None:
        """Embed the picture of a file, or tell why it cannot be."""
        try:
            picture = take_in(_content(path))
        except (BadPicture, CannotRead) as error:
            self._problem.setText(sentence(error, interface()))
            self._problem.show()
            return
        self._session.do(AddPicture(picture, self._ids()[0]))

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Choose a picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Pictures") + " (*.png *.jpg *.jpeg *.webp)"])
        if dialog.exec():
            self.take(Path(dialog.selectedFiles()[0]))


def _content(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CannotRead(reason_of(error), error.strerror or "", path) from error


def _thumbnail(picture: Picture) -> QPixmap:
    image = QPixmap()
    image.loadFromData(picture.content)
    return image.scaled(
        240,
        HIGHEST,
        Qt.AspectRatioMode.KeepAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )
