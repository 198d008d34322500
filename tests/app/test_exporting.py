"""Exports from the window: asked once, written whole, or stopped without a trace."""

from contextlib import contextmanager

import pytest
from dialogs import choose, on_dialog
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QProgressDialog, QPushButton

from cjeditor.app.export_dialog import ExportDialog
from cjeditor.exchange.format import Format, Options, Writing
from cjeditor.exchange.registry import writers

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.mark.parametrize("kind", writers(), ids=lambda kind: kind.name)
def test_every_format_can_be_exported_from_its_menu_entry(space, tmp_path, kind):
    path = tmp_path / f"shoes{kind.suffixes[0]}"

    with answers(path):
        space.actions[f"export {kind.name}"].trigger()

    assert path.stat().st_size > 500


def test_stopping_writes_nothing(space, tmp_path):
    path = tmp_path / "slow.txt"

    def write(_journey, _options, progress):
        for count in range(10_000):
            progress(count / 10_000)
            QThread.msleep(1)
        return Writing(b"done")

    on_dialog(lambda dialog: dialog.findChild(QPushButton).click())
    slow = Format(name="slow", label="Slow", suffixes=(".txt",), write=write)
    space.exporting.write(slow, Options(), path)

    assert not path.exists()


def test_a_failure_is_told(space, tmp_path):
    path = tmp_path / "missing" / "poster.pdf"
    said = []
    on_dialog(lambda box: (said.append(box.text()), box.accept()))

    space.exporting.write(writers()[-1], Options(), path)

    assert "poster.pdf" in said[0]


def test_the_last_paper_is_offered_again(space, tmp_path):
    def choose_a0(dialog: ExportDialog) -> None:
        box = dialog._boxes["paper"]
        box.setCurrentIndex(box.findData("A0"))
        dialog.accept()
        on_dialog(QDialog.reject)

    on_dialog(choose_a0)

    space.actions["poster"].trigger()

    assert space.settings.value.paper == "A0"


@contextmanager
def answers(path):
    """Choose *path* in file dialogs, and accept or close whatever else opens."""

    def act():
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            choose(path)(dialog)
        elif isinstance(dialog, ExportDialog):
            dialog.accept()
        elif dialog is not None and not isinstance(dialog, QProgressDialog):
            dialog.close()

    timer = QTimer()
    timer.timeout.connect(act)
    timer.start(20)
    yield
    timer.stop()
