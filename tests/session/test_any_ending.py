"""Whatever is done and however it ends, again and again: what comes back is what was there.

Longer: `pytest --soak tests/session/test_any_ending.py`.
"""

import shutil
import tempfile
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from itertools import product
from pathlib import Path
from unittest.mock import patch

import pytest
from any_edits import edited
from faults.scenarios import plant
from faults.watch import Watch
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    rule,
)
from maps import small_map
from soak import often

from cjeditor.edits.edit import EditError
from cjeditor.edits.records import SetField
from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm
from cjeditor.files.errors import FileError
from cjeditor.files.recovery import leftovers, trash
from cjeditor.model.map import Map
from cjeditor.session import protection, recorder
from cjeditor.session.protection import Protection
from cjeditor.session.session import Session

CALLS = st.integers(0, 30)
"""Of those that change files, before something happens."""

MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where files are quick; no disk is waited for here."""

ENDING = st.tuples(CALLS, st.none() | st.integers(0, 3))
"""When, and what the power leaves; None: only the program ends."""


class _NoThread:
    """Stands for the recorder's thread; here the recorder works when the machine says so."""

    def __init__(self, **_arguments):
        pass

    def start(self):
        pass


@dataclass(frozen=True)
class Become:
    """An edit that makes the map any other one."""

    after: Map
    label: str = "Edit"

    def apply(self, journey):
        return self.after


@dataclass
class Work:
    """What was done with one map.

    Attributes:
        states: The map after each edit, and what the text being typed would make of it.
        safe: Number of the last state that was told to be safe; -1 if there is none.
    """

    states: list = field(default_factory=list)
    safe: int = -1

    def has(self, found):
        return any(found == state for state in self.states[max(self.safe, 0) :])


class AnyEnding(RuleBasedStateMachine):
    def __init__(self):
        super().__init__()
        self.base = Path(tempfile.mkdtemp(prefix="any-ending-", dir=MEMORY))
        self.root = self.base / "disk"
        self.root.mkdir()
        self.place, self.file = self.root / "recovery", self.root / "map.cjm"
        self.in_file = [None]
        self.count = 0
        self.works = []
        self.wrong = []
        self.seen = {}
        self.patches = ExitStack()
        self.patches.enter_context(patch.object(protection, "Thread", _NoThread))
        for name, value in {"MOST_ENTRIES": 2, "LARGE_ENTRIES": 1}.items():
            self.patches.enter_context(patch.object(recorder, name, value))
        self.watch = Watch(self.root)
        self.begin(Session(small_map()))

    def begin(self, session):
        """A program starts with this map."""
        self.session = session
        self.protection = Protection(session, where=lambda: (self.place,))
        self.recorder = self.protection._recorder
        self.session.map_changed.connect(lambda _before, after: self.now(after))
        self.works.append(Work([(session.journey, session.journey)]))

    @property
    def work(self):
        return self.works[-1]

    def now(self, confirmed, typed=None):
        self.work.states.append((typed or confirmed, confirmed))

    @rule(data=st.data())
    def edit(self, data):
        self.count += 1
        after = edited(data, self.session.journey, f"n{self.count}x", most=3)
        with suppress(EditError):
            self.session.do(Become(after))

    @rule(title=st.text(max_size=8))
    def rename(self, title):
        with suppress(EditError):  # an edit before may have locked the map
            self.session.do(SetScope("title", title))

    @rule()
    def undo(self):
        self.session.undo_stack.undo()

    @rule()
    def redo(self):
        self.session.undo_stack.redo()

    @rule(text=st.none() | st.text(max_size=8))
    def type(self, text):
        journey = self.session.journey
        card = min(journey.cards, default=None)
        typed = None
        if text is not None and card is not None:
            typed = SetField((card,), "text", text).apply(journey)
        self.protection.draft(typed)
        shown, confirmed = self.work.states[-1]
        if typed is not None or shown is not confirmed:
            self.now(journey, typed)

    @rule()
    def write(self):
        """The disk is done with all that was told up to now."""
        self.protection.try_again()
        self.recorder.work()
        if self.recorder.is_safe and len(self.work.states) > 1:
            self.work.safe = len(self.work.states) - 1

    @rule(call=CALLS)
    def write_badly(self, call):
        with self.watch.failing_at(call):
            self.write()

    def save_and_write(self):
        self.save()
        self.write()

    @rule()
    def save(self):
        journey = self.session.to_save()
        self.in_file.append(journey)
        assert not cjm.save(journey, self.file).warning
        self.in_file = [journey]
        self.session.mark_saved(journey, self.file)

    @rule(title=st.text(max_size=8))
    def let_others_save(self, title):
        """Another program writes the file."""
        journey = SetScope("title", f"theirs {title}").apply(small_map())
        cjm.save(journey, self.file)
        self.in_file = [journey]

    @rule(text=st.text(max_size=8))
    def open_another(self, text):
        """The user is done with the map; it must be in the trash."""
        self.write()
        journey = SetScope("title", text).apply(small_map())
        self.works.append(Work())
        self.session.show(journey, self.file, changed=False)

    @rule(
        titles=st.lists(st.text(max_size=4), max_size=3),
        saves=st.booleans(),
        first=ENDING,
        others=st.lists(ENDING, max_size=1),
    )
    def end(self, titles, saves, first, others):
        """The program ends badly, and perhaps once more while it brings back what was there."""
        for title in titles:
            self.rename(title)
        act = self.save_and_write if saves else self.write
        for call, power in (first, *others):
            with self.watch.ending_at(call):
                act()
            self.watch.stop()
            if power is not None:
                self.watch.cut_power(power)
            self.judge()
            self.watch = Watch(self.root)
            act = self.recover
        self.recover()

    def judge(self):
        """All that was told to be safe is there, and nothing that never was."""
        found = self.found()
        known = [state for work in self.works for state in work.states]
        if not all(each in known for each in found):
            self.wrong.append("a map that there never was")
        if not all(work.safe < 0 or any(map(work.has, found)) for work in self.works):
            self.wrong.append("an edit is lost")
        try:
            now = cjm.load(self.file) if self.file.exists() else None
        except FileError:
            self.wrong.append("the file is broken")
        else:
            if now not in self.in_file:
                self.wrong.append("a save is lost")
            self.in_file = [now]
        assert not self.wrong, self.wrong

    def found(self):
        """Return what would come back, as a program that starts now finds it."""
        made = []
        for each in (*leftovers(self.place), *trash(self.place)):
            each.release()
            journey, confirmed = self.held(each)
            if journey is not None:
                made.append((journey, confirmed))
        return made

    def held(self, leftover):
        """Return what a folder holds; one that is as another was before is not read again."""
        content = _content(leftover.folder)
        if content in self.seen:
            return self.seen[content]
        held = leftover.journey, leftover.found.confirmed
        if _content(leftover.folder) == content:  # reading may set parts aside
            self.seen[content] = held
        return held

    def recover(self):
        """Start again and take up what the program left, as the window does."""
        mine = None
        for each in leftovers(self.place):
            if each.is_saved and not each.problems:
                each.discard()
            elif mine is None and each.journey is not None:
                mine = each
            else:
                each.release()
        if mine is None:
            self.begin(Session(small_map()))
            return
        self.begin(Session())
        self.session.show(mine.journey, mine.meta.file if mine.meta else None, changed=True)
        self.write()
        assert self.work.safe >= 0
        mine.discard()

    def teardown(self):
        try:
            self.watch.stop()
            if not self.wrong:
                self.judge()
        finally:
            self.patches.close()
            shutil.rmtree(self.base)


