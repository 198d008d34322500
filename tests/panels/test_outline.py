"""The outline is the whole map, in step with it."""

import pytest
from maps import full_map
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from cjeditor.edits.cards import AddCard, MoveCards
from cjeditor.edits.lanes import AddLane, MoveLanes
from cjeditor.edits.records import Delete, SetField
from cjeditor.edits.stages import AddStage, MoveStages
from cjeditor.edits.steps import AddStep, MoveSteps
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.panels.outline import Outline
from cjeditor.panels.outline_model import ROLE_ID, OutlineModel

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def outline(session, shown):
    return shown(Outline(session))


def children(model, index):
    return [
        model.index(row, 0, index).data(Qt.ItemDataRole.DisplayRole)
        for row in range(model.rowCount(index))
    ]


def test_the_model_keeps_qt_s_rules(session):
    model = OutlineModel(session.journey, lambda *_given: None)

    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_it_lists_stages_steps_cards_and_lanes(outline, session):
    model = outline.model()
    top = children(model, model.index(-1, -1))

    assert top[:2] == ["Awareness", "Consideration"]
    assert top[-1] == "Lanes"
    assert children(model, model.index_of("buy")) == ["Order", "Pay"]
    assert "Tries to pay, twice" in children(model, model.index_of("pay"))
    assert children(model, model.index(5, 0))[0] == "Actions"


def test_it_selects_what_the_map_selects(outline, session):
    session.select(["pains-pay"])

    assert [index.data(ROLE_ID) for index in outline.selectedIndexes()] == ["pains-pay"]


def test_the_map_selects_what_it_selects(qtbot, outline, session):
    index = outline.model().index_of("consider")

    qtbot.mouseClick(
        outline.viewport(), Qt.MouseButton.LeftButton, pos=outline.visualRect(index).center()
    )

    assert session.selection == ("consider",)


def test_it_renames(outline, session):
    model = outline.model()

    model.setData(model.index_of("buy"), "Buying")

    assert session.journey.stages["buy"].title == "Buying"


def test_the_delete_key_deletes(qtbot, outline, session):
    session.select(["pains-pay"])

    qtbot.keyClick(outline, Qt.Key.Key_Delete)

    assert "pains-pay" not in session.journey.cards


def test_what_is_open_stays_open_when_cards_move(outline, session):
    outline.expand(outline.model().index_of("pay"))

    session.do(MoveCards(("pains-pay",), "pains", "wait"))

    assert outline.isExpanded(outline.model().index_of("pay"))
    wait = outline.model().index_of("wait")
    assert "Payment fails without an explanation" in children(outline.model(), wait)


def test_a_changed_word_changes_its_row_only(qtbot, outline, session):
    outline.expand(outline.model().index_of("pay"))

    with qtbot.assertNotEmitted(outline.model().modelReset):
        session.do(SetField(("pains-pay",), "text", "Fails"))

    assert outline.model().index_of("pains-pay").data() == "Fails"


def test_a_hidden_outline_catches_up_when_it_is_shown(qtbot, outline, session):
    outline.hide()
    session.do(Delete(("feedback",)))

    outline.show()

    model = outline.model()
    assert "Feedback" not in children(model, model.index(-1, -1))


def test_cards_that_come_and_go_change_only_their_step(qtbot, outline, session):
    model = outline.model()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    outline.expand(model.index_of("pay"))

    with qtbot.assertNotEmitted(model.modelReset):
        session.do(AddCard("pains", "pay", "pain", "Slow", index=0))
        session.do(Delete(("pains-pay",)))
        shown = children(model, model.index_of("pay"))
        session.undo_stack.undo()
        session.undo_stack.undo()

    assert "Slow" in shown
    assert "Payment fails without an explanation" not in shown
    assert "Payment fails without an explanation" in children(model, model.index_of("pay"))


def test_a_step_that_goes_to_the_next_stage_goes_there_in_the_outline(outline, session):
    stages = session.journey.ordered_stages
    last = session.journey.steps_of[stages[0].id][-1]

    session.do(MoveSteps((last.id,), stages[1].id, 0))

    model = outline.model()
    assert model.parent(model.index_of(last.id)).data(ROLE_ID) == stages[1].id


@pytest.fixture
def looked_at(outline, session):
    """The outline with a step open and gone into, and all of it scrolled down by some rows."""
    model = outline.model()
    outline.resize(312, 300)
    outline.expand(model.index_of("pay"))
    outline.collapse(model.index_of("aware"))
    session.select(["pains-pay"])
    outline.scrollTo(model.index_of("pay"), outline.ScrollHint.PositionAtTop)
    return outline


def state(outline):
    """Return what is at the top, current, selected, open and closed."""
    model = outline.model()
    selected = [index.data(ROLE_ID) for index in outline.selectedIndexes()]
    open_ones = [outline.isExpanded(model.index_of(each)) for each in ("pay", "aware")]
    top = outline.indexAt(outline.viewport().rect().topLeft()).data(ROLE_ID)
    return top, outline.currentIndex().data(ROLE_ID), selected, open_ones


@pytest.mark.parametrize(
    "edit",
    [
        AddStage(0, "New", ("One", "Two"), "new"),
        AddStep("aware", 0, "New", "new"),
        AddStep("buy", 0, "New", "new"),
        AddLane(CardsLane(id="new"), 0),
        Delete(("consider",)),
        MoveStages(("consider",), 0),
        MoveStages(("buy",), 0),
        MoveSteps(("pay",), "consider", 0),
        MoveLanes(("pains",), 0),
    ],
)  # fmt: skip
def test_it_stays_as_it_is_when_stages_steps_and_lanes_change(qtbot, looked_at, session, edit):
    before = state(looked_at)

    with qtbot.assertNotEmitted(looked_at.model().modelReset):
        session.do(edit)
    after = state(looked_at)
    session.undo_stack.undo()

    assert before == ("pay", "pains-pay", ["pains-pay"], [True, False])
    assert after == before
    assert state(looked_at) == before


def test_it_stays_where_it_was_scrolled_to_though_the_current_row_is_elsewhere(looked_at, session):
    looked_at.expand(looked_at.model().index_of("consider"))
    looked_at.resize(312, 120)
    looked_at.scrollToBottom()
    before = state(looked_at)
    assert before[0] != "pay"

    session.do(AddStep("buy", 0, "New", "new"))

    assert state(looked_at) == before


def test_another_map_is_shown_with_its_stages_open(looked_at, session):
    session.show(full_map())

    model = looked_at.model()
    stages = [model.index_of(each.id) for each in session.journey.ordered_stages]
    assert all(looked_at.isExpanded(each) for each in stages)
