"""After a power cut a disk has all that was told to be safe. `make soak` cuts it 300 times.

`test_faults.py` has the same at each check, on a disk that is worked out from the calls.
"""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from soak import often

HERE = Path(__file__).parent
CUTS = often(2, 300)


def missing():
    """Return what there is not here to cut the power of; empty if all is there."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "only root can mount a disk in a file"
    if shutil.which("mkfs.ext4") is None:
        return "there is no mkfs.ext4 (apt: e2fsprogs)"
    found = subprocess.run(["losetup", "--find"], capture_output=True, text=True, check=False)
    return f"no loop device: {found.stderr.strip()}" if found.returncode else ""


pytestmark = [pytest.mark.soak, pytest.mark.skipif(bool(missing()), reason=missing())]


@pytest.fixture
def cuts(tmp_path):
    """Cuts the power some times and returns what came of it."""

    def run(count, bug=""):
        folder = tmp_path / "cuts"
        folder.mkdir()
        paths = [str(HERE), str(HERE.parent), *sys.path]
        more = {"PYTHONPATH": os.pathsep.join(paths), "CJEDITOR_FAULTS_EDITS": "300"}
        command = [sys.executable, HERE / "cuts.py", folder, str(count), bug]
        done = subprocess.run(
            command, env=os.environ | more, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return run


def test_all_that_was_told_to_be_safe_is_there(cuts, record_property):
    made = cuts(CUTS)

    record_property("cuts", made["cuts"])
    record_property("edits told to be safe", made["told"])
    assert made["wrong"] == []
    assert made["told"] >= CUTS


def test_a_planted_bug_is_found(cuts):
    assert "told" in cuts(5, "nothing is flushed")["wrong"][0]
