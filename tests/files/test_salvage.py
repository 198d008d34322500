"""A damaged map opens with what is whole; what is not is told; nothing hangs or breaks."""

import random
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from maps import full_map, small_map
from soak import SOAK, often

from cjeditor.app.samples import sample
from cjeditor.files import cjm
from cjeditor.files.errors import FileError, NotJson, NotOurs, TooLarge
from cjeditor.files.migrations import CURRENT
from cjeditor.files.salvage import salvage
from cjeditor.model.integrity import faults

SMALL = cjm.dumps(small_map())
FULL = cjm.dumps(full_map())
SHOES = cjm.dumps(cjm.load(sample("en")))
FLIPS = often(2_000, 50_000)

pytestmark = pytest.mark.soak


def told(salvaged):
    return [(loss.place, loss.line, loss.reason) for loss in salvaged.losses]


def assert_whole(salvaged):
    """What was salvaged is sound and can be saved."""
    assert faults(salvaged.journey) == []
    assert cjm.loads(cjm.dumps(salvaged.journey)) == salvaged.journey


def changed(content, old, new):
    assert content.count(old) >= 1
    return content.replace(old, new, 1)


@pytest.mark.parametrize("content", [SMALL, FULL, SHOES], ids=["small", "full", "shoes"])
def test_of_a_whole_file_nothing_is_lost(content):
    salvaged = salvage(content)

    assert salvaged.journey == cjm.loads(content)
    assert salvaged.losses == ()
    assert salvaged.newer is None


def test_a_line_that_cannot_be_read_costs_that_record_and_keeps_its_words():
    line = next(each for each in SHOES.split(b"\n") if b'"kind":"pain"' in each)
    text = re.search(rb'"text":"([^"]*)"', line)[1].decode()
    content = SHOES.replace(line, line.replace(b'":"', b'":', 1))

    salvaged = salvage(content)

    assert_whole(salvaged)
    before = cjm.loads(SHOES)
    assert len(salvaged.journey.cards) == len(before.cards)
    note = next(card for card in salvaged.journey.cards.values() if card.text == text)
    assert salvaged.journey.lanes[note.lane].title == "Rescued"
    assert salvaged.losses[0].line == content.split(b"\n").index(line.replace(b'":"', b'":', 1)) + 1
    assert salvaged.losses[0].values == {"text": text}


def test_a_file_that_is_cut_off_keeps_what_stands_before():
    content = SHOES[: SHOES.index(b'\n"emotions": [')]

    salvaged = salvage(content)

    assert_whole(salvaged)
    assert salvaged.journey.cards.keys() == cjm.loads(SHOES).cards.keys()
    assert salvaged.journey.emotions == {}


def test_a_file_on_one_line_that_is_cut_off_keeps_what_stands_before():
    content = SHOES.replace(b"\n", b"")
    content = content[: content.index(b'"emotions": [') - 200]

    salvaged = salvage(content)

    assert_whole(salvaged)
    assert len(salvaged.journey.cards) >= len(cjm.loads(SHOES).cards) - 2
    assert "cut off" in salvaged.losses[0].reason


def test_a_field_that_does_not_fit_is_left_out_and_told():
    salvaged = salvage(changed(SHOES, b'"severity":4', b'"severity":44'))

    assert_whole(salvaged)
    assert len(salvaged.journey.cards) == len(cjm.loads(SHOES).cards)
    loss = salvaged.losses[0]
    assert loss.place.startswith("cards ")
    assert loss.values["field"] == "severity"


def test_a_card_of_an_unknown_kind_becomes_a_note_with_all_its_words():
    salvaged = salvage(changed(SHOES, b'"kind":"touchpoint"', b'"kind":"hologram"'))

    assert_whole(salvaged)
    assert {card.text for card in salvaged.journey.cards.values()} == {
        card.text for card in cjm.loads(SHOES).cards.values()
    }


def test_cards_of_a_missing_lane_stand_in_a_lane_of_their_own():
    before = cjm.loads(SHOES)
    lane = next(each for each in before.ordered_lanes if before.cells.get(each.id))
    line = next(each for each in SHOES.split(b"\n") if f'"id":"{lane.id}"'.encode() in each)

    salvaged = salvage(SHOES.replace(line + b"\n", b""))

    assert_whole(salvaged)
    assert salvaged.journey.cards.keys() == before.cards.keys()
    assert [each.title for each in salvaged.journey.ordered_lanes][-1] == "Rescued"


def test_cards_of_a_missing_stage_are_kept():
    before = cjm.loads(SHOES)
    line = next(each for each in SHOES.split(b"\n") if b'"id":"aware"' in each)

    salvaged = salvage(SHOES.replace(line + b"\n", b""))

    assert_whole(salvaged)
    assert salvaged.journey.cards.keys() == before.cards.keys()
    assert salvaged.journey.steps.keys() >= before.steps.keys()


