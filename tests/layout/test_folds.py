"""Collapsed and hidden stages and lanes, own widths and heights, on screen and on the poster."""

import random

import pytest
from maps import big_map, full_map, golden_map, small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import Symbol, TextLine
from cjeditor.display.theme import DARK, LIGHT
from cjeditor.edits.cards import MoveCards, SpanCard
from cjeditor.edits.emotions import AddEmotion, SetEmotion
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.shown import SetLock, Show
from cjeditor.edits.stage_cuts import JoinStages, SplitStage
from cjeditor.edits.step_cuts import JoinSteps, SplitStep
from cjeditor.edits.steps import MoveSteps
from cjeditor.kinds.look import Look
from cjeditor.layout.folds import hidden_run, printed, shutting
from cjeditor.layout.grid import GAP, NARROW, WIDEST_NARROW
from cjeditor.layout.hit import cell_at, folded_at, hit
from cjeditor.layout.poster import lay_out_poster
from cjeditor.layout.sheet import lay_out
from cjeditor.model.integrity import faults

SCREEN = Look(LIGHT, Words("en"), prompts=True, on_screen=True)
A3 = (1190.6, 841.9)


def shapes(sheet):
    return [
        (block.element, block.part, [round(side, 6) for side in block.rect], block.drawing.shapes)
        for block in sheet.blocks()
    ]


CURVES = [("spread", True), ("marks", True), ("scale", "names"), ("curves", "current")]


def folded(journey, **places):
    for place, shown in places.items():
        journey = Show((place,), shown).apply(journey)
    return journey


def edited(journey, chance, turn):
    """Return *journey* after one random edit of the shape of the map or of a card."""
    lanes, stages = list(journey.lanes), [stage.id for stage in journey.ordered_stages]
    steps = [step.id for step in journey.ordered_steps]
    card, step = chance.choice(sorted(journey.cards)), chance.choice(steps)
    shown = chance.choice(["open", "collapsed", "hidden"])
    at = stages.index(journey.steps[step].stage)
    curves = [lane.id for lane in journey.lanes.values() if lane.kind == "emotion"]
    styles, people = [None, *journey.styles], sorted(journey.personas)
    edits = [
        lambda: Show((chance.choice(lanes + stages),), shown),
        lambda: Show((chance.choice(stages),), shown),
        lambda: SetField((step,), "width", float(chance.choice([100, 152, 300]))),
        lambda: SetField((chance.choice(lanes),), "height", float(chance.choice([40, 300]))),
        lambda: SetLock((chance.choice(lanes), stages[at]), chance.choice(["none", "add only"])),
        lambda: SpanCard(card, step, chance.choice(steps)),
        lambda: MoveCards((card,), journey.cards[card].lane, step, 0),
        lambda: SetField((card,), "text", f"Written {turn}"),
        lambda: SplitStep(step, (), step_id=f"new{turn}"),
        lambda: JoinStages(tuple(stages[at : at + 2])) if at + 1 < len(stages) > 2 else None,
        lambda: (
            SplitStage(step, stage_id=f"newstage{turn}")
            if journey.steps_of[stages[at]][0].id != step
            else None
        ),
        lambda: (
            JoinSteps(tuple(s.id for s in journey.steps_of[stages[at]][:2]))
            if len(journey.steps_of[stages[at]]) > 2
            else None
        ),
    ]
    edits += [
        lambda: SetEmotion(step, float(chance.choice([-2, 0, 1])), emotion_id=f"felt{turn}"),
        lambda: AddEmotion(step, 1.0, emotion_id=f"more{turn}"),
        lambda: SetField((step,), "moment_of_truth", chance.choice([True, False])),
        lambda: SetField((chance.choice(sorted(curves)),), *chance.choice(CURVES)),
        lambda: SetField((card,), "style", chance.choice(styles)),
        lambda: SetField((chance.choice(people),), "name", f"P{turn}") if people else None,
        lambda: Delete((card,)) if len(journey.cards) > 5 else None,
    ]
    edit = chance.choice(edits)()
    return journey if edit is None else edit.apply(journey)


