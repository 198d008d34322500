import random
from dataclasses import replace

import pytest
from maps import big_map, full_map, small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import DARK, LIGHT
from cjeditor.kinds.look import Look
from cjeditor.kinds.registry import card_kind, lane_kind
from cjeditor.kinds.stack import ghost_ink
from cjeditor.layout.sheet import lay_out
from cjeditor.model.map import Map
from cjeditor.model.records import Persona, Scope, Stage, Step

LOOK = Look(LIGHT, Words("en"))
MAPS = pytest.mark.parametrize(
    "journey",
    [small_map(), full_map(), big_map(120, 5, 12), Map()],
    ids=["small", "full", "big", "empty"],
)


def _shapes(sheet):
    return [
        (block.element, block.part, block.rect, block.drawing.shapes) for block in sheet.blocks()
    ]


def _text_lines(drawing):
    return [shape for shape in drawing.shapes if isinstance(shape, TextLine)]


def _lines(drawing):
    return [shape.line.text for shape in _text_lines(drawing)]


def _words(sheet):
    shapes = (shape for block in sheet.blocks() for shape in block.drawing.shapes)
    return " ".join(shape.line.text for shape in shapes if isinstance(shape, TextLine))


@MAPS
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_everything_drawn_stays_on_the_sheet(journey, theme):
    sheet = lay_out(journey, Look(theme, Words("en"), prompts=True))

    for block in sheet.blocks():
        rect = block.rect
        assert rect.x >= 0
        assert rect.right <= sheet.width + 0.01, block
        assert rect.y >= 0
        assert rect.bottom <= sheet.height + 0.01, block


@MAPS
def test_every_word_of_every_card_is_drawn(journey):
    drawn = {block.element: block.drawing for block in lay_out(journey, LOOK).blocks()}

    for card in journey.cards.values():
        lines = (s.line.text for s in drawn[card.id].shapes if isinstance(s, TextLine))
        assert "".join("".join(lines).split()).startswith("".join(card.text.split()))


@MAPS
def test_every_record_is_found_on_the_sheet(journey):
    sheet = lay_out(journey, LOOK)
    tables = (journey.stages, journey.steps, journey.lanes, journey.cards, journey.emotions)

    for table in tables:
        for element in table:
            rect = sheet.rect_of(element)
            assert rect is not None, element
            assert rect.width > 0


def test_lanes_stand_below_each_other_without_gaps():
    sheet = lay_out(full_map(), LOOK)

    tops = [lane.y for lane in sheet.lanes]
    assert tops[0] == sheet.top
    assert tops[1:] == [lane.bottom for lane in sheet.lanes[:-1]]


def test_a_stage_covers_the_columns_of_its_steps():
    sheet = lay_out(small_map(), LOOK)

    first, second = sheet.stages
    assert (first.rect.x, first.rect.width) == (sheet.left, 2 * LOOK.column)
    assert second.rect.x == sheet.columns[2].x
    assert first.rect.y == sheet.head


def test_untitled_steps_take_no_room():
    titled = small_map()
    bare = titled.put(*(step.replace(title="") for step in titled.steps.values()))

    assert lay_out(bare, LOOK).top < lay_out(titled, LOOK).top - 10


def test_long_titles_wrap_and_are_clearly_shortened_at_last():
    words = "a very long title of a stage that nobody wants to read " * 6
    journey = small_map().put(Stage(id="find", order="a0", title=words))

    sheet = lay_out(journey, LOOK)

    lines = [s.line.text for s in sheet.stages[0].drawing.shapes if isinstance(s, TextLine)]
    assert len(lines) == 6
    assert lines[-1].endswith("…")


