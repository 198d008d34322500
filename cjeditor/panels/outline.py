"""The outline: the whole map as a tree, in which a map can be built by keys alone."""

from collections.abc import Callable, Iterable
from typing import Final

from PySide6.QtCore import (
    QEvent,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QLineEdit,
    QTreeView,
    QWidget,
)

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import tr
from cjeditor.edits.cards import ConvertCards
from cjeditor.edits.copies import COPIES
from cjeditor.edits.edit import Edit
from cjeditor.edits.lanes import AddLane
from cjeditor.edits.records import Delete, Duplicate, SetField
from cjeditor.model.map import table_of
from cjeditor.panels import outline_edits
from cjeditor.panels.lane_choices import LaneChoice, lane_of_cards
from cjeditor.panels.outline_edits import New, Way
from cjeditor.panels.outline_keys import act_of, lanes_menu, rows_menu
from cjeditor.panels.outline_model import ROLE_ID, OutlineModel
from cjeditor.panels.outline_rows import OutlineRows
from cjeditor.session.drafting import Drafting
from cjeditor.session.session import Session

MOST: Final = 500
"""Selected records that are shown as selected."""


_NOT_TYPED: Final = (Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Escape)
"""Keys with a text of their own that nobody means to write."""


class Outline(QTreeView):
    """Selects what the map selects, and the other way round; its keys stand in `outline_keys`.

    While it is hidden it does not follow the map; it catches up when it is shown. Who works on
    the map does not wait for it: it follows when the keyboard rests.

    Args:
        patience: Milliseconds without a change after which it follows; 0 means at once.

    Signals:
        picked: The user went to a row.

    Attributes:
        drafting: Tells what the text that is being typed would make of the map.
    """

    picked = Signal()

    def __init__(self, session: Session, patience: int = 0) -> None:
        super().__init__()
        self._session = session
        self._patience = patience
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._show_map)
        self._following = False
        self._new: Id = ""
        self._new_at = 0
        self._lane: Id = ""
        self._model = OutlineModel(session.journey, self._rename)
        self._model.set_palette(self.palette())
        self.setModel(self._model)
        self._typed: tuple[Id, str, str] = ("", "", "")
        self.drafting = Drafting(session, self._typed_edit, self)
        rows = OutlineRows(self)
        rows.typed.connect(self._type)
        self.setItemDelegate(rows)
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setIndentation(18)
        self.setIconSize(QSize(16, 16))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.EditKeyPressed | trigger.AnyKeyPressed | trigger.DoubleClicked)
        self.setExpandsOnDoubleClick(False)
        self.setDragDropMode(QAbstractItemView.DragDropMode.NoDragDrop)
        self.setAccessibleName(tr("Outline"))
        self.selectionModel().selectionChanged.connect(self._select_in_session)
        session.map_changed.connect(self._follow)
        session.selection_changed.connect(self._follow)
        self._open_stages()

    # --- what the keys do

    @property
    def here(self) -> Id:
        """The record of the current row; "" for the head of the lanes and for none."""
        return str(self.currentIndex().data(ROLE_ID) or "")

    def write(self) -> None:
        """Write the words of the current row."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex())

    def take_over(self) -> None:
        """Do an edit of what is written by now; the writing goes on."""
        if self.state() == QAbstractItemView.State.EditingState:
            for field in self.viewport().findChildren(QLineEdit):
                self.commitData(field)

    def add_beside(self) -> None:
        """Add what the current row is after it, and write it; of a lane the kind is asked."""
        if self.here in self._session.journey.lanes:
            self.ask_lane()
        else:
            self._add(outline_edits.beside(self._session.journey, self.here))

    def add_inside(self) -> None:
        """Add a step to a stage, a card to a step, a lane to the lanes, and write it."""
        if self._is_among_lanes():
            self.ask_lane()
        else:
            self._add(outline_edits.inside(self._session.journey, self.here, self._lane))

    def add_stage(self) -> None:
        """Add a stage after the one that the current row is in, and write it."""
        self._add(outline_edits.new_stage(self._session.journey, self.here))

    def add_step(self) -> None:
        """Add a step after the one that the current row is in, and write it."""
        self._add(outline_edits.new_step(self._session.journey, self.here))

    def take_kind(self, kind: str) -> None:
        """Make the selected cards a *kind*; without any add one, or among lanes a lane for it."""
        cards = tuple(i for i in self._session.selection if i in self._session.journey.cards)
        if cards:
            self._session.attempt(ConvertCards(cards, kind))
        elif self._is_among_lanes():
            self.add_lane(lane_of_cards(kind))
        else:
            self._add(outline_edits.new_card(self._session.journey, self.here, kind))

    def ask_lane(self) -> None:
        """Ask which kind of lane is to be added, below the current one."""
        menu = lanes_menu(self)
        below = self.visualRect(self.currentIndex()).bottomLeft()
        menu.popup(self.viewport().mapToGlobal(below))

    def add_lane(self, choice: LaneChoice) -> None:
        """Add a lane below the current one, and write its title."""
        ids = [each.id for each in self._session.journey.ordered_lanes]
        index = ids.index(self.here) + 1 if self.here in ids else None
        lane = choice.lane()
        self._add(New(AddLane(lane, index), lane.id))

    def move_row(self, way: Way) -> None:
        """Move the current row."""
        edit = outline_edits.moved(self._session.journey, self.here, way)
        if edit is not None:
            self._do_and_stay(edit)

    def can_rate(self) -> bool:
        """Tell whether a digit sets something at the current row, or is a text."""
        return outline_edits.rated(self._session.journey, self.here, 1) is not None

    def rate(self, value: int) -> None:
        """Set a rating or feeling from 1 to 5."""
        edit = outline_edits.rated(self._session.journey, self.here, value)
        if edit is not None:
            self._do_and_stay(edit)

    def duplicate(self) -> None:
        """Copy what is selected beside itself, and select the copies."""
        journey = self._session.journey
        records = [found for each in self._session.selection if (found := journey.find(each))]
        ids = tuple(each.id for each in records if table_of(each) in COPIES)
        edit = Duplicate(ids, tuple(new_id() for _ in ids))
        if ids and self._session.attempt(edit):
            self._session.select(edit.new_ids)

    def delete(self) -> None:
        """Delete what is selected."""
        if self._session.selection:
            self._session.attempt(Delete(self._session.selection))

    def _is_among_lanes(self) -> bool:
        return self.currentIndex().isValid() and (
            not self.here or self.here in self._session.journey.lanes
        )

    def _do_and_stay(self, edit: Edit) -> None:
        """Do *edit* and keep the current row current, wherever it has gone."""
        here = self.here
        if self._session.attempt(edit):
            self._go(here)

    def _add(self, new: New | None) -> None:
        """Add a record and write it, both as one step of undo."""
        if new is None or not self._session.attempt(new.edit, f"new {new.element}"):
            return
        card = self._session.journey.cards.get(new.element)
        self._lane = card.lane if card is not None else self._lane
        self._go(new.element)
        self.expand(self.currentIndex())
        self._new, self._new_at = new.element, self._session.undo_stack.index()
        self.edit(self.currentIndex())

    def _go(self, element: Id) -> None:
        self._session.select([element])
        index = self._model.index_of(element)
        if index.isValid():
            self.setCurrentIndex(index)
            self.scrollTo(index)

    def _rename(self, element: Id, field: str, text: str) -> None:
        merge = f"new {element}" if element == self._new else ""
        self._session.attempt(SetField((element,), field, text), merge)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        super().closeEditor(editor, hint)
        new, self._new = self._new, ""
        if new:
            self._session.break_merge()
            self._drop_unwritten(new)
        self._typed = ("", "", "")
        self.drafting.over()

    def _type(self, row: QPersistentModelIndex, text: str) -> None:
        self._typed = (*self._model.named(row), text)
        self.drafting.typed()

    def _typed_edit(self) -> Edit | None:
        element, field, text = self._typed
        return SetField((element,), field, text) if element else None

    def _drop_unwritten(self, new: Id) -> None:
        """Take a new card back that nobody has written anything on."""
        card = self._session.journey.cards.get(new)
        stack = self._session.undo_stack
        if card is not None and not card.text and stack.index() == self._new_at:
            stack.undo()

    # --- events

    def event(self, event: QEvent) -> bool:
        """Keep the outline's keys from the window's actions, which mean the map."""
        is_asked = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_asked and self._act(event) is not None:  # type: ignore[arg-type]
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act(event)
        if act is not None:
            act()
        elif event.key() in _NOT_TYPED:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _act(self, event: QKeyEvent) -> Callable[[], None] | None:
        writing = self.state() == QAbstractItemView.State.EditingState
        return None if writing else act_of(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        rows_menu(self).popup(event.globalPos())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_map()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if self._timer.isActive():
            self._show_map()
        super().focusInEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(tr("Outline"))
            self.viewport().update()
        elif event.type() == QEvent.Type.PaletteChange:
            self._model.set_palette(self.palette())

    # --- in step with the map

    def _follow(self, *maps: object) -> None:
        """Follow the map, or without *maps* the selection: at once if somebody works here."""
        works_here = self.hasFocus() or self.state() == QAbstractItemView.State.EditingState
        if self._patience and not works_here:
            self._timer.start(self._patience)
        elif maps:
            self._show_map()
        else:
            self._show_selection()

    def _show_map(self) -> None:
        self._timer.stop()
        if not self.isVisible():
            return
        journey = self._session.journey
        is_another = not self._model.shares_stages_with(journey)
        top = QPersistentModelIndex(self.indexAt(QPoint(0, 0)))
        here = QPersistentModelIndex(self.currentIndex())
        was_in_sight = self._is_in_sight(here)
        self._following = True
        self._model.show_map(journey)
        self._following = False
        if is_another:
            self._open_stages()
        if top.isValid() and self.visualRect(top).top() != 0:  # rows have come or gone above
            self.scrollTo(top, QAbstractItemView.ScrollHint.PositionAtTop)
        if was_in_sight and not self._is_in_sight(here):
            self.scrollTo(here)
        self._show_selection()

    def _is_in_sight(self, row: QPersistentModelIndex) -> bool:
        return row.isValid() and self.viewport().rect().intersects(self.visualRect(row))

    def _open_stages(self) -> None:
        for row in range(self._model.rowCount()):
            self.expand(self._model.index(row, 0))

    def _select_in_session(self) -> None:
        if not self._following:
            self._following = True
            ids = [index.data(ROLE_ID) for index in self.selectionModel().selectedIndexes()]
            self._session.select([each for each in ids if each])
            self._following = False
            self.picked.emit()

    def _show_selection(self) -> None:
        """Select what the map selects and bring it into sight; what is so stays as it is."""
        if self._following or not self.isVisible():
            return
        selected = self._session.selection[:MOST]
        rows = [index for each in selected if (index := self._model.index_of(each)).isValid()]
        if _elements(rows) == _elements(self.selectedIndexes()):
            return
        self._following = True
        flags = QItemSelectionModel.SelectionFlag
        self.clearSelection()
        for index in rows:
            self.selectionModel().select(index, flags.Select)
        if rows:
            self.selectionModel().setCurrentIndex(rows[0], flags.NoUpdate)
            self.scrollTo(rows[0])
        self._following = False


def _elements(rows: Iterable[QModelIndex]) -> set[Id]:
    return {row.data(ROLE_ID) for row in rows}
