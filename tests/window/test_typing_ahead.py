"""Keys that are pressed before a dialog has the keyboard do nothing to the map below it."""

import pytest
from maps import small_map
from window.workshop import Workshop

from cjeditor.files import cjm

pytestmark = pytest.mark.window


def test_a_key_that_is_ahead_of_its_dialog_deletes_nothing(screen, twin, tmp_path):
    file = tmp_path / "bicycle.cjm"
    cjm.save(small_map(), file)
    w = Workshop(screen, file, twin, file)
    w.hands.keys("ctrl+k")
    w.hands.type("Too many", "Return")

    screen.do("key", "--delay", 0, "ctrl+m", "Delete")
    screen.window("Move to.*")
    w.hands.keys("Escape")
    screen.window(r"bicycle\*? – CJ Editor")

    assert w.save().cards.keys() == small_map().cards.keys()