def test_records_of_a_table_whose_name_is_lost_are_kept():
    salvaged = salvage(changed(SHOES, b'"cards": [', b'"carts": ['))

    assert_whole(salvaged)
    assert salvaged.journey.cards == cjm.loads(SHOES).cards
    assert salvaged.losses[0].values == {"field": "carts"}


def test_two_records_of_one_id_are_both_kept():
    lines = SHOES.split(b"\n")
    at = next(number for number, each in enumerate(lines) if b'"kind":"pain"' in each)
    double = re.sub(rb'"text":"[^"]*"', b'"text":"another"', lines[at])
    lines.insert(at, double if double.endswith(b",") else double + b",")

    salvaged = salvage(b"\n".join(lines))

    assert_whole(salvaged)
    assert len(salvaged.journey.cards) == len(cjm.loads(SHOES).cards) + 1
    assert "another" in {card.text for card in salvaged.journey.cards.values()}


def test_bytes_that_are_no_letters_are_marked_and_told():
    salvaged = salvage(changed(SHOES, b"WhatsApp", b"Whats\xffpp"))

    assert_whole(salvaged)
    assert any("Whats\ufffdpp" in card.text for card in salvaged.journey.cards.values())
    assert any(loss.values.get("sign") == "\ufffd" for loss in salvaged.losses)


def test_of_a_newer_file_what_is_known_is_taken():
    content = changed(SHOES, f'"version": {CURRENT}'.encode(), b'"version": 99')
    content = changed(content, b'"severity":4', b'"severity":4,"cause":"x"')
    content = changed(content, b'"cards": [', b'"moods": [\n{"id":"m","nps":40}\n],\n"cards": [')

    salvaged = salvage(content)

    assert_whole(salvaged)
    assert salvaged.newer == 99
    assert salvaged.journey.cards == cjm.loads(SHOES).cards
    assert {loss.values["field"] for loss in salvaged.losses} == {"cause", "moods"}


@pytest.mark.parametrize(
    "content",
    [b"", b"\x00" * 900, b"PK\x03\x04", b"not a map", b"[]", b"{}", b'{"format": "cjeditor"}',
     b'{"title": "x", "cards": [{"text": "y"}]}'],
)  # fmt: skip
def test_what_is_no_map_is_refused(content):
    with pytest.raises((NotJson, NotOurs)):
        salvage(content)


def test_a_file_that_is_too_large_is_refused(monkeypatch):
    monkeypatch.setattr(cjm, "SIZE_LIMIT", 100)
    with pytest.raises(TooLarge):
        salvage(SHOES)


def salvaged_or_refused(content):
    try:
        salvaged = salvage(content)
    except FileError:
        return None
    assert_whole(salvaged)
    return salvaged


@pytest.mark.parametrize("content", [SHOES if SOAK else SMALL])
def test_a_file_cut_off_anywhere_is_salvaged_or_refused(content):
    whole = len(cjm.loads(content).cards)
    kept = 0
    for end in range(len(content)):
        salvaged = salvaged_or_refused(content[:end])
        count = len(salvaged.journey.cards) if salvaged else 0
        assert count >= kept - 1  # a card half there may be a note of its words, then itself
        kept = max(kept, count)
    assert kept == whole


def test_a_damaged_id_of_the_map_itself_is_told():
    salvaged = salvage(SHOES.replace(b'"id": "shoes-en"', b'"id": "shoes/en"', 1))

    assert [loss.reason.split(".")[0] for loss in salvaged.losses] == [
        "The map's own id cannot be read"
    ]
    assert salvaged.journey.replace(id="shoes-en") == cjm.loads(SHOES)


def test_one_wrong_bit_anywhere_costs_one_record_at_most():
    dice = random.Random(2026)
    before = cjm.loads(SHOES)
    for _ in range(FLIPS):
        content = bytearray(SHOES)
        at = dice.randrange(len(content))
        content[at] ^= 1 << dice.randrange(8)
        try:
            cjm.loads(bytes(content))
            continue
        except FileError:
            pass
        salvaged = salvage(bytes(content))
        assert faults(salvaged.journey) == []
        assert len(salvaged.journey.cards) >= len(before.cards) - 1
        assert salvaged.losses or salvaged.journey == before


@given(st.binary(max_size=300), st.integers(0, len(SMALL)), st.integers(0, 200))
def test_any_bytes_in_the_midst_are_survived(noise, at, gone):
    salvaged_or_refused(SMALL[:at] + noise + SMALL[at + gone :])
