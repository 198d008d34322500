import pytest

from cjeditor.kinds.conversion import convert, ratings_of
from cjeditor.kinds.fields import Extra
from cjeditor.kinds.opportunity import Opportunity
from cjeditor.kinds.pain import Pain
from cjeditor.kinds.plain import Note
from cjeditor.kinds.registry import CARD_KINDS, card_kind
from cjeditor.kinds.touchpoint import Touchpoint

PLACE = {"id": "c", "lane": "l", "first_step": "s", "last_step": "s", "text": "A text"}
KINDS = pytest.mark.parametrize("kind", CARD_KINDS, ids=lambda kind: kind.name)

FULL = [
    Pain(**PLACE, severity=3, owner="IT", votes=4),
    Touchpoint(**PLACE, channels=("web", "app"), owner="Shop, Jakarta"),
    Opportunity(
        **PLACE, impact=5, effort=1, owner="=SUM(1)", extras=(Extra(name="Row", value="7"),)
    ),
]  # fmt: skip


@KINDS
def test_a_converted_card_keeps_what_both_kinds_have(kind):
    changed = convert(FULL[0], kind)

    assert changed.kind == kind.name
    assert (changed.id, changed.text, changed.votes) == ("c", "A text", 4)


@KINDS
@pytest.mark.parametrize("card", FULL, ids=lambda card: card.kind)
def test_a_card_that_is_changed_back_is_what_it_was(card, kind):
    assert convert(convert(card, kind), card_kind(card.kind)) == card


@pytest.mark.parametrize("card", FULL, ids=lambda card: card.kind)
def test_a_card_comes_back_whole_through_any_kinds(card):
    changed = card
    for kind in CARD_KINDS:
        changed = convert(changed, kind)

    back = convert(changed, card_kind(card.kind))
    assert back.replace(extras=tuple(sorted(back.extras, key=lambda each: each.name))) == card


def test_what_the_new_kind_has_no_field_for_can_still_be_read():
    changed = convert(FULL[0], card_kind("note"))

    assert [(each.name, each.value) for each in changed.extras] == [
        ("Severity", "3"),
        ("Owner", "IT"),
    ]


def test_an_own_field_of_the_same_name_becomes_the_kinds_field_only_if_it_fits():
    note = Note(
        **PLACE, extras=(Extra(name="Severity", value="high"), Extra(name="Owner", value="Budi"))
    )

    changed = convert(note, card_kind("pain"))

    assert (changed.severity, changed.owner) == (None, "Budi")
    assert changed.extras == (Extra(name="Severity", value="high"),)


def test_an_unrated_card_gets_no_own_fields():
    assert convert(Pain(**PLACE), card_kind("note")).extras == ()


def test_ratings_are_known_in_their_order():
    assert ratings_of(card_kind("pain")) == ("severity",)
    assert ratings_of(card_kind("opportunity")) == ("impact", "effort")
    assert ratings_of(card_kind("note")) == ()
