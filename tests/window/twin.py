"""The same window once more, inside the test: it knows where everything stands."""

from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QFileDialog,
    QMenu,
    QTabBar,
    QToolButton,
    QWidget,
)
from window.screen import Spot

from cjeditor.app.dialogs import file_dialog
from cjeditor.app.main_window import MainWindow
from cjeditor.app.menus import CONTEXT, MENUS, Menu
from cjeditor.core.ids import Id
from cjeditor.display.shapes import Rect
from cjeditor.kinds.registry import CARD_KINDS
from cjeditor.layout.hit import cell_rect
from cjeditor.model.map import Map


class Twin:
    """Shows the map that the window on the screen has saved, at the same zoom."""

    def __init__(self, window: MainWindow) -> None:
        assert window.workspace is not None
        self._window = window
        self._space = window.workspace
        self.view = window.workspace.view

    def show(self, journey: Map) -> None:
        """Show another state of the map, as a whole."""
        self._space.session.show(journey)
        self.view.fit()
        QApplication.processEvents()

    def select(self, element: Id) -> None:
        """Let the panels show the fields of *element*."""
        self._space.session.select([element])
        self._space.side.inspector.catch_up()
        QApplication.processEvents()

    def element(self, element: Id, across: float = 0.5, down: float = 0.5) -> Spot:
        """Return a spot of what is drawn of a record."""
        rect = self.view.rect_of(element)
        assert rect is not None, f"{element} is not drawn"
        return self._spot(rect, across, down)

    def end_of(self, card: Id) -> Spot:
        """Return a spot at the right end of a card, where it is taken to span it."""
        x, y = self.element(card, 1)
        return x - 3, y

    def cell(self, lane: Id, step: Id, across: float = 0.5, down: float = 0.5) -> Spot:
        """Return a spot of a cell."""
        return self._spot(cell_rect(self.view.sheet, lane, step), across, down)

    def height(self, lane: Id, step: Id, y: float) -> Spot:
        """Return a spot in the middle of a step, *y* points below the lane's top."""
        rect = cell_rect(self.view.sheet, lane, step)
        return self._spot(Rect(rect.x, rect.y + y, rect.width, 0), 0.5, 0)

    def column_edge(self, step: Id) -> Spot:
        """Return a spot of the right edge of a column, among the heads."""
        sheet = self.view.sheet
        column = sheet.column_of[step]
        return self.paper(column.x + column.width, (sheet.head + sheet.top) / 2)

    def paper(self, x: float, y: float) -> Spot:
        """Return the spot of a point of the sheet."""
        return self._spot(Rect(x, y, 0, 0), 0, 0)

    def card_chip(self, kind: str) -> Spot:
        return self._chip(kind, is_lane=False)

    def lane_chip(self, kind: str) -> Spot:
        return self._chip(kind, is_lane=True)

    def button(self, text: str) -> Spot:
        """Return the middle of the toolbar's button that shows *text*."""
        return self._middle(next(
            each for each in self._window.findChildren(QToolButton)
            if each.text() == text and each.isVisible()
        ))  # fmt: skip

    def field(self, name: str) -> Spot:
        """Return the middle of the control with that accessible name."""
        return self._middle(next(
            each for each in self._space.side.findChildren(QWidget)
            if each.accessibleName() == name and each.isVisible()
        ))  # fmt: skip

    def action(self, name: str) -> Spot:
        """Return the middle of the button without words that runs an action."""
        return self._middle(next(
            each for each in self._window.findChildren(QToolButton)
            if each.defaultAction() is self._space.actions[name] and each.isVisible()
        ))  # fmt: skip

    def tab(self, number: int) -> Spot:
        """Return a spot of a tab of the panels."""
        bar = self._space.side.findChild(QTabBar)
        return self._in_window(bar, bar.tabRect(number).center())

    def tile(self, name: str) -> Spot:
        """Return the middle of a template's tile on the start screen."""
        home = self._space.home
        home.show()
        QApplication.processEvents()
        grid = home.screen.templates
        rows = range(grid.tiles.rowCount())
        index = next(i for i in map(grid.tiles.index, rows) if i.data() == name)
        spot = self._in_window(grid.viewport(), grid.visualRect(index).center())
        home.leave()
        return spot

    def menu(self, title: str) -> tuple[Spot, QMenu]:
        """Return a spot of a menu's title in the bar, and the menu."""
        bar = self._window.menuBar()
        action = next(each for each in bar.actions() if each.text() == title)
        return self._in_window(bar, bar.actionGeometry(action).center()), action.menu()

    def context_menu(self) -> QMenu:
        return self._space.actions.menu(CONTEXT, self._window)

    def save_button(self, size: tuple[int, int]) -> Spot:
        """Return the middle of the button in a dialog for a new file of *size*."""
        dialog = file_dialog(self._window, "", Path())
        dialog.resize(*size)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.show()
        assert QTest.qWaitForWindowExposed(dialog)
        button = dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save)
        spot = button.mapTo(dialog, button.rect().center())
        dialog.deleteLater()
        return spot.x(), spot.y()

    def row_of(self, menu: str, entry: str | Menu) -> int:
        """Return how often Down is pressed to get to *entry* of a menu of the bar."""
        found = next(each for each in MENUS if each.title == menu)
        enabled = self._space.actions.is_enabled
        there = [
            each
            for each in found.entries
            if each is not None and (isinstance(each, Menu) or enabled(each))
        ]
        return there.index(entry)

    def _chip(self, kind: str, *, is_lane: bool) -> Spot:
        heads = len(CARD_KINDS)
        chips = self._space.palette_panel.chips()
        return self._middle(next(
            each for each in (chips[heads:] if is_lane else chips[:heads]) if each.kind == kind
        ))  # fmt: skip

    def _middle(self, widget: QWidget) -> Spot:
        return self._in_window(widget, widget.rect().center())

    def _spot(self, rect: Rect, across: float, down: float) -> Spot:
        point = QPointF(rect.x + rect.width * across, rect.y + rect.height * down)
        return self._in_window(self.view.viewport(), self.view.mapFromScene(point))

    def _in_window(self, widget: QWidget, at: QPoint) -> Spot:
        inside = QRect(QPoint(), widget.size()).contains(at)
        assert inside, f"{at} lies outside of the {type(widget).__name__}"
        spot = widget.mapTo(self._window, at)
        return spot.x(), spot.y()
