"""The log: private, bounded, and written to even when the interpreter itself crashes."""

import stat
import subprocess
import sys

BEGIN = (
    "import os, sys, logging, pathlib;"
    "from cjeditor.app.log import begin_log;"
    "folder = pathlib.Path(sys.argv[1]); begin_log(folder);"
)


def run(folder, code):
    return subprocess.run(
        [sys.executable, "-c", BEGIN + code, str(folder)], capture_output=True, check=False
    )


def test_warnings_and_errors_are_written_down(tmp_path):
    run(tmp_path / "log", "logging.getLogger('x').warning('disk slow')")

    assert "WARNING x: disk slow" in (tmp_path / "log" / "cjeditor.log").read_text()
    assert stat.S_IMODE((tmp_path / "log").stat().st_mode) == 0o700


def test_a_crash_of_the_interpreter_leaves_the_calls_that_led_to_it(tmp_path):
    done = run(tmp_path, "import faulthandler\ndef doomed(): faulthandler._sigsegv()\ndoomed()")

    assert done.returncode != 0
    assert "in doomed" in (tmp_path / "faults.log").read_text()


def test_warnings_of_qt_are_written_down(tmp_path):
    run(tmp_path, "from PySide6.QtCore import qWarning; qWarning('odd widget')")

    assert "Qt: odd widget" in (tmp_path / "cjeditor.log").read_text()


def test_the_log_of_crashes_does_not_grow_for_ever(tmp_path):
    (tmp_path / "faults.log").write_bytes(b"x" * 600_000)

    run(tmp_path, "pass")

    assert (tmp_path / "faults.log").stat().st_size == 0
    assert (tmp_path / "faults.1.log").stat().st_size == 600_000


def test_without_a_place_for_the_log_the_program_runs(tmp_path):
    (tmp_path / "file").touch()

    assert run(tmp_path / "file" / "log", "print('runs')").stdout == b"runs\n"
