import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from exchange.journeys import content, told, written
from hypothesis import given, settings
from hypothesis import strategies as st
from maps import small_map
from soak import often

from cjeditor.exchange.mermaid import FORMAT
from cjeditor.exchange.mermaid.draft import Draft, DraftStep, build
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.pain import Pain
from cjeditor.model.map import Map
from cjeditor.model.records import Persona, Scope, Stage, Step

SCRIPT = Path(__file__).resolve().parent.parent / "independent" / "mermaid_journey.mjs"
REAL = [
    "04_mermaid_user-journey", "05_mermaid_sections-and-tasks", "06_mermaid_users",
    "07_mermaid_score", "12_mermaid_go-shopping",
    "23_space_user-journey-space-waste-management-syst",
    "24_talentys-oss-data-pl_data-citizen-journey",
    "31_freclean-investor-bo_customer-journey-illustrative",
    "33_keen_keen-user-journey-from-install-to-power-", "40_snowflake-desktop_snowflake-desktop",
    "41_snowflake-desktop_writer-s-journey-using-snowflake-desktop",
    *(f"s{number:02}" for number in range(1, 14)),
]  # fmt: skip


def lines(journey):
    return written(FORMAT, journey).content.decode().splitlines()


@pytest.fixture(scope="module")
def by_mermaid():
    """Return what Mermaid itself reads; skip where it is not installed."""
    if "CJEDITOR_NODE_MODULES" not in os.environ or shutil.which("node") is None:
        pytest.skip("CJEDITOR_NODE_MODULES does not name a folder with mermaid and jsdom")
    with subprocess.Popen(
        ["node", SCRIPT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as mermaid:

        def read(source: bytes):
            mermaid.stdin.write(json.dumps(source.decode()) + "\n")
            mermaid.stdin.flush()
            return json.loads(mermaid.stdout.readline())

        yield read
        mermaid.stdin.close()


def as_mermaid(journey):
    """Return the map as Mermaid tells it."""
    names = {each.id: each.name for each in journey.personas.values()}
    tasks = []
    for stage in journey.ordered_stages:
        for step in journey.steps_of[stage.id]:
            felt = journey.emotions_at.get(step.id, ())
            score = {float(each.label or each.value + 3) for each in felt}
            if step.title or felt:
                tasks.append(
                    {
                        "section": stage.title,
                        "task": step.title,
                        "score": score.pop() if score else "NaN",
                        "people": [names[each] for each in step.personas],
                    }
                )
    return tasks


@pytest.fixture
def real(inputs):
    def load(name):
        folder = inputs / "mermaid"
        path = folder / f"{name}.mmd"
        path = path if path.exists() else folder / "syntax" / f"{name}.mmd"
        return path.read_bytes(), json.loads((folder / "expected" / f"{name}.json").read_text())

    return load


@pytest.mark.parametrize("name", REAL)
def test_real_journeys_are_read_as_mermaid_reads_them(real, name):
    source, expected = real(name)

    journey = FORMAT.read(source).journey

    if not expected["ok"]:  # Mermaid refuses its indented front matter; we do not
        assert journey.steps
        return
    for task in expected["tasks"]:
        task["task"] = task["task"].strip()
        task["people"] = [each for each in task["people"] if each]
    breaks = ("<br>", "<br/>", "</br />", "<br\t/>")
    sections = expected["sections"]
    for each in breaks:
        sections = [section.replace(each, "\n") for section in sections]
    assert journey.scope.title == expected["title"].strip()
    assert [stage.title for stage in journey.ordered_stages] == sections
    assert as_mermaid(journey) == expected["tasks"]
    kept = {extra.name: extra.value for extra in journey.scope.extras}
    assert kept.get("Mermaid accTitle", "") == expected["accTitle"]
    assert kept.get("Mermaid accDescr", "") == expected["accDescr"]


@pytest.mark.parametrize("name", REAL)
def test_real_journeys_keep_all_on_the_way_there_and_back(real, name):
    journey = FORMAT.read(real(name)[0]).journey

    again = FORMAT.read(written(FORMAT, journey).content).journey

    assert content(again) == content(journey)


@pytest.mark.parametrize("name", REAL)
def test_mermaid_itself_reads_what_is_written_of_real_journeys(real, by_mermaid, name):
    source, expected = real(name)

    found = by_mermaid(written(FORMAT, FORMAT.read(source).journey).content)

    assert found["ok"]
    if expected["ok"]:
        scores = [task["score"] for task in expected["tasks"]]
        assert [task["score"] for task in found["tasks"]] == [
            0 if score == "NaN" else score for score in scores
        ]
        assert len(found["sections"]) == len(expected["sections"])


names = st.text(
    alphabet=st.one_of(
        st.sampled_from(list(":;#,<>&%{}\n\r\t \u00a0-\"'`|")),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=12,
).filter(lambda text: not text or text.strip())
keyword_names = st.one_of(
    names,
    st.sampled_from(
        [
            "title page",
            "section 2",
            "journey",
            "accTitle: x",
            "accDescr {",
            "%% no",
            "%",
            "%%{init}%%",
            "#35;",
            "&amp;",
            "<br/>",
            "title",
            "---",
            "```mermaid",
            "#",
            "style a:b;",
        ]
    ),
)
scores = st.one_of(
    st.none(),
    st.integers(-2, 2).map(float),
    st.floats(-2, 2).map(lambda value: round(value, 6) + 0.0),
)
draft_steps = st.builds(
    lambda title, actors, value: DraftStep(title, tuple(dict.fromkeys(actors)), value),
    keyword_names,
    st.lists(keyword_names, max_size=3),
    scores,
)


@pytest.mark.soak
@settings(max_examples=often(150, 20_000))
@given(
    title=keyword_names,
    description=keyword_names,
    stages=st.lists(st.tuples(keyword_names, st.lists(draft_steps, max_size=3)), max_size=3),
)
def test_any_names_survive_the_way_there_and_back(title, description, stages):
    accessible = {"Mermaid accDescr": description} if description.strip() else {}
    journey = build(Draft(title=title, stages=stages, accessible=accessible))

    again = FORMAT.read(written(FORMAT, journey).content).journey

    assert content(again) == content(journey)


@pytest.mark.parametrize("title", ["", "Pay"])
@pytest.mark.parametrize("name", ["0", "1e3", "0x1F", "-2.5"])
def test_an_actor_called_like_a_number_is_no_score(title, name):
    journey = build(Draft(title="", stages=[("", [DraftStep(title, (name,), None)])]))

    again = FORMAT.read(written(FORMAT, journey).content).journey

    assert content(again) == content(journey)
    assert [each.name for each in again.personas.values()] == [name]
    assert not again.emotions


def test_mermaid_itself_reads_names_full_of_its_own_signs(by_mermaid):
    nasty = "a:b;c#d%%e<br/>f,g&amp;h{}style x:#y;"
    words = ["title page", "section 2", "journey", "accTitle", "accDescr {", "%% no", nasty]
    journey = build(
        Draft(title=nasty, stages=[(word, [DraftStep(word, (word,), 1.0)]) for word in words])
    )

    found = by_mermaid(written(FORMAT, journey).content)

    assert found["title"] == nasty
    assert found["sections"] == words
    assert [(task["task"], task["people"], task["score"]) for task in found["tasks"]] == [
        (word, [word], 4) for word in words
    ]


def map_of_steps(*steps, **scope):
    journey = Map(scope=Scope(**scope)).put(Stage(id="a", title="A"))
    return journey.put(*steps, Persona(id="ann", name="Ann"), Persona(id="bob", name="Bob"))


def test_who_feels_something_is_an_actor():
    journey = map_of_steps(Step(id="s", stage="a", title="Look")).put(
        Emotion(id="e", step="s", persona="bob", value=1.0)
    )

    assert lines(journey)[-1].strip() == "Look: 4: Bob"


def test_a_step_without_a_feeling_has_no_score_and_that_is_told():
    journey = map_of_steps(Step(id="s", stage="a", title="Look", personas=("ann",)))

    document = written(FORMAT, journey)

    assert document.content.decode().splitlines()[-1].strip() == "Look: : Ann"
    assert any("without a feeling: 1." in text for _, text in told(document.remarks))


def test_feelings_that_differ_give_their_mean_and_that_is_told():
    journey = map_of_steps(Step(id="s", stage="a", title="Look")).put(
        Emotion(id="e", step="s", persona="ann", value=-1.0),
        Emotion(id="f", step="s", persona="bob", value=2.0),
        Emotion(id="g", step="s", persona="bob", value=-2.0, state="future"),
    )

    document = written(FORMAT, journey)

    assert document.content.decode().splitlines()[-1].strip() == "Look: 3.5: Ann, Bob"
    assert len(document.remarks) == 2


def test_a_score_beyond_the_scale_comes_out_as_it_was_said():
    source = b"journey\n    section A\n        Look: 99: Ann\n"

    assert written(FORMAT, FORMAT.read(source).journey).content == source


def test_a_label_that_is_no_longer_the_score_does_not_count():
    journey = map_of_steps(Step(id="s", stage="a", title="Look")).put(
        Emotion(id="e", step="s", value=-1.0, label="99")
    )

    assert lines(journey)[-1].strip() == "Look: 2"


def test_what_has_no_place_is_told_by_kind_with_its_number():
    journey = small_map().put(
        Pain(id="p9", lane="pain", first_step="s1", last_step="s1", text="Slow")
    )

    texts = [text for _, text in told(written(FORMAT, journey).remarks)]

    cards = len(journey.cards)
    assert f"Cards that Mermaid has no place for: {cards}." in texts
    assert "Lanes that Mermaid has no place for: 2." in texts


def test_a_title_taken_away_does_not_come_back_from_the_front_matter():
    journey = FORMAT.read(b"---\ntitle: A\nid: b\n---\njourney\n").journey

    emptied = journey.with_scope(journey.scope.replace(title=""))

    assert lines(emptied) == ["---", "id: b", "---", "journey"]


def test_an_empty_map_is_a_journey_too():
    assert lines(Map()) == ["journey"]
