"""The dialog about sessions that ended badly: what would come back, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from cjeditor.app.fitting import fitting
from cjeditor.app.map_picture import MapPicture
from cjeditor.app.moments import date_and_time
from cjeditor.app.recovered import Preview, Previewer
from cjeditor.core.theme_names import ThemeName
from cjeditor.core.words import mark, tr
from cjeditor.files.recovery import Leftover
from cjeditor.panels.flow import flowing
from cjeditor.panels.labels import ShortLabel, one_line, wrapped

_WIDTH, _HEIGHT = 820, 520
_LIST: Final = 300
_PICTURE: Final = QSize(440, 220)

_OPEN: Final = ("open", mark("Open the map"))
_DISCARD: Final = ("discard", mark("Put into the trash"))
_RESTORE: Final = ("restore", mark("Bring back"))
_DELETE: Final = ("delete", mark("Delete for good …"))


class RecoveryDialog(QDialog):
    """Two pages: what can be recovered, and what was thrown away.

    Signals:
        wanted: Something is to become of a `Leftover`: "open", "discard", "restore", "delete".

    Args:
        found, thrown: What stands on the pages.
        theme: Of the pictures.
    """

    wanted = Signal(str, object)

    def __init__(
        self,
        parent: QWidget,
        found: Sequence[Leftover],
        thrown: Sequence[Leftover],
        theme: ThemeName,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Recovered work"))
        self.resize(fitting(self, _WIDTH, _HEIGHT))
        hint = tr(
            "The program ended before these maps were saved. Nothing is lost: open one and save "
            "it. The files themselves have not been touched."
        )
        self.found = Page(found, hint, (_OPEN, _DISCARD))
        hint = tr("What is in the trash is kept for 30 days.")
        self.trash = Page(thrown, hint, (_RESTORE, _DELETE))
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.addTab(self.found, tr("To recover"))
        self.pages.addTab(self.trash, tr("Trash"))
        self.later = QPushButton(tr("Later"))
        buttons = QDialogButtonBox()
        buttons.addButton(self.later, QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        buttons.setContentsMargins(20, 0, 20, 16)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.pages, 1)
        column.addWidget(buttons)
        for page in (self.found, self.trash):
            page.wanted.connect(self.wanted)
        if not found and thrown:
            self.pages.setCurrentWidget(self.trash)
        self.pages.currentWidget().setFocus()
        self._previewer = Previewer((*found, *thrown), theme, self)
        self._previewer.made.connect(self._show)
        self._previewer.start(Previewer.Priority.LowPriority)

    def stop(self) -> None:
        """Read no more."""
        self._previewer.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        self.stop()
        super().closeEvent(event)

    def _show(self, leftover: Leftover, preview: Preview) -> None:
        for page in (self.found, self.trash):
            page.show_preview(leftover, preview)


class Page(QWidget):
    """A list of sessions, and what is known of the one that is chosen in it.

    Signals:
        wanted: Name of a button, and the chosen `Leftover`.
    """

    wanted = Signal(str, object)

    def __init__(
        self, leftovers: Sequence[Leftover], hint: str, buttons: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        self._leftovers = list(leftovers)
        self._previews: dict[Leftover, Preview] = {}
        self.list = QListWidget()
        self.list.setObjectName("framed")
        self.list.setMinimumWidth(_LIST)
        self.list.setAccessibleName(tr("Sessions"))
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._picture = MapPicture(_PICTURE)
        self._file = ShortLabel()
        self.words = wrapped("")
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.buttons = {name: QPushButton(tr(label)) for name, label in buttons}
        for name, button in self.buttons.items():
            button.setAutoDefault(name == "open")
            button.clicked.connect(lambda _on, name=name: self._press(name))
        self.setFocusProxy(self.list)
        self._put_together(hint)
        for leftover in self._leftovers:
            self.list.addItem(QListWidgetItem(date_and_time(leftover.when)))
        self.list.currentRowChanged.connect(self._show)
        self.list.itemActivated.connect(lambda _item: self._press(next(iter(self.buttons))))
        self.list.setCurrentRow(0)
        self._show()

    @property
    def chosen(self) -> Leftover | None:
        """The session that is chosen in the list."""
        row = self.list.currentRow()
        return self._leftovers[row] if 0 <= row < len(self._leftovers) else None

    def show_preview(self, leftover: Leftover, preview: Preview) -> None:
        """Show what is known of one of the sessions, if it stands here."""
        if leftover in self._leftovers:
            self._previews[leftover] = preview
            row = self._leftovers.index(leftover)
            title = one_line(preview.title)
            self.list.item(row).setText(f"{title}\n{date_and_time(leftover.when)}")
            self._show()

    def take_out(self, leftover: Leftover) -> None:
        """The session is here no more."""
        row = self._leftovers.index(leftover)
        del self._leftovers[row]
        self.list.takeItem(row)
        self._show()

    def _press(self, name: str) -> None:
        chosen = self.chosen
        if chosen is not None and self.buttons[name].isEnabled():
            self.wanted.emit(name, chosen)

    def _put_together(self, hint: str) -> None:
        right = QVBoxLayout()
        right.setSpacing(10)
        right.addWidget(self._picture)
        right.addWidget(self._file)
        right.addWidget(self.words, 1)
        right.addWidget(flowing(self.buttons.values()))
        row = QHBoxLayout()
        row.setSpacing(18)
        row.addWidget(self.list)
        row.addLayout(right, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 4)
        column.setSpacing(12)
        column.addWidget(wrapped(hint, "note"))
        column.addLayout(row, 1)

    def _show(self, _row: int = 0) -> None:
        chosen = self.chosen
        preview = self._previews.get(chosen) if chosen is not None else None
        for name, button in self.buttons.items():
            can = preview is not None and preview.can_open if name == "open" else True
            button.setEnabled(chosen is not None and can)
        self._show_words(chosen, preview)
        self._picture.show_picture(preview.picture if preview is not None else None)

    def _show_words(self, chosen: Leftover | None, preview: Preview | None) -> None:
        if chosen is None:
            self._file.show_text("")
            self.words.setText(tr("There is nothing here."))
        elif preview is None:
            self._file.show_text("")
            self.words.setText(tr("Reading …"))
        else:
            self._file.show_text(str(preview.file) if preview.file else "")
            self.words.setText("\n".join(preview.lines))
        self._file.setVisible(bool(self._file.text()))
        self.list.setAccessibleDescription(self.words.text())
