import typing

import pytest
from pydantic import TypeAdapter

from cjeditor.core.words import Words
from cjeditor.display.symbols import symbol_names
from cjeditor.display.theme import DARK, LIGHT
from cjeditor.kinds.card_drawing import draw_card
from cjeditor.kinds.fields import CHANNELS
from cjeditor.kinds.lane import Column, Content
from cjeditor.kinds.look import Look
from cjeditor.kinds.registry import (
    CARD_KINDS,
    LANE_KINDS,
    AnyCard,
    AnyLane,
    card_kind,
    kind_of_card,
    kind_of_lane,
    lane_kind,
    title_of,
)

CARDS = pytest.mark.parametrize("kind", CARD_KINDS, ids=lambda kind: kind.name)
LANES = pytest.mark.parametrize("kind", LANE_KINDS, ids=lambda kind: kind.name)
WORDS = Words("en")


def _card(kind, **fields):
    place = {"id": "c", "lane": "l", "first_step": "s", "last_step": "s"}
    return kind.record(**(place | {"text": "A text"} | fields))


def _lane(kind):
    return kind.record(id="l")


def _union(alias):
    return set(typing.get_args(typing.get_args(alias)[0]))


def test_every_card_kind_is_in_the_list_and_in_the_union():
    assert {kind.record for kind in CARD_KINDS} == _union(AnyCard)


def test_every_lane_kind_is_in_the_list_and_in_the_union():
    assert {kind.record for kind in LANE_KINDS} == _union(AnyLane)


@pytest.mark.parametrize("kinds", [CARD_KINDS, LANE_KINDS])
def test_names_are_unique(kinds):
    assert len({kind.name for kind in kinds}) == len(kinds)


@CARDS
def test_a_card_finds_its_kind(kind):
    card = _card(kind)

    assert card.kind == kind.name
    assert kind_of_card(card) is kind
    assert card_kind(kind.name) is kind


@LANES
def test_a_lane_finds_its_kind(kind):
    lane = _lane(kind)

    assert lane.kind == kind.name
    assert kind_of_lane(lane) is kind
    assert lane_kind(kind.name) is kind


@CARDS
def test_a_card_comes_back_from_json_as_it_was(kind):
    card = _card(kind, tags=("one",), votes=2, strength="heard")
    adapter = TypeAdapter(AnyCard)

    assert adapter.validate_json(adapter.dump_json(card)) == card


@LANES
def test_a_lane_comes_back_from_json_as_it_was(kind):
    lane = _lane(kind)
    adapter = TypeAdapter(AnyLane)

    assert adapter.validate_json(adapter.dump_json(lane)) == lane


@CARDS
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
def test_every_card_kind_draws(kind, theme):
    drawing = draw_card(_card(kind), kind, 140, Look(theme, WORDS))

    assert drawing.width == 140
    assert drawing.height > 20
    assert "A text" in " ".join(
        shape.line.text for shape in drawing.shapes if hasattr(shape, "line")
    )


@LANES
@pytest.mark.parametrize("prompts", [True, False])
def test_every_lane_kind_draws_without_content(kind, prompts):
    columns = (Column("s", 100, 150),)
    content = Content(columns, {}, {}, (), left=100, right=260, least=40)

    band = kind.lay_out(_lane(kind), content, Look(LIGHT, WORDS, prompts=prompts), None)

    assert band.height > 0


@CARDS
def test_every_card_kind_has_words_and_a_symbol(kind):
    assert kind.label
    assert kind.prompt.endswith("?")
    assert kind.symbol in symbol_names()


@LANES
def test_every_lane_kind_has_words_and_a_symbol(kind):
    assert kind.label
    assert title_of(_lane(kind), WORDS)
    assert kind.symbol(_lane(kind)) in symbol_names()


def test_every_channel_has_a_symbol():
    assert {facts.symbol for facts in CHANNELS.values()} <= set(symbol_names())


@CARDS
def test_the_columns_of_a_kind_are_fields_of_its_record(kind):
    assert {column.field for column in kind.columns} <= set(kind.record.model_fields)


def test_a_lane_without_title_is_called_after_its_cards():
    lane = lane_kind("cards").record(id="l", card="pain")

    assert title_of(lane, WORDS) == "Pain point"
    assert title_of(lane.replace(title="Trouble"), WORDS) == "Trouble"
