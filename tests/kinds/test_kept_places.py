"""An edit of a curve draws what changed and its surroundings, and what comes out is the same."""

import random
from dataclasses import replace

import pytest
from maps import big_map

from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.edits.records import Delete, SetField
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.look import Look
from cjeditor.layout.sheet import lay_out
from cjeditor.model.records import Persona

LOOK = Look(LIGHT, Words("en"), on_screen=True)
_SAID = "Nobody answers, the app forgets my basket and I was told to wait until it rings"


def _felt_map(chance, columns, personas, **lane):
    """Return a map with points, quotes, labels and moments of truth wherever chance wants."""
    journey = big_map(3 * columns, 3, columns)
    people = [Persona(id=f"p{n}", order=f"a{n}", name=f"Person {n}") for n in range(personas)]
    found = [
        _emotion(chance, f"{step.id}{n}{turn}", step.id, person.id, f"a{turn}")
        for step in journey.ordered_steps
        for n, person in enumerate(people)
        for turn in range(chance.choice((0, 1, 1, 1, 2)))
    ]
    truths = (step.replace(moment_of_truth=True) for step in journey.ordered_steps[::4])
    shown = journey.lanes["lane0"].replace(**lane)
    return journey.put(*people, *found, *truths, shown)


def _emotion(chance, name, step, persona, order):
    said = _SAID[: chance.randint(8, 80)]
    return Emotion(
        id=f"e{name}", step=step, persona=persona, order=order, value=chance.randint(-8, 8) / 4,
        quote=said if chance.random() < 0.5 else "",
        label="tired" if chance.random() < 0.3 else "",
        state="future" if chance.random() < 0.1 else "current",
    )  # fmt: skip


def _edited(journey, chance):
    """Return *journey* with a point moved, gone, come, or saying something else."""
    point = chance.choice(list(journey.emotions.values()))
    value = chance.randint(-8, 8) / 4
    match chance.randrange(8):
        case 0:
            return Delete((point.id,)).apply(journey)
        case 1:
            new = f"n{chance.randrange(10**9)}"
            return journey.put(_emotion(chance, new, point.step, point.persona, "a9"))
        case 2:
            said = _SAID[: chance.randint(0, 80)]
            return SetField((point.id,), "quote", said).apply(journey)
        case 3:
            step = chance.choice(journey.ordered_steps)
            return SetField((step.id,), "moment_of_truth", not step.moment_of_truth).apply(journey)
        case _:
            return SetField((point.id,), "value", value).apply(journey)


def _drawn(sheet):
    """Return what is drawn in the lane of curves, and of how many blocks its pieces consist."""
    band = sheet.lanes[0].band
    pieces = sum(len(piece.blocks) for piece in band.pieces) + len(band.behind.blocks)
    blocks = (*band.ground, *band.blocks)
    return pieces, [(b.element, b.part, b.rect, b.drawing.shapes) for b in blocks]


@pytest.mark.parametrize("personas", [1, 2, 4])
@pytest.mark.parametrize("lane", [{}, {"marks": True, "spread": True}], ids=["plain", "marked"])
def test_editing_by_and_by_draws_the_same_as_a_fresh_layout(personas, lane):
    chance = random.Random(personas)
    journey = _felt_map(chance, 9, personas, **lane)
    sheet = lay_out(journey, LOOK)

    for _ in range(25):
        journey = _edited(journey, chance)
        sheet = lay_out(journey, LOOK, previous=sheet)
        assert _drawn(sheet) == _drawn(lay_out(journey, LOOK))
        assert _drawn(sheet)[0] == len(sheet.lanes[0].band.blocks)


def test_what_stands_far_from_a_changed_point_is_the_very_same():
    journey = _felt_map(random.Random(3), 40, 3)
    before = lay_out(journey, LOOK)
    here = journey.ordered_steps[20].id
    point = next(each for each in journey.emotions.values() if each.step == here)
    after = SetField((point.id,), "value", -point.value or 1.5).apply(journey)

    old, new = (lay_out(after, LOOK, previous=before).lanes[0].band, before.lanes[0].band)
    changed = [x for x, y in zip(new.pieces, old.pieces, strict=True) if x is not y]

    assert 1 <= len(changed) <= 9
    assert len(new.pieces) == 40


def test_a_curve_without_the_changed_point_is_the_very_same():
    journey = _felt_map(random.Random(4), 12, 2)
    before = lay_out(journey, LOOK)
    point = next(each for each in journey.emotions.values() if each.persona == "p0")
    after = SetField((point.id,), "value", -point.value or 1.5).apply(journey)

    old, new = before.lanes[0].band, lay_out(after, LOOK, previous=before).lanes[0].band

    other = [key for key in old.tracks if key.persona == "p1"]
    assert other
    for key in other:
        assert all(a is b for a, b in zip(old.tracks[key], new.tracks[key], strict=True))


def test_another_look_takes_nothing_over():
    journey = _felt_map(random.Random(5), 6, 3, marks=True)
    wide = replace(LOOK, column=300.0)

    sheet = lay_out(journey, wide, previous=lay_out(journey, LOOK))

    assert _drawn(sheet) == _drawn(lay_out(journey, wide))