@pytest.mark.parametrize("journey", [big_map(120, 5, 20), full_map()], ids=["big", "full"])
@pytest.mark.parametrize("seed", range(4))
def test_editing_by_and_by_gives_the_same_sheet_as_a_fresh_layout(journey, seed):
    chance = random.Random(seed)
    sheet = lay_out(journey, SCREEN)
    for turn in range(40):
        journey = edited(journey, chance, turn)
        sheet = lay_out(journey, SCREEN, sheet)
        assert shapes(sheet) == shapes(lay_out(journey, SCREEN)), turn
        assert not faults(journey)


def test_a_step_that_leaves_a_collapsed_stage_leaves_its_column():
    journey = folded(small_map(), find="collapsed", buy="hidden")
    before = lay_out(journey, SCREEN)

    after = lay_out(MoveSteps(("s2",), "buy", 0).apply(journey), SCREEN, before)

    assert "s2" in before.column_of
    assert "s2" not in after.column_of


def test_an_edit_beside_folded_stages_lays_out_only_what_it_touches():
    journey = folded(big_map(300, 6, 20), stage1="collapsed", stage2="hidden")
    before = lay_out(journey, SCREEN)
    card = next(c for c in journey.cards.values() if c.lane == "lane3" and c.first_step == "step0")

    after = lay_out(SetField((card.id,), "text", "Other").apply(journey), SCREEN, before)

    assert after.steps is before.steps
    same = [a.band is b.band for a, b in zip(after.lanes, before.lanes, strict=True)]
    assert same.count(False) == 1
    lane = after.lanes[same.index(False)]
    old = {id(piece) for piece in before.lane_of[lane.lane].band.pieces}
    assert sum(id(piece) not in old for piece in lane.band.pieces) == 1


def test_columns_have_their_own_widths():
    journey = SetField(("s2",), "width", 300.0).apply(small_map())

    sheet = lay_out(journey, SCREEN)

    assert [column.width for column in sheet.columns] == [152, 300, 152, 152]
    assert sheet.stages[0].rect.width == 452
    assert sheet.stages[1].x == sheet.columns[2].x == sheet.left + 452


def test_lanes_are_at_least_as_high_as_they_are_wished():
    journey = SetField(("do", "pain"), "height", 333.0).apply(small_map())

    sheet = lay_out(journey, SCREEN)

    assert [lane.band.height for lane in sheet.lanes[:2]] == [333, 333]


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("prompts", [True, False])
def test_everything_folded_stays_on_the_sheet(theme, prompts):
    look = Look(theme, Words("id"), prompts=prompts, on_screen=True)
    full = golden_map()
    maps = [
        full,
        folded(full, before="collapsed", after="collapsed", doing="collapsed", mood="hidden"),
        folded(full, **dict.fromkeys([*full.stages, *full.lanes], "hidden")),
        folded(full, **dict.fromkeys([*full.stages, *full.lanes], "collapsed")),
    ]
    for journey in maps:
        sheet = lay_out(journey, look)
        for block in sheet.blocks():
            assert block.rect.x >= 0
            assert block.rect.right <= sheet.width + 0.01, block
            assert block.rect.bottom <= sheet.height + 0.01, block


def test_a_collapsed_stage_has_one_narrow_column_for_all_its_steps():
    sheet = lay_out(folded(small_map(), find="collapsed"), SCREEN)

    assert [column.width for column in sheet.columns] == [NARROW, 152, 152]
    assert sheet.column_of["s1"] is sheet.column_of["s2"]


def test_hidden_stages_leave_a_place_where_they_are_shown_again():
    sheet = lay_out(folded(full_map(), before="hidden", stay="hidden"), SCREEN)

    sign = sheet.switches[0]
    assert [column.step for column in sheet.columns] == ["leave"]
    assert sheet.columns[0].x == sheet.left + GAP
    assert (sign.element, sign.part) == ("before", "switch")
    assert [s.line.text for s in sign.drawing.shapes if isinstance(s, TextLine)] == ["2"]
    assert hidden_run(sheet.journey, "stay") == ("before", "stay")
    assert hit(sheet, sign.x + 5, sign.y + 5).part == "switch"


