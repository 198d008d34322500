"""On a disk that is really full nothing is lost: neither the file nor what was told to be safe."""

import os
import subprocess
import sys

import pytest
from maps import full_map, small_map

from cjeditor.edits.cards import AddCard
from cjeditor.edits.scope import SetScope
from cjeditor.files import cjm
from cjeditor.files.errors import CannotWrite
from cjeditor.files.recovery import leftovers
from cjeditor.files.recovery_folder import RecoveryFolder
from cjeditor.session.recorder import Recorder

SIZE = 1024 * 1024
"""Bytes of the disk."""

pytestmark = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="only root can mount a small disk"
)


@pytest.fixture
def disk(tmp_path):
    """A disk of its own, of one megabyte."""
    folder = tmp_path / "disk"
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={SIZE},mode=700", "none", folder]
    made = subprocess.run(command, capture_output=True, text=True, check=False)
    if made.returncode:
        pytest.skip(f"no disk can be mounted here: {made.stderr.strip()}")
    yield folder
    subprocess.run(["umount", "--lazy", folder], check=True)


def fill(disk, room=0):
    """Take all of the disk but *room* bytes."""
    with (disk / "filler").open("wb") as filler:
        free = os.statvfs(disk).f_bavail * os.statvfs(disk).f_frsize
        filler.write(b"x" * max(free - room, 0))


def larger(journey, number):
    """Return *journey* with one more long card."""
    lane, step = journey.cards["a1"].lane, journey.cards["a1"].first_step
    text = f"{number} " + "long " * 1_000
    return AddCard(lane, step, "action", text, None, f"n{number}").apply(journey)


@pytest.mark.parametrize("room", [0, 4096, 8192])
def test_a_save_that_finds_no_room_leaves_the_old_file_and_no_litter(disk, room):
    path = disk / "map.cjm"
    cjm.save(small_map(), path)
    before = path.read_bytes()
    fill(disk, room)
    large = small_map()
    for number in range(5):
        large = larger(large, number)

    with pytest.raises(CannotWrite) as caught:
        cjm.save(large, path)

    assert caught.value.reason == "disk full"
    assert path.read_bytes() == before
    assert {each.name for each in disk.iterdir()} == {"map.cjm", "filler"}
    (disk / "filler").unlink()
    cjm.save(large, path)
    assert cjm.load(path) == large


def test_what_the_journal_took_before_the_disk_was_full_comes_back(disk):
    states = [small_map()]
    folder = RecoveryFolder.create(disk / "recovery", states[0], None, None)

    def go_on():
        while True:
            states.append(larger(states[-1], len(states)))
            folder.append(states[-2], states[-1])
            folder.flush()

    with pytest.raises(CannotWrite) as caught:
        go_on()
    folder.close()

    assert caught.value.reason == "disk full"
    assert len(states) > 50
    (found,) = leftovers(disk / "recovery")
    found.release()
    assert found.journey in states[-2:]


def test_a_checkpoint_that_finds_no_room_loses_nothing(disk):
    first = full_map()
    folder = RecoveryFolder.create(disk / "recovery", first, None, None)
    second = SetScope("title", "Longer").apply(first)
    folder.append(first, second)
    folder.flush()
    fill(disk, 4096)

    with pytest.raises(CannotWrite):
        folder.checkpoint(second, None)
    folder.close()

    (found,) = leftovers(disk / "recovery")
    found.release()
    assert found.journey == second


def test_the_recorder_goes_to_another_disk_with_all_of_it(disk, tmp_path):
    other, told = tmp_path / "other", []
    places = (disk / "recovery", other)
    recorder = Recorder(
        lambda: places, told.append, lambda error, place: told.append(place), lambda: None
    )
    states = [small_map()]
    recorder.begin(states[0], states[0], None)
    recorder.work()
    fill(disk, 4096)
    for number in range(1, 10):
        states.append(larger(states[-1], number))
        recorder.edit(states[-2], states[-1])
        recorder.work()
    recorder.stop()
    recorder.work()

    assert told == [other]
    found = leftovers(*places)
    for each in found:
        each.release()
    assert found[0].journey == states[-1]
