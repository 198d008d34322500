"""Makes figures of the answers in a table: which columns, what does not count, what it comes to."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.numbers import written
from cjeditor.core.progress import Progress
from cjeditor.core.words import interface, mark, tr, trn
from cjeditor.exchange.format import ReadError
from cjeditor.exchange.survey.answers import Columns, Scale, Tally, count_answers
from cjeditor.exchange.survey.table import SUFFIXES, Preview, TableFile, open_table, preview
from cjeditor.model.gauges import sample_of, with_unit
from cjeditor.model.metric_kinds import KIND_FACTS
from cjeditor.model.metrics import METRIC_KINDS, Figure, Metric
from cjeditor.panels.choice_fields import ChoiceBox
from cjeditor.panels.labels import ShortLabel, one_line, plain, wrapped
from cjeditor.sentences import sentence
from cjeditor.session.work import Work
from cjeditor.tools.metrics.column_guess import guessed_columns
from cjeditor.tools.metrics.figure_dialog import today
from cjeditor.tools.metrics.tallied import figures_of_tally, told_troubles

_FRAME = 2
"""Pixels of the frame around the preview."""

_ROWS, _COLUMNS = 4, 60
"""Rows and columns of the preview."""


def choose_file(parent: QWidget) -> Path | None:
    """Ask for a table; None if none is chosen."""
    dialog = QFileDialog(parent, tr("Choose a table of answers"))
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([tr("Tables") + f" ({' '.join(f'*{each}' for each in SUFFIXES)})"])
    return Path(dialog.selectedFiles()[0]) if dialog.exec() else None


class ImportDialog(QDialog):
    """Reads a table in a thread of its own and shows what its answers come to.

    Attributes:
        is_ready: Whether all that was asked for is read and counted.
    """

    def __init__(self, metric: Metric, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._metric = metric
        self._facts = KIND_FACTS[metric.kind]
        self._file: TableFile | None = None
        self._tally: Tally | None = None
        self._made: tuple[Figure, ...] = ()
        self._works: list[Work] = []
        self.setWindowTitle(tr("Read answers: {metric}").format(metric=one_line(metric.name)[:60]))
        self.sheet, self.value = ChoiceBox(), ChoiceBox()
        self.day, self.segment, self.opened = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.whose = ChoiceBox()
        self.monthly = QRadioButton(tr("One figure for each month"))
        self.once = QRadioButton(tr("One figure of all"))
        self._table = QTableWidget(0, 0)
        self.said = wrapped("", "note")
        self.troubles = QPlainTextEdit()
        self.comes_to = QPlainTextEdit()
        self._rows = QFormLayout()
        self._lay_out(path, metric)
        self._connect()
        self._begin(lambda _progress: _opened(path), self._take_file)

    @property
    def is_ready(self) -> bool:
        return not any(work.isRunning() for work in self._works)

    def figures(self) -> tuple[Figure, ...]:
        """Return what the answers come to, once the dialog is accepted."""
        return self._made

    def done(self, code: int) -> None:
        for work in self._works:
            work.stop()
        for work in self._works:
            work.wait()
        self._works, self._file = [], None
        super().done(code)

    # --- layout

    def _lay_out(self, path: Path, metric: Metric) -> None:
        self._table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._table.setTabKeyNavigation(False)
        self._table.setAccessibleName(tr("Beginning of the table"))
        self._table.verticalHeader().hide()
        self._table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        labels = {
            mark("Sheet"): self.sheet,
            mark("Resolved, or duration in hours") if self._facts.durations
            else mark("Answers"): self.value,
            mark("Opened"): self.opened,
            mark("Date"): self.day,
            mark("Segment or stage"): self.segment,
            mark("Only of"): self.whose,
        }  # fmt: skip
        for label, box in labels.items():
            box.setAccessibleName(tr(label))
            self._rows.addRow(tr(label), box)
        self._rows.setRowVisible(self.sheet, False)
        self._rows.setRowVisible(self.opened, self._facts.durations)
        self._rows.setRowVisible(self.whose, False)
        ways = QButtonGroup(self)
        row = QHBoxLayout()
        for button in (self.monthly, self.once):
            ways.addButton(button)
            row.addWidget(button)
        row.addStretch()
        self.once.setChecked(True)
        for text, name in (
            (self.troubles, tr("What does not count")),
            (self.comes_to, tr("Figures")),
        ):
            text.setReadOnly(True)
            text.setTabChangesFocus(True)
            text.setAccessibleName(name)
        lists = QHBoxLayout()
        lists.setSpacing(12)
        for caption, text in (
            (tr("Figures"), self.comes_to),
            (tr("Does not count"), self.troubles),
        ):
            part = QVBoxLayout()
            part.setSpacing(4)
            part.addWidget(plain(caption, "caption"))
            part.addWidget(text, 1)
            lists.addLayout(part, 1)
        standard = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self.buttons.button(standard.Cancel).setText(tr("Cancel"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 16, 20, 0)
        column.setSpacing(10)
        column.addWidget(ShortLabel(f"{path.name} · {_scale_of(metric)}"))
        column.addWidget(self._table)
        column.addLayout(self._rows)
        column.addLayout(row)
        column.addWidget(self.said)
        column.addLayout(lists, 1)
        area = QScrollArea()  # with large words a low screen shows a part at a time
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inner)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area, 1)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 4, 20, 14)
        foot.addWidget(self.buttons)
        whole.addLayout(foot)
        self._fit()

    def _fit(self) -> None:
        """Be as large as the words need, but no larger than the screen."""
        lines, room = self.fontMetrics().lineSpacing(), self.screen().availableSize()
        for text in (self.comes_to, self.troubles):
            text.setMinimumHeight(5 * lines)
            text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.resize(min(40 * lines, room.width() - 40), min(37 * lines, room.height() - 60))

    def _connect(self) -> None:
        self.sheet.activated.connect(self._look_at_sheet)
        for box in (self.value, self.opened, self.day, self.segment):
            box.activated.connect(self._count)
        self.whose.activated.connect(self._show)
        self.monthly.toggled.connect(self._show)

    # --- reading

    def _begin(self, act: Callable[[Progress], object], take: Callable[[object], None]) -> None:
        """Do *act* in a thread and let *take* have what it made; what ran before is stopped."""
        for work in self._works:
            work.stop()
        work = Work(act, self)
        self._works.append(work)
        self._made = ()
        self._follow_buttons(tr("Reading …"))
        work.finished.connect(lambda: self._end(work, take))
        work.start()

    def _end(self, work: Work, take: Callable[[object], None]) -> None:
        if not self._works or self._works[-1] is not work:
            return  # something else is wanted by now, or nothing any more
        self._works = [each for each in self._works if each.isRunning() or each is work]
        try:
            take(work.result())
        except Exception as error:  # noqa: BLE001  whatever it is, the user is told
            self._tally = None
            self._show_lists("", "")
            self._follow_buttons(sentence(error, interface()))

    def _take_file(self, made: object) -> None:
        assert isinstance(made, tuple)
        file, seen = made
        if self._file is None:
            for name in file.sheets:
                self.sheet.addItem(one_line(name), name)
            self._rows.setRowVisible(self.sheet, len(file.sheets) > 1)
        self._file = file
        self._show_preview(seen)
        self._offer_columns(seen)
        self.value.setFocus()
        self._count()

    def _look_at_sheet(self) -> None:
        file, sheet = self._file, self.sheet.currentData()
        if file is not None:
            self._begin(lambda _progress: (file, preview(file, sheet)), self._take_file)

    def _show_preview(self, seen: Preview) -> None:
        self._table.clear()
        columns = seen.columns[:_COLUMNS]
        self._table.setColumnCount(len(columns))
        self._table.setRowCount(min(_ROWS, len(seen.rows)))
        self._table.setHorizontalHeaderLabels([one_line(each) for each in columns])
        for number, row in enumerate(seen.rows[:_ROWS]):
            for column, text in enumerate(row[:_COLUMNS]):
                self._table.setItem(number, column, QTableWidgetItem(one_line(text)))

        self._table.resizeColumnsToContents()
        rows = sum(map(self._table.rowHeight, range(self._table.rowCount())))
        around = self._table.horizontalScrollBar().sizeHint().height() + 2 * _FRAME
        head = self._table.horizontalHeader().sizeHint().height()
        self._table.setFixedHeight(head + rows + around)

    def _offer_columns(self, seen: Preview) -> None:
        found = guessed_columns(seen, Scale(self._metric.lowest, self._metric.highest))
        for box, chosen, optional in (
            (self.value, found.value, False),
            (self.opened, found.opened, True),
            (self.day, found.day, True),
            (self.segment, found.segment, True),
        ):
            box.clear()
            if optional:
                box.addItem("–", None)
            for number, name in enumerate(seen.columns):
                box.addItem(one_line(name) or tr("Column {n}").format(n=number + 1), number)
            box.setCurrentIndex(box.findData(chosen))
        if not self._facts.durations:
            self.opened.setCurrentIndex(0)
        self.monthly.setChecked(found.day is not None)

    def _count(self) -> None:
        file, sheet = self._file, self.sheet.currentData()
        if file is None:
            return
        columns = Columns(
            self.value.currentData(),
            self.day.currentData(),
            self.segment.currentData(),
            self.opened.currentData(),
        )
        lowest = 0.0 if self._facts.durations else self._metric.lowest
        scale = Scale(lowest, self._metric.highest)
        self._begin(
            lambda progress: count_answers(file, sheet, columns, scale, progress), self._take_tally
        )

    # --- what it comes to

    def _take_tally(self, made: object) -> None:
        assert isinstance(made, Tally)
        self._tally = made
        segments: Sequence[str] = made.segments if self.segment.currentData() is not None else ()
        self.whose.clear()
        self.whose.addItem(tr("All answers"), None)
        for segment in segments:
            self.whose.addItem(one_line(segment) or tr("Without a name"), segment)
        self._rows.setRowVisible(self.whose, bool(segments))
        self.monthly.setEnabled(self.day.currentData() is not None)
        if self.day.currentData() is None:
            self.once.setChecked(True)
        self._show()

    def _show(self) -> None:
        tally = self._tally
        if tally is None:
            return
        whose = self.whose.currentData()
        monthly = self.monthly.isChecked()
        self._made = figures_of_tally(
            self._metric, tally, whose, today(), interface(), monthly=monthly
        )
        words = interface()
        lines = [
            f"{figure.date}: {with_unit(figure.value, self._metric, words)}"
            f" ({sample_of(figure, words)})"
            for figure in self._made
        ]
        self._show_lists("\n".join(lines), told_troubles(tally, words))
        counted = trn("{n} answer counts.", "{n} answers count.", tally.counted)
        order = tr("Days are read as day/month/year.")
        if tally.order == "month first":
            order = tr("Days are read as month/day/year.")
        dated = self.day.currentData() is not None or self.opened.currentData() is not None
        self._follow_buttons(f"{counted} {order}" if dated else counted)

    def _show_lists(self, result: str, troubles: str) -> None:
        self.comes_to.setPlainText(result)
        self.troubles.setPlainText(troubles)

    def _follow_buttons(self, said: str) -> None:
        self.said.setText(said)
        ok = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(bool(self._made))
        ok.setText(trn("Add {n} figure", "Add {n} figures", len(self._made)))


def _scale_of(metric: Metric) -> str:
    """Return a metric's kind with the scale on which answers count: "CSAT, 1 to 5"."""
    kind = tr(METRIC_KINDS[metric.kind])
    if metric.lowest is None or metric.highest is None:
        return kind
    lowest, highest = (written(end, interface()) for end in (metric.lowest, metric.highest))
    scale = tr("{lowest} to {highest}").format(lowest=lowest, highest=highest)
    return f"{kind}, {scale}"


def _opened(path: Path) -> tuple[TableFile, Preview]:
    file = open_table(path)
    for sheet in file.sheets:
        try:
            return file, preview(file, sheet)
        except ReadError:
            if sheet == file.sheets[-1]:
                raise
    raise AssertionError
