"""How the program starts and ends where it has no screen."""

import subprocess
import sys

import pytest
from window.screen import PATIENCE, PROJECT, Screen

pytestmark = pytest.mark.window


INSTEAD = "The command “cjeditor export” works without one."


def start(tmp_path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Start the program without a screen, and wait for its end."""
    command = [sys.executable, "-m", "cjeditor"]
    return subprocess.run(
        command, env=Screen(tmp_path).environment | environment, cwd=PROJECT,
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip


@pytest.mark.parametrize("platform", ["xcb", ""])
def test_without_a_screen_it_says_so_in_a_sentence(tmp_path, platform):
    done = start(tmp_path, QT_QPA_PLATFORM=platform)

    assert done.returncode == 1
    assert done.stderr == f"cjeditor: There is no screen here to open the window on. {INSTEAD}\n"


def test_a_screen_that_cannot_be_reached_is_told_in_a_sentence(tmp_path):
    done = start(tmp_path, DISPLAY=":4711")

    assert done.returncode == 1
    assert done.stderr == f"cjeditor: The screen “:4711” cannot be reached. {INSTEAD}\n"
