"""The formulas of customer experience metrics, each with its interval where it rests on a sample.

Intervals are of 95 %. Nothing here rounds: who shows a figure does.
"""

from collections.abc import Mapping, Sequence
from math import ceil, floor, sqrt
from typing import Final, Literal, NamedTuple, TypeAlias

from cjeditor.core.words import mark

Z: Final = 1.959964
"""Standard normal deviate that leaves 5 % outside on both sides together."""

FEW: Final = 30
"""Answers below which a figure is shown in grey: the usual least size of a sample."""

TOO_FEW: Final = 10
"""Answers below which a margin is not to be trusted, see `nps`."""

Scores: TypeAlias = Mapping[float, int]
"""How often each answer was given."""


class Estimate(NamedTuple):
    """A figure and how sure it is.

    Attributes:
        answers: How many answers or cases it rests on; None where that means nothing.
        low, high: Ends of its 95 % interval; None where it is no sample, or too small for one.
    """

    value: float
    answers: int | None = None
    low: float | None = None
    high: float | None = None


class Impossible(Exception):
    """A figure cannot be computed from what was given.

    Attributes:
        reason: A sentence, English, marked, with places for *values*.
    """

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason.format(**values))
        self.reason = reason
        self.values = values


class NothingCounted(Impossible):
    """There is no answer, case or customer to compute from."""

    def __init__(self) -> None:
        super().__init__(mark("There is nothing to compute from: all counts are 0."))


class Negative(Impossible):
    """A count or amount is below 0."""

    def __init__(self) -> None:
        super().__init__(mark("A count or an amount cannot be below 0."))


class PartAboveWhole(Impossible):
    """A part is larger than the whole that it is a part of."""

    def __init__(self) -> None:
        super().__init__(mark("A part cannot be more than the whole."))


class UnknownScale(Impossible):
    """No convention says which answers on that scale are good ones."""

    def __init__(self) -> None:
        super().__init__(mark("For this convention the scale must run from 1 to 5 or from 1 to 7."))


def nps(promoters: int, passives: int, detractors: int) -> Estimate:
    """Return the Net Promoter Score, -100 to 100: share of promoters less share of detractors.

    Promoters answer 9 or 10, passives 7 or 8, detractors 0 to 6 (Reichheld, "The One Number You
    Need to Grow", 2003). The interval is the adjusted Wald one (Rocks, "Interval Estimation for
    the Net Promoter Score", 2016; measuringu.com/nps-confidence-intervals): 3 answers are added,
    three quarters of one to the promoters and as much to the detractors.

    Worked out over all true shares in steps of 5 %, it holds 95 % of the truths at 5, 10, 20 and
    30 answers alike. But one truth is not like another: with 5 answers every fifth of them is
    held in less than 93 % of the samples, in 83 % at worst, where nearly everybody gives the
    same answer; with 10 every ninth, 88 % at worst; with 30 one in 23, 92 % at worst.

    Raises:
        NothingCounted, Negative: It cannot be computed.
    """
    return _difference(promoters, passives, detractors)


def nps_of(scores: Scores) -> Estimate:
    """Return the Net Promoter Score of answers from 0 to 10.

    Raises:
        NothingCounted, Negative: It cannot be computed.
    """
    promoters = _count(scores, 9, 10)
    detractors = _count(scores, 0, 6)
    return nps(promoters, _total(scores) - promoters - detractors, detractors)


def share(part: int, whole: int) -> Estimate:
    """Return 100 × *part* / *whole* with Wilson's score interval.

    Source of the interval: Wilson, "Probable Inference", 1927; Newcombe 1998, method 3.

    Raises:
        NothingCounted, Negative, PartAboveWhole: It cannot be computed.
    """
    _insist_on_counts(part, whole)
    if part > whole:
        raise PartAboveWhole
    p, square = part / whole, Z * Z
    middle = (p + square / (2 * whole)) / (1 + square / whole)
    reach = Z * sqrt(p * (1 - p) / whole + square / (4 * whole * whole)) / (1 + square / whole)
    low = 0.0 if part == 0 else 100 * (middle - reach)
    high = 100.0 if part == whole else 100 * (middle + reach)
    return Estimate(100 * p, whole, low, high)


