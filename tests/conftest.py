"""What every test stands on: no screen, a folder of its own for settings, real inputs if there."""

import gc
import itertools
import os
import sys
import threading
from functools import partialmethod
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from dialogs import PERSON
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QLocale, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cjeditor.core.words import set_interface_language
from cjeditor.files import cjm


def pytest_addoption(parser):
    parser.addoption(
        "--soak", action="store_true", help="let the tests marked “soak” try for hours"
    )


def pytest_configure(config):
    # Else each worker, and each program that a test starts, would compile everything anew.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    if config.getoption("--soak"):
        os.environ["CJEDITOR_SOAK"] = "1"  # before any test is read, here and in other workers


def pytest_terminal_summary(terminalreporter, config):
    """Say how often what was tried."""
    if not config.getoption("--soak"):
        return
    for report in terminalreporter.getreports("passed") + terminalreporter.getreports("failed"):
        if report.when == "call" and report.user_properties:
            figures = ", ".join(f"{number} {what}" for what, number in report.user_properties)
            terminalreporter.write_line(f"{report.nodeid}: {figures}, {report.duration:.0f} s")


settings.register_profile("busy", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("busy")  # the machine may be

INPUTS = Path(__file__).resolve().parents[2] / "shared" / "inputs"


LONGEST = ("tests/window/", "tests/faults/", "tests/whole/", "tests/session/", "tests/app/")
"""Folders to begin with, so that no worker is left alone with a long file at the end."""


def pytest_collection_modifyitems(items):
    """Begin with what takes longest."""
    items.sort(key=lambda item: [not item.nodeid.startswith(each) for each in LONGEST])


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Let one worker do the real windows, for which it waits while the others compute.

    The rest is shared out by files, so that each takes what its modules need once.
    """
    from xdist.scheduler import LoadScopeScheduling

    class ByFolderOrFile(LoadScopeScheduling):
        def _split_scope(self, nodeid):
            return "window" if nodeid.startswith("tests/window/") else nodeid.split("::")[0]

    if config.getvalue("dist") != "loadfile":
        return None
    config.option.loadscopereorder = False
    return ByFolderOrFile(config, log)


@pytest.fixture(scope="session")
def inputs() -> Path:
    """Real maps by other people; they are not part of the project."""
    if not INPUTS.is_dir():
        pytest.skip("the folder of real inputs is not here")
    return INPUTS


gc.disable()  # on which thread it would run is chance, and parts of Qt must stay on theirs


STRETCH = 10
"""Tests after which all is looked through, and what is still there is taken for staying."""

tests_begun = itertools.count()


@pytest.fixture(autouse=True)
def garbage():
    """Clear away what the test before has left, on the thread of the tests."""
    if next(tests_begun) % STRETCH:
        gc.collect(1)  # only what is new since the last time
    else:
        gc.collect()
        gc.freeze()
    yield
    application = QApplication.instance()
    if application is not None and application.styleSheet():
        application.setStyleSheet("")  # the next window would get it anew with each of its parts


@pytest.fixture(autouse=True)
def own_folders(tmp_path, monkeypatch):
    """Keep settings and recovery data of tests out of the user's folders."""
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name.lower()))


@pytest.fixture(autouse=True)
def english():
    """Begin every test with an English interface."""
    set_interface_language("en")
    QLocale.setDefault(QLocale("en"))


@pytest.fixture(scope="session")
def qapp(qapp):
    """The application, with somebody at it who answers dialogs."""
    PERSON.sit_at(qapp)
    return qapp


class PatientBot(QtBot):
    """Waits also for what a busy machine does late; what never comes fails after a minute."""

    waitActive = partialmethod(QtBot.waitActive, timeout=60_000)
    waitExposed = partialmethod(QtBot.waitExposed, timeout=60_000)
    waitSignal = partialmethod(QtBot.waitSignal, timeout=60_000)
    waitSignals = partialmethod(QtBot.waitSignals, timeout=60_000)
    waitUntil = partialmethod(QtBot.waitUntil, timeout=60_000)


BUTTONS = (Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton)


@pytest.fixture
def qtbot(qapp, request):
    """A bot that holds no button of the mouse down, be the one before still in a drag.

    Which buttons are down, Qt remembers for the whole process; even a double click leaves one so.
    """
    anything = QWidget()
    for button in BUTTONS:
        QTest.mouseRelease(anything, button)
    return PatientBot(request)


@pytest.fixture(autouse=True)
def answers():
    """Let every dialog open that the test answers."""
    yield
    missed = PERSON.forget()
    assert not missed, f"the dialog that the test answers did not open: {missed}"


@pytest.fixture
def gate(monkeypatch):
    """Holds up what a window saves, which is done in other threads, until it is opened."""
    held = threading.Event()
    write = cjm.save

    def slowly(journey, path, *, private=False, expected=None):
        is_window = threading.current_thread() is not threading.main_thread()
        if is_window and not private:  # what protects the map goes on
            held.wait(20)
        return write(journey, path, private=private, expected=expected)

    monkeypatch.setattr(cjm, "save", slowly)
    yield held
    held.set()
