"""Asks for a figure of a metric: its value, or the counts that it is computed from."""

from PySide6.QtCore import QDate
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.ids import new_id
from cjeditor.core.words import interface, mark, tr
from cjeditor.model.formulas import Estimate, Impossible
from cjeditor.model.gauges import sample_of, with_unit
from cjeditor.model.metric_kinds import KIND_FACTS
from cjeditor.model.metrics import Figure, Metric
from cjeditor.panels.labels import one_line, wrapped
from cjeditor.panels.number_field import NumberLine
from cjeditor.panels.text_fields import DateEditor
from cjeditor.sentences import sentence

_MOST = 1e15
"""The greatest value that a figure can have."""


def today() -> str:
    """Return the day of today as figures have it."""
    return str(QDate.currentDate().toString("yyyy-MM-dd"))


class FigureDialog(QDialog):
    """A new figure of *metric*; what it comes to is shown while it is typed."""

    def __init__(self, metric: Metric, parent: QWidget) -> None:
        super().__init__(parent)
        self._metric = metric
        self._day = today()
        self._counting = KIND_FACTS[metric.kind].counting(metric)
        self.setWindowTitle(tr("New figure: {metric}").format(metric=one_line(metric.name)[:60]))
        self.setMinimumWidth(420)
        self.day = DateEditor(optional=False)
        self.day.show_value(self._day)
        self.day.edited.connect(self._take_day)
        self.by_counts = QRadioButton(tr("Computed from counts"))
        self.by_value = QRadioButton(tr("Typed in"))
        self._ways = QButtonGroup(self)
        for button in (self.by_counts, self.by_value):
            self._ways.addButton(button)
            button.toggled.connect(self._follow)
        self.value, self.answers = NumberLine(), NumberLine(whole=True)
        whole = self._counting.whole if self._counting else True
        inputs = self._counting.inputs if self._counting else ()
        self.counts = [NumberLine(whole=whole) for _ in inputs]
        self.note = QLineEdit()
        self.said = wrapped("", "note")
        self._rows = QFormLayout()
        self._lay_out(inputs)
        (self.by_counts if self._counting else self.by_value).setChecked(True)
        self._follow()

    def figure(self) -> Figure:
        """Return what was typed in; it is complete once the dialog is accepted."""
        made = self._estimate()
        assert made is not None
        return Figure(
            id=new_id(),
            metric=self._metric.id,
            date=self._day,
            value=made.value,
            answers=made.answers,
            low=made.low,
            high=made.high,
            note=self.note.text().strip(),
        )

    def _lay_out(self, inputs: tuple[str, ...]) -> None:
        self._add(mark("Date"), self.day)
        for button in (self.by_counts, self.by_value):
            self._rows.addRow(button)
            button.setVisible(self._counting is not None)
        for label, line in zip(inputs, self.counts, strict=True):
            self._add(label, line)
        self._add(mark("Value"), self.value)
        self._add(mark("Answers"), self.answers)
        self._add(mark("Notes"), self.note)
        for line in (*self.counts, self.value, self.answers):
            line.textEdited.connect(self._follow)
        standard = QDialogButtonBox.StandardButton
        self._buttons = QDialogButtonBox(standard.Ok | standard.Cancel)
        self._buttons.button(standard.Ok).setText(tr("Add"))
        self._buttons.button(standard.Cancel).setText(tr("Cancel"))
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(14)
        column.addLayout(self._rows)
        column.addWidget(self.said)
        column.addWidget(self._buttons)

    def _add(self, label: str, editor: QWidget) -> None:
        (editor.focusProxy() or editor).setAccessibleName(tr(label))
        self._rows.addRow(tr(label), editor)

    def _take_day(self, change: object) -> None:
        assert callable(change)
        self._day = change(self._day)
        self._follow()

    def _follow(self) -> None:
        """Show the fields of the chosen way, and what they come to."""
        counted = self.by_counts.isChecked()
        for line in self.counts:
            self._rows.setRowVisible(line, counted)
        for line in (self.value, self.answers):
            self._rows.setRowVisible(line, not counted)
        made, problem = None, ""
        try:
            made = self._estimate()
        except Impossible as error:
            problem = sentence(error, interface())
        if made is not None:
            problem = self._told(made)
        self.said.setText(problem or tr("Fill in the numbers; the figure is shown here."))
        ok = self._buttons.button(QDialogButtonBox.StandardButton.Ok)
        ok.setEnabled(made is not None)

    def _told(self, made: Estimate) -> str:
        words = interface()
        figure = Figure(
            id="f", metric="m", date="2026-01-01", value=made.value, answers=made.answers,
            low=made.low, high=made.high,
        )  # fmt: skip
        sample = sample_of(figure, words)
        value = with_unit(made.value, self._metric, words)
        return f"{value} ({sample})" if sample else value

    def _estimate(self) -> Estimate | None:
        """Return what the fields come to; None while numbers are missing.

        Raises:
            Impossible: They come to nothing.
        """
        if not self.by_counts.isChecked():
            value, answers = self.value.number, self.answers.number
            if value is None or not self.answers.is_right or (answers or 0) < 0:
                return None
            return Estimate(value, None if answers is None else min(int(answers), 1_000_000_000))
        assert self._counting is not None
        numbers = [line.number for line in self.counts]
        if any(number is None or abs(number) > 1_000_000_000 for number in numbers):
            return None
        known = [number for number in numbers if number is not None]
        made = self._counting.compute(*(map(int, known) if self._counting.whole else known))
        return made if abs(made.value) <= _MOST else None
