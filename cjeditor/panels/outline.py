"""The outline: the whole map as a tree, to find, rename and delete in."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QSize
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView

from cjeditor.core.ids import Id
from cjeditor.core.words import tr
from cjeditor.edits.records import Delete, SetField
from cjeditor.panels.outline_model import ROLE_ID, OutlineModel
from cjeditor.session.session import Session


class Outline(QTreeView):
    """Selects what the map selects, and the other way round; F2 renames.

    While it is hidden it does not follow the map; it catches up when it is shown.
    """

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self._following = False
        self._model = OutlineModel(session.journey, self._rename)
        self._model.set_palette(self.palette())
        self.setModel(self._model)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self.setIconSize(QSize(16, 16))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setAccessibleName(tr("Outline"))
        self.selectionModel().selectionChanged.connect(self._select_in_session)
        session.map_changed.connect(self._show_map)
        session.selection_changed.connect(self._show_selection)
        self._open_stages()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Delete) and self._session.selection:
            self._session.do(Delete(self._session.selection))
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_map()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(tr("Outline"))
            self.viewport().update()
        elif event.type() == QEvent.Type.PaletteChange:
            self._model.set_palette(self.palette())

    def _show_map(self, *_changed: object) -> None:
        if not self.isVisible():
            return
        journey = self._session.journey
        opened = [] if self._model.has_heads_of(journey) else self._opened()
        self._following = True
        self._model.show_map(journey)
        self._following = False
        if opened is None:
            self._open_stages()
        else:
            for element in opened:
                self.expand(self._model.index_of(element))
        self._show_selection()

    def _opened(self) -> list[Id] | None:
        """Return what is open; None if nothing of the shown map is left."""
        stages = [self._model.index(row, 0) for row in range(self._model.rowCount())]
        ids = [index.data(ROLE_ID) for index in stages if self.isExpanded(index)]
        for stage in stages:
            rows = range(self._model.rowCount(stage)) if self.isExpanded(stage) else ()
            steps = (self._model.index(row, 0, stage) for row in rows)
            ids.extend(step.data(ROLE_ID) for step in steps if self.isExpanded(step))
        known = [each for each in ids if each and self._session.journey.find(each)]
        return known or None

    def _open_stages(self) -> None:
        for row in range(self._model.rowCount()):
            self.expand(self._model.index(row, 0))

    def _select_in_session(self) -> None:
        if not self._following:
            self._following = True
            ids = [index.data(ROLE_ID) for index in self.selectionModel().selectedIndexes()]
            self._session.select([each for each in ids if each])
            self._following = False

    def _show_selection(self) -> None:
        if self._following or not self.isVisible():
            return
        self._following = True
        flags = QItemSelectionModel.SelectionFlag
        self.clearSelection()
        for element in self._session.selection[:500]:
            index = self._model.index_of(element)
            if index.isValid():
                self.selectionModel().select(index, flags.Select)
        if self._session.selection:
            first = self._model.index_of(self._session.selection[0])
            if first.isValid():
                self.selectionModel().setCurrentIndex(first, flags.NoUpdate)
                self.scrollTo(first)
        self._following = False

    def _rename(self, element: Id, field: str, text: str) -> None:
        self._session.do(SetField((element,), field, text))
