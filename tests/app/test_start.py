"""The program starts fast, opens what it is given, and survives what nobody expected."""

import subprocess
import sys

import pytest
from saved import forget_changes

from cjeditor.app.samples import sample
from cjeditor.app.start import build, prepare

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


def test_a_given_map_is_opened(qapp, window):
    window.workspace.documents.open(sample("en"))

    assert window.windowTitle() == "shoes.en[*] – CJ Editor"


def test_the_window_is_seen_before_the_rest_is_loaded(qtbot, qapp):
    window, _make = prepare(qapp)

    with qtbot.waitSignal(window.painted):
        window.show()

    assert window.workspace is None
    window.close()


def test_no_other_thread_keeps_the_window_waiting_for_long(qtbot, qapp):
    window, _make = prepare(qapp)
    qtbot.addWidget(window)

    assert sys.getswitchinterval() <= 0.001


def test_the_window_is_no_larger_than_the_screen(qtbot, qapp):
    window, _make = prepare(qapp)
    qtbot.addWidget(window)
    room = window.screen().availableGeometry()
    window.resize(room.width() + 400, room.height() + 400)
    window.fit_screen()

    assert window.isMaximized()
    assert window.normalGeometry().height() < room.height()


def test_a_window_that_fits_its_screen_stays_as_it_is(qtbot, qapp):
    window, _make = prepare(qapp)
    qtbot.addWidget(window)
    window.setMinimumSize(0, 0)
    window.resize(window.screen().availableSize() * 0.8)
    before = window.size()
    window.fit_screen()

    assert not window.isMaximized()
    assert window.size() == before


def said_by(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_the_first_paint_needs_neither_the_model_nor_any_exporter():
    code = (
        "import sys, cjeditor.app.start;"
        "late = 'cjeditor.model', 'cjeditor.exchange', 'cjeditor.canvas', 'reportlab', 'pydantic';"
        "print([name for name in sys.modules if name.startswith(late)])"
    )

    assert said_by(code) == "[]"


def test_a_full_window_has_loaded_no_dialog_that_nobody_asked_for():
    code = (
        "import sys; from cjeditor.app import start;"
        "from PySide6.QtWidgets import QApplication;"
        "application = QApplication(['cjeditor']); window = start.build(application);"
        "names = 'dialogs', 'exporting', 'export_dialog', 'settings_dialog', 'shortcuts';"
        "print([name for name in names if f'cjeditor.app.{name}' in sys.modules])"
    )

    assert said_by(code) == "[]"


def test_qt_leaves_pythons_own_import_alone():
    code = (
        "import builtins; own = builtins.__import__; import cjeditor.app.start;"
        "print(builtins.__import__ is own)"
    )

    assert said_by(code) == "True"


def test_a_filled_window_has_its_style_sheet(qapp, window):
    assert "QToolBar" in qapp.styleSheet()


def test_the_running_program_tells_what_nobody_expected():
    code = (
        "import sys; from cjeditor.app import crash_dialog, start;"
        "from PySide6.QtWidgets import QApplication;"
        "Dialog = crash_dialog.CrashDialog;"
        "Dialog.exec = lambda self: (print(self.text.splitlines()[0]), QApplication.quit());"
        "start.greet = lambda _window: 1 / 0;"
        "start.run(None, ['cjeditor']);"
        "print(sys.excepthook is sys.__excepthook__)"
    )

    said = said_by(code).splitlines()

    assert said == ["Something went wrong inside the program.", "True"]


def test_the_window_comes_back_where_it_was(qapp, window):
    window.setGeometry(120, 90, 1300, 800)
    forget_changes(window.workspace.session)
    window.close()

    again = build(qapp)

    assert again.geometry() == window.geometry()
    again.close()
    again.deleteLater()


def test_every_window_has_the_programs_icon(qapp, window):
    assert not window.windowIcon().pixmap(32, 32).isNull()
