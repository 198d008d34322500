"""The page of metrics: a tile for each, grouped by what it is about, and the figures of one."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QGridLayout,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from cjeditor.canvas.comment_marks import open_comments
from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import interface, tr
from cjeditor.edits.lanes import AddLane
from cjeditor.edits.metrics import AddFigures, AddMetric, MoveMetrics
from cjeditor.edits.records import Delete
from cjeditor.kinds.metrics_lane import MetricsLane
from cjeditor.kinds.registry import kind_of_lane
from cjeditor.layout.measured import steps_of
from cjeditor.model.gauges import by_place, gauge_of
from cjeditor.model.map import Map
from cjeditor.model.metric_kinds import KIND_FACTS
from cjeditor.model.metrics import Metric
from cjeditor.model.naming import about_name
from cjeditor.panels.flow import FlowLayout, flowing
from cjeditor.panels.icons import show_beside
from cjeditor.panels.labels import ShortLabel, one_line, plain, wrapped
from cjeditor.session.session import Session
from cjeditor.tools.metrics.figure_dialog import FigureDialog
from cjeditor.tools.metrics.figures_table import FiguresTable
from cjeditor.tools.metrics.import_dialog import ImportDialog, choose_file
from cjeditor.tools.metrics.metric_dialog import MetricDialog
from cjeditor.tools.metrics.tile import Tile
from cjeditor.tools.tool import ToolPage

_GAP: Final = 12
_LEAST_TILES, _LEAST_FIGURES = 11, 7
"""Heights of both parts in lines of text."""

_ACROSS: Final = 2
"""Tiles of one group side by side."""


class MetricsPage(ToolPage):
    """Shows how every metric stands; the chosen one's figures stand below."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._groups: tuple[tuple[Id, tuple[Id, ...]], ...] | None = None
        self._tiles: dict[Id, Tile] = {}
        self._headings: dict[Id, ShortLabel] = {}
        self._metric: Id = ""
        self.add_metric = QPushButton()
        self.add_figure = QPushButton()
        self.read_answers = QPushButton()
        self.add_metric.clicked.connect(self._ask_metric)
        self.add_figure.clicked.connect(self._ask_figure)
        self.read_answers.clicked.connect(self._ask_answers)
        self.show_on_map = QPushButton()
        self.show_on_map.clicked.connect(self._show_on_map)
        self._buttons = flowing(
            (self.add_metric, self.add_figure, self.read_answers, self.show_on_map), gap=8
        )
        self._empty = wrapped("", "note")
        self._board = QScrollArea()
        self._board.setObjectName("toolBoard")
        self._board.setFrameShape(QFrame.Shape.NoFrame)
        self._board.setWidgetResizable(True)
        self._board.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._board.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.figures = FiguresTable()
        self.figures.chosen.connect(lambda figure: session.select((figure,)))
        self.figures.dropped.connect(self._drop)
        self._caption = plain("", "section")
        self._lay_out()

    def say(self) -> None:
        self.set_words(
            tr("Metrics"),
            tr("What is measured along the journey: how it stands, and where it is going."),
        )
        for button, text, symbol in (
            (self.add_metric, tr("Add metric …"), "plus"),
            (self.add_figure, tr("Add figure …"), "chart-dots"),
            (self.read_answers, tr("Read answers …"), "file-import"),
            (self.show_on_map, tr("Show on the map"), "map-pin"),
        ):
            button.setText(text)
            show_beside(button, symbol)
        self._empty.setText(
            tr("Nothing is measured yet. Add a metric, such as NPS, and then its figures.")
        )
        self.figures.say()
        lines = self.fontMetrics().lineSpacing()
        self._board.setMinimumHeight(_LEAST_TILES * lines)
        self.figures.setMinimumHeight(_LEAST_FIGURES * lines)
        self._groups = None

    def follow(self) -> None:
        journey = self.session.journey
        self._choose(journey)
        groups = tuple(
            (about, tuple(each.id for each in metrics)) for about, metrics in by_place(journey)
        )
        if groups != self._groups:
            self._build(groups)
        words, comments = interface(), open_comments(journey)
        for metric, tile in self._tiles.items():
            tile.show_gauge(gauge_of(journey, journey.metrics[metric], words))
            tile.show_comments(comments.get(metric, 0))
            with QSignalBlocker(tile):
                tile.setChecked(metric == self._metric)
        for about, heading in self._headings.items():
            heading.show_text(about_name(journey, about, words))
        self._show_figures(journey)

    def show_record(self, record: Id) -> None:
        super().show_record(record)
        self.follow()
        self._focus(self._metric)

    @property
    def in_hand(self) -> Metric | None:
        """The metric that is worked with."""
        return self.session.journey.metrics.get(self._metric)

    # --- what is shown

    def _lay_out(self) -> None:
        lower = QWidget()
        column = QVBoxLayout(lower)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(6)
        column.addWidget(self._caption)
        column.addWidget(self.figures)
        self._lower = lower
        halves = QSplitter(Qt.Orientation.Vertical)
        halves.setChildrenCollapsible(False)
        halves.addWidget(self._board)
        halves.addWidget(lower)
        halves.setStretchFactor(0, 3)
        halves.setStretchFactor(1, 1)
        self._halves = QScrollArea()  # of which a low window shows a part at a time
        self._halves.setObjectName("toolBoard")
        self._halves.setFrameShape(QFrame.Shape.NoFrame)
        self._halves.setWidgetResizable(True)
        self._halves.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._halves.setWidget(halves)
        halves.setObjectName("toolBoardContents")
        self.body.addWidget(self._buttons)
        self.body.addWidget(self._empty)
        self.body.addWidget(self._halves, 1)

    def _choose(self, journey: Map) -> None:
        """Work with the metric that is selected, or whose figure is, or that was before."""
        for element in reversed(self.session.selection):
            figure = journey.figures.get(element)
            found = figure.metric if figure is not None else element
            if found in journey.metrics:
                self._metric = found
                return
        if self._metric not in journey.metrics:
            first = next(iter(journey.ordered_metrics), None)
            self._metric = "" if first is None else first.id

    def _build(self, groups: tuple[tuple[Id, tuple[Id, ...]], ...]) -> None:
        """Put a tile for each metric on the board; the keyboard stays on its tile."""
        focused = next((key for key, tile in self._tiles.items() if tile.hasFocus()), None)
        self._groups = groups
        self._tiles, self._headings = {}, {}
        board = QWidget()
        board.setObjectName("toolBoardContents")
        flow = FlowLayout(board, gap=_GAP, on_top=True)
        for about, metrics in groups:
            flow.addWidget(self._group(about, metrics))
        old = self._board.takeWidget()
        self._board.setWidget(board)
        if old is not None:
            old.hide()
            old.deleteLater()
        self._empty.setVisible(not groups)
        self._halves.setVisible(bool(groups))
        self.add_figure.setEnabled(bool(groups))
        self.read_answers.setEnabled(bool(groups))
        self.show_on_map.setEnabled(bool(groups))
        if focused is not None:
            self._focus(focused if focused in self._tiles else self._metric)

    def _group(self, about: Id, metrics: tuple[Id, ...]) -> QWidget:
        """Return the tiles of what is measured at one place, below its name."""
        frame = QWidget()
        grid = QGridLayout(frame)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(_GAP // 2)
        across = min(_ACROSS, len(metrics))
        self._headings[about] = ShortLabel()
        self._headings[about].setProperty("role", "section")
        grid.addWidget(self._headings[about], 0, 0, 1, across)
        for number, metric in enumerate(metrics):
            tile = self._tile(metric)
            row, column = divmod(number, across)
            grid.addWidget(tile, row + 1, column, Qt.AlignmentFlag.AlignTop)
        return frame

    def _tile(self, metric: Id) -> Tile:
        tile = Tile(metric)
        tile.clicked.connect(lambda: self.session.select((metric,)))
        tile.opened.connect(lambda: self._open(metric))
        tile.walked.connect(self._walker(metric))
        tile.moved.connect(self._mover(metric))
        tile.dropped.connect(lambda: self._drop(metric))
        self._tiles[metric] = tile
        return tile

    def _show_figures(self, journey: Map) -> None:
        metric = self.in_hand
        if metric is None:
            return
        name = gauge_of(journey, metric, interface()).name
        self._caption.setText(tr("Figures: {metric}").format(metric=one_line(name)))
        figures = journey.figures_of.get(metric.id, ())
        self.figures.show_figures(metric, figures, self.session.selection)
        self.read_answers.setEnabled(KIND_FACTS[metric.kind].from_answers is not None)
        self.show_on_map.setEnabled(bool(steps_of(journey, metric.about)))

    # --- what is done

    def _walker(self, metric: Id) -> Callable[[int], None]:
        def walk(by: int) -> None:
            order = list(self._tiles)
            at = min(max(order.index(metric) + by, 0), len(order) - 1)
            self.session.select((order[at],))
            self._focus(order[at])

        return walk

    def _mover(self, metric: Id) -> Callable[[int], None]:
        def move(by: int) -> None:
            group = next(own for _, own in self._groups or () if metric in own)
            at = group.index(metric) + by
            if not 0 <= at < len(group):
                return
            order = [each.id for each in self.session.journey.ordered_metrics]
            stay = [each for each in order if each != metric]
            index = stay.index(group[at]) + (1 if by > 0 else 0)
            self.session.attempt(MoveMetrics((metric,), index))
            self._focus(metric)

        return move

    def _focus(self, metric: Id) -> None:
        tile = self._tiles.get(metric)
        if tile is not None:
            tile.setFocus()
            self._board.ensureWidgetVisible(tile)
            self._halves.ensureWidgetVisible(tile)

    def _open(self, metric: Id) -> None:
        self.session.select((metric,))
        self._ask_figure()

    def _drop(self, record: Id) -> None:
        order = list(self._tiles)
        at = order.index(record) if record in order else -1
        if self.session.attempt(Delete((record,))) and at >= 0 and self._tiles:
            left = list(self._tiles)
            self._focus(left[min(at, len(left) - 1)])

    def _ask_metric(self) -> None:
        dialog = MetricDialog(self.session.journey, self.session.selection, self)
        if self._is_accepted(dialog):
            metric = dialog.made()
            if self.session.attempt(AddMetric(metric)):
                self.show_record(metric.id)

    def _ask_figure(self) -> None:
        metric = self.in_hand
        if metric is None:
            return
        dialog = FigureDialog(metric, self)
        if self._is_accepted(dialog):
            self.session.attempt(AddFigures((dialog.figure(),)))

    def _ask_answers(self) -> None:
        metric = self.in_hand
        path = None if metric is None else choose_file(self)
        if metric is None or path is None:
            return
        dialog = ImportDialog(metric, path, self)
        if self._is_accepted(dialog):
            self.session.attempt(AddFigures(dialog.figures()))

    def _show_on_map(self) -> None:
        """Show the metric in the metric lane; a map that has none gets one."""
        lanes = self.session.journey.ordered_lanes
        if not any(kind_of_lane(lane).shows_gauges for lane in lanes):
            self.session.attempt(AddLane(MetricsLane(id=new_id())))
        self.map_wanted.emit(self._metric)

    @staticmethod
    def _is_accepted(dialog: QDialog) -> bool:
        """Show a dialog, which goes when it is left, and tell whether it was accepted."""
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return accepted
