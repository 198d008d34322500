"""Five whys in the window: asked, moved and solved by keys alone and by mouse alone."""

from dialogs import on_dialog
from maps import golden_map
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QApplication, QLineEdit
from tool_pages import diagram_fixtures

from cjeditor.core.words import set_interface_language
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.whys import AddWhy
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.model.chains import chain_of
from cjeditor.tools.whys.countermeasure import CountermeasureDialog, fill_menu
from cjeditor.tools.whys.page import WhysPage

KEY = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


session, page, person = diagram_fixtures(WhysPage, (1100, 700))


def tree(session, pain="p1"):
    return [(level, why.text) for level, why in chain_of(session.journey, pain).in_order()]


def grow(session):
    """a (aa, ab) and b."""
    for why, parent in (("a", None), ("b", None), ("aa", "a"), ("ab", "a")):
        session.do(AddWhy("p1", parent, why, None, why))


def test_enter_asks_the_next_why_and_ctrl_enter_another_answer(page, person, session):
    person.key(KEY.Key_Return)
    person.type("No filter")
    person.key(KEY.Key_Return)
    person.type("Nobody asked")
    person.key(KEY.Key_Return, CONTROL)
    person.type("No money")
    person.key(KEY.Key_Escape)

    assert tree(session) == [(1, "No filter"), (2, "Nobody asked"), (2, "No money")]
    assert session.undo_stack.count() == 3
    assert page.view.hasFocus()
    person.key(KEY.Key_Return, SHIFT)
    person.type("No time")
    person.key(KEY.Key_Return)
    person.key(KEY.Key_Escape)
    assert tree(session)[-1] == (2, "No time")


def test_an_answer_left_empty_is_not_on_the_map_and_nothing_is_to_undo(page, person, session):
    before = session.journey

    person.key(KEY.Key_Return)
    assert len(page.view.diagram.nodes) == 2  # seen where it will be
    person.key(KEY.Key_Return)

    assert session.journey is before
    assert page.view.writer.editor is None
    assert len(page.view.diagram.nodes) == 1
    assert not session.undo_stack.count()


def test_typing_and_f2_write_on_what_is_selected(page, person, session):
    grow(session)
    page.view.select("b")

    person.type("!")
    person.key(KEY.Key_Escape)
    person.key(KEY.Key_F2)
    person.type("?")
    person.key(KEY.Key_Escape)

    assert session.journey.whys["b"].text == "b!?"
    page.view.select("p1")
    person.type(" ")
    person.type("bikes")
    person.key(KEY.Key_Escape)
    assert session.journey.cards["p1"].text == "Too many bikes"


def test_arrows_go_through_the_tree(page, person, session):
    grow(session)
    page.view.select("p1")
    walk = []
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Right, KEY.Key_Up, KEY.Key_Right, KEY.Key_Up):
        person.key(key)
        walk.append(session.selection[0])

    assert walk == ["a", "aa", "ab", "a", "b", "p1"]


def test_alt_with_arrows_reorders_and_puts_deeper_and_higher(page, person, session):
    grow(session)
    page.view.select("b")

    person.key(KEY.Key_Left, ALT)
    assert tree(session)[0] == (1, "b")
    person.key(KEY.Key_Right, ALT)
    person.key(KEY.Key_Down, ALT)
    assert tree(session) == [(1, "a"), (2, "aa"), (2, "ab"), (2, "b")]
    person.key(KEY.Key_Up, ALT)
    assert tree(session)[-1] == (1, "b")
    assert session.selection == ("b",)


def test_delete_takes_what_hangs_on_it_and_selects_a_neighbour(page, person, session):
    grow(session)
    page.view.select("a")

    person.key(KEY.Key_Delete)

    assert tree(session) == [(1, "b")]
    assert session.selection == ("b",)
    page.view.select("p1")
    person.key(KEY.Key_Delete)
    assert "p1" in session.journey.cards


def test_ctrl_r_marks_a_root_cause_and_the_list_says_so(page, person, session):
    grow(session)
    page.view.select("ab")
    assert "No root cause yet" in page.list.item(0).text()

    person.key(KEY.Key_R, CONTROL)

    assert session.journey.whys["ab"].root
    assert page._root.isChecked()
    assert page.list.item(0).text() == "Too many\nSeverity 4 · 4 answers · Root cause found"


def test_a_drag_puts_an_answer_below_or_beside_another(page, person, session):
    grow(session)

    person.drag("b", "aa")
    assert tree(session) == [(1, "a"), (2, "aa"), (3, "b"), (2, "ab")]
    person.drag("b", "ab", dx=0.9)
    assert tree(session) == [(1, "a"), (2, "aa"), (2, "ab"), (2, "b")]
    person.drag("b", "aa", dx=0.1)
    assert tree(session) == [(1, "a"), (2, "b"), (2, "aa"), (2, "ab")]
    person.drag("a", "ab")  # never below itself
    assert tree(session) == [(1, "a"), (2, "b"), (2, "aa"), (2, "ab")]


