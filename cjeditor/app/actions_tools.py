"""What the menu Workshop can do, and what opens a tool for what is selected on the map."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cjeditor.app.action import Action, Run, Test
from cjeditor.app.tools import MAP, MAP_LABEL, MAP_SYMBOL
from cjeditor.core.ids import Id
from cjeditor.core.words import mark
from cjeditor.model.chains import has_whys
from cjeditor.model.map import Map
from cjeditor.tools.registry import TOOLS

if TYPE_CHECKING:
    from cjeditor.app.workspace import Workspace


def _shower(name: str) -> Run:
    return lambda w: w.tools.show(name)


def _test(name: str) -> Test:
    return lambda w: w.tools.name == name


TOOL_PAGES: Final = tuple(
    Action(
        name=f"tool {name}",
        text=label,
        icon=symbol,
        keys=(f"Ctrl+Alt+{number}",) if number < 10 else (),
        run=_shower(name),
        checked=_test(name),
        full=mark("Tool: {what}"),
    )
    for number, (name, label, symbol) in enumerate(
        [(MAP, MAP_LABEL, MAP_SYMBOL), *((tool.name, tool.label, tool.symbol) for tool in TOOLS)],
        start=1,
    )
)
"""One for the map and one for each tool, in the order of the tabs."""


def _alone(space: Workspace) -> Id:
    """Return what alone is selected, or ""."""
    selection = space.session.selection
    return selection[0] if len(selection) == 1 else ""


def _can_have_flow(journey: Map, element: Id) -> bool:
    return element in journey.cards or element in journey.steps


def _opener(name: str) -> Run:
    return lambda w: w.tools.go_to(_alone(w), name)


OPEN_IN_TOOL: Final = (
    Action(
        name="five whys",
        text=mark("Five whys …"),
        icon="zoom-question",
        run=_opener("whys"),
        enabled=lambda w: has_whys(w.session.journey, _alone(w)),
        tip=mark("Ask why the selected pain point hurts"),
    ),
    Action(
        name="user flow",
        text=mark("User flow …"),
        icon="sitemap",
        run=_opener("flows"),
        enabled=lambda w: _can_have_flow(w.session.journey, _alone(w)),
        tip=mark("Show what happens inside the selected step or card"),
    ),
)
"""One for each tool that shows something about a card or step of the map."""


def _compare(space: Workspace) -> None:
    from cjeditor.app.comparing import compare_with_file

    compare_with_file(space)


def _compare_states(space: Workspace) -> None:
    from cjeditor.app.comparing import compare_states

    compare_states(space)


COMPARE: Final = (
    Action(
        name="compare with",
        text=mark("Compare with another map …"),
        icon="git-compare",
        run=_compare,
    ),
    Action(
        name="compare states",
        text=mark("Compare current and future state …"),
        icon="layout-columns",
        run=_compare_states,
    ),
)
