"""When the system ends the real program, all that was typed is kept for the next start."""

import signal
import subprocess

import pytest
from maps import small_map
from window.recovered import confirmed
from window.screen import PATIENCE, Hands, wait_until

from cjeditor.files import cjm

pytestmark = [
    pytest.mark.window,
    pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="signals are sent as on Unix"),
]
TITLE = r"bicycle\*? – CJ Editor"
WORDS = "Typed a moment ago"


@pytest.fixture
def file(tmp_path):
    made = tmp_path / "bicycle.cjm"
    cjm.save(small_map(), made)
    return made


def typing(screen, file, hands=None):
    """Start the program and leave it while a word is being typed."""
    process = screen.start(file)
    hands = Hands(screen, screen.window(TITLE))
    hands.keys("ctrl+g")
    hands.type("a1", "Return")
    hands.type(WORDS)
    wait_until(lambda: list(screen.data.glob("recovery/*/base-*")), "something that is kept")
    return process, hands


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
def test_all_is_kept_and_the_process_ends_by_the_signal(screen, file, number):
    before = file.read_bytes()
    process, _hands = typing(screen, file)

    process.send_signal(number)

    assert process.wait(PATIENCE) == -number
    assert WORDS in confirmed(screen.data)
    assert file.read_bytes() == before


def test_the_next_start_offers_it(screen, file):
    process, _hands = typing(screen, file)
    process.terminate()
    process.wait(PATIENCE)

    screen.start(file)
    screen.window("Recovered work.*")


def test_a_dialog_that_is_open_does_not_hold_it(screen, file):
    process, hands = typing(screen, file)
    hands.keys("ctrl+shift+s")
    screen.window("Save the map.*")

    process.terminate()

    assert process.wait(PATIENCE) == -signal.SIGTERM
    assert WORDS in confirmed(screen.data)


def test_where_nothing_was_done_nothing_is_left(screen, file):
    process = screen.start(file)
    screen.window(TITLE)

    process.terminate()

    assert process.wait(PATIENCE) == -signal.SIGTERM
    assert confirmed(screen.data) == []


def test_a_signal_that_is_to_be_ignored_is_ignored(screen, file):
    process = screen.start(file, before=["nohup"])
    screen.window(TITLE)

    process.send_signal(signal.SIGHUP)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1)
    process.terminate()

    assert process.wait(PATIENCE) == -signal.SIGTERM
