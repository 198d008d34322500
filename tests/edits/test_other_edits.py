"""Personas, links, evidence, pictures, pasted cards, several edits as one; what all edits are."""

import dataclasses
import importlib
import pkgutil

import pytest
from maps import PIXEL_ID, full_map, small_map

import cjeditor.edits
from cjeditor.edits.cards import AddCard
from cjeditor.edits.comments import AddComment
from cjeditor.edits.edit import Edit, EditError
from cjeditor.edits.emotions import AddEmotion
from cjeditor.edits.evidence import AddEvidence
from cjeditor.edits.links import AddLink
from cjeditor.edits.paste import Paste, with_new_ids
from cjeditor.edits.personas import AddPersona
from cjeditor.edits.pictures import AddPicture
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.several import Several
from cjeditor.edits.styles import AddStyle
from cjeditor.edits.views import SaveView
from cjeditor.kinds.card_style import CardStyle
from cjeditor.model.integrity import faults
from cjeditor.model.records import Comment, Evidence, Persona, SavedView


def every_edit():
    for module in pkgutil.iter_modules(cjeditor.edits.__path__):
        found = importlib.import_module(f"cjeditor.edits.{module.name}")
        for value in vars(found).values():
            if dataclasses.is_dataclass(value) and hasattr(value, "apply"):
                yield value


@pytest.mark.parametrize("edit", sorted(set(every_edit()), key=lambda edit: edit.__name__))
def test_every_edit_is_a_frozen_value_with_a_label(edit):
    assert edit.__dataclass_params__.frozen
    assert "label" in dir(edit)
    assert edit.__doc__


def test_edits_are_found():
    assert len(set(every_edit())) >= 20
    assert isinstance(AddCard("do", "s1", "note"), Edit)


def test_a_persona_is_added_at_its_place():
    after = AddPersona(Persona(id="new", name="Mia"), 1).apply(full_map())

    assert [persona.id for persona in after.ordered_personas] == ["dewi", "new", "omar"]


def test_evidence_is_added_at_the_end():
    after = AddEvidence(Evidence(id="new", title="Tickets")).apply(full_map())

    assert [each.id for each in after.ordered_evidence] == ["ev1", "ev2", "new"]


def test_a_link_is_made_once():
    once = AddLink("causes", "a1", "p1", "new").apply(small_map())

    assert once.links["new"].target == "p1"
    assert AddLink("causes", "a1", "p1").apply(once) is once
    assert len(AddLink("leads to", "a1", "p1").apply(once).links) == 2


@pytest.mark.parametrize("ends", [("a1", "a1"), ("a1", "gone"), ("e1", "a1")])
def test_a_link_that_does_not_fit_is_refused(ends):
    with pytest.raises(EditError):
        AddLink("causes", *ends).apply(small_map())


def test_a_picture_replaces_the_one_shown_before():
    journey = Delete(("dewi",)).apply(full_map())
    other = journey.pictures[PIXEL_ID].replace(id="f" * 40)

    after = AddPicture(other, "pic").apply(journey)

    assert after.cards["pic"].picture == other.id
    assert after.pictures.keys() == {other.id}


def test_a_picture_stays_while_anything_else_shows_it():
    journey = full_map()
    pictured = tuple(each.id for each in journey.cards.values() if each.picture)

    without_cards = SetField(pictured, "picture", None).apply(journey)
    without_any = SetField(("dewi",), "picture", None).apply(without_cards)

    assert without_cards.pictures == journey.pictures
    assert without_any.pictures == {}


def test_any_card_shows_a_picture_and_a_stage_shows_none():
    picture = full_map().pictures[PIXEL_ID]

    assert AddPicture(picture, "n1").apply(full_map()).cards["n1"].picture == PIXEL_ID
    with pytest.raises(EditError, match="Only cards and personas"):
        AddPicture(picture, "stay").apply(full_map())


def test_pasted_cards_stand_in_the_cell_in_their_order():
    cards = with_new_ids([small_map().cards["a3"], small_map().cards["a1"]])

    after = Paste(cards, "pain", "s2", 0).apply(small_map())

    texts = [card.text for card in after.cell("pain", "s2")]
    assert texts == ["Ride it", "Ask friends", "Too many"]


def test_cards_of_another_map_leave_behind_what_is_not_here():
    cards = with_new_ids([full_map().cards["a1"], full_map().cards["pr1"], full_map().cards["pic"]])

    after = Paste(cards, "do", "s4").apply(small_map())

    assert faults(after) == []
    assert all(after.cards[card.id].last_step == "s4" for card in cards)
    assert after.cards[cards[0].id].personas == ()
    assert after.cards[cards[2].id].picture is None


def test_a_card_is_not_pasted_over_one_that_is_there():
    with pytest.raises(EditError, match="already"):
        Paste((small_map().cards["a1"],), "do", "s1").apply(small_map())


def test_several_edits_are_one():
    edits = (AddCard("do", "s4", "note", card_id="n"), Delete(("a1",)))

    after = Several(edits, "Change").apply(small_map())

    assert "n" in after.cards
    assert "a1" not in after.cards


def test_several_edits_that_change_nothing_give_the_map_itself():
    journey = small_map()

    assert Several((Delete(("x",)), Delete(("y",))), "Delete").apply(journey) is journey


def test_comments_stand_in_the_order_in_which_they_came():
    journey = full_map()

    after = AddComment(Comment(id="c9", about="t1", text="No\r\n")).apply(journey)

    assert [each.id for each in after.comments_on["t1"]] == ["c1", "c2", "c9"]
    assert after.comments["c9"].text == "No\n"


def test_a_comment_about_nothing_is_refused():
    with pytest.raises(EditError, match="no longer on the map"):
        AddComment(Comment(id="c9", about="gone")).apply(full_map())


def test_comments_go_with_what_they_are_about():
    assert Delete(("t1",)).apply(full_map()).comments.keys() == {"c3"}


def test_a_style_that_goes_leaves_its_cards():
    journey = AddStyle(CardStyle(id="new", name="Idea of ours")).apply(full_map())
    styled = SetField(("n1",), "style", "new").apply(journey)

    assert [each.id for each in journey.ordered_styles] == ["risk", "new"]
    assert Delete(("new",)).apply(styled).cards["n1"].style is None


def test_a_view_is_saved_and_saved_again_in_its_place():
    journey = SaveView(SavedView(id="v2", name="Pains", kinds=("pain",))).apply(full_map())

    after = SaveView(SavedView(id="night", name="By night", text="dark")).apply(journey)

    assert [each.name for each in after.ordered_views] == ["By night", "Pains"]
    with pytest.raises(EditError, match="persona"):
        SaveView(SavedView(id="v3", personas=("gone",))).apply(journey)
    with pytest.raises(EditError, match="already"):
        SaveView(SavedView(id="a1")).apply(journey)


def test_a_curve_may_have_two_points_in_one_step():
    after = AddEmotion("s1", -2, emotion_id="e9").apply(small_map())

    assert [each.value for each in after.emotions_at["s1"]] == [1.0, -2.0]
    assert faults(after) == []
