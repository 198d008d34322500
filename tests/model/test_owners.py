"""Who owns what, by stage."""

from maps import full_map, small_map

from cjeditor.model.owners import owned, owners


def test_owners_come_by_the_alphabet_each_once_and_without_blanks_around():
    journey = full_map()
    journey = journey.put(journey.cards["p1"].replace(owner=" IT "))

    assert owners(journey) == ["Front office", "IT"]


def test_what_is_owned_stands_by_owner_and_stage_and_nobody_comes_first():
    found = owned(full_map())

    assert list(found) == ["", "Front office", "IT"]
    assert {stage: [card.id for card in cards] for stage, cards in found["IT"].items()} == {
        "before": ["p1", "o1"]
    }
    assert [card.id for card in owned(small_map())[""]["find"]] == ["p1"]


def test_cards_that_nobody_can_own_are_left_out():
    everything = [card.id for own in owned(full_map()).values() for c in own.values() for card in c]

    assert sorted(everything) == ["o1", "p1", "t1"]
