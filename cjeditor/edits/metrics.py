"""Add and move metrics, add figures, and keep a metric what it is."""

from dataclasses import dataclass

from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.edits.edit import EditError
from cjeditor.edits.found import all_of, free
from cjeditor.edits.place import place
from cjeditor.edits.valid import clean
from cjeditor.model.integrity import faults_of
from cjeditor.model.map import Map, Record
from cjeditor.model.metrics import Figure, Metric


def keep_measure(journey: Map, before: Record, after: Record) -> None:
    """Refuse to make another measure of a metric that has figures.

    By another convention the same answers give another number, and the two are never mixed.

    Raises:
        EditError: It has figures, and kind or convention would be another.
    """
    if not isinstance(before, Metric) or not isinstance(after, Metric):
        return
    other = (before.kind, before.convention) != (after.kind, after.convention)
    if other and journey.figures_of.get(before.id):
        raise EditError(
            mark(
                "The figures of this metric rest on its kind and convention. Add another metric, "
                "or delete its figures first."
            )
        )


@dataclass(frozen=True, slots=True)
class AddMetric:
    """Add *metric* after all others."""

    metric: Metric

    label = mark("Add metric")

    def apply(self, journey: Map) -> Map:
        free(journey, self.metric.id)
        if faults_of(journey, self.metric):
            raise EditError(mark("What the metric is about is no longer on the map."))
        return journey.put(*place(journey.ordered_metrics, None, [clean(self.metric)]))


@dataclass(frozen=True, slots=True)
class MoveMetrics:
    """Give metrics another place in their order.

    Attributes:
        index: Their place among the metrics that stay.
    """

    ids: tuple[Id, ...]
    index: int | None

    label = mark("Move metric")

    def apply(self, journey: Map) -> Map:
        all_of(journey.metrics, self.ids)
        stay = [each for each in journey.ordered_metrics if each.id not in self.ids]
        moved = [each for each in journey.ordered_metrics if each.id in self.ids]
        return journey.put(*place(stay, self.index, moved))


@dataclass(frozen=True, slots=True)
class AddFigures:
    """Add *figures*; one of a day on which its metric has one takes the place of that."""

    figures: tuple[Figure, ...]

    @property
    def label(self) -> str:
        return mark("Add figure") if len(self.figures) == 1 else mark("Add figures")

    def apply(self, journey: Map) -> Map:
        after = journey
        for figure in self.figures:
            free(journey, figure.id)
            if faults_of(journey, figure):
                raise EditError(mark("The metric of the figure is no longer on the map."))
            known = after.figures_of.get(figure.metric, ())
            same = next((each.id for each in known if each.date == figure.date), figure.id)
            after = after.put(clean(figure.replace(id=same)))
        return after