def test_endless_texts_everywhere_are_clearly_shortened_and_stay_on_the_sheet():
    endless = "W" * 100_000
    journey = small_map()
    journey = journey.put(
        Persona(id="p", name=endless, role=endless),
        Persona(id="q", name="Budi"),
        *(stage.replace(title=endless, goal=endless) for stage in journey.stages.values()),
        *(step.replace(title=endless) for step in journey.steps.values()),
        *(lane.replace(title=endless) for lane in journey.lanes.values()),
        journey.cards["a1"].replace(text=endless, tags=(endless,), personas=("p",)),
        journey.emotions["e1"].replace(label=endless, quote=endless, persona="p"),
    ).with_scope(Scope(title=endless, scenario=endless, goal=endless))

    sheet = lay_out(journey, LOOK)

    assert _words(sheet).count("…") >= 15
    assert all(block.rect.right <= sheet.width + 0.01 for block in sheet.blocks())
    assert sheet.height < 3_000


def test_a_long_word_stays_inside_its_chevron():
    journey = Map().put(Stage(id="s", title="W" * 80), Step(id="t", stage="s", title="W" * 80))

    sheet = lay_out(journey, LOOK)

    for block in (*sheet.stages, *sheet.steps):
        for shape in block.drawing.shapes:
            if isinstance(shape, TextLine):
                assert shape.x >= 0
                assert shape.x + shape.line.width <= block.drawing.width


@pytest.mark.parametrize(
    "journey",
    [
        Map(),
        Map().put(Stage(id="s", title="One"), Step(id="t", stage="s")),
        Map().put(lane_kind("cards").record(id="l")),
        Map().put(lane_kind("emotion").record(id="l")),
    ],
    ids=["empty", "a stage", "cards", "emotions"],
)
def test_an_empty_map_gives_a_sheet_that_invites(journey):
    sheet = lay_out(journey, replace(LOOK, prompts=True))

    assert sheet.width >= 400
    assert sheet.height >= 150
    assert "prompt" in {block.part for block in sheet.blocks()}


def test_a_poster_has_no_prompts():
    assert "prompt" not in {block.part for block in lay_out(Map(), LOOK).blocks()}


def test_untitled_heads_say_their_numbers_quietly_on_screen_only():
    journey = small_map().put(
        Stage(id="x", order="a2"), Step(id="y", stage="x"), Step(id="z", stage="buy", order="a2")
    )
    look = replace(LOOK, words=Words("id"))
    on_screen = lay_out(journey, replace(look, prompts=True))
    heads = {block.element: block.drawing for block in (*on_screen.stages, *on_screen.steps)}

    assert [_lines(heads[each]) for each in "xyz"] == [["Tahap 3"], ["Langkah 1"], ["Langkah 3"]]
    inks = {each: {line.colour for line in _text_lines(heads[each])} for each in ("s1", "y")}
    assert inks == {"s1": {LIGHT.ink}, "y": {ghost_ink(LOOK)}}
    assert not {"Tahap", "Langkah"} & set(_words(lay_out(journey, look)).split())


def test_steps_without_any_title_have_no_row_of_numbers():
    journey = Map().put(Stage(id="s", title="One"), Step(id="t", stage="s"))
    asking, plain = lay_out(journey, replace(LOOK, prompts=True)), lay_out(journey, LOOK)

    assert asking.top - asking.head == plain.top - plain.head


def test_the_subtitle_tells_state_scenario_and_sources():
    sheet = lay_out(full_map(), LOOK)

    assert "Future state · A guest comes late after a delayed train." in _words(sheet)
    assert "1 interview, 212 survey answers" in _words(sheet)


def test_the_legend_names_every_persona_and_the_future():
    texts = [
        shape.line.text
        for block in lay_out(full_map(), LOOK).title
        if block.part == "legend"
        for shape in block.drawing.shapes
        if isinstance(shape, TextLine)
    ]

    assert "Dewi · Consultant" in texts
    assert "Future state" in texts


