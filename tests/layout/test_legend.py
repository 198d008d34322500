import pytest
from maps import small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.sheet import lay_out
from cjeditor.model.records import Persona

LOOK = Look(LIGHT, Words("en"))


def _chips(*personas):
    sheet = lay_out(small_map().put(*personas), LOOK)
    return [
        shape.line.text
        for block in sheet.title
        if block.part == "legend"
        for shape in block.drawing.shapes
        if isinstance(shape, TextLine) and shape.line.size > 10
    ]


@pytest.mark.parametrize(
    ("name", "role", "chip"),
    [
        ("Rina, 29", "new runner", "Rina, 29 · new runner"),
        ("Rina, 29", "new runner · Bookkeeper, runs twice", "Rina, 29 · new runner…"),
        ("Bayu, 41", "club runner, teacher, runs", "Bayu, 41 · club runner, teacher…"),
        ("l" * 100, "", "l" * 33 + "…"),
    ],
    ids=["short", "at a dot", "at a comma", "endless"],
)
def test_a_persona_is_named_in_a_few_whole_words(name, role, chip):
    assert _chips(Persona(id="a", name=name, role=role))[0] == chip


def test_a_crowded_legend_stands_below_the_title():
    personas = [
        Persona(id=f"p{n}", order=f"a{n:02}5", name=f"Customer number {n}") for n in range(20)
    ]

    sheet = lay_out(small_map().put(*personas), LOOK)

    legend = [block for block in sheet.title if block.part == "legend"]
    texts = [block for block in sheet.title if block.part in ("title", "subtitle")]
    assert min(block.y for block in legend) >= max(block.rect.bottom for block in texts)
    assert min(block.x for block in legend) == texts[0].x
