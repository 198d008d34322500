"""What the menu Insert can do, but for cards."""

from __future__ import annotations

from typing import Final

from cjeditor.app import inserting
from cjeditor.app.action import Action, Run
from cjeditor.core.words import mark


def _adder_of_lane(choice: inserting.LaneChoice) -> Run:
    return lambda w: w.view.adding.lane(choice.kind, choice.card)


LANES: Final = tuple(
    Action(
        name=f"lane {each.name}",
        text=each.label,
        icon=each.symbol,
        run=_adder_of_lane(each),
        full=mark("Add lane: {what}"),
    )
    for each in inserting.LANE_CHOICES
)

INSERT: Final = (
    Action(
        name="stage",
        text=mark("Stage"),
        icon="layout-columns",
        keys=("Ctrl+Shift+G",),
        run=lambda w: w.view.adding.stage(),
        tip=mark("Add a stage"),
    ),
    Action(
        name="step",
        text=mark("Step"),
        icon="column-insert-right",
        keys=("Ctrl+Shift+L",),
        run=lambda w: w.view.adding.step(),
        enabled=lambda w: bool(w.session.journey.stages),
        tip=mark("Add a step"),
    ),
    Action(
        name="comment",
        text=mark("Comment …"),
        icon="message",
        keys=("Ctrl+Alt+M",),
        run=lambda w: w.write_comment(),
        tip=mark("Write a comment about what is selected"),
    ),
    Action(
        name="persona",
        text=mark("Persona"),
        icon="users",
        run=lambda w: w.add_persona(),
        tip=mark("Add a persona"),
    ),
)
