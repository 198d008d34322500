import pytest
from exchange.journeys import content, told

from cjeditor.exchange.format import ReadError
from cjeditor.exchange.mermaid import FORMAT
from cjeditor.model.integrity import faults


def read(text, encoding="utf-8"):
    reading = FORMAT.read(text.encode(encoding))
    assert faults(reading.journey) == []
    return reading


def steps(text):
    """Return the steps of all stages, and what was told of each line."""
    reading = read(f"journey\n{text}\n")
    said = content(reading.journey)
    return [step for _, inner in said["stages"] for step in inner], told(reading.remarks)


def test_a_journey_becomes_stages_steps_personas_and_feelings():
    reading = read("journey\n title Shop\n section Find\n  Look: 4: Ann, Bob\n  Ask: 1\n")

    assert reading.remarks == ()
    assert content(reading.journey) == {
        "title": "Shop",
        "extras": [],
        "personas": ["Ann", "Bob"],
        "stages": [
            (
                "Find",
                [
                    ("Look", ["Ann", "Bob"], [("Ann", 1.0, ""), ("Bob", 1.0, "")]),
                    ("Ask", [], [("", -2.0, "")]),
                ],
            )
        ],
    }


def test_there_is_a_lane_that_shows_the_feelings():
    lanes = list(read("journey\n Look: 4").journey.lanes.values())

    assert [lane.kind for lane in lanes] == ["emotion"]


def test_a_step_before_any_section_has_a_stage_without_a_title():
    stages = content(read("journey\n Look: 4\n section Buy\n Pay: 2").journey)["stages"]

    assert [title for title, _ in stages] == ["", "Buy"]


def test_a_section_without_a_task_has_one_step_without_a_title():
    stages = content(read("journey\n section Find\n section Buy\n").journey)["stages"]

    assert stages == [("Find", [("", [], [])]), ("Buy", [("", [], [])])]


def test_the_same_name_twice_makes_two_stages_and_two_steps():
    text = "journey\n section A\n Look: 4\n Look: 4\n section A\n Look: 4"

    stages = content(read(text).journey)["stages"]

    assert [(title, len(inner)) for title, inner in stages] == [("A", 2), ("A", 1)]


@pytest.mark.parametrize(
    ("said", "value", "label"),
    [
        ("5", 2.0, ""),
        ("3.5", 0.5, ""),
        ("2.6", -0.4, ""),
        ("0x4", 1.0, ""),
        ("1e0", -2.0, ""),
        ("0", -2.0, "0"),
        ("-2", -2.0, "-2"),
        ("6", 2.0, "6"),
        ("99", 2.0, "99"),
        ("1e999", 2.0, "1e999"),
    ],
)
def test_a_score_of_1_to_5_is_mapped_and_one_beyond_is_kept_as_said(said, value, label):
    ((_, _, felt),), remarks = steps(f"A: {said}: Me")

    assert felt == [("Me", value, label)]
    assert len(remarks) == bool(label)


@pytest.mark.parametrize("said", ["good", "", "X", "2rem", "４", "1_0", "nan", "9" * 6000])
def test_what_is_no_number_gives_no_feeling_and_is_told_with_its_line(said):
    ((title, actors, felt),), remarks = steps(f"A: {said}: Me")

    assert (title, actors, felt) == ("A", ["Me"], [])
    assert [line for line, _ in remarks] == [2]


def test_a_line_without_a_colon_becomes_a_step_and_is_told():
    ((title, _, felt),), remarks = steps("Just a task")

    assert (title, felt) == ("Just a task", [])
    assert {line for line, _ in remarks} == {2}


