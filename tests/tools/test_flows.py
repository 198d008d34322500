"""User flows in the window: drawn by keys alone and by mouse alone."""

import pytest
from dialogs import choose, on_dialog
from edits.test_flows import drawn
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QFileDialog
from tool_pages import diagram_fixtures

from cjeditor.core.words import set_interface_language
from cjeditor.edits.flows import AddFlow, PlaceNodes
from cjeditor.edits.records import Delete
from cjeditor.layout.flows import arranged
from cjeditor.model.flow_graph import graph_of
from cjeditor.tools.flows.exporting import KINDS as EXPORTS
from cjeditor.tools.flows.page import FlowsPage

KEY = Qt.Key
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
EDGE = (0.5, 0.97)
"""Of a node: where a drag draws an arrow."""


session, page, person = diagram_fixtures(FlowsPage, (1200, 1000))


@pytest.fixture
def flow(page, session):
    """The flow of `drawn`, arranged."""
    session.show(drawn())
    places = tuple(arranged(session.journey, "f", page.view.look))
    session.show(PlaceNodes(places).apply(session.journey))
    page.show_record("f")
    return session


def arrows(session, flow=""):
    journey = session.journey
    graph = graph_of(journey, flow or next(iter(journey.flows)))

    def name(node):
        record = graph.node_of[node]
        return record.text or record.kind

    return {(name(each.source), name(each.target), each.label) for each in graph.arrows}


def test_a_flow_is_drawn_by_keys_alone(page, person, session):
    page.show_record("a3")
    assert session.journey.flows
    person.key(KEY.Key_Return)
    person.type("Pay")
    person.key(KEY.Key_Return)
    person.key(KEY.Key_Tab)
    person.type("Paid?")
    person.key(KEY.Key_Return)
    for _ in range(3):
        person.key(KEY.Key_Tab)
    person.type("Thanks")
    person.key(KEY.Key_Escape)
    person.key(KEY.Key_Up)
    person.key(KEY.Key_Return, CONTROL)
    person.type("Say why")
    person.key(KEY.Key_Return)
    person.type("no")
    person.key(KEY.Key_Return)

    assert arrows(session) == {
        ("start", "Pay", ""), ("Pay", "Paid?", ""), ("Paid?", "Thanks", ""),
        ("Paid?", "Say why", "no"),
    }  # fmt: skip
    kinds = {node.text: node.kind for node in session.journey.flow_nodes.values()}
    assert (kinds["Paid?"], kinds["Thanks"], kinds["Say why"]) == ("decision", "end", "action")
    rects = [block.rect for block in page.view.diagram.nodes]
    assert not any(a.meets(b) for n, a in enumerate(rects) for b in rects[:n])
    assert session.journey.flow_nodes[session.selection[0]].text == "Say why"


def test_a_node_left_empty_is_not_on_the_map(page, person, session):
    page.show_record("a3")
    before = session.journey

    person.key(KEY.Key_Return)
    assert len(page.view.diagram.nodes) == 2
    person.key(KEY.Key_Escape)

    assert session.journey is before


def test_arrow_keys_follow_the_arrows_and_ctrl_reaches_them(page, person, flow):
    start = flow.journey.flow_nodes_of["f"][0].id
    page.view.select(start)
    walk = []
    for key in (KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Up):
        person.key(key)
        walk.append(flow.selection[0])
    assert walk == ["a", "d", "b", "d"]

    person.key(KEY.Key_Down, CONTROL)
    first = flow.selection[0]
    assert flow.journey.flow_arrows[first].source == "d"
    person.key(KEY.Key_Right)
    assert flow.selection[0] == "back"
    person.key(KEY.Key_Return)
    person.type("t yet")
    person.key(KEY.Key_Escape)
    assert flow.journey.flow_arrows["back"].label == "t yet"  # the old one was selected
    page.view.select("back")
    person.key(KEY.Key_Up)
    assert flow.selection == ("d",)


