"""User flows: steps and decisions inside one part of the journey."""

from typing import Annotated, Final, Literal

from pydantic import Field

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.core.order import FIRST, Order
from cjeditor.core.words import mark
from cjeditor.kinds.fields import Name, Refers, Text

FlowNodeKind = Literal["start", "action", "decision", "system", "end"]
FLOW_NODE_KINDS: Final[dict[FlowNodeKind, str]] = {
    "start": mark("Start"),
    "action": mark("Action"),
    "decision": mark("Decision"),
    "system": mark("System"),
    "end": mark("End"),
}

Coordinate = Annotated[float, Field(ge=-1_000_000, le=1_000_000, allow_inf_nan=False)]
"""In points."""


class Flow(Frozen):
    """A diagram inside a step or a card.

    Attributes:
        about: The step, or the card, whose inside it shows.
        order: Position among the flows of the map.
    """

    id: Id
    about: Annotated[Id, Refers("steps", "cards", vital=True)]
    order: Order = FIRST
    title: Annotated[Name, Field(title=mark("Title"))] = ""


class FlowNode(Frozen):
    """A step of a flow.

    Attributes:
        x, y: Its middle, y down.
    """

    id: Id
    flow: Annotated[Id, Refers("flows", vital=True)]
    text: Annotated[Text, Field(title=mark("Text"))] = ""
    kind: Annotated[FlowNodeKind, Field(title=mark("Kind"))] = "action"
    x: Coordinate = 0.0
    y: Coordinate = 0.0


class FlowArrow(Frozen):
    """What follows on what; the way out of a decision has a label: "yes"."""

    id: Id
    source: Annotated[Id, Refers("flow_nodes", vital=True)]
    target: Annotated[Id, Refers("flow_nodes", vital=True)]
    order: Order = FIRST
    label: Annotated[Name, Field(title=mark("Label"))] = ""
