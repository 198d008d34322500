"""What a session leaves is found again, whole, and never deleted at once."""

import os
import stat
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest
from maps import full_map, small_map

from cjeditor.edits.records import SetField
from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm, recovery
from cjeditor.files.errors import CannotWrite, CutOff, Incomplete, NewerVersion, SetAside
from cjeditor.files.recovery import delete_old, leftovers, trash
from cjeditor.files.recovery_folder import META, Meta, RecoveryFolder, digest, places
from cjeditor.model.integrity import faults

FIRST = small_map()
SECOND = SetScope("title", "Second").apply(FIRST)
THIRD = SetField(("a1",), "text", "Third").apply(SECOND)
TYPED = SetField(("a1",), "text", "Third and f").apply(THIRD)
NOTHING = None, None


@pytest.fixture
def root(tmp_path):
    return tmp_path / "data" / "recovery"


def begun(root, *states, saved=NOTHING):
    folder = RecoveryFolder.create(root, states[0], *saved)
    for before, after in pairwise(states):
        folder.append(before, after)
    folder.flush()
    return folder


def crashed(root, *states, saved=NOTHING):
    folder = begun(root, *states, saved=saved)
    folder.close()
    return folder.path


def only(found):
    (each,) = found
    each.release()
    return each


class TestFolder:
    def test_nobody_else_can_look_into_it(self, root):
        folder = begun(root, FIRST, SECOND)

        for path in (root, folder.path):
            assert stat.S_IMODE(path.stat().st_mode) == 0o700
        for path in (*folder.path.iterdir(), *root.glob("*.lock")):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600
        folder.close()

    def test_its_base_is_a_map_that_can_be_opened(self, root):
        path = crashed(root, full_map())

        assert cjm.load(next(path.glob("base-*.cjm"))) == full_map()

    def test_a_checkpoint_leaves_one_base_and_one_journal(self, root):
        folder = begun(root, FIRST, SECOND, THIRD)

        folder.checkpoint(THIRD, None)

        assert sorted(each.name for each in folder.path.iterdir()) == [
            "base-000000000002.cjm",
            "journal-000000000002",
            META,
        ]
        assert (folder.entries, folder.size) == (0, 0)
        folder.append(THIRD, FIRST)
        folder.close()
        assert only(leftovers(root)).journey == FIRST

    def test_a_checkpoint_keeps_what_is_being_typed(self, root):
        folder = begun(root, FIRST, SECOND, THIRD)
        folder.append(THIRD, TYPED, draft=True)

        folder.checkpoint(THIRD, TYPED)
        folder.close()

        found = only(leftovers(root)).found
        assert (found.journey, found.confirmed) == (TYPED, THIRD)

    def test_a_folder_that_cannot_be_made_leaves_nothing(self, root, monkeypatch):
        def fail(*_args, **_more):
            raise CannotWrite("disk full", "")

        monkeypatch.setattr(cjm, "save", fail)
        with pytest.raises(CannotWrite):
            begun(root, FIRST)

        assert list(root.iterdir()) == []

    def test_odd_names_of_files_are_kept(self, root):
        name = Path(os.fsdecode(b"/maps/caf\xe9 \xf0\x9f\x98\x80.cjm"))
        crashed(root, FIRST, saved=(FIRST, name))

        assert only(leftovers(root)).meta.file == name

    def test_the_places_are_the_users_own(self):
        user, state, _temporary = places()

        assert user.is_relative_to(os.environ["XDG_DATA_HOME"])
        assert state.is_relative_to(os.environ["XDG_STATE_HOME"])


