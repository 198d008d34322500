"""The legend names the card styles that are in use."""

from maps import small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import Symbol, TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.edits.records import SetField
from cjeditor.edits.styles import AddStyle
from cjeditor.kinds.card_style import CardStyle
from cjeditor.kinds.look import Look
from cjeditor.layout.sheet import lay_out
from cjeditor.layout.style_key import same_styles, used_styles

LOOK = Look(LIGHT, Words("en"))


def with_style():
    return AddStyle(CardStyle(id="risk", name="Legal risk", symbol="flag")).apply(small_map())


def legend(sheet):
    return {block.element: block for block in sheet.title if block.part == "legend"}


def test_only_styles_in_use_are_named():
    journey = with_style()
    before = lay_out(journey, LOOK)

    after = lay_out(SetField(("a1",), "style", "risk").apply(journey), LOOK, previous=before)

    assert "risk" not in legend(before)
    drawing = legend(after)["risk"].drawing
    assert [each.name for each in drawing.shapes if isinstance(each, Symbol)] == ["flag"]
    assert [e.line.text for e in drawing.shapes if isinstance(e, TextLine)] == ["Legal risk"]


def test_another_colour_draws_only_cards_of_the_style_anew():
    journey = SetField(("a1",), "style", "risk").apply(with_style())
    before = lay_out(journey, LOOK)

    after = lay_out(SetField(("risk",), "colour", "#b3261e").apply(journey), LOOK, previous=before)

    def drawing(sheet, card):
        return sheet.lane_of["do"].band.block_of(card).drawing

    assert drawing(after, "a1") != drawing(before, "a1")
    assert drawing(after, "a2") is drawing(before, "a2")


def test_the_legend_follows_the_cards_that_get_and_lose_a_style():
    journey = with_style()
    sheet = lay_out(journey, LOOK)
    for card, style in (("a1", "risk"), ("a2", "risk"), ("a1", None), ("a2", None)):
        journey = SetField((card,), "style", style).apply(journey)
        sheet = lay_out(journey, LOOK, sheet)

        assert ("risk" in legend(sheet)) == bool(used_styles(journey))


def test_a_card_without_a_style_is_no_reason_to_look_at_the_others():
    before = SetField(("a1",), "style", "risk").apply(with_style())
    after = SetField(("a2",), "text", "Other").apply(before)

    assert same_styles(before, after)
    assert "_all" not in vars(after.cards)
