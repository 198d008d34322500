"""The sheets of personas on paper: every word, inside the margins, nothing over anything."""

import pytest
from maps import full_map, small_map

from cjeditor.core.words import Words
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.paper import MARGIN
from cjeditor.layout.booklet.personas import pages
from cjeditor.model.records import Evidence, Persona, Saying

LOOK = Look(theme=LIGHT, words=Words("en"))
SIZE = (595.0, 842.0)
FIELDS = ("responsibilities", "rituals", "relationships", "motivations", "needs", "pains")


def words(pages_):
    return " ".join(
        "".join("".join(run.texts) for run in shape.line.runs)
        for page in pages_ for block in page.blocks for shape in block.drawing.shapes
        if hasattr(shape, "line")
    )  # fmt: skip


def rina(**fields):
    return small_map().put(
        Evidence(id="talk", kind="interview", title="Talk at the shop", respondents=3),
        Persona(id="rina", name="Rina", role="Runner", **fields),
    )


def test_a_page_says_all_that_is_known():
    journey = rina(
        **{field: f"About {field}" for field in FIELDS},
        channels=("app", "shop"),
        roles=("decides", "pays"),
        sayings=(Saying(text="Where is it?", source="Call 7"), Saying(text="Never again")),
        evidence=("talk",),
    )

    (page,) = pages(journey, SIZE, LOOK)

    said = words([page])
    for field in FIELDS:
        assert f"About {field}" in said
    for each in ("Rina", "Runner", "App", "Shop", "Decides", "Pays", "Where is it?", "– Call 7"):
        assert each in said
    assert "Never again" in said
    assert "Talk at the shop · Interview · n = 3" in said
    assert page.width > page.height


def test_what_is_not_known_is_not_asked_on_paper():
    (page,) = pages(rina(needs="A pair that fits"), SIZE, LOOK)

    assert "?" not in words([page])
    assert "Rituals" not in words([page])


@pytest.mark.parametrize("lines", [1, 40, 400])
def test_long_texts_go_on_and_nothing_is_cut(lines):
    text = "\n".join(f"word{n} and some more" for n in range(lines))
    found = pages(rina(needs=text, pains="The end"), SIZE, LOOK)

    said = words(found).split()
    assert [each for each in said if each.startswith("word")] == [f"word{n}" for n in range(lines)]
    assert "end" in said
    for page in found:
        blocks = [b for b in page.blocks if b.part in FIELDS]
        for number, block in enumerate(blocks):
            assert block.x >= MARGIN - 0.01
            assert block.rect.right <= page.width - MARGIN + 0.01
            assert block.rect.bottom <= page.blocks[-1].y + 0.01
            assert not any(block.rect.meets(other.rect) for other in blocks[:number])


def test_a_long_quote_and_a_long_name_are_written_in_full():
    quote = " ".join(f"said{n}" for n in range(80))
    name = " ".join(f"name{n}" for n in range(40))
    journey = small_map().put(
        Persona(id="rina", name=name, sayings=(Saying(text=quote, source="Call 7"),))
    )

    said = words(pages(journey, SIZE, LOOK))

    assert all(f"said{n}" in said for n in range(80))
    assert all(f"name{n}" in said for n in range(40))


def test_every_persona_has_a_page_and_pictures_their_place():
    found = pages(full_map(), SIZE, LOOK)

    assert [page.title for page in found] == ["Persona: Dewi", "Persona: عمر"]