class TestLeftovers:
    def test_a_session_that_runs_is_not_found(self, root):
        folder = begun(root, FIRST, SECOND)

        assert leftovers(root) == ()
        folder.close()
        assert only(leftovers(root)).folder == folder.path

    def test_what_one_holds_no_other_finds(self, root):
        crashed(root, FIRST)
        (held,) = leftovers(root)

        assert leftovers(root) == ()
        held.release()
        assert only(leftovers(root)).folder == held.folder

    def test_every_session_is_found_with_what_was_done(self, root, tmp_path):
        saved = FIRST, tmp_path / "map.cjm"
        crashed(root, FIRST, SECOND, saved=saved)
        crashed(root, THIRD)
        found = {
            each.journey.scope.title + each.journey.cards["a1"].text: each
            for each in leftovers(root)
        }

        assert set(found) == {"SecondAsk friends", "SecondThird"}
        one = found["SecondAsk friends"]
        assert (one.journey, one.problems, one.is_saved) == (SECOND, (), False)
        assert one.meta.file == tmp_path / "map.cjm"
        assert one.meta.sha256 == digest(FIRST)
        assert one.meta.document == "small"
        assert datetime.now(UTC) - one.when < timedelta(minutes=5)
        for each in found.values():
            each.release()

    def test_what_a_file_has_need_not_be_recovered(self, root):
        folder = begun(root, FIRST, SECOND, saved=(FIRST, Path("/maps/a.cjm")))
        folder.checkpoint(SECOND, None)
        folder.note(SECOND, SECOND, Path("/maps/b.cjm"))
        folder.close()

        found = only(leftovers(root))
        assert found.is_saved
        assert found.meta.file == Path("/maps/b.cjm")

    def test_nothing_is_found_where_nothing_is(self, root, tmp_path):
        (tmp_path / "file").write_bytes(b"")

        assert leftovers(root, tmp_path / "file") == ()
        assert trash(root) == ()

    def test_a_folder_of_another_user_is_not_read(self, root, monkeypatch):
        crashed(root, FIRST)
        monkeypatch.setattr(recovery.os, "getuid", lambda: 4711)

        assert leftovers(root) == ()

    def test_a_torn_end_is_passed_over_and_said(self, root):
        path = crashed(root, FIRST, SECOND, THIRD)
        journal = next(path.glob("journal-*"))
        content = journal.read_bytes()
        journal.write_bytes(content[:-5])

        found = only(leftovers(root))

        assert found.journey == SECOND
        (problem,) = found.problems
        assert isinstance(problem, CutOff)
        assert problem.count == len(content) - 5 - content.index(b"\n") - 1
        assert journal.exists()

    @pytest.mark.parametrize("part", ["base-000000000000.cjm", "journal-000000000000", META])
    def test_a_damaged_part_is_set_aside_and_said_each_time(self, root, part):
        path = crashed(root, FIRST, SECOND, THIRD)
        (path / part).write_bytes(b"\0" * 100 + b"\n")

        for _ in range(2):
            found = only(leftovers(root))
            (problem,) = found.problems
            assert isinstance(problem, SetAside)
            assert problem.path.read_bytes() == b"\0" * 100 + b"\n"
            assert not (path / part).exists()
            assert (found.meta is None) == (part == META)
            wanted = {META: THIRD, "journal-000000000000": FIRST}
            assert found.journey == wanted.get(part)

    def test_an_older_base_serves_where_the_newer_is_damaged(self, root):
        path = crashed(root, FIRST, SECOND, THIRD)
        (path / "base-000000000002.cjm").write_bytes(b"{")

        found = only(leftovers(root))

        assert found.journey == THIRD
        assert isinstance(found.problems[0], SetAside)

    def test_of_a_damaged_base_what_is_whole_comes_back_with_all_that_was_done_after(self, root):
        path = crashed(root, FIRST, SECOND, THIRD)
        base = path / "base-000000000000.cjm"
        lines = base.read_bytes().split(b"\n")
        lane = next(each for each in lines if f'"id":"{FIRST.cards["a1"].lane}"'.encode() in each)
        damaged = base.read_bytes().replace(lane, lane.replace(b'"', b"'"))
        base.write_bytes(damaged)

        for _ in range(2):
            found = only(leftovers(root))
            assert found.journey.cards["a1"].text == "Third"
            assert found.journey.scope.title == "Second"
            assert found.journey.cards.keys() >= THIRD.cards.keys()
            assert faults(found.journey) == []
            assert not found.is_whole
            assert not found.is_saved
            incomplete, aside = found.problems
            assert isinstance(incomplete, Incomplete)
            assert found.losses == incomplete.losses != ()
            assert isinstance(aside, SetAside)
            assert aside.path.read_bytes() == damaged

    def test_what_was_typed_last_comes_back_on_a_damaged_base_too(self, root):
        folder = begun(root, FIRST, SECOND, THIRD)
        folder.append(THIRD, TYPED, draft=True)
        folder.flush()
        folder.close()
        base = folder.path / "base-000000000000.cjm"
        base.write_bytes(base.read_bytes()[: base.read_bytes().index(b'"links"')])

        found = only(leftovers(root))

        assert found.journey.cards["a1"].text == "Third and f"
        assert found.found.confirmed.cards["a1"].text == "Third"

    def test_what_a_newer_program_wrote_is_left_as_it_is(self, root):
        path = crashed(root, FIRST, SECOND)
        meta = (path / META).read_bytes().replace(b'"version":1', b'"version":2')
        (path / META).write_bytes(meta)

        found = only(leftovers(root))

        assert found.journey is None
        assert isinstance(found.problems[0], NewerVersion)
        assert (path / META).read_bytes() == meta


