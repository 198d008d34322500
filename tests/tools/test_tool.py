"""What every page of a tool does: its head fits, whatever the room."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton

from cjeditor.tools.tool import ToolPage


class Page(ToolPage):
    def say(self):
        self.set_words("Departments", "Who answers for what")

    def follow(self):
        pass


@pytest.mark.parametrize("width", [320, 480, 700, 1200])
def test_all_buttons_of_the_head_are_whole_and_none_lies_over_another(session, shown, width):
    page = Page(session)
    page.say()
    buttons = [QPushButton(text) for text in ("Add a department", "Rename it now", "Delete")]
    for button in buttons:
        page.buttons.addWidget(button)
    shown(page, (width, 300))

    places = [QRect(each.mapTo(page, each.rect().topLeft()), each.size()) for each in buttons]
    for number, (button, place) in enumerate(zip(buttons, places, strict=True)):
        assert button.width() >= button.sizeHint().width()
        assert page.rect().contains(place)
        assert not any(place.intersects(other) for other in places[:number])


def test_buttons_stand_beside_the_title_where_there_is_room_and_below_where_not(
    session, shown, qtbot
):
    page = Page(session)
    page.say()
    button = QPushButton("Move the chosen notes to the journey map")
    page.buttons.addWidget(button)
    high = 30 * page.fontMetrics().lineSpacing()
    shown(page, (900, high))

    def top():
        return button.mapTo(page, button.rect().topLeft()).y()

    assert page._note.isVisible()
    assert top() <= page._note.geometry().bottom()
    page.resize(300, high)

    qtbot.waitUntil(lambda: top() > page._note.geometry().bottom())
    assert page._note.isVisible()


@pytest.mark.parametrize("width", [300, 900])
def test_in_a_low_page_the_note_is_a_tip_of_the_title(session, shown, qtbot, width):
    page = Page(session)
    page.say()
    button = QPushButton("Move the chosen notes to the journey map")
    page.buttons.addWidget(button)
    line = page.fontMetrics().lineSpacing()
    shown(page, (width, 12 * line))

    assert page._note.isHidden()
    assert page._title.toolTip() == "Who answers for what"
    below = button.mapTo(page, button.rect().topLeft()).y() > page._title.geometry().bottom()
    assert below == (width == 300)
    page.resize(width, 30 * line)

    qtbot.waitUntil(page._note.isVisible)
