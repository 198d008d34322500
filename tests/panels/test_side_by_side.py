"""Two short fields share a row where both are read whole, and words of a box go on below."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from cjeditor.model.records import Scope
from cjeditor.panels.check_box import CheckBox
from cjeditor.panels.fields import fields_of
from cjeditor.panels.form import Form


@pytest.fixture
def form(qtbot, session):
    made = Form([each for each in fields_of(Scope) if each.name in ("state", "market")])
    qtbot.addWidget(made)
    made.show_records([session.journey.scope], session.journey)
    made.show()
    return made


def captions(form, width):
    """Return where the captions stand in a form of that *width*."""
    form.resize(width, 300)
    QApplication.processEvents()
    return [each.mapTo(form, QPoint(0, 0)) for each in form.findChildren(QLabel)]


def test_two_fields_share_a_row_where_there_is_room(form):
    state, market = captions(form, 480)

    assert state.y() == market.y()
    assert state.x() < market.x()


def test_where_one_would_be_cut_each_has_a_row(form):
    state, market = captions(form, 200)

    assert state.y() < market.y()
    assert state.x() == market.x()


def test_a_form_gives_way_to_a_narrow_panel(form):
    captions(form, 480)

    assert form.minimumSizeHint().width() < 200


@pytest.fixture
def box(qtbot):
    made = CheckBox("Mark peaks, lows and the steepest fall of the whole curve")
    qtbot.addWidget(made)
    made.resize(160, made.heightForWidth(160))
    made.show()
    return made


def test_a_check_box_is_as_high_as_its_words_need(box):
    line = box.fontMetrics().height()

    assert box.heightForWidth(160) >= 3 * line
    assert box.heightForWidth(1000) < 2 * line
    assert box.minimumSizeHint().width() < 160


def test_a_click_on_its_last_line_counts(qtbot, box):
    last = QPoint(box.width() // 2, box.height() - 4)
    before = box.grab().toImage()

    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=last)

    assert box.isChecked()
    assert box.grab().toImage() != before


def test_its_words_are_painted_in_every_line(box):
    image = box.grab().toImage()
    ground = image.pixelColor(image.width() - 1, 0)
    high = box.height() // 4

    for top in range(0, box.height() - high, high):
        row = [image.pixelColor(x, y) for x in range(30, 150) for y in range(top, top + high)]
        assert any(each != ground for each in row)


def test_a_text_is_as_high_as_its_lines_in_any_width(qtbot, session):
    form = Form([each for each in fields_of(Scope) if each.name == "scenario"])
    qtbot.addWidget(form)
    scope = session.journey.scope.replace(scenario="one two three four five six seven " * 4)
    form.show_records([scope], session.journey)
    form.resize(600, 400)
    form.show()
    QApplication.processEvents()
    field = form.findChild(QPlainTextEdit)
    wide = field.height()

    form.resize(280, 400)

    qtbot.waitUntil(lambda: field.height() > wide)
    assert field.verticalScrollBar().maximum() == 0
