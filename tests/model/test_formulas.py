"""The formulas of metrics, against examples that others have published and by simulation."""

import random
from collections import Counter
from math import comb

import pytest

from cjeditor.core.words import Words
from cjeditor.model import formulas
from cjeditor.model.formulas import (
    Impossible,
    Negative,
    NothingCounted,
    PartAboveWhole,
    UnknownScale,
    ces_index,
    ces_mean,
    ces_share,
    churn,
    conversion,
    csat,
    lifetime_value,
    mean,
    nps,
    nps_of,
    retention,
    share,
    time_to_resolution,
)
from cjeditor.sentences import sentence

EASE = {7: 5, 6: 3, 5: 3, 4: 2, 3: 4, 2: 3, 1: 4}
"""24 answers to "it was easy", of which the three conventions make 4.08, 46 % and -13."""


class TestPublishedExamples:
    """Each names who published it."""

    def test_csat_of_delighted(self):
        made = csat({5: 42, 4: 32, 3: 10, 2: 9, 1: 14})

        assert round(made.value, 2) == 69.16
        assert round(made.value) == 69
        assert made.answers == 107

    def test_csat_of_intercom(self):
        assert csat({5: 10, 4: 20, 3: 10, 2: 5, 1: 5}).value == 60

    @pytest.mark.parametrize(
        ("part", "whole", "low", "high"),
        [(81, 263, 25.53, 36.62), (15, 148, 6.24, 16.05), (0, 20, 0, 16.11), (1, 29, 0.61, 17.18)],
    )
    def test_shares_of_newcombe_1998(self, part, whole, low, high):
        made = share(part, whole)

        assert (round(made.low, 2), round(made.high, 2)) == (low, high)

    def test_retention_of_200_that_become_220_with_50_new(self):
        assert retention(200, 220, 50).value == 85

    def test_the_three_conventions_of_effort_on_the_same_answers(self):
        assert round(ces_mean(EASE).value, 2) == 4.08
        assert round(ces_share(EASE).value) == 46
        assert round(ces_index(EASE).value, 1) == -12.5

    @pytest.mark.parametrize(
        ("answers", "margin"), [(59, 20), (105, 15), (235, 10), (938, 5), (2604, 3)]
    )
    def test_so_many_answers_give_such_a_margin(self, answers, margin):
        """Half of them promoters, a fifth detractors."""
        made = nps(round(answers * 0.5), answers - round(answers * 0.5) - round(answers * 0.2),
                   round(answers * 0.2))  # fmt: skip

        assert (made.high - made.low) / 2 == pytest.approx(margin, rel=0.04)


def test_the_net_promoter_score_counts_answers_by_their_range():
    made = nps_of({0: 1, 6: 1, 7: 1, 8: 1, 9: 2, 10: 4})

    assert (made.value, made.answers) == (40, 10)
    assert made == nps(6, 2, 2)


def test_the_interval_of_a_score_stays_on_its_scale():
    made = nps(5, 0, 0)

    assert made.value == 100
    assert made.high == 100
    assert made.low < 60


@pytest.mark.parametrize("highest", [5, 7])
def test_effort_and_ease_are_mirror_images(highest):
    scores = {score: score * score for score in range(1, highest + 1)}
    mirrored = {1 + highest - score: count for score, count in scores.items()}

    for compute in (ces_share, ces_index):
        easy, hard = compute(scores, highest), compute(mirrored, highest, "lower")
        assert easy == hard
        assert easy != compute(scores, highest, "lower")


def test_effort_on_a_scale_to_five():
    scores = {5: 3, 4: 2, 3: 4, 2: 1}

    assert ces_share(scores, 5).value == 50
    assert ces_index(scores, 5).value == 40


def test_the_mean_of_one_answer_has_no_interval():
    made = mean({4: 1})

    assert (made.value, made.low, made.high) == (4, None, None)


def test_the_interval_of_a_mean_ends_with_the_scale():
    made = mean({1: 3, 2: 1}, 1, 7)

    assert made.low == 1
    assert 1.25 < made.high < 3


def test_resolution_is_told_by_the_middle_and_by_the_slow_ones():
    made = time_to_resolution([5, 1, 2, 3, 4], still_open=2)

    assert (made.median.value, made.mean, made.open) == (3, 3, 2)
    assert made.slowest_tenth == pytest.approx(4.6)  # as PERCENTILE.INC
    assert made.median.low is None


def test_the_median_of_an_even_number_lies_between_two():
    assert time_to_resolution([1, 2, 4, 100]).median.value == 3


def test_a_lifetime_value_is_a_product():
    assert lifetime_value(250_000, 4, 3).value == 3_000_000


def test_churn_is_what_retention_lacks():
    assert churn(200, 30).value == 100 - retention(200, 220, 50).value


def test_a_conversion_rate_has_an_interval():
    made = conversion(81, 263)

    assert (round(made.value, 1), round(made.low, 1)) == (30.8, 25.5)


