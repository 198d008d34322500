"""Earlier versions are seen, compared and brought back, by keys and by mouse."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from dialogs import choose, on_dialog
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QLineEdit, QMessageBox

from cjeditor.app.name_dialog import NameDialog
from cjeditor.app.two_maps_dialog import TwoMapsDialog
from cjeditor.app.versions import VERSIONS
from cjeditor.app.versions_dialog import VersionsDialog
from cjeditor.edits.cards import AddCard
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.scope import SetScope
from cjeditor.edits.shown import SetLock
from cjeditor.files import cjm
from cjeditor.files.versions import VersionFolder, place


@pytest.fixture
def folder(session):
    return VersionFolder(place(), session.journey.id)


@pytest.fixture
def cards(session):
    """The cards with a text, in reading order."""
    return [card for card in session.journey.reading_order() if card.text]


def keep(folder, journey, hours, why="saved", label=""):
    content = journey if isinstance(journey, bytes) else cjm.dumps(journey)
    now = datetime.now(UTC) - timedelta(hours=hours)
    folder.add(content, why, now, label=label, file=Path("/maps/shoes.cjm"))


@pytest.fixture
def opened(qtbot, space):
    """Open the dialog by its key, wait until all is read, do something in it, and close it."""

    def act(work):
        seen = []

        def in_dialog(dialog):
            try:
                assert isinstance(dialog, VersionsDialog)
                settle(qtbot, dialog)
                work(dialog)
                qtbot.keyClick(dialog, Qt.Key.Key_Escape)
            finally:
                seen.append(dialog)

        on_dialog(in_dialog)
        modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(space.view, Qt.Key.Key_H, modifiers)
        qtbot.waitUntil(lambda: bool(seen))

    return act


def settle(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.reader.is_idle)
    QApplication.processEvents()


def press(qtbot, button):
    assert button.isEnabled()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def rows(dialog):
    """Return the three lines of each version."""
    items = [dialog.list.item(row) for row in range(dialog.list.count())]
    return [
        (each.text(), *(each.data(Qt.ItemDataRole.UserRole + n) for n in (1, 2))) for each in items
    ]


def sentences(changes):
    return [changes.rows.data(changes.rows.index(n)) for n in range(changes.rows.rowCount())]


def pick(changes, row):
    flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
    changes.selectionModel().setCurrentIndex(changes.rows.index(row), flag)


def test_the_list_says_when_why_and_what_was_done(session, folder, cards, opened):
    first = session.journey
    keep(folder, first, 400 * 24)
    keep(folder, SetField((cards[0].id,), "text", "x").apply(first), 3, label="before the break")
    seen = []

    opened(lambda dialog: seen.extend(rows(dialog)))

    (name, note, what), (_old, why, oldest) = seen
    assert name == "before the break"
    assert note.endswith(" · Saved")
    assert "changed" in what
    assert (why, oldest) == ("Saved", "The oldest that is kept")


def test_each_has_a_picture(session, folder, opened):
    keep(folder, session.journey, 3)

    def look(dialog):
        picture = dialog.list.item(0).data(Qt.ItemDataRole.DecorationRole)
        assert picture is not None
        assert not picture.isNull()

    opened(look)


def test_one_card_comes_back_by_keys_as_one_step(qtbot, session, folder, cards, opened):
    keep(folder, session.journey, 3)
    session.do(SetField((cards[0].id,), "text", "changed"))
    session.do(SetField((cards[5].id,), "text", "changed too"))
    before, steps = session.journey, session.undo_stack.count()

    def bring(dialog):
        assert len(sentences(dialog.page.back)) == 2
        dialog.page.back.setFocus()
        qtbot.keyClick(dialog.page.back, Qt.Key.Key_Home)
        qtbot.keyClick(dialog.page.back, Qt.Key.Key_Return)
        settle(qtbot, dialog)
        assert len(sentences(dialog.page.back)) == 1

    opened(bring)

    back = [card for card in cards if session.journey.cards[card.id] == card]
    assert len(cards) - len(back) == 1
    assert session.undo_stack.count() == steps + 1
    assert session.undo_stack.undoText().startswith("Bring back: ")
    assert session.selection
    session.undo_stack.undo()
    assert session.journey is before


def test_several_chosen_changes_come_back_with_what_they_need(qtbot, session, folder, opened):
    lane = next(
        each for each in session.journey.ordered_lanes if session.journey.cells.get(each.id)
    )
    keep(folder, session.journey, 3)
    then = session.journey
    session.do(Delete((lane.id,)))

    def bring(dialog):
        told = sentences(dialog.page.back)
        card = next(
            n for n, each in enumerate(dialog.page.back.rows.changes) if each.table == "cards"
        )
        assert len(told) > 2
        pick(dialog.page.back, card)
        assert "What comes along" in dialog.page.says.text()
        press(qtbot, dialog.page.buttons["chosen"])

    opened(bring)

    assert lane.id in session.journey.lanes
    assert 0 < len(session.journey.cells[lane.id]) <= len(then.cells[lane.id])
    assert session.undo_stack.undoText() == "Bring back: 2 changes"


@pytest.mark.parametrize("table", ["lanes", "stages"])
def test_a_lane_or_a_stage_comes_back_with_all_in_it(session, folder, cards, opened, table):
    then = session.journey
    keep(folder, then, 3)
    session.do(SetScope("title", "Other"))
    for card in cards:
        session.do(SetField((card.id,), "text", "gone"))
    step = then.steps[cards[0].first_step]
    part = {"lanes": cards[0].lane, "stages": step.stage}[table]

    def bring(dialog):
        menus = [entry.menu() for entry in dialog.page.parts.actions()]
        menu = menus[0 if table == "lanes" else 1]
        names = {"lanes": then.lanes, "stages": then.stages}[table]
        entry = next(each for each in menu.actions() if each.text().startswith(names[part].title))
        entry.trigger()

    opened(bring)

    def stands_in(card):
        stages = {then.steps[each].stage for each in (card.first_step, card.last_step)}
        return card.lane == part or part in stages

    assert {card.id for card in cards if session.journey.cards[card.id] == card} == {
        card.id for card in cards if stands_in(card)
    }
    assert session.journey.scope.title == "Other"
    session.undo_stack.undo()
    assert session.journey.cards[cards[0].id].text == "gone"


def test_all_of_it_comes_back_as_one_step(qtbot, session, folder, cards, opened):
    then = session.journey
    keep(folder, then, 3, label="before the break")
    session.do(Delete(tuple(card.id for card in cards[:7])))
    session.do(SetScope("title", "Other"))
    session.do(AddCard(cards[9].lane, cards[9].first_step, cards[9].kind, "new", None, "new1"))
    before = session.journey

    def bring(dialog):
        press(qtbot, dialog.page.buttons["all"])
        settle(qtbot, dialog)
        assert dialog.page.says.text().startswith("It is back.")
        dialog.page.pages.setCurrentIndex(1)
        dialog.page.pages.setCurrentIndex(0)
        assert dialog.page.says.text() == "The map is now as it was then."
        assert not dialog.page.buttons["all"].isEnabled()

    opened(bring)

    assert session.journey == then
    assert session.undo_stack.undoText() == "Bring back: the version “before the break”"
    session.undo_stack.undo()
    assert session.journey is before


def test_what_is_locked_stays_and_one_is_told(qtbot, session, folder, cards, opened):
    keep(folder, session.journey, 3)
    session.do(SetField((cards[0].id,), "text", "x"))
    session.do(SetLock((cards[0].lane,), "all"))
    locked = session.journey
    told = []

    def bring(dialog):
        row = next(
            n for n, each in enumerate(dialog.page.back.rows.changes) if each.table == "cards"
        )
        pick(dialog.page.back, row)
        on_dialog(lambda box: (told.append(box.text()), box.accept()), QMessageBox)
        press(qtbot, dialog.page.buttons["chosen"])

    opened(bring)

    assert session.journey is locked
    assert told[0].startswith("This is locked")


def test_many_changes_are_laid_out_while_the_window_waits(
    qtbot, space, session, folder, opened, monkeypatch
):
    monkeypatch.setattr("cjeditor.app.bringing_back.MANY", 0)
    then = session.journey
    keep(folder, then, 3)
    session.do(SetScope("title", "Other"))
    opened(lambda dialog: press(qtbot, dialog.page.buttons["all"]))

    assert session.journey == then
    assert space.view.sheet.journey is session.journey


def test_a_damaged_version_hides_no_other_and_can_be_deleted(
    qtbot, session, folder, opened, tmp_path
):
    keep(folder, session.journey, 5)
    keep(folder, b"\x00 no map", 3, "overwritten")
    keep(folder, SetScope("title", "x").apply(session.journey), 2)
    (newest, _mid, _old) = folder.listed().versions
    newest.path.write_bytes(newest.path.read_bytes()[:-3])
    (folder.path / "20260101T000000000Z-abcdef.version").write_bytes(b"\x00")
    seen = []

    def look(dialog):
        seen.extend(what for _name, _note, what in rows(dialog))
        assert "damaged" in dialog.page.says.text()
        assert not dialog.page.buttons["all"].isEnabled()
        dialog.list.setCurrentRow(1)
        settle(qtbot, dialog)
        assert "damaged or cut off" in dialog.page.says.text()
        on_dialog(choose(tmp_path / "copy.cjm"), QFileDialog)
        press(qtbot, dialog.page.buttons["copy"])
        on_dialog(lambda box: next(b for b in box.buttons() if b.text() == "Delete").click())
        press(qtbot, dialog.page.buttons["delete"])
        assert dialog.list.count() == 2

    opened(look)

    assert seen[0] == "This version is damaged and cannot be read."
    assert (tmp_path / "copy.cjm").read_bytes() == b"\x00 no map"
    assert len(folder.listed().versions) == 2


def test_deleting_asks(qtbot, session, folder, opened):
    keep(folder, session.journey, 3)

    def refuse(dialog):
        on_dialog(lambda box: box.button(QMessageBox.StandardButton.Cancel).click())
        press(qtbot, dialog.page.buttons["delete"])

    opened(refuse)
    assert len(folder.listed().versions) == 1


def test_a_version_gets_another_name(qtbot, session, folder, opened):
    keep(folder, session.journey, 3)
    seen = []

    def rename(dialog):
        on_dialog(typed(qtbot, "after lunch"), NameDialog)
        press(qtbot, dialog.page.buttons["label"])
        seen.extend(rows(dialog))

    opened(rename)

    assert seen[0][0] == "after lunch"
    assert folder.listed().versions[0].about.label == "after lunch"


def typed(qtbot, text):
    def act(dialog):
        qtbot.keyClicks(dialog.findChild(QLineEdit), text)
        qtbot.keyClick(dialog, Qt.Key.Key_Return)

    return act


def test_the_map_as_it_is_now_gets_a_name_from_the_menu(qtbot, space, session, folder):
    on_dialog(typed(qtbot, "before the break"), NameDialog)
    space.actions["name version"].trigger()
    qtbot.waitUntil(lambda: not space.safety.versions.keeping.is_busy)

    (version,) = folder.listed().versions
    assert version.about.label == "before the break"
    assert cjm.loads(folder.read(version)) == session.journey


def test_a_save_is_seen_in_the_list_at_once(qtbot, space, session, folder, opened, tmp_path):
    session.do(SetScope("title", "Saved just now"))
    space.documents.saver.saving.save(tmp_path / "map.cjm")
    qtbot.waitUntil(lambda: not space.documents.saver.saving.is_busy)
    seen = []
    opened(lambda dialog: seen.extend(rows(dialog)))

    ((name, note, _what),) = seen
    assert name.startswith("Today ")
    assert note == "Saved"


def test_without_versions_the_dialog_says_so(opened):
    seen = []

    def look(dialog):
        seen.append(dialog.page.says.text())
        assert not any(button.isEnabled() for button in dialog.page.buttons.values())

    opened(look)
    assert seen == ["There is no version yet."]


def test_where_none_can_be_kept_a_notice_says_so_until_one_can(qtbot, space, session, tmp_path):
    place().parent.mkdir(parents=True, exist_ok=True)
    place().write_bytes(b"")
    versions = space.safety.versions
    versions.keeping.name("x")
    qtbot.waitUntil(lambda: VERSIONS in space.notices.topics)
    texts = [label.text() for label in space.notices.row(VERSIONS).findChildren(QLabel)]
    assert any("are not kept" in text for text in texts)

    place().unlink()
    versions.keeping.name("y")
    qtbot.waitUntil(lambda: VERSIONS not in space.notices.topics)


class TestSideBySide:
    @pytest.fixture
    def compared(self, qtbot, opened):
        """Open the chosen version beside the map by Enter, do something, and close it."""

        def act(work, row=0):
            def in_two(dialog):
                assert isinstance(dialog, TwoMapsDialog)
                QApplication.processEvents()
                work(dialog)
                qtbot.keyClick(dialog, Qt.Key.Key_Escape)

            def in_list(dialog):
                dialog.list.setCurrentRow(row)
                settle(qtbot, dialog)
                on_dialog(in_two, TwoMapsDialog)
                qtbot.keyClick(dialog.list, Qt.Key.Key_Return)

            opened(in_list)

        return act

    def test_what_is_different_is_marked_on_both_sides(self, session, folder, cards, compared):
        then = session.journey
        keep(folder, then, 3)
        session.do(SetField((cards[0].id,), "text", "changed"))
        session.do(Delete((cards[1].id,)))
        cell = cards[2]
        session.do(AddCard(cell.lane, cell.first_step, cell.kind, "new", None, "new1"))
        now = session.journey
        seen = []

        def look(dialog):
            left, right = dialog.boards
            assert (left.session.journey, right.session.journey) == (then, now)
            seen.extend(
                sorted(mark.kind for mark in board._marks._marks) for board in dialog.boards
            )

        compared(look)
        assert seen == [["changed", "removed"], ["added", "changed"]]

    def test_the_keys_go_from_difference_to_difference_on_both_maps(
        self, qtbot, session, folder, cards, compared
    ):
        keep(folder, session.journey, 3)
        links = session.journey.links.values()
        linked = {end for link in links for end in (link.source, link.target)}
        session.do(SetField((cards[0].id,), "text", "changed"))
        session.do(Delete((next(card.id for card in cards[::-1] if card.id not in linked),)))
        told = []

        def look(dialog):
            for key in (Qt.KeyboardModifier.NoModifier,) * 3 + (Qt.KeyboardModifier.ShiftModifier,):
                qtbot.keyClick(dialog, Qt.Key.Key_F3, key)
                told.append((dialog.count.text(), dialog.says.text()))
                change = dialog._changes[dialog._at]
                for board in dialog.boards:
                    place = board.place_of(change)
                    assert (
                        board.viewport()
                        .rect()
                        .contains(board.mapFromScene(place.x + place.width / 2, place.y + 5))
                    )

        compared(look)
        assert [count for count, _ in told] == ["1 of 2", "2 of 2", "1 of 2", "2 of 2"]
        assert "removed" in told[1][1]

    def test_the_maps_move_and_grow_together(self, qtbot, session, folder, cards, compared):
        keep(folder, session.journey, 3)
        session.do(SetField((cards[0].id,), "text", "changed"))

        def look(dialog):
            left, right = dialog.boards
            for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Down, Qt.Key.Key_Right):
                qtbot.keyClick(left, key)
                assert right.zoom == left.zoom
                assert right.scrolled == left.scrolled
            before = left.scrolled
            start = right.viewport().rect().center()
            qtbot.mousePress(right.viewport(), Qt.MouseButton.LeftButton, pos=start)
            qtbot.mouseMove(right.viewport(), start / 2)
            qtbot.mouseRelease(right.viewport(), Qt.MouseButton.LeftButton, pos=start / 2)
            assert left.scrolled == right.scrolled != before

        compared(look)

    def test_either_side_can_be_another_version(self, session, folder, cards, compared):
        keep(folder, session.journey, 5)
        keep(folder, SetScope("title", "x").apply(session.journey), 4)
        keep(folder, b"no map", 3, "overwritten")
        first = session.journey

        def look(dialog):
            on = dialog.choices[1]
            on.setCurrentIndex(3)
            on.activated.emit(3)
            assert dialog.boards[1].session.journey == first
            on_dialog(lambda box: box.accept(), QMessageBox)
            on.setCurrentIndex(1)
            on.activated.emit(1)
            assert on.currentIndex() == 3

        compared(look, row=1)

    def test_nothing_can_be_edited_there(self, qtbot, session, folder, cards, compared):
        keep(folder, session.journey, 3)
        before = session.journey

        def look(dialog):
            board = dialog.boards[1]
            qtbot.keyClicks(board, "typed")
            qtbot.keyClick(board, Qt.Key.Key_Delete)
            rect = board.sheet.rect_of(cards[0].id)
            spot = board.mapFromScene(rect.x + 5, rect.y + 5)
            qtbot.mouseDClick(board.viewport(), Qt.MouseButton.LeftButton, pos=spot)
            assert dialog.says.text() == "Nothing is different"
            assert not dialog.next.isEnabled()
            assert board.session.journey == before

        compared(look)
        assert session.journey is before


def test_with_large_words_all_of_it_can_be_reached_on_a_small_screen(
    qtbot, space, session, folder, opened
):
    space.settings.change(text_size=200, language="id")
    keep(folder, SetScope("title", "Before").apply(session.journey), 3)

    def look(dialog):
        dialog.resize(1152, 648)
        QApplication.processEvents()
        assert dialog.height() == 648
        last = dialog.page.buttons["all"]
        for _ in range(20):
            if not last.hasFocus():
                qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert last.hasFocus()
        area = dialog.page.parentWidget()
        assert area.rect().contains(last.mapTo(area, last.rect().center()))

    opened(look)
