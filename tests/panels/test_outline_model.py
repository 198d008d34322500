"""After any sequence of edits the outline is what a new one would be, and its rows are the same."""

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule
from maps import full_map
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from session.test_any_sequence import AnySequence
from soak import often

from cjeditor.edits.records import SetField
from cjeditor.edits.steps import AddStep
from cjeditor.panels.outline_changes import staying
from cjeditor.panels.outline_model import ROLE_ID, ROLE_NOTE, OutlineModel

pytestmark = pytest.mark.usefixtures("qapp")


def model_of(journey):
    return OutlineModel(journey, lambda *_given: None)


def rows(model, parent=QModelIndex()):  # noqa: B008
    """Yield every row, what holds others before what it holds."""
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        yield index
        yield from rows(model, index)


def texts(index):
    return index.data(Qt.ItemDataRole.DisplayRole), index.data(ROLE_NOTE)


def tree(model, parent=QModelIndex()):  # noqa: B008
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        assert model.parent(index) == parent
        found.append((index.data(ROLE_ID), texts(index), tree(model, index)))
    return found


class Follower:
    """Knows of a model what its signals tell, as a view and a screen reader do."""

    def __init__(self, model):
        self.model = model
        self.places = {}
        self.told = {}
        self.read()
        model.dataChanged.connect(lambda first, _last: self.told.update(self.said([first])))
        model.rowsInserted.connect(self.greet)
        model.modelReset.connect(self.forbid)

    def said(self, indexes):
        return {index.data(ROLE_ID): texts(index) for index in indexes}

    def greet(self, parent, first, last):
        for row in range(first, last + 1):
            index = self.model.index(row, 0, parent)
            self.told |= self.said([index, *rows(self.model, index)])

    def forbid(self):
        raise AssertionError("the model was reset")

    def read(self):
        self.places = {each.data(ROLE_ID): QPersistentModelIndex(each) for each in rows(self.model)}
        self.told = self.said(rows(self.model))

    def check(self):
        now = {each.data(ROLE_ID): each for each in rows(self.model)}
        for element, place in self.places.items():
            assert place.isValid() == (element in now)
            if place.isValid():
                assert now[element] == place
        for element, index in now.items():
            assert self.told[element] == texts(index)
        self.read()


class AnyOutline(AnySequence):
    """Every row has been looked at, as where all is expanded."""

    def __init__(self):
        super().__init__()
        self.model = model_of(self.session.journey)
        fail = QAbstractItemModelTester.FailureReportingMode.Fatal
        self.tester = QAbstractItemModelTester(self.model, fail)
        self.follower = Follower(self.model)

    @invariant()
    def it_is_as_a_new_one_and_its_rows_are_the_same(self):
        self.model.show_map(self.session.journey)
        assert tree(self.model) == tree(model_of(self.session.journey))
        self.follower.check()


class AnyCollapsedOutline(AnySequence):
    """Only some rows have been looked at, as where most is collapsed."""

    def __init__(self):
        super().__init__()
        self.model = model_of(self.session.journey)

    @rule(data=st.data())
    def look_at(self, data):
        for element in self.some(data, "stages", "steps", "lanes"):
            self.model.rowCount(self.model.index_of(element))

    @invariant()
    def it_follows(self):
        self.model.show_map(self.session.journey)

    def teardown(self):
        assert tree(self.model) == tree(model_of(self.session.journey))


SETTINGS = settings(max_examples=often(6, 1_000), stateful_step_count=15, deadline=None)

TestAnyOutline = AnyOutline.TestCase
TestAnyOutline.settings = SETTINGS
TestAnyCollapsedOutline = AnyCollapsedOutline.TestCase
TestAnyCollapsedOutline.settings = SETTINGS


def test_what_moves_is_as_little_as_can_be():
    assert staying("abcde", "bcdea") == set("bcde")
    assert staying("abcde", "eabcd") == set("abcd")
    assert staying("abcde", "acxe") == set("ace")
    assert staying("", "ab") == set()
    assert len(staying("abcde", "edcba")) == 1


@pytest.fixture
def told():
    """Return what the model tells of while it goes from one map to the next."""

    def told(before, *edits):
        model = model_of(before)
        follower = Follower(model)
        after = before
        for edit in edits:
            after = edit.apply(after)
        model.show_map(after)
        follower.check()

    return told


def test_rows_without_words_tell_their_new_number(told):
    journey = full_map()
    stage = journey.ordered_stages[0].id
    steps = tuple(step.id for step in journey.steps_of[stage])

    told(SetField(steps, "title", "").apply(journey), AddStep(stage, 0, "First", "new"))


def test_cards_tell_the_new_name_of_their_lane(told):
    journey = full_map()
    lanes = tuple(journey.cells)

    told(journey, SetField(lanes, "title", "Another name"))


def test_feelings_tell_the_new_name_of_whose_they_are(told):
    journey = full_map()
    assert any(each.persona for each in journey.emotions.values())

    told(journey, SetField(tuple(journey.personas), "name", "Another name"))
