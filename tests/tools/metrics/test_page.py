"""The page of metrics as people use it: with mouse and keys, undone, in both languages."""

import pytest
from dialogs import choose, on_dialog
from maps import small_map
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QDialogButtonBox,
    QFileDialog,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
)

from cjeditor.core.words import set_interface_language
from cjeditor.edits.comments import AddComment
from cjeditor.edits.records import SetField
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.records import Comment
from cjeditor.session.session import Session
from cjeditor.tools.metrics.figure_dialog import FigureDialog
from cjeditor.tools.metrics.import_dialog import ImportDialog
from cjeditor.tools.metrics.metric_dialog import MetricDialog
from cjeditor.tools.metrics.page import MetricsPage

LEFT = Qt.MouseButton.LeftButton
OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def session(qapp):
    journey = small_map().put(
        Metric(id="n", about="s4", order="a0", name="NPS", kind="nps", lowest=0.0, highest=10.0),
        Metric(id="c", about="s4", order="a1", name="CSAT", kind="csat", unit="%", target=80.0),
        Metric(id="e", about="small", order="a2", name="Churn", kind="ccr", direction="lower"),
        Figure(
            id="f1", metric="n", date="2026-10-01", value=41.0, answers=314, low=32.0, high=50.0
        ),
        Figure(id="f2", metric="n", date="2026-11-01", value=45.0, answers=12),
    )
    return Session(journey)


@pytest.fixture
def page(qtbot, session):
    made = MetricsPage(session)
    made.say()
    qtbot.addWidget(made)
    made.resize(900, 640)
    with qtbot.waitActive(made):
        made.show()
    yield made
    set_interface_language("en")