def _content(folder):
    return tuple(sorted((each.name, each.read_bytes()) for each in folder.iterdir()))


TestAnyEnding = pytest.mark.soak(AnyEnding.TestCase)
TestAnyEnding.settings = settings(max_examples=often(50, 2_500), stateful_step_count=25)


@pytest.mark.parametrize(
    ("bug", "wrong"),
    [
        ("nothing is appended", "an edit is lost"),
        ("the old base goes first", "an edit is lost"),
        ("nothing is flushed", "an edit is lost"),
        ("nothing is flushed", "a save is lost"),
        ("nothing is flushed", "the file is broken"),
    ],
)
def test_a_planted_bug_is_found(bug, wrong, monkeypatch):
    plant(bug, monkeypatch.setattr)

    assert any(wrong in each for each in _every_ending())


def test_none_is_found_where_there_is_none():
    assert not any(_every_ending())


@pytest.mark.parametrize("failing", range(12))
def test_a_call_that_failed_at_the_beginning_costs_nothing_that_is_told_to_be_safe(failing):
    for power in range(4):
        machine = AnyEnding()
        try:
            machine.type(text="")
            machine.write_badly(call=failing)
            machine.write()
            machine.end(first=(0, power), others=[], saves=False, titles=[])
        finally:
            machine.teardown()

        assert machine.works[0].safe >= 0
        assert machine.wrong == []


def _every_ending():
    """Yield what is wrong for each ending of one short story."""
    for call, power in product(range(26), (None, *range(4))):
        machine = AnyEnding()
        with suppress(AssertionError):
            machine.rename("first")
            machine.save_and_write()
            machine.rename("second")
            machine.write()
            machine.end(("third", "fourth"), True, (call, power), ())
        with suppress(AssertionError):
            machine.teardown()
        yield machine.wrong
