"""Versions are kept, told apart, thinned and bounded; damaged ones hide no others."""

import os
import random
import stat
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cjeditor.files import atomic, versions
from cjeditor.files.errors import CannotRead, CannotWrite, DamagedVersion
from cjeditor.files.version_file import About, Version
from cjeditor.files.versions import VersionFolder, fit, place, thin

NOW = datetime(2026, 11, 22, 14, 32, 5, tzinfo=UTC)
SECOND = timedelta(seconds=1)


@pytest.fixture
def folder():
    return VersionFolder(place(), "map1")


def add(folder, content, why="saved", after=0, **more):
    folder.add(content, why, NOW + after * SECOND, **more)


def contents(folder):
    """Return what all versions hold, the oldest first."""
    return [folder.read(each) for each in reversed(folder.listed().versions)]


def made(when, name="", size=10, document="a"):
    about = About.model_construct(
        time=f"{when:%Y-%m-%dT%H:%M:%SZ}",
        why="saved",
        label=name,
        document=document,
        sha256="0" * 64,
        size=size,
    )
    stamp = f"{when:%Y%m%dT%H%M%S}000Z-{name}{size}.version"
    return Version(Path(document) / stamp, about, size)


ages = st.one_of(
    st.integers(-50, 4_000),
    st.integers(0, 90_000),
    st.integers(0, 3_000_000),
    st.integers(0, 10**8),
)
some_versions = st.lists(
    st.builds(
        lambda age, name, size, document: made(NOW - age * SECOND, name, size, document),
        ages,
        st.sampled_from(["", "", "", "break"]),
        st.integers(1, 500),
        st.sampled_from("ab"),
    ),
    max_size=25,
    unique_by=lambda each: each.path,
)


class TestThinning:
    @given(some_versions)
    def test_named_ones_the_newest_and_the_last_hour_stay(self, every):
        stays = thin(every, NOW)

        for each in every:
            if each.is_named or NOW - each.when <= timedelta(hours=1):
                assert each in stays
        assert set(stays) <= set(every)
        assert stays[:1] == sorted(every, key=lambda e: (e.when, e.path.name), reverse=True)[:1]

    @given(some_versions)
    def test_what_goes_has_a_later_one_near_it_that_stays(self, every):
        stays = thin(every, NOW)

        for gone in set(every) - set(stays):
            age = NOW - gone.when
            near = [each for each in stays if each.when >= gone.when and not each.is_named]
            least = min(each.when - gone.when for each in near)
            if age <= timedelta(days=1):
                assert least <= timedelta(minutes=10)
            elif age <= timedelta(days=31):
                assert least <= timedelta(days=1)
            else:
                assert least <= timedelta(days=31)

    @given(some_versions)
    def test_the_number_is_bounded(self, every):
        plain = [each for each in thin(every, NOW) if not each.is_named]
        older = [each for each in plain if NOW - each.when > timedelta(hours=1)]
        days = [each for each in older if NOW - each.when > timedelta(days=1)]
        months = [each for each in days if NOW - each.when > timedelta(days=31)]

        assert len(older) - len(days) <= 24 * 6 + 1
        assert len(days) - len(months) <= 31
        assert len({(each.when.year, each.when.month) for each in months}) == len(months)

    @given(some_versions, st.integers(0, 10**7))
    def test_thinning_often_leaves_what_thinning_once_would_have(self, every, later):
        after = NOW + later * SECOND

        assert thin(thin(every, NOW), after) == thin(every, after)


class TestFitting:
    @given(some_versions, st.integers(0, 5_000))
    @example([made(NOW), made(NOW - SECOND, "break")], 15)
    def test_what_stays_is_within_the_limit_or_the_newest_of_each_document(self, every, limit):
        stays = fit(every, limit)

        newest = {max((e for e in every if e.path.parent == p), key=lambda e: (e.when, e.path.name))
                  for p in {each.path.parent for each in every}}  # fmt: skip
        assert newest <= set(stays)
        assert sum(each.size for each in stays) <= limit or set(stays) == newest

    @given(some_versions, st.integers(0, 5_000))
    def test_the_oldest_go_first_and_named_ones_last(self, every, limit):
        stays = fit(every, limit)
        newest = {max((e for e in every if e.path.parent == p), key=lambda e: (e.when, e.path.name))
                  for p in {each.path.parent for each in every}}  # fmt: skip
        gone = [each for each in every if each not in stays]
        rest = [each for each in stays if each not in newest]

        if any(each.is_named for each in gone):
            assert all(each.is_named for each in rest)
        for named in (True, False):
            going = [each.when for each in gone if each.is_named is named]
            staying = [each.when for each in rest if each.is_named is named]
            assert max(going, default=datetime.min.replace(tzinfo=UTC)) <= min(
                staying, default=datetime.max.replace(tzinfo=UTC)
            )

    @given(some_versions)
    def test_nothing_goes_while_there_is_room(self, every):
        assert set(fit(every, sum(each.size for each in every))) == set(every)


