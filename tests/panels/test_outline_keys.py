"""A map is built and changed in the outline by keys alone."""

import pytest
from maps import small_map
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QMenu

from cjeditor.model.integrity import faults
from cjeditor.model.map import Map
from cjeditor.model.records import Scope
from cjeditor.panels.lane_choices import LANE_CHOICES
from cjeditor.panels.outline import Outline
from cjeditor.session.session import Session

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NONE = Qt.KeyboardModifier.NoModifier
KEY = Qt.Key


class Keys:
    """Types into the outline, and into the field that it opens."""

    def __init__(self, qtbot, tree):
        self.qtbot = qtbot
        self.tree = tree

    @property
    def field(self):
        return next((e for e in self.tree.findChildren(QLineEdit) if e.isVisible()), None)

    def press(self, key, modifier=NONE):
        self.qtbot.keyClick(self.tree, key, modifier)

    def write(self, text, end=KEY.Key_Return):
        """Write into the open field and leave it."""
        field = self.field
        assert field is not None
        field.selectAll()
        self.qtbot.keyClicks(field, text)
        self.qtbot.keyClick(field, end)
        self.qtbot.waitUntil(lambda: self.field is None)

    def choose(self, down):
        """Choose from the open menu."""
        menu = next(each for each in self.tree.findChildren(QMenu) if each.isVisible())
        for _ in range(down):
            self.qtbot.keyClick(menu, KEY.Key_Down)
        self.qtbot.keyClick(menu, KEY.Key_Return)


def open_tree(qtbot, journey):
    session = Session(journey)
    tree = Outline(session)
    qtbot.addWidget(tree)
    tree.resize(320, 700)
    with qtbot.waitActive(tree):
        tree.show()
    tree.setFocus()
    return session, tree


@pytest.fixture
def blank(qtbot):
    session, tree = open_tree(qtbot, Map(id="m", scope=Scope(title="A map")))
    return session, Keys(qtbot, tree)


@pytest.fixture
def small(qtbot):
    """The small map; whatever a test does in it must be undone and redone exactly."""
    journey = small_map()
    session, tree = open_tree(qtbot, journey)
    yield session, Keys(qtbot, tree)
    stack = session.undo_stack
    stack.setIndex(stack.count())
    last = session.journey
    stack.setIndex(0)
    assert session.journey is journey
    stack.setIndex(stack.count())
    assert session.journey is last


def go(keys, element):
    keys.tree.setCurrentIndex(keys.tree.model().index_of(element))


def titles(records):
    return [each.title for each in records]


def cards_at(journey, step):
    return [c.text for lane in journey.ordered_lanes for c in journey.cell(lane.id, step)]


def test_a_whole_small_map_is_built_by_keys_alone(blank):
    session, keys = blank

    keys.press(KEY.Key_Down)
    keys.press(KEY.Key_Return)
    keys.write("Find")
    keys.press(KEY.Key_Return)
    keys.write("Buy")
    keys.press(KEY.Key_Return, CTRL)
    keys.write("Pay")
    keys.press(KEY.Key_End)
    keys.press(KEY.Key_Return, CTRL)
    keys.choose(0)
    keys.write("What they do")
    keys.press(KEY.Key_4, ALT)
    keys.write("What hurts")
    keys.press(KEY.Key_Return)
    keys.choose([each.kind for each in LANE_CHOICES].index("emotion"))
    keys.write("How they feel")
    pay = session.journey.ordered_steps[-1].id
    go(keys, pay)
    keys.press(KEY.Key_Return, CTRL)
    keys.write("Types the number")
    keys.press(KEY.Key_Return)
    keys.write("Types it again")
    go(keys, pay)
    keys.press(KEY.Key_2)

    journey = session.journey
    assert titles(journey.ordered_stages) == ["Find", "Buy"]
    assert titles(journey.ordered_steps) == ["", "", "Pay"]
    assert titles(journey.ordered_lanes) == ["What they do", "What hurts", "How they feel"]
    assert cards_at(journey, pay) == ["Types the number", "Types it again"]
    assert [(each.step, each.value) for each in journey.emotions.values()] == [(pay, -1.0)]
    assert faults(journey) == []
    assert session.undo_stack.count() == 9


def test_typing_on_a_row_writes_it(small):
    session, keys = small
    go(keys, "buy")

    keys.press(KEY.Key_B, SHIFT)
    keys.write("Buying")

    assert session.journey.stages["buy"].title == "Buying"


def test_a_new_row_and_its_words_are_one_step_of_undo(small):
    session, keys = small
    go(keys, "s1")

    keys.press(KEY.Key_Return)
    keys.write("Wonder")

    assert titles(session.journey.steps_of["find"]) == ["Notice", "Wonder", "Compare"]
    assert session.undo_stack.count() == 1


def test_a_card_that_nobody_writes_on_goes_again(small):
    session, keys = small
    before = session.journey
    go(keys, "a1")

    keys.press(KEY.Key_Return)
    keys.write("", KEY.Key_Escape)

    assert session.journey is before


@pytest.mark.parametrize("end", [KEY.Key_Escape, KEY.Key_Return, KEY.Key_Tab])
def test_whatever_ends_the_writing_what_was_written_stays(small, end):
    session, keys = small
    go(keys, "buy")

    keys.press(KEY.Key_Return)
    keys.qtbot.keyClicks(keys.field, "X")
    keys.qtbot.keyClick(keys.field, end)
    keys.qtbot.waitUntil(lambda: titles(session.journey.ordered_stages)[-1] == "X")

    assert session.undo_stack.count() == 1


