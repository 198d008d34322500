"""Asks what a new metric measures, and where."""

from collections.abc import Sequence
from typing import Final

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from cjeditor.core.ids import Id, new_id
from cjeditor.core.words import interface, mark, tr
from cjeditor.model.map import Map
from cjeditor.model.metric_kinds import KIND_FACTS, new_metric
from cjeditor.model.metrics import CONVENTIONS, METRIC_KINDS, Direction, Metric, MetricKind
from cjeditor.model.naming import about_name
from cjeditor.panels.choice_fields import ChoiceBox
from cjeditor.panels.labels import one_line
from cjeditor.panels.number_field import NumberLine

WORDINGS: Final[dict[Direction, str]] = {
    "higher": mark("“It was easy”: high answers are good"),
    "lower": mark("“How much effort”: low answers are good"),
}
_OTHER_WORDINGS: Final[dict[Direction, str]] = {
    "higher": mark("Higher is better"),
    "lower": mark("Lower is better"),
}


def places(journey: Map, chosen: Sequence[Id]) -> list[Id]:
    """Return what a metric may be about: the map, stages and steps, and cards that are chosen."""
    found = [journey.id]
    for stage in journey.ordered_stages:
        found += [stage.id, *(step.id for step in journey.steps_of[stage.id])]
    measured = [each.about for each in journey.ordered_metrics]
    found += [each for each in (*chosen, *measured) if each in journey.cards]
    return list(dict.fromkeys(found))


class MetricDialog(QDialog):
    """A new metric: its kind sets unit, direction, scale and convention.

    Args:
        chosen: What is selected: it is proposed as the place.
    """

    def __init__(self, journey: Map, chosen: Sequence[Id], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("New metric"))
        self.setMinimumWidth(440)
        self.kind, self.about = ChoiceBox(), ChoiceBox()
        self.convention, self.direction, self.scale = ChoiceBox(), ChoiceBox(), ChoiceBox()
        self.name, self.unit, self.target = QLineEdit(), QLineEdit(), NumberLine()
        for kind, label in METRIC_KINDS.items():
            self.kind.addItem(tr(label), kind)
        words = interface()
        for place in places(journey, chosen):
            text = one_line(about_name(journey, place, words))
            self.about.addItem(f"    {text}" if place in journey.steps else text, place)
        for convention, label in CONVENTIONS.items():
            self.convention.addItem(tr(label), convention)
        proposed = next((each for each in chosen if self.about.findData(each) >= 0), journey.id)
        self.about.setCurrentIndex(self.about.findData(proposed))
        self._rows = QFormLayout()
        self._rows.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self._lay_out()
        self.kind.currentIndexChanged.connect(self._take_preset)
        self._take_preset()

    def made(self) -> Metric:
        """Return what was chosen."""
        fresh = new_metric(new_id(), self.about.currentData(), self._kind, interface())
        changes: dict[str, object] = {
            "name": self.name.text().strip(),
            "unit": self.unit.text().strip(),
            "direction": self.direction.currentData(),
            "target": self.target.number,
        }
        if KIND_FACTS[self._kind].has_convention:
            changes["convention"] = self.convention.currentData()
        if self.scale.count():
            changes["lowest"], changes["highest"] = map(float, self.scale.currentData())
        return fresh.replace(**changes)

    @property
    def _kind(self) -> MetricKind:
        kind: MetricKind = self.kind.currentData()
        return kind

    def _lay_out(self) -> None:
        for label, editor in (
            (mark("Kind"), self.kind),
            (mark("About"), self.about),
            (mark("Name"), self.name),
            (mark("Unit"), self.unit),
            (mark("Direction"), self.direction),
            (mark("Scale"), self.scale),
            (mark("Convention"), self.convention),
            (mark("Target"), self.target),
        ):
            editor.setAccessibleName(tr(label))
            self._rows.addRow(tr(label), editor)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        buttons.button(QDialogButtonBox.StandardButton.Ok).setText(tr("Add"))
        buttons.button(QDialogButtonBox.StandardButton.Cancel).setText(tr("Cancel"))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(16)
        column.addLayout(self._rows)
        column.addWidget(buttons)

    def _take_preset(self) -> None:
        """Set what the kind begins with, and show only what it leaves to choose."""
        facts = KIND_FACTS[self._kind]
        self.name.setText(tr(facts.short))
        self.unit.setText(tr(facts.unit))
        labels = WORDINGS if facts.has_convention else _OTHER_WORDINGS
        self.direction.clear()
        for direction, label in labels.items():
            self.direction.addItem(tr(label), direction)
        self.direction.setCurrentIndex(self.direction.findData(facts.direction))
        self.scale.clear()
        for lowest, highest in facts.scales:
            text = tr("{lowest} to {highest}").format(lowest=lowest, highest=highest)
            self.scale.addItem(text, (lowest, highest))
        self._rows.setRowVisible(self.convention, facts.has_convention)
        self._rows.setRowVisible(self.scale, len(facts.scales) > 1)
        self._rows.setRowVisible(self.direction, facts.asks_direction)
