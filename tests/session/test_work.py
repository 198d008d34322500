"""Work in another thread: what it makes, what it raises, how far it is, and how it is stopped."""

import threading

import pytest

from cjeditor.core.progress import Cancelled
from cjeditor.session.work import Work

pytestmark = pytest.mark.usefixtures("qapp")


def done(qtbot, work):
    with qtbot.waitSignal(work.finished):
        work.start()
    work.wait()
    return work


def test_it_is_done_elsewhere_and_its_result_comes_back(qtbot):
    work = done(qtbot, Work(lambda _progress: threading.current_thread()))

    assert work.result() is not threading.current_thread()


def test_what_it_raises_is_raised_where_the_result_is_wanted(qtbot):
    work = done(qtbot, Work(lambda _progress: {}[1]))

    with pytest.raises(KeyError):
        work.result()


def test_it_tells_each_hundredth_once(qtbot):
    def act(progress):
        for count in range(1001):
            progress(count / 1000)

    work, told = Work(act), []
    work.progressed.connect(told.append)
    done(qtbot, work)
    qtbot.waitUntil(lambda: told[-1:] == [100])

    assert told == list(range(1, 101))


def test_it_ends_soon_after_it_was_stopped(qtbot):
    begun, going_on = threading.Event(), threading.Event()

    def act(progress):
        begun.set()
        going_on.wait(20)
        progress(0.5)
        return "too far"

    work = Work(act)
    with qtbot.waitSignal(work.finished):
        work.start()
        begun.wait(20)
        work.stop()
        going_on.set()

    with pytest.raises(Cancelled):
        work.result()