class TestTrash:
    def test_what_is_discarded_can_be_read_and_taken_out_again(self, root):
        crashed(root, FIRST, SECOND)
        (found,) = leftovers(root)
        found.discard()

        assert leftovers(root) == ()
        assert list(root.glob("*.lock")) == []
        (thrown,) = trash(root)
        assert thrown.journey == SECOND
        assert datetime.now(UTC) - thrown.thrown < timedelta(minutes=5)

        restored = thrown.restore()

        assert restored.journey == SECOND
        assert (trash(root), leftovers(root)) == ((), ())
        restored.release()
        assert only(leftovers(root)).journey == SECOND

    def test_a_finished_session_goes_there(self, root):
        begun(root, FIRST, SECOND).finish(is_saved=False)

        assert leftovers(root) == ()
        assert [each.journey for each in trash(root)] == [SECOND]

    def test_it_keeps_everything_for_thirty_days(self, root):
        begun(root, FIRST, SECOND).finish(is_saved=True)
        now = datetime.now(UTC)

        delete_old(root, now + timedelta(days=29))
        assert len(trash(root)) == 1
        delete_old(root, now + timedelta(days=31))
        assert trash(root) == ()

    def test_what_files_have_goes_earlier_where_it_is_too_much(self, root, monkeypatch):
        for is_saved in (True, False, True):
            begun(root, FIRST, SECOND).finish(is_saved=is_saved)
        monkeypatch.setattr(recovery, "TRASH_LIMIT", 1)

        delete_old(root, datetime.now(UTC))

        (kept,) = trash(root)
        assert not kept.folder.name.endswith("-saved")

    def test_empty_folders_and_locks_of_nobody_are_cleared_away(self, root):
        running = begun(root, FIRST)
        crashed(root, SECOND)
        (root / "abcdefghijkm").mkdir()
        (root / "abcdefghijkm" / META).write_bytes(b"{}")
        (root / "abcdefghijkn.lock").write_bytes(b"")

        delete_old(root, datetime.now(UTC))

        assert len([each for each in root.iterdir() if each.is_dir()]) == 2
        assert len(list(root.glob("*.lock"))) == 2
        running.close()


def test_meta_is_strict():
    with pytest.raises(ValueError, match="extra"):
        Meta.model_validate_json(b'{"session":"a","started":"x","document":"b","more":1}')