def key(qtbot, widget, code, modifier=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(widget, code, modifier)


def fill(qtbot, dialog, **texts):
    for name, text in texts.items():
        line = getattr(dialog, name)
        line.clear()
        qtbot.keyClicks(line, text)


def press_ok(dialog):
    dialog.findChild(QDialogButtonBox).button(OK).click()


def focused(page):
    return next((key for key, tile in page._tiles.items() if tile.hasFocus()), None)


def test_tiles_are_grouped_by_what_is_measured(page):
    assert [about for about, _ in page._groups] == ["small", "s4"]
    assert page._headings["small"].text() == "The whole map"
    assert page._headings["s4"].text() == "Buy / Pay"


def test_a_tile_says_all_it_shows_to_a_screen_reader(page):
    said = page._tiles["n"].accessibleName().replace("\u00a0", " ")

    assert said == "NPS: 45, n = 12, few answers, +4, better"


def test_a_click_selects_the_metric_and_shows_its_figures(qtbot, session, page):
    qtbot.mouseClick(page._tiles["n"], LEFT)

    assert session.selection == ("n",)
    cells = [[page.figures.item(row, column).text() for column in range(4)] for row in range(2)]
    assert cells == [["2026-11-01", "45", "12", "–"], ["2026-10-01", "41", "314", "±9"]]


def test_the_arrow_keys_walk_over_the_tiles(qtbot, session, page):
    page._tiles["e"].setFocus()

    key(qtbot, page._tiles["e"], Qt.Key.Key_Right)
    key(qtbot, page._tiles["n"], Qt.Key.Key_Down)
    assert (focused(page), session.selection) == ("c", ("c",))

    key(qtbot, page._tiles["c"], Qt.Key.Key_Left)
    assert focused(page) == "n"


def test_alt_and_an_arrow_move_a_metric_within_its_group(qtbot, session, page):
    page._tiles["n"].setFocus()

    key(qtbot, page._tiles["n"], Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)

    assert [each.id for each in session.journey.ordered_metrics] == ["c", "n", "e"]
    assert focused(page) == "n"
    session.undo_stack.undo()
    assert [each.id for each in session.journey.ordered_metrics] == ["n", "c", "e"]


def test_delete_takes_a_metric_with_its_figures_and_goes_to_the_next(qtbot, session, page):
    page._tiles["n"].setFocus()

    key(qtbot, page._tiles["n"], Qt.Key.Key_Delete)

    assert "n" not in session.journey.metrics
    assert not session.journey.figures
    assert focused(page) is not None
    session.undo_stack.undo()
    assert len(session.journey.figures) == 2
    assert "n" in page._tiles


def test_a_metric_is_added_with_what_its_kind_begins_with(qtbot, session, page):
    session.select(("s2",))

    def act(dialog):
        dialog.kind.setCurrentIndex(dialog.kind.findData("ces"))
        dialog.direction.setCurrentIndex(dialog.direction.findData("lower"))
        dialog.convention.setCurrentIndex(dialog.convention.findData("index"))
        dialog.scale.setCurrentIndex(1)
        fill(qtbot, dialog, name="Effort", target="2,5")
        press_ok(dialog)

    on_dialog(act, MetricDialog)
    qtbot.mouseClick(page.add_metric, LEFT)

    made = next(each for each in session.journey.metrics.values() if each.name == "Effort")
    assert (made.about, made.kind, made.direction) == ("s2", "ces", "lower")
    assert (made.convention, made.lowest, made.highest, made.target) == ("index", 1, 5, 2.5)
    assert session.selection == (made.id,)
    assert page.focusWidget() is page._tiles[made.id]  # it gets the keyboard with the window
    session.undo_stack.undo()
    assert made.id not in session.journey.metrics


def test_a_figure_is_computed_from_counts(qtbot, session, page):
    session.select(("n",))
    seen = []

    def act(dialog):
        for line, text in zip(dialog.counts, ("60", "25", "15"), strict=True):
            qtbot.keyClicks(line, text)
        seen.append(dialog.said.text().replace("\u00a0", " "))
        press_ok(dialog)

    on_dialog(act, FigureDialog)
    page._tiles["n"].setFocus()
    key(qtbot, page._tiles["n"], Qt.Key.Key_Return)

    assert seen == ["45 (n = 100, ±14)"]
    made = session.journey.figures_of["n"][-1]
    assert (made.value, made.answers) == (45, 100)
    assert made.low < 32 < 58 < made.high
    session.undo_stack.undo()
    assert len(session.journey.figures_of["n"]) == 2


def test_counts_that_cannot_be_are_refused_with_a_sentence(qtbot, session, page):
    session.select(("e",))
    seen = []

    def act(dialog):
        for line, text in zip(dialog.counts, ("10", "11"), strict=True):
            qtbot.keyClicks(line, text)
        ok = dialog.findChild(QDialogButtonBox).button(OK)
        seen.append((dialog.said.text(), ok.isEnabled()))
        dialog.reject()

    on_dialog(act, FigureDialog)
    qtbot.mouseClick(page.add_figure, LEFT)

    assert seen == [("A part cannot be more than the whole.", False)]
    assert "e" not in session.journey.figures_of


def test_a_value_is_typed_with_a_comma_in_indonesian(qtbot, session, page):
    set_interface_language("id")
    page.say()
    page.follow()
    session.select(("c",))

    def act(dialog):
        dialog.by_value.setChecked(True)
        fill(qtbot, dialog, value="69,16", answers="107")
        press_ok(dialog)

    on_dialog(act, FigureDialog)
    qtbot.mouseClick(page.add_figure, LEFT)

    made = session.journey.figures_of["c"][0]
    assert (made.value, made.answers) == (69.16, 107)
    assert page._tiles["c"].accessibleName().startswith("CSAT: 69,2\u00a0%")
    assert "belum tercapai" in page._tiles["c"].accessibleName()


def test_a_figure_that_is_chosen_in_the_table_is_selected_and_deleted(qtbot, session, page):
    session.select(("n",))
    page.figures.setFocus()

    key(qtbot, page.figures, Qt.Key.Key_Down)
    chosen = session.selection
    key(qtbot, page.figures, Qt.Key.Key_Delete)

    assert chosen[0] in ("f1", "f2")
    assert chosen[0] not in session.journey.figures
    session.undo_stack.undo()
    assert chosen[0] in session.journey.figures


def answers_in(tmp_path, name="answers.csv"):
    path = tmp_path / name
    rows = ["2026-09-03,10,Pay", "2026-09-30,9,Pay", "2026-10-05,3,Find", "2026-10-06,,Find",
            "2026-10-07,eleven,Find", "2026-10-08,11,Find"]  # fmt: skip
    path.write_text("date,score,stage\n" + "\n".join(rows) + "\n")
    return path


def test_answers_become_a_figure_for_each_month(qtbot, session, page, tmp_path):
    session.select(("n",))
    seen = {}

    def act(dialog):
        qtbot.waitUntil(lambda: dialog.is_ready and bool(dialog.figures()))
        seen["columns"] = (dialog.value.currentText(), dialog.day.currentText())
        seen["figures"] = dialog.comes_to.toPlainText().replace("\u00a0", " ").splitlines()
        seen["troubles"] = dialog.troubles.toPlainText()
        press_ok(dialog)

    on_dialog(choose(answers_in(tmp_path)), QFileDialog)
    on_dialog(act, ImportDialog)
    qtbot.mouseClick(page.read_answers, LEFT)

    assert seen["columns"] == ("score", "date")
    assert [line.split(" (")[0] for line in seen["figures"]] == [
        "2026-09-30: 100", "2026-10-05: −100",
    ]  # fmt: skip
    assert seen["troubles"].splitlines() == [
        "Blank: 1", "    row 5", "Not a number: 1", "    row 6: eleven", "Out of scale: 1",
        "    row 7: 11",
    ]  # fmt: skip
    figures = session.journey.figures_of["n"]
    assert [each.date for each in figures] == [
        "2026-09-30",
        "2026-10-01",
        "2026-10-05",
        "2026-11-01",
    ]
    session.undo_stack.undo()
    assert len(session.journey.figures_of["n"]) == 2


def test_answers_of_one_segment_become_one_figure(qtbot, session, page, tmp_path):
    session.select(("n",))

    def act(dialog):
        qtbot.waitUntil(lambda: dialog.is_ready and bool(dialog.figures()))
        dialog.once.setChecked(True)
        dialog.whose.setCurrentIndex(dialog.whose.findData("Find"))
        dialog.whose.activated.emit(dialog.whose.currentIndex())
        press_ok(dialog)

    on_dialog(choose(answers_in(tmp_path)), QFileDialog)
    on_dialog(act, ImportDialog)
    qtbot.mouseClick(page.read_answers, LEFT)

    new = [each for each in session.journey.figures_of["n"] if each.id not in ("f1", "f2")]
    assert [(each.value, each.answers, each.date) for each in new] == [(-100, 1, "2026-10-05")]


def test_what_is_no_table_is_told_and_gives_no_figure(qtbot, session, page, tmp_path):
    session.select(("n",))
    path = tmp_path / "answers.xlsx"
    path.write_bytes(b"PK\x03\x04 no workbook")
    seen = []

    def act(dialog):
        qtbot.waitUntil(lambda: dialog.is_ready and "workbook" in dialog.said.text())
        seen.append(dialog.buttons.button(OK).isEnabled())
        dialog.reject()

    on_dialog(choose(path), QFileDialog)
    on_dialog(act, ImportDialog)
    qtbot.mouseClick(page.read_answers, LEFT)

    assert seen == [False]


def test_an_empty_page_says_what_to_do(qtbot, qapp):
    page = MetricsPage(Session(small_map()))
    page.say()
    qtbot.addWidget(page)
    page.show()

    assert "Add a metric" in page._empty.text()
    assert page._empty.isVisible()
    assert not page.add_figure.isEnabled()


def test_the_page_follows_undo_elsewhere(session, page):
    tile = page._tiles["n"]
    session.undo_stack.undo()

    assert page._tiles["n"] is tile  # nothing to undo: no tile is made anew


def test_a_metric_is_added_measured_and_taken_away_by_keys_alone(qtbot, session, page):
    def choose_csat(dialog):
        key(qtbot, dialog.kind, Qt.Key.Key_Down)
        key(qtbot, dialog, Qt.Key.Key_Return)

    def count(dialog):
        for line, text in zip(dialog.counts, ("74", "107"), strict=True):
            qtbot.keyClicks(line, text)
        key(qtbot, dialog.counts[-1], Qt.Key.Key_Return)

    on_dialog(choose_csat, MetricDialog)
    key(qtbot, page.add_metric, Qt.Key.Key_Space)
    made = session.journey.metrics[session.selection[0]]
    on_dialog(count, FigureDialog)
    key(qtbot, page.focusWidget(), Qt.Key.Key_Return)

    assert (made.kind, made.unit, made.about) == ("csat", "%", "small")
    assert round(session.journey.figures_of[made.id][0].value, 2) == 69.16
    key(qtbot, page.focusWidget(), Qt.Key.Key_Delete)
    assert made.id not in session.journey.metrics
    for _ in range(3):
        session.undo_stack.undo()
    assert "n" in session.journey.metrics
    assert len(session.journey.metrics) == 3


def test_every_control_of_the_dialogs_has_a_name(qtbot, session, page, tmp_path):
    journey = session.journey
    dialogs = [
        MetricDialog(journey, (), page),
        FigureDialog(journey.metrics["n"], page),
        ImportDialog(journey.metrics["n"], answers_in(tmp_path), page),
    ]
    qtbot.waitUntil(lambda: dialogs[2].is_ready and bool(dialogs[2].figures()))

    kinds = (QComboBox, QLineEdit, QAbstractButton, QPlainTextEdit, QTableWidget)
    for dialog in dialogs:
        controls = [each for kind in kinds for each in dialog.findChildren(kind)]
        for control in controls:
            if control.focusPolicy() & Qt.FocusPolicy.TabFocus and control.isVisibleTo(dialog):
                name = control.accessibleName() or getattr(control, "text", str)()
                assert name, control
        dialog.reject()


def test_a_metric_is_shown_on_the_map_which_gets_a_lane_for_it(qtbot, session, page):
    wanted = []
    page.map_wanted.connect(wanted.append)
    session.select(("n",))

    qtbot.mouseClick(page.show_on_map, LEFT)
    qtbot.mouseClick(page.show_on_map, LEFT)

    assert wanted == ["n", "n"]
    assert [each.kind for each in session.journey.lanes.values()].count("metrics") == 1
    session.undo_stack.undo()
    assert "metrics" not in [each.kind for each in session.journey.lanes.values()]


def test_a_metric_of_the_whole_map_has_no_place_on_it(session, page):
    session.select(("e",))

    assert not page.show_on_map.isEnabled()


def test_a_tile_shows_how_many_open_comments_there_are_on_its_metric(page, session):
    tile = page._tiles["c"]
    before = tile.grab().toImage()

    session.do(AddComment(Comment(id="k", about="c", text="Since when?")))
    assert tile.accessibleDescription() == "1 comment"
    assert tile.grab().toImage() != before

    session.do(SetField(("k",), "done", True))
    assert tile.accessibleDescription() == ""
    assert tile.grab().toImage() == before
