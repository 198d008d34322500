"""Metrics on the map: clicked, walked over with the keys, read aloud, deleted."""

import pytest
from maps import small_map
from PySide6.QtCore import Qt

from cjeditor.canvas.accessible_tree import Spot, Tree
from cjeditor.canvas.walk import Focus
from cjeditor.core.words import Words
from cjeditor.edits.records import SetField
from cjeditor.kinds.metrics_lane import MetricsLane
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.naming import spoken


@pytest.fixture
def journey():
    return small_map().put(
        MetricsLane(id="lane", order="Zz"),
        Metric(id="n", about="s1", order="a0", name="NPS", target=50.0),
        Metric(id="m", about="s1", order="a1", name="Effort"),
        Metric(id="c", about="buy", order="a2", name="CSAT"),
        Figure(id="f", metric="n", date="2026-11-01", value=41.0, answers=314),
    )


def test_a_click_selects_a_metric(hands, session, view):
    hands.click("n")

    assert session.selection == ("n",)
    assert session.cursor == ("lane", "s1")


def test_arrow_keys_go_from_metric_to_metric(hands, session, view):
    hands.click("n")

    hands.key(Qt.Key.Key_Down)
    assert session.selection == ("m",)
    hands.key(Qt.Key.Key_Right)
    hands.key(Qt.Key.Key_Right)
    assert session.selection == ("c",)


def test_delete_takes_it_away_and_undo_brings_it_back(hands, session, view):
    hands.click("n")

    hands.key(Qt.Key.Key_Delete)

    assert "n" not in session.journey.metrics
    session.undo_stack.undo()
    assert "n" in session.journey.metrics
    assert view.rect_of("n") is not None


def test_the_map_follows_a_new_figure(session, view):
    before = view.sheet.lane_of["lane"].band.block_of("n").drawing

    session.do(SetField(("f",), "value", 60.0))

    assert view.sheet.lane_of["lane"].band.block_of("n").drawing is not before


def test_a_screen_reader_finds_it_in_its_lane(session, view):
    tree = Tree(session.journey, view.sheet, Focus("n"))

    assert Spot("n", "lane") in tree.below(Spot("lane"))
    assert tree.focus == Spot("n", "lane")
    assert tree.holds(Spot("n", "lane"))


def test_it_is_read_aloud_with_place_value_and_target(session):
    said = spoken(session.journey, "n", Words("en")).replace("\u00a0", " ")

    assert said == "Metric of Find / Notice: NPS: 41, n = 314, Target 50 not met"


@pytest.mark.parametrize("place", ["n", ("lane", "s3")])
def test_keys_that_mean_cards_do_no_harm_to_metrics(hands, session, view, place):
    before = session.journey
    said = []
    view.hint.connect(said.append)
    hands.click(place)

    for key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_X, Qt.Key.Key_3):
        hands.key(key)
    hands.key(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    hands.drag("n", (600.0, 300.0))

    assert view.writer.editor is None
    assert session.journey is before
    assert any("Metrics" in each for each in said)
