"""The picture of a card or a persona: shown small, chosen from a file, taken away."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImageReader, QPixmap
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.ids import Id
from cjeditor.core.words import interface, tr
from cjeditor.edits.pictures import AddPicture
from cjeditor.edits.records import SetField
from cjeditor.files.pictures import take_in_file
from cjeditor.model.map import Map
from cjeditor.model.records import Picture
from cjeditor.panels.icons import show_beside
from cjeditor.panels.labels import plain, wrapped
from cjeditor.panels.writing import Ids
from cjeditor.sentences import sentence
from cjeditor.session.picture_taking import PictureTaking
from cjeditor.session.session import Session

HIGHEST = 150
"""Of the small picture, in pixels."""


class PicturePart(QWidget):
    """The picture that a record's field `picture` names; without one a quiet button."""

    def __init__(self, session: Session, ids: Ids) -> None:
        super().__init__()
        self._session = session
        self._ids = ids
        self._shown: Id | None = None
        self._caption = plain(tr("Picture"), "caption")
        self._image = plain("")
        self._image.setAccessibleName(tr("Picture"))
        self._problem = wrapped("", "hint")
        self._problem.hide()
        self._add = QToolButton()
        self._add.setObjectName("plus")
        self._add.setText(tr("Add a picture …"))
        show_beside(self._add, "photo-plus")
        self._add.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._add.clicked.connect(self._ask)
        self._replace = QPushButton(tr("Replace …"))
        self._replace.clicked.connect(self._ask)
        self._remove = QPushButton(tr("Remove"))
        self._remove.clicked.connect(lambda: session.attempt(SetField(ids(), "picture", None)))
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._replace)
        buttons.addWidget(self._remove)
        buttons.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._caption)
        column.addWidget(self._image)
        column.addWidget(self._add, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(buttons)
        column.addWidget(self._problem)

    def show_picture(self, picture: Id | None, journey: Map) -> None:
        """Show the picture of that id; None means that there is none."""
        record = journey.pictures.get(picture or "")
        self._problem.hide()
        for part in (self._caption, self._image, self._replace, self._remove):
            part.setVisible(record is not None)
        self._add.setVisible(record is None)
        if record is not None and picture != self._shown:
            self._image.setPixmap(_thumbnail(record))
        self._shown = picture

    def take(self, path: Path) -> None:
        """Embed the picture of a file, or tell why it cannot be.

        It comes to its card even if that is no longer the one that is shown.
        """
        taking = PictureTaking(self._session)
        taking.refused.connect(self._tell)
        taking.finished.connect(taking.deleteLater)
        use = partial(_embed, self._session, self._session.journey.id, self._ids()[0])
        taking.take([partial(take_in_file, path)], use)

    def _tell(self, error: Exception) -> None:
        self._problem.setText(sentence(error, interface()))
        self._problem.show()

    def _ask(self) -> None:
        dialog = QFileDialog(self, tr("Choose a picture"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([tr("Pictures") + " (*.png *.jpg *.jpeg *.webp)"])
        if dialog.exec():
            self.take(Path(dialog.selectedFiles()[0]))


def _embed(session: Session, journey: Id, element: Id, pictures: Sequence[Picture]) -> None:
    """Let *element* show the picture, unless another document has been opened meanwhile."""
    if session.journey.id == journey:
        session.attempt(AddPicture(pictures[0], element))


def _thumbnail(picture: Picture) -> QPixmap:
    """Return the picture at the size that is shown; it is never decoded larger than needed."""
    content = QByteArray(picture.content)
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    size = reader.size()
    reader.setScaledSize(size.scaled(240, HIGHEST, Qt.AspectRatioMode.KeepAspectRatio))
    return QPixmap.fromImage(reader.read())
