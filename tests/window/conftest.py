"""A virtual screen for the tests that need a real window."""

import pytest
from window.screen import MISSING, Screen


@pytest.fixture
def screen(tmp_path):
    """An empty screen with a window manager; its programs end with the test."""
    if MISSING:
        pytest.skip(f"needs {', '.join(MISSING)}")
    with Screen(tmp_path) as made:
        yield made
