"""What each stage rests on is drawn as bars, and said in words and counts."""

import pytest
from maps import full_map, small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import Box, Line, TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.chips import Chips
from cjeditor.layout.coverage_strip import coverage_strip, spoken_coverage
from cjeditor.model.coverage import coverage_by_stage
from cjeditor.model.records import Evidence, Stage, Step

LOOK = Look(theme=LIGHT, words=Words("en"))


def laid(journey, width):
    return coverage_strip(journey, coverage_by_stage(journey), width, LOOK, Chips())


def said(block):
    return " ".join(s.line.text for s in block.drawing.shapes if isinstance(s, TextLine))


def founded():
    journey = small_map().put(Evidence(id="ev", kind="survey"))
    return journey.put(
        journey.cards["a1"].replace(evidence=("ev",), strength="measured"),
        journey.cards["a2"].replace(strength="assumed"),
    )


def test_every_stage_has_a_box_with_counts_and_shares_in_words():
    find, buy = laid(founded(), 800).ground

    assert "Find Numbers: 1 source Stories: 0 sources" in said(find)
    assert "1 of 3 validated" in said(find)
    assert "1 assumed" in said(find)
    assert "1 not said" in said(find)
    assert "Numbers, but no stories: nothing says why." in said(find)
    assert "no stories" not in said(buy)


def test_the_bar_is_filled_by_the_share_that_is_validated_and_hatched_by_what_is_assumed():
    find = laid(founded(), 800).ground[0].drawing
    boxes = [shape for shape in find.shapes if isinstance(shape, Box)]
    whole, sure = boxes[1], next(box for box in boxes if box.fill == LIGHT.good)
    guessed = boxes[-1]

    assert sure.rect.width == pytest.approx(whole.rect.width / 3)
    assert guessed.rect.x == pytest.approx(sure.rect.right)
    assert guessed.rect.width == pytest.approx(whole.rect.width / 3)
    hatching = [shape for shape in find.shapes if isinstance(shape, Line)]
    assert hatching
    for line in hatching:
        assert guessed.rect.x <= line.x1 <= line.x2 <= guessed.rect.right + 0.01


def test_many_stages_stand_in_rows_and_none_reaches_out():
    journey = small_map().put(
        *(Stage(id=f"st{n}", order=f"b{n:02}1", title="Compare offers") for n in range(9)),
        *(Step(id=f"sp{n}", stage=f"st{n}") for n in range(9)),
    )
    chart = laid(journey, 620)

    assert len(chart.ground) == 11
    assert len({block.y for block in chart.ground}) == 4
    assert all(block.rect.right <= 620.01 for block in chart.ground)
    assert max(block.rect.bottom for block in chart.ground) == pytest.approx(chart.height)


def test_it_is_spoken_in_the_words_of_the_language():
    found = spoken_coverage(full_map(), coverage_by_stage(full_map()), Words("id"))

    text = found["before"]
    assert "Angka: 1 sumber; Cerita: 1 sumber; 1 dari 7 tervalidasi" in text
