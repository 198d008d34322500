"""Tabs above the map: one tool in front at a time, by mouse, keys and search."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar

from cjeditor.app.actions import BESIDE_MAP
from cjeditor.core.words import tr
from cjeditor.tools.registry import TOOLS


def middle(tabs: QTabBar, name: str):
    names = ["map", *(tool.name for tool in TOOLS)]
    return tabs.tabRect(names.index(name)).center()


def test_a_click_on_a_tab_shows_the_tool_and_the_map_again(qtbot, space):
    tabs = space.tools.tabs
    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=middle(tabs, "check"))

    assert space.tools.page.isVisible()
    assert not space.view.isVisible()
    assert not space.palette_panel.isVisible()
    assert not space.map_shown

    qtbot.mouseClick(tabs, Qt.MouseButton.LeftButton, pos=middle(tabs, "map"))

    assert space.view.isVisible()
    assert space.palette_panel.isVisible()
    assert space.map_shown


def test_keys_show_a_tool_and_it_has_the_keyboard(qtbot, window, space):
    assert space.actions.keys(f"tool {TOOLS[0].name}") == ["Ctrl+Alt+2"]

    qtbot.keyClick(
        space.view, Qt.Key.Key_2,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )  # fmt: skip

    assert space.tools.name == TOOLS[0].name
    assert space.tools.page.isAncestorOf(window.focusWidget())

    qtbot.keyClick(
        window.focusWidget(), Qt.Key.Key_1,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    )  # fmt: skip

    assert space.view.hasFocus()


def test_what_needs_the_map_cannot_be_done_beside_it(space):
    space.tools.show("check")

    assert not space.actions.is_enabled("stage")
    assert not space.actions.is_enabled("zoom in")
    assert space.actions.is_enabled("tool map")
    assert {"undo", "redo", "save", "quit", "tool check"} <= BESIDE_MAP


def test_the_status_line_shows_and_changes_the_zoom_of_what_is_in_front(space):
    line = space.window.statusBar()
    space.view.zoom_to(2)
    assert line._zoom.text() == "200 %"

    space.tools.show("flows")
    flow = space.tools.page.view
    assert line._zoom.text() == f"{round(flow.zoom * 100)} %" != "200 %"
    assert not line._fit.isVisible()
    before = flow.zoom
    space.actions["zoom in"].trigger()
    assert flow.zoom > before
    assert line._zoom.text() == f"{round(flow.zoom * 100)} %"
    space.actions["zoom 100"].trigger()
    assert (flow.zoom, space.view.zoom) == (1, 2)

    space.tools.show("priorities")
    assert not line._zooming.isVisible()
    assert not space.actions.is_enabled("zoom 100")

    space.tools.show("map")
    assert line._zoom.text() == "200 %"
    assert line._fit.isVisible()


def test_a_found_card_is_shown_on_the_map(space):
    space.tools.show("check")
    card = next(iter(space.session.journey.cards))

    space.go_to(card)

    assert space.map_shown
    assert space.session.selection == (card,)


def test_what_is_being_written_on_the_map_is_kept(qtbot, window, space):
    qtbot.keyClick(space.view, Qt.Key.Key_Down)
    qtbot.keyClick(space.view, Qt.Key.Key_F2)
    qtbot.keyClicks(window.focusWidget(), "Hello")
    qtbot.mouseClick(
        space.tools.tabs, Qt.MouseButton.LeftButton, pos=middle(space.tools.tabs, "check")
    )

    assert "Hello" in "".join(card.text for card in space.session.journey.cards.values())


def test_every_tab_has_its_words_in_both_languages(qtbot, space):
    tabs = space.tools.tabs
    english = [tabs.tabText(index) for index in range(tabs.count())]

    space.settings.change(language="id")

    qtbot.waitUntil(lambda: tabs.tabText(0) == "Peta")
    assert all(tabs.tabText(index) for index in range(tabs.count()))
    assert [tabs.tabText(index) for index in range(tabs.count())] != english
    assert tabs.accessibleName() == tr("Tools") == "Alat"


def test_next_pane_goes_through_tabs_and_tool(qtbot, window, space):
    space.tools.show("check")
    seen = set()
    for _ in range(6):
        space.next_pane()
        focus = window.focusWidget()
        seen |= {
            name
            for name, pane in (("tabs", space.tools.tabs), ("page", space.tools.page))
            if pane is focus or pane.isAncestorOf(focus)
        }

    assert seen == {"tabs", "page"}


def test_no_tab_is_cut_whatever_the_width_and_the_language(qtbot, window, space):
    tabs = space.tools.tabs
    last = len(TOOLS)
    for language in ("en", "id"):
        space.settings.change(language=language)
        for width in (1200, 1280, 1330, 1500):
            window.resize(width, 720)
            qtbot.waitUntil(lambda width=width: window.width() == width)
            assert tabs.tabRect(last).right() <= tabs.width(), (language, width)
