"""Pictures are taken in while the window stays alive."""

import threading
from threading import Event, current_thread, main_thread

import pytest
from maps import full_map
from PySide6.QtCore import QObject

from cjeditor.files.errors import BadPicture
from cjeditor.session import picture_taking
from cjeditor.session.picture_taking import PictureTaking

PICTURE = next(iter(full_map().pictures.values()))


@pytest.fixture
def taking(qapp):
    owner = QObject()
    yield PictureTaking(owner)
    owner.deleteLater()


def test_a_quick_picture_is_used_at_once(taking, monkeypatch):
    monkeypatch.setattr(picture_taking, "PATIENCE", 60)  # also where the machine is busy
    used = []

    taking.take([lambda: PICTURE], used.append)

    assert used == [(PICTURE,)]


def test_a_slow_picture_is_used_later_on_the_thread_of_the_window(qtbot, taking):
    used, go_on = [], Event()

    def slow():
        go_on.wait(5)
        return PICTURE

    taking.take([slow], lambda found: used.append((found, current_thread())))
    before = list(used)
    go_on.set()

    qtbot.waitUntil(lambda: bool(used))
    assert (before, used) == ([], [((PICTURE,), main_thread())])


def test_it_is_used_once_however_late_the_bell_rings(qapp, taking, monkeypatch):
    monkeypatch.setattr(picture_taking, "PATIENCE", 60)
    before, used = threading.enumerate(), []

    taking.take([lambda: PICTURE], used.append)
    for thread in set(threading.enumerate()) - set(before):
        thread.join()
    qapp.processEvents()

    assert len(used) == 1


def test_one_bad_picture_refuses_all(qtbot, taking):
    used = []

    def bad():
        raise BadPicture("The picture is damaged.")

    with qtbot.waitSignals([taking.refused, taking.finished]):
        taking.take([lambda: PICTURE, bad], used.append)

    assert used == []
