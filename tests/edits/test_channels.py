"""Touchpoints moved from channel to channel."""

import pytest
from maps import full_map

from cjeditor.edits.channels import MoveToChannel
from cjeditor.edits.edit import EditError


@pytest.mark.parametrize(
    ("channel", "after"),
    [("web", ("web", "app")), ("app", ("app",)), (None, ("app",)),
     ("self-service", ("self-service", "app"))],
)  # fmt: skip
def test_the_first_channel_is_exchanged_and_the_others_stay(channel, after):
    journey = full_map()  # its touchpoint is on self-service and app

    moved = MoveToChannel(("t1",), channel).apply(journey)

    assert moved.cards["t1"].channels == after


def test_other_cards_have_no_channel():
    with pytest.raises(EditError, match="Only touchpoints have channels"):
        MoveToChannel(("p1",), "web").apply(full_map())


def test_what_is_gone_is_refused():
    with pytest.raises(EditError):
        MoveToChannel(("gone",), "web").apply(full_map())
