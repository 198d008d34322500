"""Every rule of the map check finds what it is for, and nothing else."""

import pytest
from maps import full_map, golden_map, small_map

from cjeditor.checks.check import RULES, check, finding_sentence, silence_key
from cjeditor.checks.rule import Finding
from cjeditor.core.words import Words
from cjeditor.edits.records import SetField
from cjeditor.edits.silencing import Silence, Unsilence
from cjeditor.kinds.pain import Pain
from cjeditor.kinds.touchpoint import Touchpoint
from cjeditor.model.map import Map
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.records import Evidence, Link, Saying, Stage, Step
from cjeditor.model.whys import Why


def found(journey: Map, name: str) -> list[str]:
    told = next(each for each in check(journey) if each.rule.name == name)
    return [each.record for each in told.findings]


def touchpoint(journey: Map, **fields: object) -> Map:
    return journey.put(journey.cards["t1"].replace(**fields))


def pain(journey: Map, **fields: object) -> Map:
    return journey.put(journey.cards["p1"].replace(**fields))


def test_each_rule_has_a_name_of_its_own_and_a_reason():
    assert len({rule.name for rule in RULES}) == len(RULES) == 13
    for rule in RULES:
        assert rule.reason.endswith((".", "?"))
        assert rule.sentence.endswith(".")


def test_a_touchpoint_wants_a_channel_and_an_owner():
    journey = full_map()

    assert found(journey, "no channel") == found(journey, "no owner") == []
    assert found(touchpoint(journey, channels=()), "no channel") == ["t1"]
    assert found(touchpoint(journey, owner=" "), "no owner") == ["t1"]


def test_a_switch_at_which_the_customer_starts_again_is_told():
    assert found(full_map(), "starts again") == []
    assert found(touchpoint(full_map(), restarts=True), "starts again") == ["t1"]


def test_a_pain_point_wants_an_opportunity():
    journey = full_map()
    alone = journey.drop(["l1"])

    assert found(journey, "no opportunity") == []
    assert found(alone, "no opportunity") == ["p1"]
    why = Why(id="why", pain="p1", countermeasure="o1")
    assert found(alone.put(why), "no opportunity") == []


def test_the_only_opportunity_of_the_step_can_be_linked():
    alone = full_map().drop(["l1"])
    (finding,) = next(each for each in check(alone) if each.rule.name == "no opportunity").findings

    mended = finding.mend.apply(alone)

    assert [(each.kind, each.source, each.target) for each in mended.links.values()
            if each.kind == "solves"] == [("solves", "o1", "p1")]  # fmt: skip
    assert found(mended, "no opportunity") == []
    second = alone.put(alone.cards["o1"].replace(id="o2", order="a5"))
    (finding,) = next(each for each in check(second) if each.rule.name == "no opportunity").findings
    assert finding.mend is None


@pytest.mark.parametrize(("severity", "told"), [(None, []), (3, []), (4, ["p1"]), (5, ["p1"])])
def test_a_severe_pain_point_wants_five_whys(severity, told):
    journey = pain(full_map(), severity=severity)

    assert found(journey, "no root cause") == told
    assert found(journey.put(Why(id="why", pain="p1")), "no root cause") == []


def test_assumptions_are_told_in_reading_order():
    journey = full_map()
    journey = SetField(("p1", "a1", "o1"), "strength", "assumed").apply(journey)

    assert found(journey, "assumption") == ["a1", "p1", "o1"]


def test_a_stage_wants_a_touchpoint_and_a_span_counts_for_every_stage_it_covers():
    journey = full_map()

    assert found(journey, "no touchpoint") == ["stay", "after"]
    spread = touchpoint(journey, last_step="leave")
    assert found(spread, "no touchpoint") == []


def test_a_stage_wants_an_emotion():
    assert found(full_map(), "no emotion") == []
    assert found(full_map().drop(["em4"]), "no emotion") == ["after"]


@pytest.mark.parametrize(
    ("title", "word"),
    [("Lead generation", "lead"), ("Konversi", "konversi"), ("Pay", None), ("Misleading", None)],
)
def test_a_stage_named_by_the_company_is_told_with_the_word(title, word):
    journey = small_map()
    stage = journey.ordered_stages[0]
    told = next(
        each for each in check(journey.put(stage.replace(title=title)))
        if each.rule.name == "company word"
    )  # fmt: skip

    expected = [Finding(stage.id, {"word": word})] if word else []
    assert [each for each in told.findings if each.record == stage.id] == expected


