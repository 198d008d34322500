"""What each kind of metric begins with, and how its figures come from counts and answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from cjeditor.core.ids import Id
from cjeditor.core.words import Words, mark
from cjeditor.model import formulas
from cjeditor.model.formulas import Estimate, Scores
from cjeditor.model.metrics import Convention, Direction, Metric, MetricKind


@dataclass(frozen=True, slots=True)
class Computed:
    """A figure from counts or answers.

    Attributes:
        beside: What else the same answers say: label, English, marked, and value.
    """

    estimate: Estimate
    beside: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Counting:
    """How a figure comes from a few counts.

    Attributes:
        inputs: What is asked for; English, marked.
        whole: Whether they are whole numbers.
    """

    inputs: tuple[str, ...]
    compute: Callable[..., Estimate]
    whole: bool = True


Counted: TypeAlias = Callable[[Metric], Counting | None]
FromAnswers: TypeAlias = Callable[[Metric, Scores, int], Computed]
"""Metric, how often each answer was given, how many cases are still open → figure."""


def _none(_metric: Metric) -> None:
    return None


@dataclass(frozen=True, kw_only=True)
class KindFacts:
    """What is known of a kind of metric.

    Attributes:
        short: What a new one is called; English, marked.
        unit: English, marked; "" for none.
        lowest, highest: Ends of the scale of the answers; None without one.
        counting: How a metric's figure comes from counts; None if it cannot.
        from_answers: How it comes from single answers; None if it cannot.
        durations: Whether the answers are durations, of which some may be open.
        has_convention: Whether people choose one.
        asks_direction: Whether people say which direction is good; of a customer effort score
            the wording of the question says it.
        scales: Of the answers, the usual one first.
    """

    short: str
    unit: str = ""
    direction: Direction = "higher"
    convention: Convention | None = None
    lowest: float | None = None
    highest: float | None = None
    counting: Counted = _none
    from_answers: FromAnswers | None = None
    durations: bool = False
    has_convention: bool = False
    asks_direction: bool = False
    scales: tuple[tuple[float, float], ...] = field(default=())


def _nps(_metric: Metric, scores: Scores, _open: int) -> Computed:
    return Computed(formulas.nps_of(scores))


def _csat(metric: Metric, scores: Scores, _open: int) -> Computed:
    made = formulas.csat(scores, 5 if metric.highest is None else metric.highest)
    return Computed(made, ((mark("Mean"), formulas.mean(scores).value),))


def _ces(metric: Metric, scores: Scores, _open: int) -> Computed:
    lowest = 1.0 if metric.lowest is None else metric.lowest
    highest = 7.0 if metric.highest is None else metric.highest
    by: Mapping[Convention, Callable[[], Estimate]] = {
        "mean": lambda: formulas.ces_mean(scores, lowest, highest),
        "share": lambda: formulas.ces_share(scores, highest, metric.direction),
        "index": lambda: formulas.ces_index(scores, highest, metric.direction),
    }
    return Computed(by[metric.convention or "mean"]())


def _ttr(_metric: Metric, scores: Scores, still_open: int) -> Computed:
    durations = [duration for duration, count in scores.items() for _ in range(count)]
    made = formulas.time_to_resolution(durations, still_open)
    beside = [
        (mark("90th percentile"), made.slowest_tenth),
        (mark("Mean"), made.mean),
        (mark("Still open"), float(made.open)),
    ]
    return Computed(made.median, tuple(beside))


def _mean(metric: Metric, scores: Scores, _open: int) -> Computed:
    return Computed(formulas.mean(scores, metric.lowest, metric.highest))


def _share(_metric: Metric, scores: Scores, _open: int) -> Computed:
    counted = sum(scores.values())
    return Computed(formulas.share(scores.get(1, 0), counted))


_GOOD_OF_ALL: Final = (mark("Good answers"), mark("All answers"))


def _ces_counting(metric: Metric) -> Counting | None:
    if metric.convention == "share":
        return Counting(_GOOD_OF_ALL, formulas.share)
    if metric.convention == "index":
        inputs = (mark("Good answers"), mark("Neutral answers"), mark("Bad answers"))
        return Counting(inputs, formulas.index)
    return None


def _always(*inputs: str, by: Callable[..., Estimate], whole: bool = True) -> Counted:
    counting = Counting(inputs, by, whole)
    return lambda _metric: counting


KIND_FACTS: Final[Mapping[MetricKind, KindFacts]] = {
    "nps": KindFacts(
        short="NPS",
        lowest=0,
        highest=10,
        scales=((0, 10),),
        from_answers=_nps,
        counting=_always(
            mark("Promoters"), mark("Passives"), mark("Detractors"), by=formulas.nps
        ),
    ),
    "csat": KindFacts(
        short="CSAT",
        unit="%",
        lowest=1,
        highest=5,
        scales=((1, 5), (1, 7), (1, 10)),
        from_answers=_csat,
        counting=_always(*_GOOD_OF_ALL, by=formulas.share),
    ),
    "ces": KindFacts(
        short="CES",
        convention="mean",
        lowest=1,
        highest=7,
        scales=((1, 7), (1, 5)),
        has_convention=True,
        asks_direction=True,
        from_answers=_ces,
        counting=_ces_counting,
    ),
    "ttr": KindFacts(
        short="TTR", unit=mark("hours"), direction="lower", durations=True, from_answers=_ttr
    ),
    "clv": KindFacts(
        short="CLV",
        counting=_always(
            mark("Average purchase"), mark("Purchases a year"), mark("Years"),
            by=formulas.lifetime_value, whole=False,
        ),
    ),
    "crr": KindFacts(
        short="CRR",
        unit="%",
        counting=_always(
            mark("Customers at the start"), mark("Customers at the end"), mark("Newly won"),
            by=formulas.retention,
        ),
    ),
    "ccr": KindFacts(
        short="CCR",
        unit="%",
        direction="lower",
        counting=_always(
            mark("Customers at the start"), mark("Customers lost"), by=formulas.churn
        ),
    ),
    "conversion": KindFacts(
        short=mark("Conversion rate"),
        unit="%",
        lowest=0,
        highest=1,
        from_answers=_share,
        counting=_always(mark("Conversions"), mark("Visitors"), by=formulas.conversion),
    ),
    "own": KindFacts(short=mark("Own metric"), asks_direction=True, from_answers=_mean),
}  # fmt: skip


def new_metric(metric_id: Id, about: Id, kind: MetricKind, words: Words) -> Metric:
    """Return a metric with the name, unit, direction and scale that its kind begins with."""
    facts = KIND_FACTS[kind]
    return Metric(
        id=metric_id,
        about=about,
        kind=kind,
        name=words(facts.short),
        unit=words(facts.unit),
        direction=facts.direction,
        convention=facts.convention,
        lowest=facts.lowest,
        highest=facts.highest,
    )


def computed(metric: Metric, scores: Scores, still_open: int = 0) -> Computed:
    """Return the figure that answers make of a metric.

    Raises:
        Impossible: They make none.
        LookupError: Figures of that kind do not come from answers.
    """
    act = KIND_FACTS[metric.kind].from_answers
    if act is None:
        raise LookupError(metric.kind)
    return act(metric, scores, still_open)
