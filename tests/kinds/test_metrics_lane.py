"""The metric lane: what stands where, and what an edit leaves as it was."""

import pytest
from maps import small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import Curve, Symbol, TextLine
from cjeditor.display.theme import LIGHT, THEMES
from cjeditor.edits.records import SetField
from cjeditor.edits.shown import Show
from cjeditor.kinds.gauge_drawing import draw_gauge
from cjeditor.kinds.look import Look
from cjeditor.kinds.metrics_lane import MetricsLane
from cjeditor.layout.poster import lay_out_poster
from cjeditor.layout.sheet import lay_out
from cjeditor.model.gauges import gauge_of
from cjeditor.model.metrics import Figure, Metric

LOOK = Look(LIGHT, Words("en"))


@pytest.fixture
def journey():
    made = small_map().put(
        MetricsLane(id="lane", order="a9"),
        Metric(id="n", about="s4", order="a0", name="NPS after paying", kind="nps", target=40.0),
        Metric(id="c", about="buy", order="a1", name="CSAT", kind="csat", unit="%"),
        Metric(id="e", about="p1", order="a2", name="Effort", kind="ces", direction="lower"),
        Metric(id="all", about="small", order="a3", name="Churn"),
    )
    return made.put(
        *(
            Figure(
                id=f"n{n}", metric="n", date=f"2026-{8 + n:02}-28", value=value, answers=count,
                low=value - 8, high=value + 8,
            )
            for n, (value, count) in enumerate([(20.0, 60), (45.0, 314)])
        )
    )  # fmt: skip


def texts(block):
    return [shape.line.text for shape in block.drawing.shapes if isinstance(shape, TextLine)]


def test_a_metric_stands_at_its_step_its_stage_or_its_card(journey):
    sheet = lay_out(journey, LOOK)
    columns = sheet.column_of

    step, stage, card = (sheet.rect_of(metric) for metric in ("n", "c", "e"))

    assert columns["s4"].x < step.x < step.right < columns["s4"].x + columns["s4"].width
    assert columns["s3"].x < stage.x < columns["s4"].x < stage.right
    assert columns["s2"].x < card.x < card.right < columns["s3"].x
    assert stage.bottom <= step.y
    assert sheet.rect_of("all") is None


def test_it_shows_name_value_sample_trend_and_target(journey):
    band = lay_out(journey, LOOK).lane_of["lane"].band
    block = band.block_of("n")

    assert texts(block) == [
        "NPS after paying", "45", "n\u00a0=\u00a0314, ±8", "+25, better", "Target 40 met",
    ]  # fmt: skip
    symbols = {shape.name for shape in block.drawing.shapes if isinstance(shape, Symbol)}
    assert symbols == {"arrow-up", "check"}
    assert sum(isinstance(shape, Curve) for shape in block.drawing.shapes) == 2


def test_an_edit_elsewhere_leaves_the_lane_as_it_is(journey):
    before = lay_out(journey, LOOK)

    after = lay_out(SetField(("a1",), "text", "Other").apply(journey), LOOK, before)

    assert after.lane_of["lane"].band is before.lane_of["lane"].band


def test_a_figure_changes_only_its_own_drawing(journey):
    before = lay_out(journey, LOOK)

    after = lay_out(SetField(("n1",), "value", 30.0).apply(journey), LOOK, before)

    old, new = before.lane_of["lane"].band, after.lane_of["lane"].band
    assert old.block_of("e").drawing is new.block_of("e").drawing
    assert old.block_of("n").drawing is not new.block_of("n").drawing
    fresh = lay_out(SetField(("n1",), "value", 30.0).apply(journey), LOOK)
    assert [texts(b) for b in new.blocks] == [texts(b) for b in fresh.lane_of["lane"].band.blocks]


def test_a_metric_of_a_card_follows_it(journey):
    before = lay_out(journey, LOOK)
    moved = journey.put(journey.cards["p1"].replace(first_step="s1", last_step="s1"))

    after = lay_out(moved, LOOK, before)

    assert after.rect_of("e").x < before.rect_of("e").x


def test_a_collapsed_stage_takes_its_metrics_along(journey):
    before = lay_out(journey, Look(LIGHT, Words("en"), on_screen=True))

    after = lay_out(
        Show(("buy",), "collapsed").apply(journey), Look(LIGHT, Words("en"), on_screen=True), before
    )

    assert after.rect_of("n") is None
    assert after.rect_of("e") is not None


def test_an_empty_lane_says_what_to_do():
    journey = small_map().put(MetricsLane(id="lane", order="a9"))
    sheet = lay_out(journey, Look(LIGHT, Words("en"), prompts=True))

    assert [block.part for block in sheet.lane_of["lane"].band.blocks] == ["prompt"]


@pytest.mark.parametrize("name", THEMES)
def test_words_are_read_on_every_ground(journey, name):
    from cjeditor.core.colours import contrast

    theme = THEMES[name]
    band = lay_out(journey, Look(theme, Words("id"))).lane_of["lane"].band
    inks = {s.colour for b in band.blocks for s in b.drawing.shapes if isinstance(s, TextLine)}

    assert all(contrast(ink, theme.sheet) >= 4.5 for ink in inks)


@pytest.mark.parametrize("width", [68.0, 110.0, 300.0])
@pytest.mark.parametrize("unit", ["", "%", "jam", "rupiah per pelanggan"])
def test_nothing_of_a_value_is_cut_however_narrow(journey, width, unit):
    metric = journey.metrics["n"].replace(unit=unit, target=12_345_678.0)
    measured = journey.put(metric, journey.figures["n1"].replace(value=98_765_432.0))
    gauge = gauge_of(measured, metric, Words("id"))

    drawing = draw_gauge(gauge, width, LOOK)

    lines = [s for s in drawing.shapes if isinstance(s, TextLine)]
    assert not any("…" in each.line.text for each in lines)
    assert all(each.x + each.line.width <= width for each in lines)
    assert all(each.baseline <= drawing.height for each in lines)


@pytest.mark.parametrize("paper", [None, (842.0, 595.0)])
def test_the_poster_shows_every_metric_of_the_lane(journey, paper):
    poster = lay_out_poster(journey, paper, Words("id"))

    shown = [block for block in poster.blocks if block.part == "gauge"]
    assert {block.element for block in shown} == {"n", "c", "e"}
    assert any("tercapai" in text for block in shown for text in texts(block))
