"""Card styles are made, changed and deleted, and given to cards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QListWidget, QPushButton, QToolButton

from cjeditor.core.colours import contrast, mix
from cjeditor.edits.styles import AddStyle
from cjeditor.kinds.card_style import COLOURS, CardStyle
from cjeditor.panels.choice_fields import ChoiceBox
from cjeditor.panels.inspector import Inspector
from cjeditor.panels.styles import StylesDialog

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def dialog(session, shown):
    return shown(StylesDialog(session, None))


def press(qtbot, parent, text):
    buttons = [*parent.findChildren(QPushButton), *parent.findChildren(QToolButton)]
    found = next(e for e in buttons if text in (e.text(), e.accessibleName()))
    qtbot.mouseClick(found, LEFT)


def test_a_style_is_added_named_and_coloured(qtbot, dialog, session):
    press(qtbot, dialog, "Add")
    qtbot.keyClicks(dialog.findChild(QLineEdit), "Risk")
    press(qtbot, dialog, "Colour 3")
    press(qtbot, dialog, "Symbol: Star")

    [style] = session.journey.styles.values()
    assert (style.name, style.colour, style.symbol) == ("Risk", COLOURS[2], "star")
    session.undo_stack.setIndex(0)
    assert not session.journey.styles


def test_new_styles_look_different(qtbot, dialog, session):
    press(qtbot, dialog, "Add")
    press(qtbot, dialog, "Add")

    one, other = session.journey.ordered_styles
    assert one.colour != other.colour
    assert one.symbol != other.symbol


def test_another_style_is_chosen_and_deleted(qtbot, dialog, session):
    session.do(AddStyle(CardStyle(id="a", name="A")))
    session.do(AddStyle(CardStyle(id="b", name="B")))

    dialog.findChild(QListWidget).setCurrentRow(1)
    press(qtbot, dialog, "Delete")

    assert list(session.journey.styles) == ["a"]
    session.undo_stack.undo()
    assert len(session.journey.styles) == 2


def test_a_style_is_given_to_several_cards_at_once(session, shown):
    inspector = shown(Inspector(session))
    session.do(AddStyle(CardStyle(id="risk", name="Risk", symbol="flag")))
    session.select(["pains-pay", "ideas-pay"])
    box = next(e for e in inspector.findChildren(ChoiceBox) if e.accessibleName() == "Style")

    box.setCurrentIndex(box.findData("risk"))
    box.activated.emit(box.currentIndex())

    assert {session.journey.cards[i].style for i in ("pains-pay", "ideas-pay")} == {"risk"}
    assert session.undo_stack.count() == 2


@pytest.mark.parametrize("colour", COLOURS)
def test_the_colours_offered_are_readable_on_their_tint(colour):
    assert contrast(colour, mix(colour, "#ffffff", 0.14)) >= 4.5