def test_alt_moves_and_sets_the_kind_and_delete_deletes(page, person, flow):
    page.view.select("a")
    before = flow.journey.flow_nodes["a"]

    person.key(KEY.Key_Right, ALT)
    person.key(KEY.Key_Right, ALT)
    person.key(KEY.Key_Down, ALT)
    now = flow.journey.flow_nodes["a"]
    assert (now.x - before.x, now.y - before.y) == (40, 20)
    assert flow.undo_stack.count() == 1
    person.key(KEY.Key_4, ALT)
    assert flow.journey.flow_nodes["a"].kind == "system"
    person.key(KEY.Key_Delete)
    assert "a" not in flow.journey.flow_nodes
    assert flow.selection[0] in flow.journey.flow_nodes
    page.view.select("b")
    person.key(KEY.Key_Up, CONTROL)
    person.key(KEY.Key_Delete)
    assert arrows(flow) == set()


def test_keys_connect_two_nodes(page, person, flow):
    page.view.select("a")
    person.key(KEY.Key_L, CONTROL)
    assert page.view.marks()
    page.view.select("b")
    person.key(KEY.Key_Return)

    assert ("A", "B", "") in arrows(flow)
    assert [block.part for block in page.view.marks()] == ["arrow"]  # it is selected
    count = len(arrows(flow))
    page.view.select("a")
    person.key(KEY.Key_L, CONTROL)
    person.key(KEY.Key_Escape)
    person.key(KEY.Key_Return)
    person.key(KEY.Key_Escape)
    assert len(arrows(flow)) == count


def test_the_mouse_moves_connects_adds_and_writes(page, person, flow):
    before = flow.journey.flow_nodes["b"]
    rect = page.view.rect_of("b")
    middle = (rect.x + rect.width / 2, rect.y + rect.height / 2)
    person.drag("b", (middle[0] + 60, middle[1] + 30))
    now = flow.journey.flow_nodes["b"]
    assert (round(now.x - before.x), round(now.y - before.y)) == (60, 30)

    person.drag("a", "b", from_=EDGE)
    assert ("A", "B", "") in arrows(flow)
    rect = page.view.rect_of("d")
    person.drag("d", (rect.right + 140, rect.y + 90), from_=EDGE)
    person.type("Ask")
    person.click((rect.x - 160, rect.y))
    assert ("D", "Ask", "") in arrows(flow)

    person.double_click("a")
    person.type("!")
    person.click((rect.x - 160, rect.y))
    assert flow.journey.flow_nodes["a"].text == "A!"
    person.double_click((rect.x - 160, rect.y - 40))
    person.type("Alone")
    person.click((rect.x - 160, rect.y + 60))
    assert "Alone" in {node.text for node in flow.journey.flow_nodes.values()}
    label = page.view.diagram.labels["back"]
    person.click((label.x + 3, label.y + 3))
    assert flow.selection == ("back",)


def test_the_pointer_shows_where_a_drag_draws_an_arrow(page, person, flow, qtbot):
    port = page.view.viewport()
    shapes = []
    for share in (0.5, 0.97):
        qtbot.mouseMove(port, person.spot("a", 0.5, share))
        shapes.append(port.cursor().shape())

    assert shapes == [Qt.CursorShape.ArrowCursor, Qt.CursorShape.CrossCursor]


def test_escape_ends_a_drag(page, person, flow, qtbot):
    before = flow.journey

    there = person.grab("a", "b", from_=EDGE)
    assert {block.part for block in page.view.marks()} >= {"arrow", "target"}
    person.key(KEY.Key_Escape)
    qtbot.mouseRelease(page.view.viewport(), Qt.MouseButton.LeftButton, pos=there)

    assert flow.journey is before
    assert page.view.marks() == ()


def test_arranging_is_one_step_that_can_be_undone(page, flow):
    flow.show(PlaceNodes((("a", 0, 0), ("d", 10, 5), ("b", 5, 5))).apply(flow.journey))
    before = flow.journey

    page._arrange.click()

    rects = [block.rect for block in page.view.diagram.nodes]
    assert not any(a.meets(b) for n, a in enumerate(rects) for b in rects[:n])
    flow.undo_stack.undo()
    assert flow.journey == before


