"""The head of the sheet shows who the map is about, or invites to say so."""

from maps import PIXEL_ID, full_map, small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import Picture
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.persona_invitation import PART
from cjeditor.layout.sheet import lay_out

ON_SCREEN = Look(LIGHT, Words("en"), prompts=True)
ON_PAPER = Look(LIGHT, Words("en"))


def parts(journey, look):
    return [block.part for block in lay_out(journey, look).title]


def test_a_map_without_personas_invites_to_add_one_on_screen_only():
    assert PART in parts(small_map(), ON_SCREEN)
    assert PART not in parts(small_map(), ON_PAPER)


def test_a_map_with_personas_invites_nobody():
    assert PART not in parts(full_map(), ON_SCREEN)


def test_a_persona_s_picture_stands_inside_its_entry():
    sheet = lay_out(full_map(), ON_PAPER)
    block = next(each for each in sheet.title if each.element == "dewi")

    [picture] = [each for each in block.drawing.shapes if isinstance(each, Picture)]

    assert picture.picture == PIXEL_ID
    assert 0 < picture.rect.y < picture.rect.bottom < block.drawing.height
    assert 0 < picture.rect.x < picture.rect.right < block.drawing.width
