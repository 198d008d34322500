"""Whatever is selected, the panels at the right cut no word, wide or narrow, in any language."""

import pytest
from cut_text import cut
from maps import golden_map
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QStyleOptionTab, QTabBar

from cjeditor.app.metrics import metrics_of
from cjeditor.app.samples import sample
from cjeditor.app.settings import Settings
from cjeditor.files import cjm
from cjeditor.kinds.card import Card
from cjeditor.kinds.lane import Lane
from cjeditor.kinds.registry import CARD_KINDS, LANE_KINDS
from cjeditor.panels.choice_fields import ChoiceBox

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

USUAL, LEAST = Settings().side_width, metrics_of("comfortable", 100).panel


def selections(journey):
    """Return what can be selected: one of each kind, several of one kind, and mixtures."""
    tables = ("stages", "steps", "personas", "emotions", "lanes", "cards")
    found = {"map": ()}
    for table in tables:
        kinds: dict[str, list[str]] = {}
        for record in journey.table(table).values():
            kind = record.kind if isinstance(record, Card | Lane) else table
            kinds.setdefault(kind, []).append(record.id)
        for kind, ids in kinds.items():
            found[f"{table}: {kind}"] = (ids[0],)
            if len(ids) > 1:
                found[f"{table}: two {kind}"] = tuple(ids[:2])
        first = [ids[0] for ids in kinds.values()]
        if len(first) > 1:
            found[f"{table}: of all kinds"] = tuple(first)
    found["a stage and a lane"] = (next(iter(journey.stages)), next(iter(journey.lanes)))
    return found


def show(space, width):
    splitter = space._splitter
    splitter.setSizes([splitter.width() - width, width])
    QApplication.processEvents()
    assert space.side.width() == width


def problems(space, chosen):
    """Return what is cut in the inspector when *chosen* is selected."""
    space.session.select(chosen)
    inspector = space.side.inspector
    inspector.catch_up()
    QApplication.processEvents()
    found = cut(space.side)
    wide, room = inspector.widget().width(), inspector.viewport().width()
    if wide > room:
        found.append(f"{wide} wide in {room}")
    return found + [f"tab {text}" for text in short_titles(space.side.findChild(QTabBar))]


def short_titles(bar):
    """Return what the tabs show in the place of their whole titles."""
    for index in range(bar.count()):
        option = QStyleOptionTab()
        bar.initStyleOption(option, index)
        if option.text != bar.tabText(index):
            yield option.text


def elided(box):
    elide = Qt.TextElideMode.ElideRight
    return box.fontMetrics().elidedText(box.currentText(), elide, box.room())


def shortened(space):
    """Return the boxes of choices that do not show all of what is chosen."""
    boxes = space.side.inspector.findChildren(ChoiceBox)
    return [
        (each.accessibleName(), each.currentText(), each.width())
        for each in boxes
        if each.isVisible() and "…" in elided(each)
    ]


def test_every_kind_is_walked():
    found = selections(golden_map())

    assert {f"cards: {kind.name}" for kind in CARD_KINDS} <= found.keys()
    assert {f"lanes: {kind.name}" for kind in LANE_KINDS} <= found.keys()


@pytest.mark.parametrize("language", ["en", "id"])
def test_no_inspector_cuts_a_word(space, language):
    space.settings.change(language=language)
    space.window.resize(QSize(1280, 720))
    journey = golden_map()
    space.session.show(journey)
    for width in (USUAL, LEAST):
        show(space, width)

        cuts = {
            name: found
            for name, chosen in selections(journey).items()
            if (found := problems(space, chosen))
        }

        assert cuts == {}, width


@pytest.mark.parametrize("language", ["en", "id"])
def test_choices_are_read_whole_on_the_sample_map(space, language):
    space.settings.change(language=language)
    space.window.resize(QSize(1280, 720))
    journey = cjm.load(sample(language))
    space.session.show(journey)
    show(space, USUAL)

    cuts = {}
    for name, chosen in selections(journey).items():
        problems(space, chosen)
        if found := shortened(space):
            cuts[name] = found

    assert cuts == {}
