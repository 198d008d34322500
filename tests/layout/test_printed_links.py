"""Links on paper: all of them, below the cards, beside all words."""

import random
from bisect import bisect
from itertools import combinations, pairwise

import pytest
from maps import big_map, full_map, small_map

from cjeditor.core.order import keys_between
from cjeditor.core.units import MM
from cjeditor.core.words import Words
from cjeditor.display.shapes import Curve, CurveTo, LineTo, TextLine
from cjeditor.kinds.emotion_lane import EmotionLane
from cjeditor.kinds.feeling import Emotion
from cjeditor.layout.poster import lay_out_poster
from cjeditor.layout.printed_links import PART, link_curves
from cjeditor.model.records import Link

WORDS = Words("en")
A3 = (420 * MM, 297 * MM)
KINDS = ("causes", "solves", "leads to")


def poster_of(journey, **options):
    return lay_out_poster(journey, A3, WORDS, **options)


def linked(journey, *pairs, kind="leads to"):
    return journey.put(
        *(
            Link(id=f"l{number:03}", kind=kind, source=source, target=target)
            for number, (source, target) in enumerate(pairs)
        )
    )


def crowded(seed):
    """A map with forty links between any cards, and words at all points of its curve."""
    chance = random.Random(seed)
    journey = big_map(120, 6, 24, seed)
    above, below = (lane.order for lane in journey.ordered_lanes[2:4])
    mood = EmotionLane(id="mood", order=keys_between(above, below, 1)[0])
    felt = (
        Emotion(id=f"felt{n}", step=f"step{n}", value=chance.uniform(-2, 2), quote="Why me? " * 3)
        for n in range(24)
    )
    cards = list(journey.cards)
    pairs = [chance.sample(cards, 2) for _ in range(40)]
    return linked(journey.put(mood, *felt), *pairs, kind=chance.choice(KINDS))


def curves_in(poster):
    """Return line and arrowhead of every link."""
    shapes = (block.drawing.shapes for block in poster.blocks if block.part == PART)
    return [each for each in shapes if isinstance(each[0], Curve)]


def names_in(poster):
    """Return the rectangles of the links' names."""
    return [
        block.rect
        for block in poster.blocks
        if block.part == PART and any(isinstance(each, TextLine) for each in block.drawing.shapes)
    ]


def spots(path):
    """Yield points along what is drawn of a path, close to one another."""
    x = y = 0.0
    for segment in path:
        for share in range(61) if isinstance(segment, LineTo | CurveTo) else ():
            xs, ys = (x, segment.x), (y, segment.y)
            if isinstance(segment, CurveTo):
                xs = x, segment.x1, segment.x2, segment.x
                ys = y, segment.y1, segment.y2, segment.y
            yield between(xs, share / 60), between(ys, share / 60)
        x, y = segment.x, segment.y


def between(places, share):
    """Return the place at *share* of a line, or of a bend with two control points."""
    while len(places) > 1:
        places = [a + (b - a) * share for a, b in pairwise(places)]
    return places[0]


def covered(paths, rects):
    """Return those of *rects* that any of *paths* runs over."""
    drawn = sorted(spot for path in paths for spot in spots(path))
    return [rect for rect in rects if any(rect.contains(*spot) for spot in _across(rect, drawn))]


def _across(rect, drawn):
    """Return which of *drawn*, in order, are between the left and right edge of *rect*."""
    return drawn[bisect(drawn, (rect.x,)) : bisect(drawn, (rect.right,))]


def bare_words(poster):
    return [
        block.rect
        for block in poster.blocks
        if block.part in ("quote", "label", "name", "truth", "point", "mark")
    ]


@pytest.mark.parametrize("seed", range(4))
def test_no_link_covers_a_card_or_words(seed):
    poster = poster_of(crowded(seed))
    parts = [block.part for block in poster.blocks]
    curves, words = curves_in(poster), bare_words(poster)
    last_curve = max(n for n, b in enumerate(poster.blocks) if b.drawing.shapes in curves)

    assert len(curves) == 40
    assert parts.index("card") > last_curve
    assert parts.count("quote") == 48
    assert covered([line.path for line, _head in curves], words) == []
    assert covered([curve.path for curve in link_curves(poster.sheet)], words) != []


@pytest.mark.parametrize("seed", range(4))
def test_names_stand_where_nothing_else_does(seed):
    poster = poster_of(crowded(seed))
    names = names_in(poster)
    taken = [block.rect for block in poster.blocks if block.part in ("card", "lane")]

    assert names
    assert not any(one.meets(other) for one, other in combinations(names, 2))
    assert not any(name.meets(rect) for name in names for rect in (*taken, *bare_words(poster)))


def test_links_side_by_side_are_told_apart():
    journey = small_map()
    poster = poster_of(linked(journey, ("a1", "p1"), ("a2", "p1"), ("a1", "a2")))
    curves = link_curves(poster.sheet)
    ways = [x for curve in curves for x in {round(x, 1) for x, _ in curve.corners[1:-1]}]

    assert len(ways) == len(set(ways)) == 3
    assert min(abs(a - b) for a, b in combinations(ways, 2)) >= 1.5


def test_a_single_link_runs_halfway_between_the_columns():
    poster = poster_of(linked(small_map(), ("a1", "p1")))
    (curve,) = link_curves(poster.sheet)

    assert {x for x, _ in curve.corners[1:-1]} == {poster.sheet.column_of["s2"].x}


def test_the_legend_tells_the_kinds_that_the_map_has():
    def told(journey):
        return [
            shape.line.text
            for block in poster_of(journey).blocks
            if block.part == "legend"
            for shape in block.drawing.shapes
            if isinstance(shape, TextLine)
        ]

    assert told(linked(small_map(), ("a1", "a3"), kind="solves"))[-1] == "Solves"
    assert told(full_map())[-3:] == ["Causes", "Solves", "Leads to"]
    assert not {"Causes", "Solves", "Leads to"} & set(told(small_map()))


def test_without_links_a_poster_is_that_of_a_map_without_them():
    journey = crowded(1)
    left_out = poster_of(journey, links=False)
    plain = poster_of(journey.drop(journey.links))

    def drawn(poster):
        return [(block.part, block.rect, block.drawing.shapes) for block in poster.blocks]

    assert drawn(left_out) == drawn(plain)
    assert left_out.whole is journey


def test_a_link_to_a_hidden_card_is_left_out():
    journey = linked(small_map(), ("a1", "p1"), ("a1", "a3"))
    hidden = journey.put(journey.lanes["pain"].replace(shown="hidden"))

    assert len(curves_in(poster_of(journey))) == 2
    assert len(curves_in(poster_of(hidden))) == 1


def test_very_many_links_have_no_names():
    journey = big_map(120, 4, 9)
    cards = [card.id for card in journey.reading_order()]
    poster = poster_of(linked(journey, *pairwise(cards)))

    assert len(curves_in(poster)) == 119
    assert names_in(poster) == []


def test_links_stay_inside_the_sheet():
    poster = poster_of(crowded(2))
    sheet = poster.sheet
    places = [s for line, head in curves_in(poster) for s in (*spots(line.path), *spots(head.path))]

    assert all(sheet.left <= x <= sheet.width for x, _ in places)
    assert all(sheet.top - 6 <= y <= sheet.height for _, y in places)