def test_what_is_written_is_taken_over_and_the_writing_goes_on(small):
    session, keys = small
    go(keys, "buy")

    keys.press(KEY.Key_F2)
    keys.qtbot.keyClick(keys.field, KEY.Key_Home)
    keys.qtbot.keyClicks(keys.field, "Re-")
    keys.tree.take_over()
    taken = session.journey.stages["buy"].title
    keys.qtbot.keyClicks(keys.field, "re-")
    keys.qtbot.keyClick(keys.field, KEY.Key_Escape)

    assert taken == "Re-Buy"
    assert session.journey.stages["buy"].title == "Re-re-Buy"


def test_the_type_of_a_new_card_is_chosen_by_its_digit(small):
    session, keys = small
    go(keys, "s3")

    keys.press(KEY.Key_4, ALT)
    keys.write("Hurts")

    found = session.journey.cell("pain", "s3")
    assert [(card.kind, card.text) for card in found] == [("pain", "Hurts")]


def test_a_digit_with_alt_changes_the_type_of_a_card(small):
    session, keys = small
    go(keys, "a1")

    keys.press(KEY.Key_4, ALT)

    assert session.journey.cards["a1"].kind == "pain"


@pytest.mark.parametrize(("element", "field", "value"), [("p1", "severity", 3), ("e1", "value", 0)])
def test_a_digit_rates(small, element, field, value):
    session, keys = small
    keys.tree.expandAll()
    go(keys, element)

    keys.press(KEY.Key_3)

    assert getattr(session.journey.find(element), field) == value


def test_a_digit_on_an_action_is_text(small):
    session, keys = small
    keys.tree.expandAll()
    go(keys, "a1")

    keys.press(KEY.Key_3)
    keys.write("3 friends")

    assert session.journey.cards["a1"].text == "3 friends"


@pytest.mark.parametrize(
    ("element", "key", "order"),
    [
        ("buy", KEY.Key_Up, ["s3", "s4", "s1", "s2"]),
        ("s1", KEY.Key_Down, ["s2", "s1", "s3", "s4"]),
        ("s2", KEY.Key_Down, ["s1", "s2", "s3", "s4"]),
        ("s3", KEY.Key_Up, ["s1", "s2", "s3", "s4"]),
    ],
)
def test_alt_with_arrows_moves_stages_and_steps(small, element, key, order):
    session, keys = small
    go(keys, element)

    keys.press(key, ALT)

    assert [step.id for step in session.journey.ordered_steps] == order
    assert session.undo_stack.count() == 1
    assert keys.tree.here == element


@pytest.mark.parametrize(
    ("element", "key", "place"),
    [
        ("a1", KEY.Key_Down, ("do", "s1", 1)),
        ("a2", KEY.Key_Down, ("do", "s2", 0)),
        ("a3", KEY.Key_Up, ("do", "s2", 0)),
        ("a3", KEY.Key_Right, ("pain", "s3", 0)),
        ("p1", KEY.Key_Left, ("do", "s2", 0)),
    ],
)
def test_alt_with_arrows_moves_cards_on_to_steps_and_lanes(small, element, key, place):
    session, keys = small
    keys.tree.expandAll()
    go(keys, element)

    keys.press(key, ALT)

    card = session.journey.cards[element]
    cell = session.journey.cell(card.lane, card.first_step)
    assert (card.lane, card.first_step, cell.index(card)) == place
    assert keys.tree.here == element


def test_lanes_move_too(small):
    session, keys = small
    keys.tree.expandAll()
    go(keys, "pain")

    keys.press(KEY.Key_Up, ALT)

    assert [lane.id for lane in session.journey.ordered_lanes] == ["pain", "do", "feel"]


def test_rows_are_duplicated_and_deleted(small):
    session, keys = small
    keys.tree.expandAll()
    go(keys, "a1")

    keys.press(KEY.Key_D, CTRL)
    copies = cards_at(session.journey, "s1")
    keys.press(KEY.Key_Delete)

    assert copies == ["Ask friends", "Ask friends", "Read reviews"]
    assert cards_at(session.journey, "s1") == ["Ask friends", "Read reviews"]


def test_what_does_not_fit_is_told_and_not_done(qtbot, small):
    session, keys = small
    go(keys, "buy")
    keys.press(KEY.Key_Return, CTRL)
    keys.write("Last")
    session.do(_deleted(["s3", "s4"]))
    last = session.journey.ordered_steps[-1].id
    go(keys, last)

    with qtbot.waitSignal(session.refused):
        keys.press(KEY.Key_Up, ALT)

    assert session.journey.steps[last].stage == "buy"


def _deleted(ids):
    from cjeditor.edits.records import Delete

    return Delete(tuple(ids))


def test_tab_leaves_the_tree(qtbot, small):
    _session, keys = small
    go(keys, "buy")

    keys.press(KEY.Key_Tab)

    assert keys.field is None


def test_the_grey_words_say_which_lane(small):
    from cjeditor.panels.outline_model import ROLE_NOTE

    _session, keys = small
    keys.tree.expandAll()

    assert keys.tree.model().index_of("p1").data(ROLE_NOTE) == "Pain points"


def test_feelings_come_and_go_in_their_step_only(qtbot, small):
    session, keys = small
    keys.tree.expandAll()
    model = keys.tree.model()
    go(keys, "s4")

    with qtbot.assertNotEmitted(model.modelReset):
        keys.press(KEY.Key_5)
        shown = model.index(0, 0, model.index_of("s4")).data()
        session.undo_stack.undo()

    assert shown == "All customers: +2"
    assert model.rowCount(model.index_of("s4")) == 0
    session.undo_stack.redo()
