"""Where the channel changes along the journey."""

from maps import full_map

from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.model.channels import Switch, switches, touchpoints_at, used_channels
from cjeditor.model.map import Map


def journey(**channels: tuple[str, ...]) -> Map:
    """The full map with one touchpoint in each of those steps."""
    steps = {"arrive": "arrive", "check_in": "check-in", "sleep": "sleep", "leave": "leave"}
    cards = [
        Touchpoint(id=name, lane="front", first_step=steps[name], last_step=steps[name],
                   channels=own)
        for name, own in channels.items()
    ]  # fmt: skip
    return full_map().drop(["t1"]).put(*cards)


def test_nothing_changes_while_a_channel_is_shared():
    assert switches(journey(arrive=("app",), check_in=("phone", "app"), leave=("phone",))) == ()


def test_a_change_is_told_with_whether_it_crosses():
    found = switches(journey(arrive=("app",), check_in=("web",), leave=("shop",)))

    assert found == (
        Switch("arrive", "check_in", crosses=False, restarts=False),
        Switch("check_in", "leave", crosses=True, restarts=False),
    )


def test_steps_without_a_channel_are_passed_over():
    found = switches(journey(arrive=("app",), check_in=(), sleep=(), leave=("shop",)))

    assert [(each.source, each.target) for each in found] == [("arrive", "leave")]


def test_a_start_over_belongs_to_the_touchpoint_that_is_come_to():
    before = journey(arrive=("app",), leave=("shop",))
    (found,) = switches(before.put(before.cards["leave"].replace(restarts=True)))

    assert found.restarts


def test_the_channels_are_sorted_into_digital_and_physical():
    made = journey(arrive=("shop", "app"), leave=("web",))

    assert used_channels(made) == (("web", "app"), ("shop",))
    assert used_channels(Map()) == ((), ())
    assert [card.id for card in touchpoints_at(made)["arrive"]] == ["arrive"]
