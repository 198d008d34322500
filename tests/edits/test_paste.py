import pytest
from maps import PIXEL_ID, full_map, small_map

from cjeditor.edits.edit import EditError
from cjeditor.edits.paste import Brought, Paste, PasteBlock, lanes_below
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.plain import Note
from cjeditor.model.integrity import faults
from cjeditor.model.records import Link

PICTURE = full_map().pictures[PIXEL_ID]
RISK = CardStyle(id="risk", name="Risk", colour="#7a3e9d")


def note(name, **fields):
    return Note(id=name, lane="x", first_step="y", last_step="y", text=name, **fields)


def rows(*lines):
    return tuple(tuple((note(name),) if name else () for name in line.split("|")) for line in lines)


def texts(journey, lane, step):
    return [card.text for card in journey.cell(lane, step)]


def test_a_block_fills_cells_to_the_right_and_down():
    after = PasteBlock(rows("a|b", "c|"), "do", "s2").apply(small_map())

    assert texts(after, "do", "s2") == ["a"]
    assert texts(after, "do", "s3") == ["Ride it", "b"]
    assert texts(after, "pain", "s2") == ["Too many", "c"]
    assert faults(after) == []


def test_steps_that_are_missing_are_added_at_the_end():
    after = PasteBlock(rows("a|b|c"), "pain", "s4").apply(small_map())

    steps = [step.id for step in after.ordered_steps]
    assert len(steps) == 6
    assert [texts(after, "pain", step) for step in steps[3:]] == [["a"], ["b"], ["c"]]
    assert after.steps[steps[-1]].stage == "buy"
    assert faults(after) == []


def test_nothing_is_pasted_where_it_would_be_hidden():
    hidden = small_map()
    hidden = hidden.put(
        hidden.lanes["pain"].replace(shown="hidden"), hidden.stages["buy"].replace(shown="hidden")
    )
    after = PasteBlock(rows("a|b"), "do", "s2").apply(hidden)

    added = after.steps_of["find"][-1]
    assert texts(after, "do", "s2") == ["a"]
    assert texts(after, "do", added.id) == ["b"]
    assert texts(after, "do", "s3") == ["Ride it"]
    assert [lane.id for lane in lanes_below(hidden, "do")] == ["do"]
    assert faults(after) == []


def test_a_hidden_place_that_is_named_takes_what_is_pasted():
    hidden = small_map().put(small_map().lanes["pain"].replace(shown="hidden"))

    assert [lane.id for lane in lanes_below(hidden, "pain")] == ["pain"]


def test_the_same_block_gives_the_same_map_each_time():
    edit = PasteBlock(rows("a|b|c"), "pain", "s4")

    assert edit.apply(small_map()).steps.keys() == edit.apply(small_map()).steps.keys()


def test_only_lanes_that_take_cards_are_filled():
    assert [lane.id for lane in lanes_below(full_map(), "story")] == [
        "story", "doing", "front", "ideas",
    ]  # fmt: skip
    with pytest.raises(EditError, match="not enough lanes"):
        PasteBlock(rows("a", "b", "c"), "do", "s1").apply(small_map())


def test_pictures_styles_and_links_come_along():
    cards = (note("a", picture=PIXEL_ID, style="risk"), note("b"))
    link = Link(id="l", kind="causes", source="a", target="b")

    after = Paste(cards, "do", "s4", None, Brought((PICTURE,), (RISK,), (link,))).apply(small_map())

    assert after.pictures == {PIXEL_ID: PICTURE}
    assert after.cards["a"].picture == PIXEL_ID
    assert after.styles[after.cards["a"].style].name == "Risk"
    assert after.links == {"l": link}
    assert faults(after) == []


def test_what_no_card_needs_stays_away():
    link = Link(id="l", kind="causes", source="a", target="a1")

    after = Paste((note("a"),), "do", "s4", None, Brought((PICTURE,), (RISK,), (link,))).apply(
        small_map()
    )

    assert not after.pictures
    assert not after.styles
    assert not after.links


def test_a_style_that_looks_alike_is_used():
    own = RISK.replace(id="own")
    journey = small_map().put(own)

    after = Paste((note("a", style="risk"),), "do", "s4", None, Brought((), (RISK,))).apply(journey)

    assert after.cards["a"].style == "own"
    assert after.styles.keys() == {"own"}


def test_records_under_a_taken_id_are_left_out():
    brought = Brought(
        (PICTURE.replace(id="a1"),),
        (RISK.replace(id="do"),),
        (Link(id="s1", kind="causes", source="a", target="b"),),
    )

    cards = (note("a", picture="a1", style="do"), note("b"))
    after = Paste(cards, "do", "s4", None, brought).apply(small_map())

    assert faults(after) == []
    assert (after.cards["a"].picture, after.cards["a"].style) == (None, None)