class TestFolder:
    def test_a_version_has_the_very_bytes_and_says_what_it_is(self, folder, tmp_path):
        content = b"no map at all \x00\xff" * 1000
        add(folder, content, "overwritten", title="Shoes", file=tmp_path / "map.cjm")

        (found,) = folder.listed().versions
        assert folder.read(found) == content
        assert found.when == NOW.replace(microsecond=0)
        assert (found.about.why, found.about.title) == ("overwritten", "Shoes")
        assert found.file == tmp_path / "map.cjm"
        assert found.size == found.path.stat().st_size < len(content) / 10

    @pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights")
    def test_a_long_one_is_packed_in_parts_and_has_the_very_bytes(self, folder, monkeypatch):
        written = []
        write = atomic.write

        def spy(path, parts, **more):
            written.extend(parts)
            return write(path, written, **more)

        monkeypatch.setattr(atomic, "write", spy)
        content = random.Random(3).randbytes(5_000_001)
        add(folder, content)

        assert max(map(len, written)) < 1_500_000
        assert contents(folder) == [content]
        (version,) = folder.listed().versions
        assert version.size == version.path.stat().st_size

    def test_nobody_else_can_read_it(self, folder):
        add(folder, b"secret")

        (found,) = folder.listed().versions
        assert stat.S_IMODE(found.path.stat().st_mode) == 0o600
        assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700

    def test_the_same_is_not_kept_twice(self, folder):
        add(folder, b"one")
        add(folder, b"one", after=5)
        add(folder, b"one", "working", after=6)
        add(folder, b"two", after=7)
        add(folder, b"one", after=8)

        assert contents(folder) == [b"one", b"two", b"one"]

    def test_what_a_session_finds_is_not_kept_if_any_version_has_it(self, folder):
        add(folder, b"one")
        add(folder, b"two", "working", after=1)
        add(folder, b"one", "overwritten", after=2)
        add(folder, b"somebody else's", "overwritten", after=3)

        assert contents(folder) == [b"one", b"two", b"somebody else's"]

    def test_work_that_is_saved_as_it_was_counts_as_saved(self, folder):
        add(folder, b"one", "working")
        add(folder, b"one", "saved", after=60)

        (found,) = folder.listed().versions
        assert found.about.why == "saved"
        assert found.when == NOW + timedelta(minutes=1)

    def test_a_name_for_what_is_kept_already_is_given_to_that(self, folder):
        add(folder, b"one")
        add(folder, b"one", "named", after=1, label="before the break")
        add(folder, b"one", "named", after=2, label="after the break")

        found = folder.listed().versions
        assert [(each.about.label, each.about.why) for each in found] == [
            ("after the break", "named"),
            ("before the break", "saved"),
        ]

    def test_a_label_can_be_changed_and_taken_away(self, folder):
        add(folder, b"one", "named", label="x")
        (found,) = folder.listed().versions

        assert folder.label(found, "y").about.label == "y"
        assert [each.about.label for each in folder.listed().versions] == ["y"]
        folder.label(found, "")
        assert [each.about.label for each in folder.listed().versions] == [""]
        assert contents(folder) == [b"one"]

    def test_a_version_can_be_deleted(self, folder):
        add(folder, b"one")
        add(folder, b"two", after=1)
        folder.remove(folder.listed().versions[0])

        assert contents(folder) == [b"one"]

    def test_documents_do_not_meet(self, folder):
        other = VersionFolder(place(), "map2")
        add(folder, b"one")
        add(other, b"two")

        assert (contents(folder), contents(other)) == ([b"one"], [b"two"])

    def test_old_ones_are_thinned_when_one_is_added(self, folder):
        for number in range(6):
            add(folder, b"%d" % number, after=number)
        add(folder, b"named", "named", after=6, label="x")
        add(folder, b"later", after=3 * 3600)

        assert contents(folder) == [b"5", b"named", b"later"]

    def test_a_document_and_all_together_are_bounded(self, folder, monkeypatch):
        other = VersionFolder(place(), "map2")
        monkeypatch.setattr(versions, "DOCUMENT_LIMIT", 9_000)
        monkeypatch.setattr(versions, "TOTAL_LIMIT", 15_000)
        for each in (folder, other):
            for number in range(5):
                add(each, os.urandom(3_000), after=number)

        sizes = [[v.size for v in each.listed().versions] for each in (folder, other)]
        assert [len(each) for each in sizes] == [2, 2]
        add(VersionFolder(place(), "map3"), os.urandom(8_000), after=9)
        assert len(folder.listed().versions) == len(other.listed().versions) == 1