def test_escape_ends_a_drag_and_nothing_has_moved(page, person, session, qtbot):
    grow(session)
    before = session.journey

    there = person.grab("b", "aa")
    assert page.view.marks()
    person.key(KEY.Key_Escape)
    qtbot.mouseRelease(page.view.viewport(), Qt.MouseButton.LeftButton, pos=there)

    assert session.journey is before
    assert page.view.marks() == ()


def test_the_mouse_alone_asks_and_writes(page, person, session):
    page._ask.click()
    person.type("No filter")
    person.click((5.0, -40.0))  # beside everything
    [why] = session.journey.whys
    person.double_click(why)
    person.type("s")
    person.click((5.0, -40.0))

    assert tree(session) == [(1, "No filters")]


def test_a_new_countermeasure_is_asked_for_with_lane_and_step_proposed(page, session, qtbot):
    session.do(AddWhy("p1", None, "a", None, "a"))
    page.view.select("a")

    def answer(dialog):
        assert dialog.step.currentText() == "Find / Compare"
        assert dialog.lane.currentText() == "A new lane of opportunities"
        qtbot.keyClicks(dialog.findChild(QLineEdit), "Show three")
        qtbot.keyClick(dialog.text, KEY.Key_Return)

    on_dialog(answer, CountermeasureDialog)
    fill_menu(page._menu, session, "a", page.map_wanted.emit)
    page._menu.actions()[0].trigger()

    journey = session.journey
    [card] = [each for each in journey.cards.values() if each.kind == "opportunity"]
    assert (card.text, card.first_step) == ("Show three", "s2")
    assert journey.whys["a"].countermeasure == card.id
    assert session.undo_stack.count() == 2
    session.undo_stack.undo()
    assert len(session.journey.lanes) == 3


def test_an_opportunity_of_the_map_is_chosen_or_taken_away(page, session):
    session.do(AddWhy("p1", None, "a", None, "a"))
    card = (
        golden_map().cards["o1"].replace(lane="ideas", first_step="s2", last_step="s2", style=None)
    )
    session.show(session.journey.put(CardsLane(id="ideas", order="a3", card="opportunity"), card))

    fill_menu(page._menu, session, "a", page.map_wanted.emit)
    page._menu.actions()[-1].trigger()
    assert session.journey.whys["a"].countermeasure == "o1"
    assert [link.kind for link in session.journey.links.values()] == ["solves"]
    fill_menu(page._menu, session, "a", page.map_wanted.emit)
    assert [each.text() for each in page._menu.actions() if each.text()] == [
        "New opportunity …", "Show it on the map", "Take it away",
    ]  # fmt: skip
    wanted = []
    page.map_wanted.connect(wanted.append)
    page._menu.actions()[1].trigger()
    assert wanted == ["o1"]
    page._menu.actions()[2].trigger()
    assert session.journey.whys["a"].countermeasure is None


def test_the_list_leads_to_the_tree_of_a_pain_point(page, session, qtbot):
    session.show(
        session.journey.put(session.journey.cards["p1"].replace(id="p2", order="a5", severity=5))
    )
    assert [page.list.item(row).data(Qt.ItemDataRole.UserRole) for row in (0, 1)] == ["p2", "p1"]
    page.list.setFocus()

    qtbot.keyClick(page.list, KEY.Key_Up)
    assert session.selection == ("p2",)
    qtbot.keyClick(page.list, KEY.Key_Down)
    assert session.selection == ("p1",)
    qtbot.keyClick(page.list, KEY.Key_Return)
    assert page.view.hasFocus()
    assert page.view.pain == "p1"
    session.do(Delete(("p1",)))
    assert page.view.pain == "p2"


def test_what_is_being_written_is_taken_over_and_the_writing_goes_on(page, person, session):
    person.key(KEY.Key_Return)
    person.type("No fil")

    page.take_over()
    assert tree(session) == [(1, "No fil")]
    person.type("ter")
    person.key(KEY.Key_Escape)

    assert tree(session) == [(1, "No filter")]


def test_a_new_answer_goes_on_being_written_when_another_edit_is_done(page, person, session):
    person.key(KEY.Key_Return)
    person.type("No fil")

    session.do(SetField(("a1",), "text", "Ask friends twice"))
    assert len(page.view.diagram.nodes) == 2
    person.type("ter")
    person.key(KEY.Key_Escape)

    assert tree(session) == [(1, "No filter")]


