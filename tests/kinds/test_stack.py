import random
from dataclasses import replace

import pytest

from cjeditor.core.order import keys_between
from cjeditor.core.words import Words
from cjeditor.display.theme import DARK, LIGHT
from cjeditor.kinds.lane import Column, Content, Person
from cjeditor.kinds.look import Look
from cjeditor.kinds.registry import CARD_KINDS, card_kind
from cjeditor.kinds.stack import EDGE, GAP, MARGIN, stack_cards

LOOK = Look(LIGHT, Words("en"))
COLUMNS = tuple(Column(f"s{n}", 100 + 150 * n, 150) for n in range(6))
PROMPT = "What does the customer do here?"


def _card(name, first, last=None, text="A text", kind="action", **fields):
    place = {"first_step": f"s{first}", "last_step": f"s{first if last is None else last}"}
    return card_kind(kind).record(id=name, lane="l", text=text, **(place | fields))


def _content(*cards, columns=COLUMNS, people=(), **rest):
    cells = {}
    for card in cards:
        cells.setdefault(card.first_step, []).append(card)
    filled = {step: tuple(found) for step, found in cells.items()}
    return Content(columns, filled, {}, people, left=100, right=1014, **rest)


def _random_cards(seed):
    chance = random.Random(seed)
    cards = []
    for number, key in enumerate(keys_between(None, None, 60)):
        first = chance.randrange(6)
        last = min(5, first + chance.choice([0, 0, 0, 1, 2, 4]))
        text = "word " * chance.randrange(40)
        kind = chance.choice(CARD_KINDS).name
        cards.append(_card(f"c{number}", first, last, text, kind, order=key))
    return cards


def _rects(band):
    return {block.element: block.rect for block in band.blocks}


@pytest.mark.parametrize("seed", range(8))
def test_no_two_cards_overlap(seed):
    rects = list(_rects(stack_cards(_content(*_random_cards(seed)), LOOK, PROMPT, None)).values())

    assert len(rects) == 60
    assert not any(a.meets(b) for n, a in enumerate(rects) for b in rects[:n])


@pytest.mark.parametrize("seed", range(8))
def test_every_card_stands_in_its_columns_and_in_its_lane(seed):
    cards = _random_cards(seed)
    band = stack_cards(_content(*cards), LOOK, PROMPT, None)

    place = {column.step: column for column in COLUMNS}
    for card in cards:
        rect, last = band.rect_of(card.id), place[card.last_step]
        assert rect.x == place[card.first_step].x + MARGIN
        assert rect.right == pytest.approx(last.x + last.width - MARGIN)
        assert rect.y >= EDGE
        assert rect.bottom <= band.height - EDGE


@pytest.mark.parametrize("seed", range(8))
def test_a_cell_keeps_the_order_of_its_cards(seed):
    cards = _random_cards(seed)
    band = stack_cards(_content(*cards), LOOK, PROMPT, None)

    for column in COLUMNS:
        tops = [band.rect_of(card.id).y for card in cards if card.first_step == column.step]
        assert tops == sorted(tops)


def test_cards_of_a_cell_stand_close_together():
    band = stack_cards(_content(_card("a", 0), _card("b", 0)), LOOK, PROMPT, None)

    assert band.rect_of("b").y == pytest.approx(band.rect_of("a").bottom + GAP)


@pytest.mark.parametrize("seed", range(4))
def test_an_edited_lane_is_the_same_as_a_fresh_one(seed):
    cards = _random_cards(seed)
    band = stack_cards(_content(*cards), LOOK, PROMPT, None)
    chance = random.Random(seed)
    for turn in range(12):
        place = chance.randrange(len(cards))
        cards[place] = cards[place].replace(text=f"edit {turn}")
        if turn % 3 == 0:
            del cards[chance.randrange(len(cards))]
        content = _content(*cards)

        band = stack_cards(content, LOOK, PROMPT, band)

        fresh = stack_cards(content, LOOK, PROMPT, None)
        assert [(b.element, b.rect, b.drawing.shapes) for b in band.blocks] == [
            (b.element, b.rect, b.drawing.shapes) for b in fresh.blocks
        ]


def test_an_edit_draws_only_the_cards_that_changed():
    cards = [_card("a", 0), _card("b", 0), _card("c", 1)]
    before = stack_cards(_content(*cards), LOOK, PROMPT, None)
    changed = [cards[0].replace(text="Other"), *cards[1:]]

    after = stack_cards(_content(*changed), LOOK, PROMPT, before)

    kept = {block.element: block.drawing for block in before.blocks}
    assert [block.drawing is kept[block.element] for block in after.blocks] == [False, True, True]


def test_a_renamed_persona_shows_on_cards_of_that_persona():
    card, other = _card("a", 0, personas=("p",)), _card("b", 1)
    people = (Person("p", "Rina", "#22395b", "R"), Person("q", "Budi", "#8a4b08", "B"))
    renamed = (Person("p", "Sari", "#22395b", "S"), people[1])
    before = stack_cards(_content(card, other, people=people), LOOK, PROMPT, None)

    after = stack_cards(_content(card, other, people=renamed), LOOK, PROMPT, before)

    texts = [shape.line.text for shape in after.blocks[0].drawing.shapes if hasattr(shape, "line")]
    assert texts[-1] == "S"
    assert after.blocks[1].drawing is before.blocks[1].drawing


def test_an_empty_lane_asks_in_its_first_cell_on_screen_only():
    asking = stack_cards(_content(), Look(LIGHT, Words("en"), prompts=True), PROMPT, None)
    silent = stack_cards(_content(), LOOK, PROMPT, None)

    assert [(block.part, block.element) for block in asking.blocks] == [("prompt", "")]
    assert silent.blocks == ()


def test_a_lane_is_as_high_as_its_title_needs():
    assert stack_cards(_content(least=200), LOOK, PROMPT, None).height == 200


def _drawn(band):
    return [(block.rect, block.drawing.shapes) for block in band.blocks]


@pytest.mark.parametrize("seed", range(4))
def test_larger_type_takes_over_what_is_large_enough(seed):
    people = (Person("p", "Pia", "#22395b", "P"), Person("q", "Quo", "#8a4b08", "Q"))
    cards = [
        card.replace(
            personas=("p",) if number % 7 == 0 else (),
            strength="assumed" if number % 9 == 0 else None,
        )
        for number, card in enumerate(_random_cards(seed))
    ]
    content, large = _content(*cards, people=people), replace(LOOK, least_type=10, prompts=True)
    usual = stack_cards(content, LOOK, PROMPT, None)
    taken, anew = (stack_cards(content, large, PROMPT, each) for each in (usual, None))
    same = {id(block.drawing) for block in usual.blocks} & {id(b.drawing) for b in taken.blocks}

    assert _drawn(taken) == _drawn(anew)
    assert len(same) == sum(not card.personas and card.strength is None for card in cards)


@pytest.mark.parametrize("change", [{"theme": DARK}, {"least_type": 0}, {"words": Words("id")}])
def test_another_look_takes_over_nothing(change):
    content, large = _content(_card("c", 0, strength="assumed")), replace(LOOK, least_type=10)
    band = stack_cards(content, replace(large, **change), PROMPT, None)
    taken = stack_cards(content, replace(large, **change), PROMPT, stack_cards(
        content, large, PROMPT, None
    ))  # fmt: skip

    assert _drawn(taken) == _drawn(band)
