import pytest
from maps import small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.look import Look
from cjeditor.layout.sheet import lay_out
from cjeditor.model.records import Persona

LOOK = Look(LIGHT, Words("en"))


def _chips(*personas):
    sheet = lay_out(small_map().put(*personas), LOOK)
    return [
        shape.line.text
        for block in sheet.title
        if block.part == "legend"
        for shape in block.drawing.shapes
        if isinstance(shape, TextLine) and shape.line.size > 10
    ]


@pytest.mark.parametrize(
    ("name", "role", "chip"),
    [
        ("Rina, 29", "new runner", "Rina, 29 · new runner"),
        ("Bayu, 41", "club runner, teacher, runs", "Bayu, 41 · club runner, teacher, runs"),
        (
            "Rina, 29",
            "new runner · Bookkeeper from Bandung, runs only on Sundays",
            "Rina, 29 · new runner · Bookkeeper from…",
        ),
    ],
    ids=["short", "fits", "at a word"],
)
def test_a_persona_is_named_in_as_many_whole_words_as_fit(name, role, chip):
    assert _chips(Persona(id="a", name=name, role=role))[0] == chip


def test_an_endless_name_stays_on_the_sheet():
    sheet = lay_out(small_map().put(Persona(id="a", name="W" * 300)), LOOK)

    for block in sheet.title:
        assert block.x >= 0
        assert block.rect.right <= sheet.width


def test_roles_are_shortened_before_they_make_the_head_deeper():
    roles = [
        Persona(id=f"p{n}", order=f"a{n}", name=f"Person {n}", role="runs in the park every Sunday")
        for n in range(4)
    ]

    def head(*personas):
        return lay_out(small_map().put(*personas), LOOK).head

    assert head(*roles) <= head(*(each.replace(role="runs in the park") for each in roles)) + 34
    assert all(len(chip) <= 46 for chip in _chips(*roles))


def test_a_crowded_legend_stands_below_the_title():
    personas = [
        Persona(id=f"p{n}", order=f"a{n:02}5", name=f"Customer number {n}") for n in range(40)
    ]

    sheet = lay_out(small_map().put(*personas), LOOK)

    legend = [block for block in sheet.title if block.part == "legend"]
    texts = [block for block in sheet.title if block.part in ("title", "subtitle")]
    assert min(block.y for block in legend) >= max(block.rect.bottom for block in texts)
    assert min(block.x for block in legend) == texts[0].x


def _five_with_curves(**fields):
    people = [Persona(id=f"p{n}", order=f"a{n}", name=name) for n, name in enumerate("ABCDE")]
    felt = [
        Emotion(id=f"{person.id}{state}", step="s1", persona=person.id, state=state, value=1)
        for person in people
        for state in ("current", "future")
    ]
    journey = small_map().drop(["e1", "e2", "e3"]).put(*people, *felt)
    return journey.put(journey.lanes["feel"].replace(**fields))


def _texts(journey):
    legend = [block for block in lay_out(journey, LOOK).title if block.part == "legend"]
    return [
        [shape.line.text for shape in block.drawing.shapes if isinstance(shape, TextLine)]
        for block in legend
    ]


def test_five_personas_have_their_letters_and_the_future_one_entry():
    assert _texts(_five_with_curves()) == [
        ["A", "A"], ["B", "B"], ["C", "C"], ["D", "D"], ["E", "E"], ["Future state"],
    ]  # fmt: skip


def test_curves_that_no_lane_shows_have_no_entry():
    assert ["Future state"] not in _texts(_five_with_curves(curves="current"))


@pytest.mark.parametrize(
    ("fields", "entry"),
    [({"spread": True}, "Average and spread"), ({"marks": True}, "Average")],
)
def test_the_average_has_an_entry(fields, entry):
    assert _texts(_five_with_curves(**fields))[-1] == [entry]


def test_the_star_of_a_moment_of_truth_is_explained_as_soon_as_there_is_one():
    before = _five_with_curves()
    after = before.put(before.steps["s2"].replace(moment_of_truth=True))

    sheet = lay_out(after, LOOK, previous=lay_out(before, LOOK))

    assert ["Moment of truth"] not in _texts(before)
    assert ["Moment of truth"] in _texts(after)
    assert len(sheet.title) == len(lay_out(after, LOOK).title)