@pytest.mark.parametrize(
    ("line", "title", "actors", "value"),
    [
        ("Call at 10:30: 4: Me", "Call at 10:30", ["Me"], 1.0),
        ("A: 4: Me: You", "A", ["Me", "You"], 1.0),
        ("Buy #1 item: 4: Me", "Buy #1 item", ["Me"], 1.0),
        ("Buy; pay: 4: Me", "Buy; pay", ["Me"], 1.0),
        ("Buy: 4: Me #1", "Buy", ["Me #1"], 1.0),
        ("Buy: 5 # well", "Buy", [], 2.0),
        ("% of all: 4: Me", "% of all", ["Me"], 1.0),
        ("A: 5:", "A", [], 2.0),
        ("A: 5: Me,, Me,", "A", ["Me"], 2.0),
    ],
)
def test_what_mermaid_cuts_or_drops_is_kept_and_told(line, title, actors, value):
    (step,), remarks = steps(line)

    assert step[:2] == (title, actors)
    assert {felt[1] for felt in step[2]} == {value}
    assert {line for line, _ in remarks} == {2}


def test_a_colon_in_a_section_is_kept_and_told():
    reading = read("journey\n section S: part 2\n A: 3")

    assert content(reading.journey)["stages"][0][0] == "S: part 2"
    assert [line for line, _ in told(reading.remarks)] == [2]


def test_codes_breaks_and_scripts_in_names_are_decoded():
    (step,), remarks = steps(
        "A #35;1 #colon; b#44; <b>c</b><BR />d</br\t/>e &amp; #128512; ﻣﺮﺣﺒﺎ 購物: 3: J#44; K, 李"
    )

    assert step[0] == "A #1 : b, <b>c</b>\nd\ne & 😀 ﻣﺮﺣﺒﺎ 購物"
    assert step[1] == ["J, K", "李"]
    assert remarks == []


@pytest.mark.parametrize("code", ["#55296;", "#99999999999;", "#nothing;", "&nothing;"])
def test_a_code_that_means_nothing_stays_as_it_stands(code):
    ((title, _, _),), _ = steps(f"A {code}: 3")

    assert title == f"A {code}"


def test_comments_are_told_with_their_lines():
    reading = read("%% one\njourney\n# two\n A: 3\n  %% three\n")

    assert [line for line, _ in told(reading.remarks)] == [1, 3, 5]
    assert "three" in told(reading.remarks)[2][1]


def test_of_two_titles_the_last_one_counts():
    reading = read("journey\n title One\n title Two\n")

    assert reading.journey.scope.title == "Two"
    assert "One" in told(reading.remarks)[0][1]


def test_a_step_that_begins_with_title_is_kept_when_a_title_stands_already():
    reading = read("journey\n title One\n title page: 4: Me\n")

    assert reading.journey.scope.title == "One"
    assert content(reading.journey)["stages"][0][1][0][0] == "title page"
    assert [line for line, _ in told(reading.remarks)] == [3]


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: Shop", "Shop"),
        ('title: "A \\"b\\": c"', 'A "b": c'),
        ("title: 'It''s'", "It's"),
        ("title: Shop # our own", "Shop"),
        ("subtitle: x\nconfig:\n  title: y", ""),
        ("title: |\n  Long", ""),
    ],
)
def test_the_front_matter_gives_the_title_and_is_kept(front, title):
    reading = read(f"---\n{front}\n---\njourney\n")

    assert reading.journey.scope.title == title
    assert content(reading.journey)["extras"] == [("Mermaid front matter", front)]


def test_a_title_in_the_diagram_goes_before_the_one_in_the_front_matter():
    assert read("---\ntitle: A\n---\njourney\n title B").journey.scope.title == "B"


def test_an_indented_front_matter_is_read_and_told():
    reading = read("\n   ---\n   title: A\n   ---\n   journey\n")

    assert reading.journey.scope.title == "A"
    assert [line for line, _ in told(reading.remarks)] == [2]


def test_directives_and_texts_for_screen_readers_are_kept():
    text = (
        "%%{init: {\n 'theme': 'base'}\n}%%\njourney\naccTitle: T\naccDescr {\n  One\n  two\n"
        "}title Shop\nA: 3"
    )

    said = content(read(text).journey)

    assert said["title"] == "Shop"
    assert said["extras"] == [
        ("Mermaid directive", "%%{init: {\n 'theme': 'base'}\n}%%"),
        ("Mermaid accTitle", "T"),
        ("Mermaid accDescr", "One\ntwo"),
    ]