def test_a_collapsed_lane_shows_a_square_for_each_card():
    sheet = lay_out(folded(small_map(), do="collapsed"), SCREEN)

    marks = [block for block in sheet.lane_of["do"].band.blocks if block.part == "count"]
    assert [len(block.drawing.shapes) for block in marks] == [2, 1]


def test_collapsed_places_have_no_cells_to_put_a_card_in():
    sheet = lay_out(folded(small_map(), find="collapsed", pain="collapsed"), SCREEN)
    lane, narrow = sheet.lane_of["do"], sheet.columns[0]
    thin, wide = sheet.lane_of["pain"], sheet.columns[1]

    assert cell_at(sheet, narrow.x + 5, lane.y + 5) is None
    assert folded_at(sheet, narrow.x + 5, lane.y + 5) == "find"
    assert cell_at(sheet, wide.x + 5, thin.y + 5) is None
    assert folded_at(sheet, wide.x + 5, thin.y + 5) == "pain"
    assert folded_at(sheet, wide.x + 5, lane.y + 5) is None


@pytest.mark.parametrize(
    ("element", "expected"),
    [("p1", ("pain", "find")), ("a3", ()), ("e1", ("find",)), ("find", ("find",)),
     ("s1", ("find",)), ("pain", ()), ("nobody", ())],
)  # fmt: skip
def test_what_is_not_seen_tells_what_must_be_opened(element, expected):
    journey = folded(small_map(), find="hidden", pain="collapsed")

    assert shutting(journey, element) == expected


def test_locks_are_seen_on_screen_only():
    journey = SetLock(("do", "find"), "all").apply(small_map())

    def locks(look):
        blocks = lay_out(journey, look).blocks()
        drawn = (shape for block in blocks for shape in block.drawing.shapes)
        return sum(isinstance(shape, Symbol) and shape.name == "lock" for shape in drawn)

    assert (locks(SCREEN), locks(Look(LIGHT, Words("en")))) == (2, 0)


def test_a_poster_leaves_out_what_is_hidden_and_prints_what_is_collapsed():
    journey = SpanCard("a1", "s1", "s3").apply(small_map())
    journey = folded(journey, find="collapsed", buy="hidden", do="collapsed", pain="hidden")

    poster = lay_out_poster(journey, A3, Words("en"))

    assert [block.element for block in poster.sheet.stages] == ["find"]
    assert [lane.lane for lane in poster.sheet.lanes] == ["do", "feel"]
    assert {"a1", "a2"} <= {block.element for block in poster.blocks}
    assert not {"a3", "p1", "e3"} & {block.element for block in poster.blocks}
    assert not [block for block in poster.blocks if block.part in ("switch", "count")]
    assert poster.whole is journey


def test_what_is_printed_is_a_sound_map():
    journey = folded(golden_map(), before="hidden", doing="hidden", stay="open")

    assert faults(printed(journey, LIGHT.stages)) == []
    assert printed(small_map(), LIGHT.stages) == small_map()


def test_stages_keep_their_colours_on_a_poster_without_the_others():
    journey = small_map()

    def colour(of):
        heads = lay_out_poster(of, A3, Words("en")).sheet.stages
        return next(head.drawing.shapes[0].fill for head in heads if head.element == "buy")

    assert colour(folded(journey, find="hidden")) == colour(journey)


def test_a_wide_column_stays_wide_beside_the_others_on_a_poster():
    journey = SetField(("s2",), "width", 304.0).apply(small_map())

    columns = lay_out_poster(journey, A3, Words("en")).sheet.columns

    assert columns[1].width == pytest.approx(2 * columns[0].width)


def test_a_poster_with_wide_columns_still_fills_its_page():
    journey = SetField(("step1", "step4"), "width", 400.0).apply(big_map(80, 5, 8))

    poster = lay_out_poster(journey, A3, Words("en"))

    right = poster.scale * poster.sheet.width
    down = poster.scale * poster.sheet.height
    assert right > 0.9 * A3[0] or down > 0.8 * A3[1]
    assert right <= A3[0]
    assert down <= A3[1]