def csat(scores: Scores, highest: float = 5) -> Estimate:
    """Return customer satisfaction: the share of the two best answers, "top-two box".

    On a scale to 5 these are 4 and 5, to 10 they are 9 and 10
    (help.delighted.com/article/240-how-is-csat-calculated).

    Raises:
        NothingCounted, Negative: It cannot be computed.
    """
    return share(_count(scores, highest - 1, highest), _total(scores))


def mean(scores: Scores, lowest: float | None = None, highest: float | None = None) -> Estimate:
    """Return the mean of answers, with Student's t interval cut at the ends of the scale.

    Raises:
        NothingCounted, Negative: It cannot be computed.
    """
    n = _total(scores)
    middle = sum(score * count for score, count in scores.items()) / n
    if n == 1:
        return Estimate(middle, 1)
    squares = sum(count * (score - middle) ** 2 for score, count in scores.items())
    reach = _student(n - 1) * sqrt(squares / (n - 1) / n)
    low, high = middle - reach, middle + reach
    return Estimate(
        middle,
        n,
        low if lowest is None else max(low, lowest),
        high if highest is None else min(high, highest),
    )


Wording = Literal["higher", "lower"]
"""Which answers are good: high ones to "it was easy", low ones to "how much effort"."""


def ces_mean(scores: Scores, lowest: float = 1, highest: float = 7) -> Estimate:
    """Return the customer effort score as the mean of the answers.

    Source: support.nicereply.com/article/267-how-is-ces-calculated. Whether high or low is
    good depends on the wording of the question alone.

    Raises:
        NothingCounted, Negative: It cannot be computed.
    """
    return mean(scores, lowest, highest)


def ces_share(scores: Scores, highest: float = 7, wording: Wording = "higher") -> Estimate:
    """Return the customer effort score as the share of good answers.

    Good are 5 to 7 of 7, and 4 and 5 of 5; as far from the other end where low is good
    (zonkafeedback.com, "How to measure customer effort score").

    Raises:
        NothingCounted, Negative, UnknownScale: It cannot be computed.
    """
    good, _, _ = _effort_ranges(highest)
    return share(_count(_worded(scores, highest, wording), good, highest), _total(scores))


def ces_index(scores: Scores, highest: float = 7, wording: Wording = "higher") -> Estimate:
    """Return the customer effort score as the share of good answers less that of bad ones.

    Good are 6 and 7 and bad 1 to 3 of 7; of 5 they are 4 and 5, 1 and 2; mirrored where low is
    good (support.cys.group, "7-point scale to index"). The interval is that of `nps`, which is
    of the same form.

    Raises:
        NothingCounted, Negative, UnknownScale: It cannot be computed.
    """
    _, best, worst = _effort_ranges(highest)
    worded = _worded(scores, highest, wording)
    good, bad = _count(worded, best, highest), _count(worded, 1, worst)
    return _difference(good, _total(scores) - good - bad, bad)


def index(good: int, neutral: int, bad: int) -> Estimate:
    """Return the share of good answers less that of bad ones, as `ces_index` does.

    Raises:
        NothingCounted, Negative: It cannot be computed.
    """
    return _difference(good, neutral, bad)


class Resolution(NamedTuple):
    """How long cases took to resolve.

    Attributes:
        median: With the interval of the order statistics.
        slowest_tenth: The 90th percentile.
        open: Cases that are not resolved; they count in none of the figures.
    """

    median: Estimate
    slowest_tenth: float
    mean: float
    open: int


def time_to_resolution(durations: Sequence[float], still_open: int = 0) -> Resolution:
    """Return median, 90th percentile and mean of *durations*, each resolved less opened.

    Between two cases the percentiles are interpolated as Excel's PERCENTILE.INC does. The
    interval of the median runs between order statistics (Conover, "Practical Nonparametric
    Statistics", 3.2); five cases or fewer have none.

    Raises:
        NothingCounted, Negative: No case is resolved, or one before it was opened.
    """
    if not durations:
        raise NothingCounted
    ordered = sorted(durations)
    if ordered[0] < 0 or still_open < 0:
        raise Negative
    n = len(ordered)
    reach = Z * sqrt(n) / 2
    first, last = floor(n / 2 - reach), ceil(n / 2 + reach) + 1
    known = first >= 1 and last <= n
    median = Estimate(
        _quantile(ordered, 0.5),
        n,
        ordered[first - 1] if known else None,
        ordered[last - 1] if known else None,
    )
    return Resolution(median, _quantile(ordered, 0.9), sum(ordered) / n, still_open)