def test_what_is_written_stays_in_view_while_it_grows(page, person, session):
    page.resize(700, 560)
    person.key(KEY.Key_Return)
    person.type("No filter and no search " * 24)

    editor, port = page.view.writer.editor, page.view.viewport()
    assert editor.geometry().bottom() <= port.height()
    assert editor.geometry().top() >= 0
    assert port.height() > editor.height() > port.height() / 2


def test_what_is_written_is_given_up_when_its_pain_point_is_gone(page, person, session):
    person.key(KEY.Key_Return)
    person.type("No fil")

    session.do(Delete(("p1",)))

    assert page.view.writer.editor is None
    assert session.journey.whys == {}


def test_tab_goes_from_the_list_over_the_buttons_to_the_tree(page, session, qtbot):
    session.do(AddWhy("p1", None, "a", None, "a"))
    page.view.select("a")
    page.list.setFocus()

    seen = []
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget(), KEY.Key_Tab)
        seen.append(QApplication.focusWidget())

    buttons = [page._ask, page._aside, page._root, page._cure, page._fit]
    assert seen == [*buttons, page.view]


def test_a_locked_map_says_so_before_anything_is_typed(page, person, session):
    session.show(session.journey.with_scope(session.journey.scope.replace(lock="all")))
    refused = []
    session.refused.connect(refused.append)
    page.view.select("p1")

    person.key(KEY.Key_Return)

    assert len(refused) == 1
    assert page.view.writer.editor is None


def test_without_a_pain_point_the_page_says_what_to_do(page, session, qtbot):
    session.do(Delete(("p1",)))

    assert "no pain point" in page._empty.text()
    assert page._to_map.isVisible()
    with qtbot.waitSignal(page.map_wanted):
        page._to_map.click()


def test_a_screen_reader_finds_the_tree_with_names_states_and_actions(page, session, spoken):
    golden = golden_map()
    session.show(golden.with_scope(golden.scope.replace(lock="none")))
    page.show_record("w2")

    assert spoken(page.view) == [
        (
            "Pain point, Before / Check-In, severity 5: The code does not work",
            [("Why 1: The code is sent too early", [("Why 2: The train's delay is unknown", [])])],
        )
    ]
    whole = QAccessible.queryAccessibleInterface(page.view)
    assert whole.text(QAccessible.Text.Name) == "Whys"
    node = QAccessible.queryAccessibleInterface(page.view.parts.part("w2"))
    assert node.text(QAccessible.Text.Description).startswith("Root cause; Measured; 1 source; Cou")
    assert node.state().selected
    assert node.state().focused
    assert node.parent().text(QAccessible.Text.Name).startswith("Why 1")
    assert whole.focusChild().text(QAccessible.Text.Name).startswith("Why 2")
    actions = QAccessibleActionInterface
    assert {actions.pressAction(), "Write", "Delete"} <= set(
        page.view.parts.part("w2").interface._actions.actionNames()
    )
    page.view.parts.part("w1").interface._actions.doAction("Write")
    assert page.view.writer.element == "w1"


def test_every_control_has_a_name_in_both_languages(page):
    for language in ("en", "id"):
        set_interface_language(language)
        page.say()
        page.follow()
        for each in (page.list, page.view):
            assert each.accessibleName()
        for button in (page._ask, page._aside, page._root, page._cure, page._fit):
            assert button.text()
    assert page.accessibleName() == "Analisis 5 mengapa"


def test_zoom_by_keys(page, person, session):
    grow(session)
    before = page.view.zoom
    person.key(KEY.Key_Minus, CONTROL)
    assert page.view.zoom < before
    person.key(KEY.Key_0, CONTROL)
    assert page.view.zoom == 1
    person.key(KEY.Key_1, CONTROL)
    assert QApplication.focusWidget() is page.view


def test_in_a_narrow_page_buttons_keep_their_names_and_nothing_overlaps(page, session, qtbot):
    page.setStyleSheet("QPushButton { min-width: 200px }")  # as with large type
    page.resize(420, 500)

    buttons = (page._ask, page._aside, page._root, page._cure, page._fit)
    qtbot.waitUntil(lambda: {button.text() for button in buttons} == {""})
    for button in buttons:
        assert button.accessibleName()
        assert button.toolTip()
    parts = [page.list, page.view, *buttons]
    rects = [part.rect().translated(part.mapTo(page, part.rect().topLeft())) for part in parts]
    assert not any(a.intersects(b) for n, a in enumerate(rects) for b in rects[:n])
    page.setStyleSheet("")
    page.resize(1100, 700)
    qtbot.waitUntil(lambda: page._ask.text() == "Why?")
