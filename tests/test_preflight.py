import subprocess
import sys

import pytest

from cjeditor import preflight
from cjeditor.cannot_start import CannotStart
from cjeditor.preflight import check_screen, check_versions, of_import

linux = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="asks for a screen")


def test_it_loads_no_qt():
    code = "import sys, cjeditor.preflight, cjeditor.cli; print('PySide6' in sys.modules)"

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "False"


def test_the_installed_versions_are_good():
    check_versions()


@pytest.mark.parametrize(
    ("pyside", "python", "good"),
    [
        ("6.12.0", (3, 11, 9), False),
        ("6.12.0", (3, 12, 0), True),
        ("6.11.3", (3, 11, 9), True),
        ("6.12.1", (3, 11, 9), True),
    ],
)
def test_the_pair_that_aborts_is_refused(monkeypatch, pyside, python, good):
    monkeypatch.setattr(preflight, "version", lambda _name: pyside)
    monkeypatch.setattr(sys, "version_info", python)

    if good:
        check_versions()
    else:
        with pytest.raises(CannotStart, match=r"6\.12\.0 crashes on Python 3\.11"):
            check_versions()


def test_a_missing_pyside_is_named(monkeypatch):
    def missing(name):
        raise preflight.PackageNotFoundError(name)

    monkeypatch.setattr(preflight, "version", missing)
    monkeypatch.setattr(preflight.importlib.util, "find_spec", lambda _name: None)

    with pytest.raises(CannotStart, match="pip install"):
        check_versions()


@linux
@pytest.mark.parametrize(
    "environment",
    [
        {},
        {"DISPLAY": ""},
        {"QT_QPA_PLATFORM": "xcb"},
        {"QT_QPA_PLATFORM": "wayland", "DISPLAY": ":0"},
    ],
)
def test_without_a_screen_there_is_one_sentence(environment):
    with pytest.raises(CannotStart, match="no screen"):
        check_screen(environment)


@linux
@pytest.mark.parametrize("display", [":987", "nonsense", "localhost:987"])
def test_a_screen_that_does_not_answer_is_named(display):
    with pytest.raises(CannotStart, match=display):
        check_screen({"DISPLAY": display})


@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc:size=800x600"])
def test_a_platform_without_a_screen_is_let_through(platform):
    check_screen({"QT_QPA_PLATFORM": platform})


@linux
def test_a_missing_library_is_named_with_the_packages_to_install():
    error = ImportError("libEGL.so.1: cannot open shared object file: No such file or directory")

    reason = str(of_import(error))

    assert "libEGL.so.1" in reason
    assert "sudo apt install" in reason
    assert "libxcb-cursor0" in reason


@linux
def test_a_library_that_the_plugin_lacks_is_named(monkeypatch):
    def refuse(_name):
        raise OSError("libxcb-cursor.so.0: cannot open shared object file")

    monkeypatch.setattr(preflight.ctypes, "CDLL", refuse)

    with pytest.raises(CannotStart, match=r"libxcb-cursor\.so\.0"):
        check_screen({"DISPLAY": ":0"})


def test_another_import_error_is_told_as_it_is():
    assert "cannot import name" in str(of_import(ImportError("cannot import name 'x'")))