def lifetime_value(purchase: float, purchases_a_year: float, years: float) -> Estimate:
    """Return a simple customer lifetime value (CLV): the product of the three.

    Source: Farris et al., "Marketing Metrics", without discounting and costs.

    Raises:
        Negative: One is below 0.
    """
    if min(purchase, purchases_a_year, years) < 0:
        raise Negative
    return Estimate(purchase * purchases_a_year * years)


def retention(at_start: int, at_end: int, won: int) -> Estimate:
    """Return the customer retention rate (CRR): 100 × (E − N) / S.

    Source: Farris et al., "Marketing Metrics". It counts all customers, so it has no interval.

    Raises:
        NothingCounted, Negative, PartAboveWhole: It cannot be computed; more were won than
            there are, or more stayed than there were.
    """
    _insist_on_counts(at_end, won, at_start)
    if won > at_end or at_end - won > at_start:
        raise PartAboveWhole
    return Estimate(100 * (at_end - won) / at_start, at_start)


def churn(at_start: int, lost: int) -> Estimate:
    """Return the customer churn rate (CCR): 100 × L / S, 100 − CRR of the same period.

    Source: Farris et al., "Marketing Metrics". It counts all customers, so it has no interval.

    Raises:
        NothingCounted, Negative, PartAboveWhole: It cannot be computed.
    """
    _insist_on_counts(lost, at_start)
    if lost > at_start:
        raise PartAboveWhole
    return Estimate(100 * lost / at_start, at_start)


def conversion(conversions: int, visitors: int) -> Estimate:
    """Return the conversion rate: 100 × conversions / visitors, with Wilson's interval.

    Raises:
        NothingCounted, Negative, PartAboveWhole: It cannot be computed.
    """
    return share(conversions, visitors)


def _difference(good: int, neutral: int, bad: int) -> Estimate:
    """Return the difference of two shares of the same answers, by adjusted Wald."""
    n = good + neutral + bad
    _insist_on_counts(good, neutral, bad, n)
    p, q = (good + 0.75) / (n + 3), (bad + 0.75) / (n + 3)
    middle, reach = 100 * (p - q), 100 * Z * sqrt((p + q - (p - q) ** 2) / (n + 3))
    return Estimate(
        100 * (good - bad) / n, n, max(-100.0, middle - reach), min(100.0, middle + reach)
    )


def _insist_on_counts(*counts: int) -> None:
    """Refuse counts below 0, and a whole, the last of them, that is 0."""
    if min(counts) < 0:
        raise Negative
    if counts[-1] == 0:
        raise NothingCounted


def _total(scores: Scores) -> int:
    if any(count < 0 for count in scores.values()):
        raise Negative
    n = sum(scores.values())
    if n == 0:
        raise NothingCounted
    return n


def _count(scores: Scores, least: float, most: float) -> int:
    return sum(count for score, count in scores.items() if least <= score <= most)


def _effort_ranges(highest: float) -> tuple[float, float, float]:
    """Return where good answers begin, where the best do, and where bad ones end."""
    found = {7.0: (5.0, 6.0, 3.0), 5.0: (4.0, 4.0, 2.0)}.get(highest)
    if found is None:
        raise UnknownScale
    return found


def _worded(scores: Scores, highest: float, wording: Wording) -> Scores:
    """Return the answers as if high ones were good."""
    if wording == "higher":
        return scores
    return {1 + highest - score: count for score, count in scores.items()}


def _quantile(ordered: Sequence[float], at: float) -> float:
    place = at * (len(ordered) - 1)
    below = floor(place)
    above = min(below + 1, len(ordered) - 1)
    return ordered[below] + (place - below) * (ordered[above] - ordered[below])


_STUDENT: Final = (
    12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228,
    2.201, 2.179, 2.160, 2.145, 2.131, 2.120, 2.110, 2.101, 2.093, 2.086,
    2.080, 2.074, 2.069, 2.064, 2.060, 2.056, 2.052, 2.048, 2.045, 2.042,
)  # fmt: skip


def _student(freedom: int) -> float:
    """Return Student's t that leaves 5 % outside; from 31 on by the first terms of its series."""
    if freedom <= len(_STUDENT):
        return _STUDENT[freedom - 1]
    return Z + (Z**3 + Z) / (4 * freedom) + (5 * Z**5 + 16 * Z**3 + 3 * Z) / (96 * freedom**2)
