"""What the figures of a metric say."""

import pytest
from maps import small_map

from cjeditor.core.words import Words
from cjeditor.model.gauges import by_place, gauge_of, turn_of
from cjeditor.model.metric_kinds import KIND_FACTS, computed, new_metric
from cjeditor.model.metrics import METRIC_KINDS, Figure, Metric

EN, ID = Words("en"), Words("id")


def journey_of(metric, *figures):
    made = [
        Figure(id=f"f{n}", metric=metric.id, date=f"2026-{n + 1:02}-01", **each)
        for n, each in enumerate(figures)
    ]
    return small_map().put(metric, *made)


def gauge(metric, *figures, words=EN):
    return gauge_of(journey_of(metric, *figures), metric, words)


CSAT = Metric(id="m", about="s4", name="CSAT", kind="csat", unit="%", target=80.0)
EFFORT = Metric(id="m", about="s4", name="Effort", kind="ces", direction="lower", target=3.0)


def test_a_metric_without_figures_says_so_and_is_not_zero():
    made = gauge(CSAT)

    assert made.value == "No figure yet"
    assert made.points == ()
    assert (made.met, made.target) == (None, "Target 80\u00a0%")


def test_the_latest_figure_counts():
    made = gauge(CSAT, {"value": 70.0}, {"value": 85.5, "answers": 314, "low": 81.0, "high": 90.0})

    assert made.value == "85.5\u00a0%"
    assert made.sample == "n\u00a0=\u00a0314, ±4.5"
    assert (made.met, made.target) == (True, "Target 80\u00a0% met")
    assert (made.turn, made.trend) == ("better", "+15.5, better")
    assert [point.value for point in made.points] == [70.0, 85.5]


def test_in_indonesian_numbers_have_a_comma():
    made = gauge(EFFORT, {"value": 4.08, "answers": 24, "low": 3.4, "high": 4.7}, words=ID)

    assert made.value == "4,08"
    assert made.sample == "n\u00a0=\u00a024, ±0,7, jawaban sedikit"
    assert made.target == "Target 3 belum tercapai"


@pytest.mark.parametrize(("answers", "few"), [(29, True), (30, False), (None, False)])
def test_few_answers_are_grey(answers, few):
    assert gauge(CSAT, {"value": 1.0, "answers": answers}).few is few


@pytest.mark.parametrize(
    ("answers", "said"),
    [
        (5, "n\u00a0=\u00a05, ±40, too few to trust"),
        (9, "n\u00a0=\u00a09, ±40, too few to trust"),
        (10, "n\u00a0=\u00a010, ±40, few answers"),
        (29, "n\u00a0=\u00a029, ±40, few answers"),
        (30, "n\u00a0=\u00a030, ±40"),
    ],
)
def test_a_margin_of_few_answers_is_said_to_be_no_promise(answers, said):
    figure = {"value": 10.0, "answers": answers, "low": -30.0, "high": 50.0}

    assert gauge(CSAT, figure).sample == said


@pytest.mark.parametrize("few", [0, 1])
def test_no_change_of_a_figure_from_too_few_answers_is_called_better(few):
    counts = [300, 300]
    counts[few] = 9
    one, other = (
        {"value": value, "answers": n} for value, n in zip((10.0, 60.0), counts, strict=True)
    )

    made = gauge(CSAT, one, other)

    assert (made.turn, made.trend) == ("unclear", "+50, too few answers to tell")


@pytest.mark.parametrize(
    ("metric", "before", "after", "turn"),
    [
        (CSAT, (70, None), (75, None), "better"),
        (EFFORT, (4.0, None), (4.5, None), "worse"),
        (CSAT, (70, 5), (75, 5), "unclear"),
        (CSAT, (70, 3), (75, 3), "better"),
        (CSAT, (70, 3), (70, 3), "same"),
    ],
)
def test_a_trend_beyond_the_margin_is_better_or_worse(metric, before, after, turn):
    figures = [
        Figure(
            id="f", metric="m", date="2026-01-01", value=float(value),
            low=None if margin is None else value - margin,
            high=None if margin is None else value + margin,
        )
        for value, margin in (before, after)
    ]  # fmt: skip

    assert turn_of(metric, *figures) == turn


def test_what_is_measured_stands_in_the_order_of_the_journey():
    journey = small_map().put(
        Metric(id="m1", about="p1", order="a0"),
        Metric(id="m2", about="s4", order="a1"),
        Metric(id="m3", about="find", order="a2"),
        Metric(id="m4", about="small", order="a3"),
    )

    assert [place for place, _ in by_place(journey)] == ["small", "find", "s4", "p1"]


@pytest.mark.parametrize("kind", METRIC_KINDS)
def test_every_kind_begins_with_a_name_and_can_get_figures(kind):
    metric = new_metric("m", "s4", kind, EN)

    assert metric.name
    facts = KIND_FACTS[kind]
    assert facts.counting(metric) is not None or facts.from_answers is not None


@pytest.mark.parametrize(
    ("convention", "value"), [("mean", 4.08), ("share", 45.8), ("index", -12.5)]
)
def test_answers_are_computed_by_the_metric_s_own_convention(convention, value):
    metric = new_metric("m", "s4", "ces", EN).replace(convention=convention)
    scores = {7.0: 5, 6.0: 3, 5.0: 3, 4.0: 2, 3.0: 4, 2.0: 3, 1.0: 4}

    assert computed(metric, scores).estimate.value == pytest.approx(value, abs=0.05)


def test_counts_of_effort_are_asked_for_by_the_convention():
    metric = new_metric("m", "s4", "ces", EN)
    ways = {
        convention: KIND_FACTS["ces"].counting(metric.replace(convention=convention))
        for convention in ("mean", "share", "index")
    }

    assert ways["mean"] is None
    assert len(ways["share"].inputs) == 2
    assert ways["index"].compute(8, 5, 11).value == -12.5


def test_resolution_says_more_than_the_median():
    metric = new_metric("m", "s4", "ttr", EN)

    made = computed(metric, {1.0: 1, 2.0: 1, 9.0: 1}, still_open=4)

    assert made.estimate.value == 2
    assert dict(made.beside)["Still open"] == 4
