import pytest
from maps import full_map, golden_map

from cjeditor.edits.edit import EditError
from cjeditor.edits.owners import GiveOwner, RenameOwner


def test_cards_get_an_owner_whose_name_has_no_blanks_around_it():
    journey = GiveOwner(("p1", "o1"), "  Front\r\noffice ").apply(full_map())

    assert journey.cards["p1"].owner == journey.cards["o1"].owner == "Front\noffice"


def test_an_owner_is_renamed_on_every_card_and_in_every_view():
    journey = golden_map()
    journey = journey.put(journey.cards["p1"].replace(owner=" Front office"))

    after = RenameOwner("Front office", "Reception").apply(journey)

    assert after.cards["t1"].owner == after.cards["p1"].owner == "Reception"
    assert after.views["night"].owners == ("Reception",)
    assert after.cards["o1"] is journey.cards["o1"]


def test_two_owners_of_one_name_become_one():
    journey = golden_map()
    journey = journey.put(journey.views["night"].replace(owners=("IT", "Front office")))

    after = RenameOwner("Front office", "IT").apply(journey)

    assert after.cards["t1"].owner == "IT"
    assert after.views["night"].owners == ("IT",)


@pytest.mark.parametrize("edit", [
    RenameOwner("IT", "  "), RenameOwner("", "IT"), GiveOwner(("a1",), "IT"),
    GiveOwner(("nobody",), "IT"),
])  # fmt: skip
def test_an_owner_without_a_name_and_cards_that_nobody_owns_are_refused(edit):
    with pytest.raises(EditError):
        edit.apply(full_map())
