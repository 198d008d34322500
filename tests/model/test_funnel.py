"""The stages beside the sales funnel."""

from maps import golden_map

from cjeditor.model.funnel import FunnelStage, funnel
from cjeditor.model.metrics import Metric


def test_each_stage_tells_its_step_of_the_funnel_and_what_stands_in_it():
    journey = golden_map()
    journey = journey.put(
        Metric(id="m2", about="stay"), Metric(id="m3", about="sleep"), Metric(id="m4", about="full")
    )

    assert funnel(journey) == (
        FunnelStage("before", "Lead", touchpoints=1, pains=1, metrics=1),
        FunnelStage("stay", "", touchpoints=0, pains=0, metrics=2),
        FunnelStage("after", "", touchpoints=0, pains=0, metrics=0),
    )
