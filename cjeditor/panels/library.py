"""The sources of the map as a list beside it, to be dragged onto cards."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.ids import Id
from cjeditor.core.markup import no_markup
from cjeditor.core.words import tr, trn
from cjeditor.edits.evidence import PutBehind
from cjeditor.model.coverage import backed
from cjeditor.model.filtering import folded
from cjeditor.model.map import Map
from cjeditor.panels.evidence_choice import founded
from cjeditor.panels.icons import coloured, icon, ink, quiet
from cjeditor.panels.labels import ShortLabel, plain
from cjeditor.panels.sources import SYMBOLS, carried, source_name, source_summary
from cjeditor.session.session import Session

_ID = Qt.ItemDataRole.UserRole
_SYMBOL = 16


class SourceList(QListWidget):
    """The sources; what is chosen can be dragged onto cards of the map.

    Signals:
        wanted: Return was pressed: the chosen sources are to stand behind what is selected.
    """

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setDragEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setIconSize(QSize(_SYMBOL, _SYMBOL))
        self.itemDoubleClicked.connect(lambda _item: self.wanted.emit())

    def chosen(self) -> tuple[Id, ...]:
        """Return the chosen sources, from the top down."""
        rows = sorted(index.row() for index in self.selectedIndexes())
        return tuple(self.item(row).data(_ID) for row in rows)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Carry the chosen sources; Qt's own way would pack objects."""
        sources = self.chosen()
        if sources:
            drag = QDrag(self)
            drag.setMimeData(carried(sources))
            drag.setPixmap(self.currentItem().icon().pixmap(2 * _SYMBOL, 2 * _SYMBOL))
            drag.exec(Qt.DropAction.CopyAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wanted.emit()
        else:
            super().keyPressEvent(event)


class Library(QWidget):
    """Head, search field and list of the sources; it follows the map while it is seen.

    Signals:
        closed: It is no longer wanted.

    Attributes:
        list: The sources.
        search: Narrows them.
    """

    closed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._shown: Map | None = None
        self._ink = ink(self.palette())
        self.list = SourceList()
        self.search = QLineEdit()
        self.search.setClearButtonEnabled(True)
        self._title = plain("", "section")
        self._note = ShortLabel()
        self._note.setProperty("role", "note")
        self._close = QToolButton()
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 6, 12, 8)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self._note)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        self._close.clicked.connect(self.closed)
        self.search.textChanged.connect(self._narrow)
        self.list.wanted.connect(self._put)
        session.map_changed.connect(self._follow)
        self._say()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        other_ink = event.type() == QEvent.Type.PaletteChange and ink(self.palette()) != self._ink
        if other_ink or event.type() == QEvent.Type.LanguageChange:
            self._ink = ink(self.palette())
            self._say()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._follow()

    def _say(self) -> None:
        self._title.setText(tr("Evidence").upper())
        self._close.setIcon(coloured("x", quiet(self.palette())))
        self._close.setAccessibleName(tr("Close the list of evidence"))
        self._close.setToolTip(tr("Close the list of evidence"))
        self.search.setPlaceholderText(tr("Find a source"))
        self.search.setAccessibleName(tr("Find a source"))
        self.list.setAccessibleName(tr("Sources"))
        self._shown = None
        self._follow()

    def _follow(self, *_changed: object) -> None:
        journey = self._session.journey
        if not self.isVisible() or journey is self._shown:
            return
        chosen, self._shown = set(self.list.chosen()), journey
        behind = backed(journey)
        self.list.clear()
        for source in journey.ordered_evidence:
            count = len(behind.get(source.id, ()))
            behind_it = trn("behind {n} record", "behind {n} records", count)
            second = " · ".join(part for part in (behind_it, source_summary(source)) if part)
            item = QListWidgetItem(icon(SYMBOLS[source.kind], self.palette()), "")
            item.setText(f"{source_name(source)}\n{second}")
            item.setToolTip(no_markup(item.text()))
            item.setData(_ID, source.id)
            self.list.addItem(item)
            item.setSelected(source.id in chosen)
        self._narrow(self.search.text())
        self._note.show_text(
            tr("Drag onto a card, or Enter: behind the selection")
            if journey.evidence
            else tr("The map has no sources yet. The tool Evidence adds some.")
        )
        self.search.setVisible(bool(journey.evidence))
        self.list.setVisible(bool(journey.evidence))

    def _narrow(self, text: str) -> None:
        words = folded(text).split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            said = folded(item.text())
            item.setHidden(not all(word in said for word in words))

    def _put(self) -> None:
        records = founded(self._session.journey, self._session.selection)
        if records and self.list.chosen():
            self._session.attempt(PutBehind(self.list.chosen(), records))
