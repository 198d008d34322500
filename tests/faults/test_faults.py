"""Whatever call fails, whenever the program or the computer stops: nothing safe is lost.

`CJEDITOR_FAULTS_EDITS=30` makes the session longer by so many edits; `make soak` by a hundred.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent

pytestmark = [
    pytest.mark.soak,
    pytest.mark.skipif(sys.platform != "linux", reason="calls are caught as Linux has them"),
    pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler (apt: gcc)"),
]


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    """The library that lets calls fail."""
    made = tmp_path_factory.mktemp("faults") / "faults.so"
    command = ["cc", "-O1", "-Wall", "-Wextra", "-Werror", "-shared", "-fPIC"]
    subprocess.run([*command, "-o", made, HERE / "faults.c", "-ldl"], check=True)
    return made


@pytest.fixture(scope="module")
def program(library):
    """The program that runs trials."""
    paths = [str(HERE), str(HERE.parent), *sys.path]
    started = subprocess.Popen(
        [sys.executable, HERE / "trials.py"],
        env=os.environ | {"LD_PRELOAD": str(library), "PYTHONPATH": os.pathsep.join(paths)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    with started:
        yield started
        started.stdin.close()


@pytest.fixture
def trials(program, tmp_path):
    """Runs trials and returns how many there were and what was wrong."""

    def run(scenario, *modes, bug=""):
        asked = {"folder": str(tmp_path), "scenario": scenario, "modes": modes, "bug": bug}
        program.stdin.write(json.dumps(asked) + "\n")
        program.stdin.flush()
        made = json.loads(program.stdout.readline())
        return made["trials"], made["wrong"]

    return run


MODES = ("tear", "enospc", "short", "full")


class TestSession:
    """Journal, checkpoints, trash: all that is written along in a session."""

    @pytest.mark.parametrize("modes", [("kill", "power"), ("eio",), (*MODES, "power lose")])
    def test_nothing_that_was_told_to_be_safe_is_lost(self, trials, modes, record_property):
        count, wrong = trials("session", *modes)

        record_property("trials", count)
        assert wrong == []
        assert count > 80

    @pytest.mark.parametrize(
        ("bug", "mode"),
        [
            ("nothing is appended", "kill"),
            ("the old base goes first", "kill"),
            ("nothing is flushed", "power"),
            ("a flush is tried again", "power lose"),
        ],
    )
    def test_the_trials_find_a_planted_bug(self, trials, bug, mode):
        _count, wrong = trials("session", mode, bug=bug)

        assert any("told" in each for each in wrong)


class TestSave:
    def test_the_old_file_is_whole_or_the_new_one(self, trials, record_property):
        count, wrong = trials("save", "kill", "eio", *MODES, "power", "power lose")

        record_property("trials", count)
        assert wrong == []
        assert count > 30

    def test_the_trials_find_a_planted_bug(self, trials):
        _count, wrong = trials("save", "power", bug="nothing is flushed")

        assert any("cannot be opened" in each for each in wrong)


class TestRecovery:
    def test_it_can_be_interrupted_anywhere_and_done_again(self, trials, record_property):
        count, wrong = trials("recovery", "kill", "eio", *MODES, "power", "power lose")

        record_property("trials", count)
        assert wrong == []
        assert count > 70


class TestVersions:
    def test_what_was_kept_stays_and_can_be_read(self, trials, record_property):
        count, wrong = trials("versions", "kill", "eio", *MODES, "power", "power lose")

        record_property("trials", count)
        assert wrong == []
        assert count > 150

    @pytest.mark.parametrize(
        ("bug", "mode", "finding"),
        [
            ("nothing is flushed", "power", "told"),
            ("a version is written where it stands", "tear", "damaged"),
            ("the same version goes first", "kill", "told"),
        ],
    )
    def test_the_trials_find_a_planted_bug(self, trials, bug, mode, finding):
        _count, wrong = trials("versions", mode, bug=bug)

        assert any(finding in each for each in wrong)