class TestDamage:
    @pytest.fixture
    def two(self, folder):
        add(folder, b"good")
        add(folder, b"bad " * 500, after=1)
        return folder

    @pytest.mark.parametrize(
        "content", [b"", b"\x00" * 600, b"{}\n", b"[" * 50_000, b'{"format":"cjeditor"}\nx']
    )
    def test_a_damaged_first_line_hides_no_other_version(self, two, content):
        bad = two.listed().versions[0]
        bad.path.write_bytes(content)

        listed = two.listed()
        assert [two.read(each) for each in listed.versions] == [b"good"]
        assert listed.damaged == (bad.path,)

    def test_a_pipe_or_folder_among_them_is_damaged(self, two):
        (two.path / "a.version").mkdir()
        if hasattr(os, "mkfifo"):
            os.mkfifo(two.path / "b.version")

        assert len(two.listed().versions) == 2
        assert two.path / "a.version" in two.listed().damaged

    @pytest.mark.parametrize("cut", [1, 5, 20])
    def test_a_body_that_is_cut_off_is_refused(self, two, cut):
        bad = two.listed().versions[0]
        bad.path.write_bytes(bad.path.read_bytes()[:-cut])

        with pytest.raises(DamagedVersion):
            two.read(bad)

    def test_a_changed_byte_anywhere_is_noticed(self, two):
        bad = two.listed().versions[0]
        whole = bad.path.read_bytes()
        begin = whole.index(b"\n") + 1
        for at in range(begin, len(whole)):
            bad.path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x41]) + whole[at + 1 :])
            with pytest.raises(DamagedVersion):
                two.read(bad)

    def test_a_bomb_takes_no_more_than_it_says(self, two):
        bad = two.listed().versions[0]
        small = replace(bad, about=bad.about.replace(size=10))

        with pytest.raises(DamagedVersion):
            two.read(small)

    def test_one_that_is_gone_says_so(self, two):
        bad = two.listed().versions[0]
        bad.path.unlink()

        with pytest.raises(CannotRead):
            two.read(bad)

    def test_a_damaged_file_is_kept_for_a_month(self, two):
        bad = two.listed().versions[0]
        bad.path.write_bytes(b"")
        old = datetime.now(UTC) - timedelta(days=40)
        two.tidy(datetime.now(UTC))
        assert bad.path.exists()

        os.utime(bad.path, (old.timestamp(),) * 2)
        two.tidy(datetime.now(UTC))
        assert not bad.path.exists()


class TestTrouble:
    def test_a_full_disk_leaves_all_that_was_there(self, folder, monkeypatch):
        add(folder, b"one")
        monkeypatch.setattr(
            atomic, "_write_all", lambda *_a: (_ for _ in ()).throw(OSError(28, ""))
        )

        with pytest.raises(CannotWrite) as told:
            add(folder, b"two", after=1)

        assert told.value.reason == "disk full"
        assert contents(folder) == [b"one"]
        assert [each.suffix for each in folder.path.iterdir()] == [".version"]

    def test_a_file_where_the_folder_should_be(self, folder):
        place().parent.mkdir(parents=True)
        place().write_bytes(b"")

        with pytest.raises(CannotWrite):
            add(folder, b"one")
        assert folder.listed() == versions.Listed((), ())
