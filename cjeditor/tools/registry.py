"""The list that tabs, menu, keys and search box read the tools from."""

from typing import Final

from cjeditor.core.words import mark
from cjeditor.session.session import Session
from cjeditor.tools.tool import Tool, ToolPage


def _personas(session: Session) -> ToolPage:
    from cjeditor.tools.personas.page import PersonasPage

    return PersonasPage(session)


def _empathy(session: Session) -> ToolPage:
    from cjeditor.tools.empathy.page import EmpathyPage

    return EmpathyPage(session)


def _channels(session: Session) -> ToolPage:
    from cjeditor.tools.channels.page import ChannelsPage

    return ChannelsPage(session)


def _check(session: Session) -> ToolPage:
    from cjeditor.tools.check.page import CheckPage

    return CheckPage(session)


def _evidence(session: Session) -> ToolPage:
    from cjeditor.tools.evidence.page import EvidencePage

    return EvidencePage(session)


def _priorities(session: Session) -> ToolPage:
    from cjeditor.tools.priorities.page import PrioritiesPage

    return PrioritiesPage(session)


def _departments(session: Session) -> ToolPage:
    from cjeditor.tools.departments.page import DepartmentsPage

    return DepartmentsPage(session)


def _actions(session: Session) -> ToolPage:
    from cjeditor.tools.actions.page import ActionsPage

    return ActionsPage(session)


def _metrics(session: Session) -> ToolPage:
    from cjeditor.tools.metrics.page import MetricsPage

    return MetricsPage(session)


def _whys(session: Session) -> ToolPage:
    from cjeditor.tools.whys.page import WhysPage

    return WhysPage(session)


def _flows(session: Session) -> ToolPage:
    from cjeditor.tools.flows.page import FlowsPage

    return FlowsPage(session)


TOOLS: Final[tuple[Tool, ...]] = (
    Tool(
        name="personas",
        label=mark("Personas"),
        symbol="users",
        make=_personas,
        tables=("personas",),
    ),
    Tool(
        name="empathy",
        label=mark("Empathy map"),
        symbol="user-heart",
        make=_empathy,
        tables=("empathy_notes",),
    ),
    Tool(
        name="whys",
        label=mark("Five whys"),
        symbol="zoom-question",
        make=_whys,
        tables=("whys",),
    ),
    Tool(
        name="flows",
        label=mark("User flows"),
        symbol="sitemap",
        make=_flows,
        tables=("flows", "flow_nodes", "flow_arrows"),
    ),
    Tool(
        name="metrics",
        label=mark("Metrics"),
        symbol="chart-line",
        make=_metrics,
        tables=("metrics", "figures"),
    ),
    Tool(
        name="evidence",
        label=mark("Evidence"),
        symbol="file-text",
        make=_evidence,
        tables=("evidence",),
    ),
    Tool(name="priorities", label=mark("Priorities"), symbol="chart-dots", make=_priorities),
    Tool(name="departments", label=mark("Departments"), symbol="users", make=_departments),
    Tool(name="actions", label=mark("Action list"), symbol="checklist", make=_actions),
    Tool(name="channels", label=mark("Channels"), symbol="route", make=_channels),
    Tool(name="check", label=mark("Check"), symbol="circle-check", make=_check),
)
"""In the order of the tabs."""


def tool_named(name: str) -> Tool:
    """Return the tool called *name*.

    Raises:
        KeyError: There is none.
    """
    return {each.name: each for each in TOOLS}[name]


def tool_for(table: str) -> Tool | None:
    """Return the tool that shows the records of a table, or None."""
    return next((each for each in TOOLS if table in each.tables), None)