def test_a_brace_that_is_never_closed_swallows_no_step():
    ((title, _, _),), remarks = steps("accDescr { One\nA: 3")

    assert title == "A"
    assert [line for line, _ in remarks] == [2]


@pytest.mark.parametrize(
    "text",
    [
        "# Shop\n\n```mermaid\n{}\n```\nMore.",
        "~~~ {{.mermaid width=50}}\n{}\n~~~",
        "  ````{{mermaid}}\n{}\n  ````",
        "::: mermaid\n{}\n:::",
        '<pre class="a mermaid">\n{}\n</pre>',
        "<DIV CLASS='mermaid'>{}</DIV>",
        "````md\n```mermaid\npie\n```\n````\n```mermaid\n{}",
    ],
)
def test_a_journey_is_found_in_markdown_and_html(text):
    diagram = "journey\n  section A & B\n    Look: 4: Ann"

    (stage,) = content(read(text.format(diagram)).journey)["stages"]

    assert stage == ("A & B", [("Look", ["Ann"], [("Ann", 1.0, "")])])


def test_entities_of_html_are_decoded():
    text = '<pre class="mermaid">journey\n A &lt;br&gt; B &amp; C: 3</pre>'

    assert content(read(text).journey)["stages"][0][1][0][0] == "A \n B & C"


def test_of_several_journeys_the_first_is_read_and_the_others_told():
    text = "```mermaid\npie\n```\n```mermaid\njourney\nA: 3\n```\n```mermaid\njourney\nB: 3\n```\n"

    reading = read(text)

    assert content(reading.journey)["stages"][0][1][0][0] == "A"
    assert 9 in [line for line, _ in told(reading.remarks)]


def test_a_second_journey_in_a_bare_file_is_told():
    reading = read("journey\nA: 3\njourney\nB: 3")

    assert len(reading.journey.steps) == 1
    assert [line for line, _ in told(reading.remarks)] == [3]


def test_text_around_the_diagram_is_told_and_none_is_invented():
    alone, within = "```mermaid\njourney\nA: 3\n```\n", "Hello\n```mermaid\njourney\nA: 3\n```\n"

    assert read(alone).remarks == ()
    assert len(read(within).remarks) == 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_line_ends_and_encodings_make_no_difference(encoding):
    text = "journey\r\n\ttitle Größe\r\n\tA: 3: Me\r\n"

    assert read(text, encoding).journey.scope.title == "Größe"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"graph TD\nA-->B",
        b"# Only text\n\njourney maps are fine",
        b"JOURNEY\nA: 3",
        b"journey\nA\xff: 3",
        "journey\nA: 3".encode("utf-16-le"),
        b"journey\n" + b"a: 3\n" * 2_000_001,
        b"journey\n" + b"a\n" * 100_001,
    ],
    ids=["empty", "flowchart", "prose", "capitals", "Latin-1", "UTF-16", "too large", "too many"],
)
def test_a_file_without_a_readable_journey_is_refused(content):
    with pytest.raises(ReadError):
        FORMAT.read(content)


def test_a_broken_encoding_is_told_with_its_line():
    with pytest.raises(ReadError) as caught:
        FORMAT.read(b"journey\nA: 3\nB\xff: 3")

    assert caught.value.line == 3


def test_a_very_long_name_is_cut_and_told():
    ((title, _, _),), remarks = steps("B" * 300_000)

    assert len(title) == 200_000
    assert {line for line, _ in remarks} == {2}


@pytest.mark.parametrize(
    "text",
    [
        "journey\n" + "accDescr {\n" * 100_000,
        "journey\na: " + "1" * 1_000_000,
        "journey\na" + "<br" + " " * 1_000_000,
        "journey\na" + "#1;" * 300_000,
        "<pre " * 200_000,
        "```\n~~~~\n" * 100_000,
        "journey\ntitle" + " " * 1_000_000 + "x",
    ],
    ids=["braces", "digits", "break", "codes", "tags", "fences", "blanks"],
)
def test_a_text_made_to_be_slow_is_not(text):
    assert FORMAT.recognises(text.encode()) is text.startswith("journey")
    if text.startswith("journey"):
        read(text)
