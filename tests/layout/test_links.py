"""How links run over the sheet."""

import pytest
from maps import full_map, small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import Rect
from cjeditor.display.theme import LIGHT
from cjeditor.edits.records import SetField
from cjeditor.kinds.look import Look
from cjeditor.kinds.plain import Action
from cjeditor.layout.links import curve_of, line_between
from cjeditor.layout.sheet import lay_out
from cjeditor.model.records import Link

LOOK = Look(LIGHT, Words("en"))


def link(source, target, kind="leads to", link_id="l1"):
    return Link(id=link_id, kind=kind, source=source, target=target)


def spots(path):
    """Return points along a path, close to one another."""
    found, last = [], (path[0].x, path[0].y)
    for segment in path[1:]:
        end = (segment.x, segment.y)
        found += [
            (last[0] + (end[0] - last[0]) * n / 40, last[1] + (end[1] - last[1]) * n / 40)
            for n in range(41)
        ]
        last = end
    return found


PAIRS = [("a1", "a2"), ("a2", "a1"), ("a1", "a3"), ("a3", "a1"), ("a1", "p1"), ("p1", "a3")]


@pytest.mark.parametrize(("source", "target"), PAIRS)
def test_a_link_runs_from_side_to_side_and_over_no_card(source, target):
    sheet = lay_out(small_map(), LOOK)

    curve = curve_of(sheet, link(source, target))

    ends = [sheet.rect_of(source), sheet.rect_of(target)]
    for end, rect in zip((curve.path[0], curve.path[-1]), ends, strict=True):
        assert end.x in (rect.x, rect.right)
        assert rect.y < end.y < rect.bottom
    cards = [sheet.rect_of(card).grown(-0.5) for card in sheet.journey.cards]
    assert not any(card.contains(*spot) for spot in spots(curve.path) for card in cards)


def test_a_link_to_a_far_column_runs_between_the_lanes():
    journey = small_map()
    journey = journey.put(
        *(
            Action(id=f"b{step}", lane="do", first_step=step, last_step=step, order="a0")
            for step in ("s2", "s4")
        )
    )
    sheet = lay_out(journey, LOOK)

    curve = curve_of(sheet, link("a1", "bs4"))

    between = sheet.rect_of("bs2").grown(-0.5)
    assert not any(between.contains(*spot) for spot in spots(curve.path))


def test_links_between_the_same_cards_do_not_cover_one_another():
    sheet = lay_out(small_map(), LOOK)

    starts = {curve_of(sheet, link("a1", "a3", link_id=f"l{n}")).path[0].y for n in range(8)}

    assert len(starts) > 2


def test_kinds_differ_in_more_than_colour():
    sheet = lay_out(small_map(), LOOK)
    kinds = ("causes", "solves", "leads to")

    dashes = {curve_of(sheet, link("a1", "a3", k)).shapes(LIGHT)[0].stroke.dash for k in kinds}

    assert len(dashes) == 3


def test_a_link_in_the_light_is_stronger():
    curve = curve_of(lay_out(small_map(), LOOK), link("a1", "a3"))

    quiet, strong = curve.shapes(LIGHT)[0].stroke, curve.shapes(LIGHT, strong=True)[0].stroke

    assert strong.width > quiet.width
    assert strong.colour != quiet.colour


def test_a_link_stays_the_same_until_one_of_its_lanes_changes():
    before = lay_out(small_map(), LOOK)
    made = link("a1", "a3")
    curve = curve_of(before, made)

    def after(card, text):
        journey = SetField((card,), "text", text).apply(before.journey)
        return curve_of(lay_out(journey, LOOK, before), made, curve)

    assert after("p1", "Other") is curve
    assert after("a2", "Other").path is curve.path
    assert after("a1", "Much longer than before, so long").path != curve.path


def test_every_link_of_the_full_map_has_a_way():
    sheet = lay_out(full_map(), LOOK)

    curves = [curve_of(sheet, each) for each in sheet.journey.links.values()]

    assert len([curve for curve in curves if curve is not None]) == 3


def test_a_link_to_be_begins_and_ends_at_the_nearer_sides():
    left, right = Rect(0, 0, 100, 40), Rect(200, 90, 100, 40)

    assert [line_between(left, right)[n][-2:] for n in (0, 1)] == [(100, 20), (200, 110)]
    assert [line_between(right, left)[n][-2:] for n in (0, 1)] == [(200, 110), (100, 20)]
