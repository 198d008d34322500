"""Whatever is written on a projector is 18 pixels high at the least."""

from dataclasses import replace

import pytest
from maps import golden_map
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontInfo, QImage, QPainter
from PySide6.QtWidgets import QWidget

from cjeditor.canvas.projector.framing import SMALLEST_WORDS
from cjeditor.core.order import keys_between
from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.emotion_lane import EmotionLane
from cjeditor.kinds.feeling import Emotion
from cjeditor.kinds.look import Look
from cjeditor.kinds.registry import CARD_KINDS
from cjeditor.layout.sheet import lay_out
from cjeditor.model.records import Comment, Persona, Step
from cjeditor.session.session import Session

K = Qt.Key
LOOK = Look(LIGHT, Words("en"), prompts=True, on_screen=True)
LATER = keys_between("a9", None, 200)
STAYS = ("arrive", "check-in", "breakfast", "leave")
PEOPLE = {"ida": "Ida Moller", "eko": "Eko Prasetyo", "wim": "Wim Maas", "mia": "Mia Wulandari"}


def crowded_map():
    """Everything that is drawn with words, in places too narrow for them."""
    journey = golden_map()
    return journey.put(
        *(Persona(id=key, order=LATER[n], name=PEOPLE[key]) for n, key in enumerate(PEOPLE)),
        *_cards_of_every_kind(),
        *_feelings(),
        EmotionLane(id="five", order=LATER[0], scale="one to five"),
        EmotionLane(id="signed", order=LATER[1], scale="plus minus", marks=True, personas=("ida",)),
        journey.stages["before"].replace(
            duration="Donaudampfschifffahrtsgesellschaftskapitänspatentprüfung"
        ),
        journey.stages["after"].replace(shown="collapsed"),
        journey.stages["stay"].replace(shown="open"),
        journey.lanes["story"].replace(shown="hidden"),
        journey.lanes["ideas"].replace(shown="collapsed", lock="add only"),
        journey.steps["arrive"].replace(personas=("ida", "eko"), moment_of_truth=True),
        Step(id="nap", stage="stay", order="aA", title="Unvorhergesehenes", width=90.0),
        *(
            Comment(id=f"say{n}", order=LATER[n], about=about, text="Really?")
            for n, about in enumerate(["a1", "stay", "sleep", "front", "full", *["t1"] * 120])
        ),
    )


def _cards_of_every_kind():
    for number, kind in enumerate(CARD_KINDS):
        yield kind.record(
            id=f"every-{number}", lane="doing", first_step="check-in", last_step="check-in",
            order=LATER[number], text="As it is", personas=("ida", "eko", "wim", "mia"),
            strength="assumed", votes=12, tags=("night",), style="risk",
        )  # fmt: skip


def _feelings():
    for persona in PEOPLE:
        for number, step in enumerate(STAYS):
            yield Emotion(
                id=f"{persona}-{step}", step=step, persona=persona, value=1.5 - number,
                label="calm", quote="That was quick",
            )  # fmt: skip


@pytest.fixture
def written(monkeypatch):
    """Collect the pixel sizes of all texts that are painted; None instead of a glyph run's text."""
    found = []
    draw_text, draw_glyphs = QPainter.drawText, QPainter.drawGlyphRun

    def text(painter, *arguments):
        scale = painter.worldTransform().m11()
        found.append((arguments[-1], QFontInfo(painter.font()).pixelSize() * scale))
        return draw_text(painter, *arguments)

    def glyphs(painter, spot, run):
        found.append((None, run.rawFont().pixelSize() * painter.worldTransform().m11()))
        return draw_glyphs(painter, spot, run)

    monkeypatch.setattr(QPainter, "drawText", text)
    monkeypatch.setattr(QPainter, "drawGlyphRun", glyphs)
    return found


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)], ids=str)
@pytest.mark.parametrize("unit", [K.Key_S, K.Key_T, K.Key_L], ids=["stages", "steps", "lanes"])
@pytest.mark.parametrize("larger", [-9, 0, 2])
def test_all_that_is_painted_can_be_read_from_afar(qtbot, project, written, size, unit, larger):
    projector = project(Session(crowded_map()), LOOK)
    projector.resize(*size)
    projector.show()
    press = [K.Key_Minus if larger < 0 else K.Key_Plus] * abs(larger)
    for key in (unit, *press, K.Key_H, K.Key_F1, K.Key_Home):
        qtbot.keyClick(projector, key)
    dot = QImage(1, 1, QImage.Format.Format_ARGB32_Premultiplied)
    seen = None
    while seen != (projector.stop.element, projector.scrolled):
        seen = projector.stop.element, projector.scrolled
        QWidget.render(projector, dot, QPoint())  # all is painted, but hardly a pixel filled
        qtbot.keyClick(projector, K.Key_Right)

    assert {"We are here", "99+", "1", "Home, End"} <= {text for text, _ in written}
    assert min(pixels for _, pixels in written) >= 18 - 1e-6


def test_all_that_is_laid_out_for_a_room_can_be_read_from_afar():
    sheet = lay_out(crowded_map(), replace(LOOK, least_type=SMALLEST_WORDS))
    lines = [
        shape.line
        for block in sheet.blocks()
        for shape in block.drawing.shapes
        if isinstance(shape, TextLine) and shape.line.text
    ]

    assert min(line.size for line in lines) >= SMALLEST_WORDS
    wanted = {"IM", "EP", "WM", "MW", "?", "+1", "night", "12", "calm", "Happy", "Angry", "1"}
    assert wanted <= {line.text for line in lines}
