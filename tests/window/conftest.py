"""A virtual screen for the tests that need a real window, and the same window inside the test."""

import pytest
from window.screen import MISSING, Screen
from window.twin import Twin

from cjeditor.app.start import build


@pytest.fixture
def screen(tmp_path):
    """An empty screen with a window manager; its programs end with the test."""
    if MISSING:
        pytest.skip(f"needs {', '.join(MISSING)}")
    with Screen(tmp_path) as made:
        yield made


@pytest.fixture
def twin(qtbot, qapp):
    """The window that the program opens on the screen, as large, inside the test."""
    window = build(qapp)
    qtbot.addWidget(window)
    window.resize(1600, 1000)
    with qtbot.waitExposed(window):
        window.show()
    return Twin(window)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Keep a picture of the screen on which a test has failed."""
    report = yield
    seen = item.funcargs.get("screen")
    if call.when == "call" and report.failed and seen is not None:
        path = item.funcargs["tmp_path"] / "failed.png"
        seen.grab(path)
        report.sections.append(("the screen", str(path)))
    return report
