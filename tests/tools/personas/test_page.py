"""The page of the personas with real keys and a real mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest

from cjeditor.core.words import set_interface_language
from cjeditor.edits.comments import AddComment
from cjeditor.edits.records import SetField
from cjeditor.model.records import Comment, Filter
from cjeditor.tools.personas.page import PersonasPage

KEYS = Qt.Key


@pytest.fixture
def page(session, shown):
    made = PersonasPage(session)
    made.say()
    shown(made)
    made.gallery.setFocus()
    yield made
    QGuiApplication.clipboard().clear()


def names(session):
    return [each.name for each in session.journey.ordered_personas]


def test_the_first_persona_is_shown_and_selected_and_arrows_go_on(page, session):
    ids = [each.id for each in session.journey.ordered_personas]
    assert (page.chosen, session.selection) == (ids[0], (ids[0],))

    QTest.keyClick(page.gallery, KEYS.Key_Down)

    assert (page.chosen, session.selection) == (ids[1], (ids[1],))


def test_what_is_selected_elsewhere_is_shown(page, session):
    last = session.journey.ordered_personas[-1].id
    session.select((last,))

    assert page.chosen == last


def test_a_screen_reader_hears_name_role_and_counts(page, session):
    persona = session.journey.ordered_personas[0]
    said = page.gallery.item(0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert said.startswith(f"{persona.name}, {persona.role}")
    assert "feelings" in said


def test_alt_and_arrows_move_the_persona(page, session):
    before = names(session)
    QTest.keyClick(page.gallery, KEYS.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert names(session) == [before[1], before[0], *before[2:]]
    assert session.journey.ordered_personas[1].id == page.chosen


def test_copy_and_paste_bring_a_persona_to_another_map(page, session):
    name = names(session)[0]
    QTest.keyClick(page.gallery, KEYS.Key_C, Qt.KeyboardModifier.ControlModifier)
    session.show(session.journey.drop(list(session.journey.personas)).with_id("another"))
    page.paste()

    assert names(session) == [name]
    assert session.selection == (page.chosen,)


def test_what_is_no_persona_is_not_pasted(page, session):
    QGuiApplication.clipboard().setText("Rina")
    before, hints = session.journey, []
    page.hint.connect(hints.append)
    QTest.keyClick(page.gallery, KEYS.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert session.journey is before
    assert hints == ["There is no persona on the clipboard"]


def test_delete_and_undo(page, session):
    before = names(session)
    QTest.keyClick(page.gallery, KEYS.Key_Delete)
    assert names(session) == before[1:]
    assert page.chosen == session.journey.ordered_personas[0].id
    session.undo_stack.undo()
    assert names(session) == before


def test_duplicate_chooses_the_copy(page, session):
    page.duplicate()

    assert names(session)[:2] == [names(session)[0]] * 2
    assert page.chosen == session.journey.ordered_personas[1].id


def test_a_part_of_the_sheet_leads_to_its_field(page, qtbot):
    parts = dict(page.sheet.drawn.parts)
    at = page.sheet.at(parts["needs"]).center().toPoint()
    with qtbot.waitSignal(page.field_wanted) as wanted:
        QTest.mouseDClick(page.sheet, Qt.MouseButton.LeftButton, pos=at)
    assert wanted.args == ["needs"]

    page.sheet.setFocus()
    while page.sheet.part != "pains":
        QTest.keyClick(page.sheet, KEYS.Key_Down)
    with qtbot.waitSignal(page.field_wanted) as wanted:
        QTest.keyClick(page.sheet, KEYS.Key_Return)
    assert wanted.args == ["pains"]
    part = QAccessible.queryAccessibleInterface(page.sheet).focusChild()
    assert part.text(QAccessible.Text.Name).startswith("Pain points: ")


def test_the_sheet_keeps_inside_its_room_and_nothing_lies_over_anything(page):
    rects = [page.sheet.at(rect) for field, rect in page.sheet.drawn.parts]
    room = page.sheet.rect()

    for number, rect in enumerate(rects):
        assert room.contains(rect.toRect())
        assert not any(rect.intersects(other) for other in rects[:number])


def test_only_this_journey_asks_for_the_persona(page, qtbot):
    with qtbot.waitSignal(page.filter_wanted) as wanted:
        page._journey.click()

    assert wanted.args == [Filter(personas=(page.chosen,))]


def test_in_indonesian(page):
    set_interface_language("id")
    page.say()

    assert page.accessibleName() == "Persona"
    assert page._add.text() == "Tambah persona"


def test_with_nobody_the_page_invites_to_add_one(session, shown):
    session.show(session.journey.drop(list(session.journey.personas)))
    page = PersonasPage(session)
    page.say()
    shown(page)
    fields = []
    page.field_wanted.connect(fields.append)

    page._empty.button.click()

    assert len(session.journey.personas) == 1
    assert fields == ["name"]
    assert page.gallery.isVisible()


def test_a_card_of_the_gallery_shows_how_many_open_comments_there_are(page, session):
    item = page.gallery.item(0)
    persona = session.journey.ordered_personas[0].id
    before = page.gallery.viewport().grab().toImage()

    session.do(AddComment(Comment(id="k", about=persona, text="Who says so?")))
    assert item.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", 1 comment")
    assert page.gallery.viewport().grab().toImage() != before

    session.do(SetField(("k",), "done", True))
    assert page.gallery.viewport().grab().toImage() == before