def test_a_persona_wants_a_quote():
    journey = full_map()

    assert found(journey, "no quote") == ["omar"]
    omar = journey.personas["omar"].replace(sayings=(Saying(text="Mahal!"),))
    assert found(journey.put(omar), "no quote") == []


@pytest.mark.parametrize(
    ("kinds", "stories", "numbers"),
    [((), 0, 0), (("survey",), 1, 0), (("interview",), 0, 1), (("survey", "ticket"), 0, 0),
     (("other",), 0, 0)],
)  # fmt: skip
def test_a_map_wants_stories_and_numbers(kinds, stories, numbers):
    journey = small_map().put(*(Evidence(id=f"e-{kind}", kind=kind) for kind in kinds))

    assert len(found(journey, "no stories")) == stories
    assert len(found(journey, "no numbers")) == numbers


@pytest.mark.parametrize(
    ("direction", "target", "is_missed"),
    [("lower", 2.5, True), ("lower", 4.08, False), ("higher", 4.0, False), ("higher", 5.0, True),
     ("higher", None, False)],
)  # fmt: skip
def test_a_metric_that_misses_its_target_is_told(direction, target, is_missed):
    journey = golden_map()
    metric = journey.metrics["m1"].replace(direction=direction, target=target)

    assert bool(found(journey.put(metric), "target missed")) is is_missed
    assert found(journey.put(metric).drop(["fi1"]), "target missed") == []


@pytest.mark.parametrize("language", ["en", "id"])
def test_every_finding_is_a_sentence_that_names_its_record(language):
    journey = bad_map()
    words = Words(language)
    told = {each.rule.name: each for each in check(journey)}

    assert [name for name, each in told.items() if not each.findings] == ["no numbers"]
    for each in told.values():
        for finding in each.findings:
            text = finding_sentence(each.rule, finding, journey, words)
            assert text.endswith(".")
            assert "{" not in text
    pain_point = told["no opportunity"]
    said = finding_sentence(pain_point.rule, pain_point.findings[0], journey, Words("en"))
    assert said == "No opportunity solves pain point “Queue”."


def test_what_is_silenced_is_kept_apart_until_it_is_told_again():
    journey = bad_map()
    rule = next(each for each in RULES if each.name == "no owner")
    (finding,) = next(each for each in check(journey) if each.rule is rule).findings

    one = Silence((silence_key(rule, finding),)).apply(journey)
    every = Silence((silence_key(rule),)).apply(one)

    for hushed in (one, every):
        told = next(each for each in check(hushed) if each.rule is rule)
        assert (told.findings, told.silenced) == ((), (finding,))
    assert found(one, "no channel") == ["t1"]
    assert Silence((rule.name,)).apply(every) == every
    again = Unsilence(rule.name).apply(every)
    assert again.scope.silenced == ()
    assert found(again, "no owner") == ["t1"]


def bad_map() -> Map:
    """A map with which every rule has something to find, in a line or two each."""
    golden = golden_map()
    journey = golden.with_scope(golden.scope.replace(silenced=(), lock="none"))
    journey = journey.drop(
        [*journey.cards, *journey.emotions, *journey.evidence, *journey.whys, *journey.links]
    )
    front = journey.lanes["front"].id
    place = {"lane": front, "first_step": "arrive", "last_step": "arrive"}
    return journey.put(
        Touchpoint(id="t1", **place, text="Desk", restarts=True),
        Pain(id="p1", **place, order="a1", text="Queue", severity=5, strength="assumed"),
        journey.stages["stay"].replace(title="Onboarding"),
        Stage(id="more", order="a9", title="Later"),
        Step(id="later", stage="more"),
        Evidence(id="e1", kind="survey"),
        Metric(id="m9", about=journey.id, name="NPS", kind="nps", target=30.0),
        Figure(id="f9", metric="m9", date="2026-10-01", value=12.0),
    )


def test_links_that_only_cause_do_not_answer_a_pain_point():
    journey = full_map().drop(["l1"]).put(Link(id="x", kind="causes", source="o1", target="p1"))

    assert found(journey, "no opportunity") == ["p1"]