@pytest.mark.parametrize(
    ("act", "error"),
    [
        (lambda: nps(0, 0, 0), NothingCounted),
        (lambda: nps_of({}), NothingCounted),
        (lambda: csat({5: 0}), NothingCounted),
        (lambda: mean({}), NothingCounted),
        (lambda: share(0, 0), NothingCounted),
        (lambda: time_to_resolution([], 3), NothingCounted),
        (lambda: retention(0, 0, 0), NothingCounted),
        (lambda: churn(0, 0), NothingCounted),
        (lambda: nps(3, -1, 0), Negative),
        (lambda: nps_of({9: -1}), Negative),
        (lambda: time_to_resolution([3, -1]), Negative),
        (lambda: lifetime_value(1, -1, 1), Negative),
        (lambda: share(5, 4), PartAboveWhole),
        (lambda: retention(10, 5, 6), PartAboveWhole),
        (lambda: retention(10, 30, 5), PartAboveWhole),
        (lambda: churn(10, 11), PartAboveWhole),
        (lambda: ces_index({9: 1}, 10), UnknownScale),
    ],
)
def test_what_cannot_be_is_refused_with_a_sentence(act, error):
    with pytest.raises(Impossible) as caught:
        act()

    assert type(caught.value) is error
    assert sentence(caught.value, Words("id")) not in ("", sentence(caught.value, Words("en")))


def coverage(draw, estimate, truth, times=1_200):
    """Return how often the interval holds the truth."""
    held = 0
    for _ in range(times):
        made = estimate(draw())
        held += made.low is not None and made.low - 1e-9 <= truth <= made.high + 1e-9
    return held / times


def held_by_scores(n):
    """Return how often the interval holds the truth, for true shares in steps of 5 %.

    By the multinomial distribution itself.
    """
    samples = [(p, d) for p in range(n + 1) for d in range(n + 1 - p)]
    made = {each: nps(each[0], n - sum(each), each[1]) for each in samples}
    ways = {(p, d): comb(n, p) * comb(n - p, d) for p, d in samples}
    found = {}
    truths = [(p / 20, d / 20) for p in range(21) for d in range(21 - p) if p + d]
    for p, d in truths:
        rest, truth = max(0.0, 1 - p - d), 100 * (p - d)
        found[p, d] = sum(
            ways[g, b] * p**g * d**b * rest ** (n - g - b)
            for (g, b), each in made.items()
            if each.low - 1e-9 <= truth <= each.high + 1e-9
        )
    return found


@pytest.mark.parametrize(
    ("n", "worst", "seldom"), [(5, 0.83, 0.2), (10, 0.875, 0.12), (20, 0.9, 0.05), (30, 0.92, 0.05)]
)
def test_the_interval_of_a_score_holds_the_truth(n, worst, seldom):
    """The plain one would hold it in 66 of 100 samples of 5 answers."""
    held = held_by_scores(n)

    assert 0.945 <= sum(held.values()) / len(held) <= 0.96
    assert min(held.values()) >= worst
    assert sum(each < 0.93 for each in held.values()) <= seldom * len(held)
    assert min(held[0.5, 0.2], held[0.8, 0.05]) >= 0.925


@pytest.mark.parametrize(("n", "p", "d"), [(5, 0.5, 0.2), (30, 0.8, 0.05), (100, 0.5, 0.2)])
def test_the_interval_of_a_score_holds_the_truth_of_samples(n, p, d):
    chance = random.Random(n)
    kinds, weights = (10, 8, 3), (p, 1 - p - d, d)

    held = coverage(lambda: Counter(chance.choices(kinds, weights, k=n)), nps_of, 100 * (p - d))

    assert held >= 0.925 - 0.015  # which chance may take of 1,200 samples


@pytest.mark.parametrize("n", [10, 30, 100])
def test_the_interval_of_a_share_holds_the_truth(n):
    """By the binomial distribution itself, over all shares from 3 to 97 %."""
    intervals = [share(k, n) for k in range(n + 1)]
    shares = [number / 100 for number in range(3, 98)]

    held = [
        sum(
            comb(n, k) * p**k * (1 - p) ** (n - k)
            for k, made in enumerate(intervals)
            if made.low <= 100 * p <= made.high
        )
        for p in shares
    ]

    assert sum(held) / len(held) >= 0.945
    assert min(held) >= 0.85


@pytest.mark.parametrize("n", [8, 30, 60])
def test_the_interval_of_a_mean_holds_the_truth(n):
    chance = random.Random(n)
    scores, weights = range(1, 8), (1, 2, 3, 4, 3, 2, 1)

    held = coverage(lambda: Counter(chance.choices(scores, weights, k=n)), ces_mean, 4)

    assert held >= 0.93


@pytest.mark.parametrize("n", [10, 40, 101])
def test_the_interval_of_a_median_holds_the_truth(n):
    chance = random.Random(n)

    held = coverage(
        lambda: [chance.expovariate(1) for _ in range(n)],
        lambda durations: time_to_resolution(durations).median,
        0.6931,
    )

    assert held >= 0.94


def test_students_t_goes_on_where_its_table_ends():
    assert formulas._student(30) == 2.042
    assert formulas._student(31) == pytest.approx(2.0395, abs=1e-3)
    assert formulas._student(1_000_000) == pytest.approx(formulas.Z, abs=1e-4)
