"""Actions that find, go somewhere, and show how things belong together."""

from typing import Final

from cjeditor.app.action import Action
from cjeditor.core.words import mark

FIND: Final = (
    Action(
        name="find",
        text=mark("Find cards"),
        icon="filter",
        keys=("Ctrl+F",),
        run=lambda w: w.finding.start(),
    ),
    Action(
        name="find next",
        text=mark("Next match"),
        icon="chevron-down",
        keys=("F3",),
        run=lambda w: w.finding.step(1),
    ),
    Action(
        name="find previous",
        text=mark("Previous match"),
        icon="chevron-up",
        keys=("Shift+F3",),
        run=lambda w: w.finding.step(-1),
    ),
    Action(
        name="go to cell",
        text=mark("Go to cell …"),
        icon="arrow-right",
        keys=("Ctrl+G",),
        run=lambda w: w.finding.go_to_cell(),
        enabled=lambda w: bool(w.session.journey.steps and w.session.journey.lanes),
    ),
)

LINK: Final = Action(
    name="link to",
    text=mark("Link to …"),
    icon="link",
    keys=("Ctrl+Alt+L",),
    run=lambda w: w.linking.start(),
    enabled=lambda w: any(each in w.session.journey.cards for each in w.session.selection),
    full=mark("Link cards: {what}"),
)

OVERLAYS: Final = (
    Action(
        name="links",
        text=mark("Links"),
        icon="link",
        run=lambda w: w.settings.change(links_shown=not w.settings.value.links_shown),
        checked=lambda w: w.settings.value.links_shown,
        full=mark("Show links between cards"),
    ),
    Action(
        name="cell codes",
        text=mark("Cell codes"),
        icon="layout-grid",
        run=lambda w: w.settings.change(codes_shown=not w.settings.value.codes_shown),
        checked=lambda w: w.settings.value.codes_shown,
        full=mark("Show cell codes"),
    ),
)
"""What is drawn over the map on demand."""
