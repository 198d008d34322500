"""Exports from the window: asked once, written whole, or stopped without a trace."""

import threading

import pytest
from dialogs import choose, on_dialog
from PySide6.QtCore import QThread, QTimer
from PySide6.QtWidgets import QDialog, QFileDialog, QProgressDialog, QPushButton

from cjeditor.app.export_dialog import ExportDialog
from cjeditor.app.exporting import ASKED
from cjeditor.app.waiting import NEVER
from cjeditor.exchange.format import Format, Options, Remark, Writing
from cjeditor.exchange.registry import writers

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

LOSING = ("mermaid", "ojf")
"""Formats that cannot hold all of the sample map, and say so."""


def test_every_format_can_be_exported_from_its_menu_entry(space, tmp_path):
    for kind in writers():
        path = tmp_path / f"shoes{kind.suffixes[0]}"
        if kind.name in ASKED:
            on_dialog(QDialog.accept, ExportDialog)
        on_dialog(choose(path), QFileDialog)
        if kind.name in LOSING:
            on_dialog(QDialog.reject)

        space.actions[f"export {kind.name}"].trigger()

        assert path.stat().st_size > 500


def test_stopping_writes_nothing(space, tmp_path):
    path = tmp_path / "slow.txt"

    def write(_journey, _options, progress):
        for count in range(10_000):
            progress(count / 10_000)
            QThread.msleep(1)
        return Writing(b"done")

    on_dialog(lambda dialog: dialog.findChild(QPushButton).click(), QProgressDialog)
    slow = Format(name="slow", label="Slow", suffixes=(".txt",), write=write)
    space.exporting.write(slow, Options(), path)

    assert not path.exists()


def test_a_failure_is_told(space, tmp_path):
    path = tmp_path / "missing" / "poster.pdf"
    said = []
    on_dialog(lambda box: (said.append(box.text()), box.accept()))

    space.exporting.write(writers()[-1], Options(), path)

    assert "poster.pdf" in said[0]


def test_nothing_comes_up_over_the_list_of_what_was_lost(qtbot, space, tmp_path):
    going_on, seen = threading.Event(), []

    def write(_journey, _options, _progress):
        going_on.wait(60)
        return Writing(b"done", (Remark("Links are lost."),))

    def read(dialog):
        progress = space.window.findChildren(QProgressDialog)
        seen.append([(each.isVisible(), each.minimumDuration()) for each in progress])
        dialog.reject()

    on_dialog(lambda _dialog: going_on.set(), QProgressDialog)
    on_dialog(read)
    slow = Format(name="slow", label="Slow", suffixes=(".txt",), write=write)
    QTimer.singleShot(0, lambda: space.exporting.write(slow, Options(), tmp_path / "a.txt"))
    qtbot.waitUntil(lambda: bool(seen))

    assert seen == [[(False, NEVER)]]


def test_the_last_paper_is_offered_again(space, tmp_path):
    def choose_a0(dialog: ExportDialog) -> None:
        box = dialog._boxes["paper"]
        box.setCurrentIndex(box.findData("A0"))
        dialog.accept()

    on_dialog(choose_a0, ExportDialog)
    on_dialog(QDialog.reject, QFileDialog)

    space.actions["poster"].trigger()

    assert space.settings.value.paper == "A0"


def test_links_are_asked_about_only_where_there_are_any(space):
    asked = []

    def look(dialog: ExportDialog) -> None:
        box = dialog._boxes.get("links")
        asked.append(box.currentText() if box else None)
        dialog.reject()

    for name in ("poster", "export png", "export svg"):
        on_dialog(look, ExportDialog)
        space.actions[name].trigger()
    space.session.show(space.session.journey.drop(space.session.journey.links))
    on_dialog(look, ExportDialog)
    space.actions["poster"].trigger()

    assert asked == [*["Shown as curves"] * 3, None]


def test_links_are_left_out_if_one_likes(space, tmp_path):
    def leave_out(dialog: ExportDialog) -> None:
        box = dialog._boxes["links"]
        box.setCurrentIndex(box.findText("Left out"))
        dialog.accept()

    on_dialog(leave_out, ExportDialog)
    on_dialog(choose(tmp_path / "map.svg"), QFileDialog)
    space.actions["export svg"].trigger()

    drawn = (tmp_path / "map.svg").read_text(encoding="utf-8")
    assert "Pain point" in drawn
    assert "Solves" not in drawn
