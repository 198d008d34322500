"""Whatever order people and programs come in, nobody's version goes before it was seen."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from maps import small_map
from saved import save

from cjeditor.changes.merge import merge
from cjeditor.changes.take import sharing
from cjeditor.core.progress import no_progress
from cjeditor.core.words import mark
from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm
from cjeditor.files.errors import ChangedOnDisk
from cjeditor.files.looking import look
from cjeditor.session import saving
from cjeditor.session.session import Session

TAKEN = mark("Take their version")


class Desk:
    """A session with its file, and somebody else who writes the file too."""

    def __init__(self, folder):
        self.path = folder / "map.cjm"
        self.session = Session(small_map())
        save(self.session, self.path)
        self.unseen = set()
        self.count = 0

    def edit(self):
        self.count += 1
        self.session.do(SetScope("title", f"Mine {self.count}"))

    def undo(self):
        self.session.undo_stack.undo()

    def they_write(self):
        self.count += 1
        theirs = SetScope("title", f"Theirs {self.count}").apply(small_map())
        self.path.write_bytes(cjm.dumps(theirs))
        self.unseen.add(self.path.read_bytes())

    def they_damage(self):
        self.count += 1
        self.path.write_bytes(b"%d" % self.count)
        self.unseen.add(self.path.read_bytes())

    def they_delete(self):
        self.path.unlink(missing_ok=True)

    def save(self):
        before = self.path.read_bytes() if self.path.exists() else None
        known = self.path, self.session.sha256
        journey = self.session.to_save()
        try:
            written = saving._write(saving._nothing, journey, self.path, known, no_progress)
        except ChangedOnDisk:
            assert self.path.read_bytes() == before
        else:
            assert before not in self.unseen
            assert cjm.load(self.path) == journey
            self.session.mark_saved(journey, self.path, written.sha256)

    def see(self):
        """Look as the window does, and note what is told."""
        session = self.session
        maps = [each for each in (session.saved, session.journey) if each is not None]
        sight = look(self.path, session.sha256, maps, None)
        if sight.state in ("changed", "unreadable"):
            self.unseen.discard(self.path.read_bytes())
        elif sight.state == "known" and sight.journey is not None:
            session.mark_theirs(sight.journey, sight.sha256)
        return sight if sight.state in ("changed", "unreadable") else None

    def keep_mine(self):
        sight = self.see()
        if sight is not None:
            self.session.mark_theirs(sight.journey, sight.sha256)
            self.save()

    def take_theirs(self):
        sight = self.see()
        if sight is not None and sight.journey is not None:
            theirs = sharing(sight.journey, self.session.journey)
            self.session.take_version(theirs, TAKEN)
            self.session.mark_theirs(theirs, sight.sha256)
            assert not self.session.is_changed

    def merge(self):
        sight = self.see()
        if sight is not None and sight.journey is not None:
            base = self.session.saved or small_map()
            merged = merge(base, self.session.journey, sight.journey)
            self.session.take_version(merged.journey, TAKEN)
            self.session.mark_theirs(sight.journey, sight.sha256)


STEPS = (
    "edit", "undo", "they_write", "they_damage", "they_delete", "save", "see", "keep_mine",
    "take_theirs", "merge",
)  # fmt: skip


@pytest.mark.usefixtures("qapp")
@settings(max_examples=60)
@given(st.lists(st.sampled_from(STEPS), max_size=14))
def test_no_order_of_things_overwrites_what_was_not_seen(steps):
    with tempfile.TemporaryDirectory() as folder:
        desk = Desk(Path(folder))
        for step in steps:
            getattr(desk, step)()
        desk.save()