def test_the_list_leads_to_flows_moves_and_deletes_them(page, flow, qtbot):
    flow.do(AddFlow("s1", "", "g"))
    assert [page.list.item(row).text() for row in (0, 1)] == [
        "Trying\n4 steps · Ride it · Buy / Try", "Find / Notice\n1 step · Find / Notice",
    ]  # fmt: skip
    page.list.setFocus()

    qtbot.keyClick(page.list, KEY.Key_Down)
    assert (flow.selection, page.view.flow) == (("g",), "g")
    qtbot.keyClick(page.list, KEY.Key_Up, ALT)
    assert [each.id for each in flow.journey.ordered_flows] == ["g", "f"]
    qtbot.keyClick(page.list, KEY.Key_Delete)
    assert list(flow.journey.flows) == ["f"]
    assert page.view.flow == "f"


def test_opening_a_card_or_step_shows_its_flow_or_begins_one(page, session):
    page.show_record("s2")
    [flow] = session.journey.flows
    assert session.journey.flows[flow].about == "s2"
    assert session.undo_stack.count() == 1

    page.show_record("s2")
    assert len(session.journey.flows) == 1
    session.do(Delete((flow,)))
    assert page._empty.isVisible()
    assert page.view.diagram.nodes == ()


def test_a_flow_is_exported_as_picture_and_as_mermaid(page, flow, tmp_path):
    said = []
    page.hint.connect(said.append)
    for kind, begins in zip(EXPORTS, (b"<?xml", b"---\ntitle"), strict=True):
        path = tmp_path / f"flow{kind.suffix}"

        def save(dialog, path=path):
            assert dialog.selectedFiles()[0].endswith(f"Trying{path.suffix}")
            choose(path)(dialog)

        on_dialog(save, QFileDialog)
        page.export(kind)
        assert path.read_bytes().startswith(begins)
    assert said == ["Exported: flow.svg", "Exported: flow.mmd"]
    assert b">A<" in (tmp_path / "flow.svg").read_bytes()

    on_dialog(choose(tmp_path / "flow.svg" / "below.svg"), QFileDialog)
    page.export(EXPORTS[0])
    assert page._problem.isVisible()


def test_a_screen_reader_finds_nodes_and_arrows_in_the_order_of_the_flow(page, flow, spoken):
    page.view.select("d")

    assert [name for name, below in spoken(page.view)] == [
        "Start", "Action: A", "Decision: D", "End: B",
        "Arrow from Start to Action: A",
        "Arrow from Action: A to Decision: D",
        "Arrow from Decision: D to End: B, yes",
        "Arrow from Decision: D to Action: A, no",
    ]  # fmt: skip
    node = QAccessible.queryAccessibleInterface(page.view.parts.part("d"))
    assert node.text(QAccessible.Text.Description) == "yes: End: B; no: Action: A"
    assert node.role() == QAccessible.Role.ListItem
    assert node.state().selected
    assert not node.rect().isEmpty()


def test_every_control_has_words_in_both_languages(page, flow):
    for language in ("en", "id"):
        set_interface_language(language)
        page.say()
        page.follow()
        assert page.list.accessibleName()
        assert page.view.accessibleName()
        assert page._next.text()
    assert page.accessibleName() == "Alur pengguna"


def test_the_menu_key_and_a_right_click_offer_what_the_buttons_do(page, person, flow, qtbot):
    page.view.select("a")
    wanted = []
    page.view.menu_wanted.connect(wanted.append)

    middle = page.view.rect().center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, middle, middle)
    page.view.contextMenuEvent(event)

    [at] = wanted
    rect = page.view.parts.rect("a")
    assert rect.contains(at)
    menu = QApplication.activePopupWidget()
    texts = [action.text() for action in menu.actions()]
    assert texts[:2] == ["Next", "Branch"]
    assert "Action" in texts
    menu.actions()[0].trigger()
    menu.close()
    person.type("After")
    person.key(KEY.Key_Escape)
    assert ("A", "After", "") in arrows(flow)
    qtbot.mousePress(page.view.viewport(), Qt.MouseButton.RightButton, pos=person.spot("d"))
    assert flow.selection == ("d",)
