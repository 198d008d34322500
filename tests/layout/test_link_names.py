"""The name of a link stands on its curve and covers no card."""

import random

import pytest
from maps import big_map, full_map, small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import Rect
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.kinds.plain import Action
from cjeditor.layout.link_names import place_name
from cjeditor.layout.links import curve_of
from cjeditor.layout.sheet import lay_out
from cjeditor.model.records import Link

LOOK = Look(LIGHT, Words("en"), on_screen=True)
WIDE, HIGH = 70, 16


def placed(sheet, source, target, taken=()):
    link = Link(id="l", kind="solves", source=source, target=target)
    curve = curve_of(sheet, link)
    return curve, place_name(sheet, curve, WIDE, HIGH, taken)


def what_is_read(sheet):
    """Return where cards, points and words beside curves stand."""
    parts = ("card", "point", "quote", "label", "truth", "stage", "step", "lane")
    return [block.rect for block in sheet.blocks() if block.part in parts]


@pytest.mark.parametrize("seed", range(3))
def test_a_name_covers_nothing_that_is_read_or_says_how_much(seed):
    sheet = lay_out(big_map(120, 5, 12), LOOK)
    chance, free = random.Random(seed), 0
    for _ in range(30):
        source, target = chance.sample(sorted(sheet.journey.cards), 2)

        curve, name = placed(sheet, source, target)

        assert Rect(0, 0, sheet.width, sheet.height).contains(name.rect.x, name.rect.y)
        assert name.rect.meets(curve.rect.grown(HIGH))
        if not name.covers:
            assert not [rect for rect in what_is_read(sheet) if rect.meets(name.rect)]
            free += 1
    assert free >= 25


def test_links_of_neighbours_have_their_names_between_the_lanes():
    sheet = lay_out(small_map().put(action("a9", "s2")), LOOK)

    _curve, name = placed(sheet, "a9", "p1")

    edge = sheet.lane_of["pain"].y
    assert name.rect.y + name.rect.height / 2 == edge
    assert name.covers == 0


def action(name, step, lane="do"):
    return Action(id=name, lane=lane, first_step=step, last_step=step, text="Do it")


def test_two_names_do_not_lie_on_one_another():
    sheet = lay_out(small_map(), LOOK)
    _curve, first = placed(sheet, "a1", "a3")

    _curve, second = placed(sheet, "a1", "a3", [first.rect])

    assert not second.rect.meets(first.rect)


def test_at_the_edge_of_the_sheet_a_name_stays_on_it():
    sheet = lay_out(small_map().put(action("a8", "s4"), action("a9", "s4", "pain")), LOOK)

    _curve, name = placed(sheet, "a8", "a9")

    assert name.rect.right <= sheet.width
    assert name.covers == 0


def test_where_nothing_is_free_it_covers_as_little_as_it_can():
    sheet = lay_out(full_map(), LOOK)
    link = next(iter(sheet.journey.links.values()))
    whole = Rect(0, 0, sheet.width, sheet.height)

    name = place_name(sheet, curve_of(sheet, link), WIDE, HIGH, [whole])

    assert name.covers >= WIDE * HIGH * 0.99
