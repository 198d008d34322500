"""Garbage is cleared away, and nowhere but on the thread of the window."""

import gc
import threading
import weakref

import pytest
from PySide6.QtCore import QObject

from cjeditor.app.garbage import Garbage, clear


class Ring:
    """Garbage as soon as nobody holds it: it holds itself."""

    def __init__(self):
        self.itself = self


@pytest.fixture
def looks():
    """The threads on which Python has looked for garbage."""
    found = []

    def look(phase, _info):
        if phase == "start":
            found.append(threading.current_thread())

    gc.callbacks.append(look)
    yield found
    gc.callbacks.remove(look)


def rings(count):
    made = [Ring() for _ in range(count)]
    return weakref.ref(made[0])


def test_no_other_thread_looks_for_it(qapp, looks):
    gc.enable()
    owner = QObject()
    Garbage(owner)

    thread = threading.Thread(target=rings, args=(20_000,))
    thread.start()
    thread.join()

    assert set(looks) <= {threading.main_thread()}


def test_the_windows_thread_does(qtbot, looks, monkeypatch):
    monkeypatch.setattr("cjeditor.app.garbage.PAUSE", 0)
    owner = QObject()
    first = rings(20_000)
    Garbage(owner)

    qtbot.waitUntil(lambda: first() is None)

    assert set(looks) == {threading.main_thread()}


def test_a_little_of_it_is_left_lying(looks):
    gc.collect()
    looks.clear()
    first = rings(10)

    clear()

    assert first() is not None
    assert looks == []


def test_old_garbage_is_found_now_and_then(looks):
    gc.collect()
    keeper = [Ring() for _ in range(20_000)]
    first = weakref.ref(keeper[0])
    gc.collect(0)
    gc.collect(1)
    keeper.clear()

    for _ in range(300):
        rings(gc.get_threshold()[0] + 1)
        clear()

    assert first() is None
