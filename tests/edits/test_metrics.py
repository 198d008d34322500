"""Metrics and figures are added and moved."""

import pytest
from maps import small_map

from cjeditor.edits.edit import EditError
from cjeditor.edits.metrics import AddFigures, AddMetric, MoveMetrics
from cjeditor.edits.records import Delete, SetField
from cjeditor.model.integrity import faults
from cjeditor.model.metrics import Figure, Metric


def figure(figure_id, date="2026-11-01", value=40.0, metric="m"):
    return Figure(id=figure_id, metric=metric, date=date, value=value)


@pytest.fixture
def journey():
    made = AddMetric(Metric(id="m", about="s4", name="NPS")).apply(small_map())
    return AddMetric(Metric(id="n", about="small", name="CSAT")).apply(made)


def test_metrics_are_added_at_the_end(journey):
    assert [each.id for each in journey.ordered_metrics] == ["m", "n"]
    assert not list(faults(journey))


def test_metrics_are_moved(journey):
    after = MoveMetrics(("n",), 0).apply(journey)

    assert [each.id for each in after.ordered_metrics] == ["n", "m"]


def test_a_figure_takes_the_place_of_another_of_that_day(journey):
    first = AddFigures((figure("f1"), figure("f2", "2026-10-01"))).apply(journey)

    after = AddFigures((figure("f3", value=50.0), figure("f4", metric="n"))).apply(first)

    found = [(each.id, each.date, each.value) for each in after.figures_of["m"]]
    assert found == [("f2", "2026-10-01", 40.0), ("f1", "2026-11-01", 50.0)]
    assert [each.id for each in after.figures_of["n"]] == ["f4"]


def test_figures_go_with_their_metric_and_metrics_with_their_step(journey):
    full = AddFigures((figure("f1"),)).apply(journey)

    assert not Delete(("m",)).apply(full).figures
    assert set(Delete(("s4",)).apply(full).metrics) == {"n"}


@pytest.mark.parametrize(
    "edit",
    [
        AddMetric(Metric(id="x", about="gone")),
        AddMetric(Metric(id="m", about="s4")),
        AddFigures((figure("f", metric="gone"),)),
        AddFigures((figure("s1"),)),
        MoveMetrics(("gone",), 0),
        SetField(("m",), "target", 1e300),
        SetField(("m",), "direction", "sideways"),
    ],
)
def test_what_does_not_fit_is_refused(journey, edit):
    with pytest.raises(EditError):
        edit.apply(journey)


@pytest.mark.parametrize(("field", "value"), [("kind", "csat"), ("convention", "index")])
def test_a_metric_with_figures_stays_the_same_measure(journey, field, value):
    full = AddFigures((figure("f1"),)).apply(journey)

    with pytest.raises(EditError, match="rest on its kind and convention"):
        SetField(("m",), field, value).apply(full)
    assert SetField(("m",), "direction", "lower").apply(full).metrics["m"].direction == "lower"
    assert getattr(SetField(("m",), field, value).apply(journey).metrics["m"], field) == value
