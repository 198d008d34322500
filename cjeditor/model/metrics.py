"""Metrics and their dated figures."""

from typing import Annotated, Final, Literal

from pydantic import Field

from cjeditor.core.frozen import Frozen
from cjeditor.core.ids import Id
from cjeditor.core.order import FIRST, Order
from cjeditor.core.words import mark
from cjeditor.kinds.fields import AnyNumber, Count, IsoDate, Name, Refers, Text

MetricKind = Literal["nps", "csat", "ces", "ttr", "clv", "crr", "ccr", "conversion", "own"]
METRIC_KINDS: Final[dict[MetricKind, str]] = {
    "nps": mark("Net Promoter Score (NPS)"),
    "csat": mark("Customer satisfaction (CSAT)"),
    "ces": mark("Customer effort score (CES)"),
    "ttr": mark("Time to resolution (TTR)"),
    "clv": mark("Customer lifetime value (CLV)"),
    "crr": mark("Customer retention rate (CRR)"),
    "ccr": mark("Customer churn rate (CCR)"),
    "conversion": mark("Conversion rate"),
    "own": mark("Own metric"),
}

Direction = Literal["higher", "lower"]
DIRECTIONS: Final[dict[Direction, str]] = {
    "higher": mark("Higher is better"),
    "lower": mark("Lower is better"),
}

Convention = Literal["mean", "share", "index"]
CONVENTIONS: Final[dict[Convention, str]] = {
    "mean": mark("Mean of the answers"),
    "share": mark("Share of the good answers"),
    "index": mark("Good less bad answers"),
}
"""How a customer effort score is computed; the three are never mixed."""

Number = Annotated[float, Field(ge=-1e15, le=1e15, allow_inf_nan=False), AnyNumber()]


class Metric(Frozen):
    """A measured figure of the map, a stage, a step or a card.

    Attributes:
        about: What it measures; the map itself, or one of its parts.
        order: Position among the metrics of the map.
        direction: Of a customer effort score it depends on the wording of the question.
        convention: Of a customer effort score.
        lowest, highest: Ends of the scale of the answers.
    """

    id: Id
    about: Annotated[Id, Refers("stages", "steps", "cards", vital=True, or_map=True)]
    order: Order = FIRST
    name: Annotated[Name, Field(title=mark("Name"))] = ""
    kind: Annotated[MetricKind, Field(title=mark("Kind"))] = "own"
    unit: Annotated[Name, Field(title=mark("Unit"))] = ""
    direction: Annotated[Direction, Field(title=mark("Direction"))] = "higher"
    convention: Annotated[Convention | None, Field(title=mark("Convention"))] = None
    lowest: Annotated[Number | None, Field(title=mark("Lowest answer"))] = None
    highest: Annotated[Number | None, Field(title=mark("Highest answer"))] = None
    target: Annotated[Number | None, Field(title=mark("Target"))] = None
    note: Annotated[Text, Field(title=mark("Notes"))] = ""


class Figure(Frozen):
    """A value of a metric on a day.

    Attributes:
        answers: How many answers or cases it rests on, *n*; None means unknown.
        low, high: Ends of its 95 % interval.
    """

    id: Id
    metric: Annotated[Id, Refers("metrics", vital=True)]
    date: Annotated[IsoDate, Field(title=mark("Date"))]
    value: Annotated[Number, Field(title=mark("Value"))]
    answers: Annotated[Count | None, Field(title=mark("Answers"))] = None
    low: Annotated[Number | None, Field(title=mark("Lower end"))] = None
    high: Annotated[Number | None, Field(title=mark("Upper end"))] = None
    evidence: Annotated[Id | None, Field(title=mark("Source")), Refers("evidence")] = None
    note: Annotated[Text, Field(title=mark("Notes"))] = ""