def test_an_edit_gives_the_same_sheet_as_a_fresh_layout():
    chance = random.Random(4)
    journey = big_map(150, 6, 12)
    sheet = lay_out(journey, LOOK)
    for turn in range(40):
        journey = _edited(journey, chance, turn)

        sheet = lay_out(journey, LOOK, sheet)

        assert _shapes(sheet) == _shapes(lay_out(journey, LOOK)), turn


def _edited(journey, chance, turn):
    card = chance.choice(list(journey.cards.values()))
    step = chance.choice(journey.ordered_steps)
    lane = chance.choice(journey.ordered_lanes)
    match turn % 9:
        case 0:
            return journey.put(card.replace(text=f"edit {turn} " * chance.randrange(12)))
        case 1:
            return journey.drop([card.id])
        case 2:
            return journey.put(card.replace(first_step=step.id, last_step=step.id))
        case 3:
            return journey.put(step.replace(title=f"Step {turn}"))
        case 4:
            return journey.put(lane.replace(title=f"A lane with a longer title {turn}"))
        case 5:
            return journey.put(Persona(id=f"p{turn}", name=f"Person {turn}"))
        case 6:
            return journey.with_scope(Scope(title=f"Title {turn} " * 9))
        case 7:
            emotion = chance.choice(list(journey.emotions.values()))
            return journey.put(emotion.replace(value=chance.uniform(-2, 2), quote="Hm"))
        case _:
            felt = next(iter(journey.emotions.values()))
            card = chance.choice(list(journey.cards.values()))
            return journey.put(
                card.replace(first_step=felt.step, last_step=felt.step),
                felt.replace(card=card.id),
            )


def test_an_edit_takes_the_other_lanes_over():
    journey = big_map(150, 6, 12)
    before = lay_out(journey, LOOK)
    card = next(iter(journey.cards.values()))

    after = lay_out(journey.put(card.replace(text="Other")), LOOK, before)

    same = [new.band is old.band for new, old in zip(after.lanes, before.lanes, strict=True)]
    assert same.count(False) == 1
    assert after.stages is before.stages


def test_another_look_is_laid_out_anew():
    journey = small_map()
    light = lay_out(journey, LOOK)

    dark = lay_out(journey, Look(DARK, Words("en")), light)

    assert _shapes(dark) == _shapes(lay_out(journey, Look(DARK, Words("en"))))


def test_feelings_at_cards_stand_in_the_order_of_the_cards():
    journey = small_map()
    felt = next(iter(journey.emotions.values()))
    journey = journey.drop(journey.emotions).put(
        felt.replace(id="late", step="s1", card="a2"),
        felt.replace(id="early", step="s1", card="a1"),
        felt.replace(id="whole", step="s1", card=None),
    )

    sheet = lay_out(journey, LOOK)

    xs = [sheet.rect_of(each).x for each in ("whole", "early", "late")]
    assert xs == sorted(xs)
    moved = lay_out(journey.put(journey.cards["a1"].replace(order="a9")), LOOK, sheet)
    assert moved.rect_of("late").x < moved.rect_of("early").x


def test_a_card_of_an_empty_kind_in_any_lane_is_drawn():
    journey = small_map().put(
        card_kind("quote").record(id="q", lane="pain", first_step="s4", last_step="s4", text="Oh")
    )

    assert lay_out(journey, LOOK).rect_of("q") is not None


def _title_baselines(*stages):
    sheet = lay_out(small_map().put(*stages), LOOK)
    lines = [[s for s in b.drawing.shapes if isinstance(s, TextLine)] for b in sheet.stages]
    return [texts[0].baseline for texts in lines]


def test_titles_of_stages_stand_at_one_height_when_facts_stand_below_some():
    find, buy = small_map().ordered_stages

    first, second = _title_baselines(find.replace(duration="2 days", goal="Know enough"), buy)

    assert first == second


def test_titles_of_stages_without_facts_are_centred():
    find, buy = small_map().ordered_stages

    first, second = _title_baselines(find.replace(title="A title of several lines " * 4), buy)

    assert first < second
