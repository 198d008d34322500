"""What a map rests on is counted stage by stage, from sources and from what cards say."""

from maps import full_map, golden_map, small_map

from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.poster_foot import foot_of
from cjeditor.model.coverage import backed, coverage_by_stage, coverage_of
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.records import EVIDENCE_KINDS, Evidence
from cjeditor.model.whys import Why


def with_sources(*kinds):
    return small_map().put(
        *(Evidence(id=f"s{n}", order=f"a{n}", kind=kind) for n, kind in enumerate(kinds))
    )


def behind(journey, card, *sources, strength=None):
    return journey.put(journey.cards[card].replace(evidence=sources, strength=strength))


def test_every_kind_of_source_is_numbers_or_stories_but_for_other():
    for kind in EVIDENCE_KINDS:
        found = coverage_of(with_sources(kind))
        assert (found.numbers, found.stories) == {
            "survey": (1, 0), "analytics": (1, 0), "other": (0, 0)
        }.get(kind, (0, 1))  # fmt: skip


def test_a_source_counts_once_in_each_stage_whose_cards_it_stands_behind():
    journey = with_sources("survey", "interview")
    journey = behind(journey, "a1", "s0")
    journey = behind(journey, "a2", "s0", "s1")

    find, buy = coverage_by_stage(journey).values()

    assert (find.numbers, find.stories) == (1, 1)
    assert (buy.numbers, buy.stories) == (0, 0)


def test_a_stage_with_numbers_but_no_stories_says_so_and_the_other_way_round():
    find, buy = coverage_by_stage(
        behind(behind(with_sources("survey", "ticket"), "a1", "s0"), "a3", "s1")
    ).values()

    assert find.lacks_stories
    assert not find.lacks_numbers
    assert buy.lacks_numbers
    assert not buy.lacks_stories


def test_answers_to_why_and_figures_found_a_stage_too():
    journey = with_sources("interview", "analytics").put(
        Why(id="w", pain="p1", evidence=("s0",)),
        Metric(id="m", about="s3"),
        Figure(id="f", metric="m", date="2026-01-01", value=1.0, evidence="s1"),
    )

    find, buy = coverage_by_stage(journey).values()

    assert (find.numbers, find.stories) == (0, 1)
    assert (buy.numbers, buy.stories) == (1, 0)


def test_shares_of_cards_are_assumed_validated_or_not_said():
    journey = behind(small_map(), "a1", strength="assumed")
    journey = behind(journey, "a2", strength="heard")

    find = coverage_by_stage(journey)["find"]

    assert (find.cards, find.assumed, find.validated, find.unsaid) == (3, 1, 1, 1)


def test_a_card_over_several_stages_counts_in_each():
    found = coverage_by_stage(full_map())

    assert [each.cards for each in found.values()] == [7, 4, 3]
    assert sum(each.cards for each in found.values()) == len(full_map().cards) + 1


def test_the_poster_calls_a_map_a_hypothesis_where_most_of_its_cards_are_assumed():
    journey = small_map()
    look = Look(theme=LIGHT, words=Words("en"))
    for assumed, card in enumerate(("a1", "a2", "a3"), 1):
        journey = behind(journey, card, strength="assumed")
        assert coverage_of(journey).is_hypothesis == (assumed > 2)
        assert foot_of(journey, look).is_hypothesis == (assumed > 2)


def test_whatever_a_source_stands_behind_is_told():
    found = backed(golden_map())

    assert [record.id for record in found["ev1"]] == ["a1", "w2", "fi1"]
    assert [record.id for record in found["ev2"]] == ["a1", "dewi", "en1"]