def test_what_stands_right_of_a_folded_stage_only_moves():
    journey = big_map(120, 5, 20)
    before = lay_out(journey, SCREEN)

    after = lay_out(folded(journey, stage1="collapsed"), SCREEN, before)

    right = before.column_of["step10"].x - after.column_of["step10"].x
    moved = [card for card in journey.cards.values() if card.first_step == "step12"]
    assert moved
    for card in moved:
        old, new = (sheet.lane_of[card.lane].band.block_of(card.id) for sheet in (before, after))
        assert new.x == old.x - right
        assert new.drawing is old.drawing


def narrow_title(title):
    """Return the head of a collapsed stage with *title*, and the lines that it shows."""
    journey = SetField(("find",), "title", title).apply(small_map())
    head = lay_out(folded(journey, find="collapsed"), SCREEN).stages[0]
    return head, [shape for shape in head.drawing.shapes if isinstance(shape, TextLine)]


@pytest.mark.parametrize(
    ("title", "shown"),
    [("Find", ["Find"]), ("Pertimbangan", ["Pertimbangan"]),
     ("Evaluasi dan pembandingan", ["Evaluasi dan", "pembandingan"]),
     ("Weighing up all that there is before anything is bought at all",
      ["Weighing up all that", "there is before", "anything is…"]),
     ("Berkesinambunganmempertimbangkan", ["Berkesinambunga…"])],
)  # fmt: skip
def test_the_title_of_a_collapsed_stage_is_never_broken_in_a_word(title, shown):
    head, lines = narrow_title(title)

    assert [line.line.text for line in lines] == shown
    assert NARROW <= head.rect.width <= WIDEST_NARROW
    assert all(line.x + line.line.width <= head.rect.width for line in lines)


def test_a_collapsed_stage_is_not_wider_than_it_was_open():
    journey = SetField(("s1",), "width", 80.0).apply(small_map())
    journey = SetField(("find",), "title", "Berkesinambungan").apply(
        MoveSteps(("s2",), "buy", 0).apply(journey)
    )

    sheet = lay_out(folded(journey, find="collapsed"), SCREEN)

    assert sheet.columns[0].width == 80


def test_a_fold_takes_over_every_cell_that_only_moves():
    journey = big_map(240, 4, 30)
    before = lay_out(journey, SCREEN)

    after = lay_out(Show(("stage1",), "collapsed").apply(journey), SCREEN, before)

    old, new = ({p.blocks[0].element: p for p in s.lanes[1].band.pieces} for s in (before, after))
    kept = [element for element in new if element in old]
    assert len(kept) > 20
    for element in kept:
        assert new[element].laid_out is old[element].laid_out


@pytest.mark.parametrize("shown", ["collapsed", "hidden"])
@pytest.mark.parametrize("place", ["stage1", "lane2"])
def test_unfolding_takes_over_what_stood_there(place, shown):
    journey = big_map(240, 4, 30)
    before = lay_out(journey, SCREEN)
    folded = lay_out(Show((place,), shown).apply(journey), SCREEN, before)

    after = lay_out(journey, SCREEN, folded)

    old, new = (
        {b.element: b.drawing for b in s.blocks() if b.part == "card"} for s in (before, after)
    )
    assert old.keys() == new.keys() == journey.cards.keys()
    assert all(new[element] is old[element] for element in old)


def test_what_changed_while_it_was_hidden_is_drawn_anew():
    journey = big_map(240, 4, 30)
    hidden = Show(("stage1", "lane2"), "hidden").apply(journey)
    sheet = lay_out(hidden, SCREEN, lay_out(journey, SCREEN))
    for element in ("card5", "card40", "card70"):
        hidden = SetField((element,), "text", "Quite another text").apply(hidden)
        sheet = lay_out(hidden, SCREEN, sheet)

    after = Show(("stage1", "lane2"), "open").apply(hidden)

    assert shapes(lay_out(after, SCREEN, sheet)) == shapes(lay_out(after, SCREEN))
