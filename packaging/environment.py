"""Set up `.venv` and what the system must bring; needs nothing but Python 3.11 and its library.

`environment.py run` makes what running the program needs, `check` adds what the whole check
needs, `bench` the programs that it is compared with. Missing Debian packages are installed
when root, else named in one line.
"""

import argparse
import ctypes.util
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
ENVIRONMENT = ROOT / ".venv"
CONSTRAINTS = ROOT / "packaging" / "constraints.txt"
NODE_PACKAGES = ("exceljs@4.4.0", "xlsx@0.18.5", "mermaid@11.17.2", "jsdom@26.1.0")
PEERS = ("@mermaid-js/mermaid-cli@11.17.0",)

LIBRARIES = {
    "glib-2.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "GL": ("libgl1",),
    "EGL": ("libegl1",),
    "xkbcommon": ("libxkbcommon0",),
    "dbus-1": ("libdbus-1-3",),
    "fontconfig": ("libfontconfig1",),
    "freetype": ("libfreetype6",),
    "X11": ("libx11-6",),
    "xcb-cursor": ("libxcb-cursor0",),
    "xcb-icccm": ("libxcb-icccm4",),
    "xcb-image": ("libxcb-image0",),
    "xcb-keysyms": ("libxcb-keysyms1",),
    "xcb-render-util": ("libxcb-render-util0",),
    "xcb-shape": ("libxcb-shape0",),
    "xcb-xkb": ("libxcb-xkb1",),
    "xkbcommon-x11": ("libxkbcommon-x11-0",),
}
"""Shared library → the Debian packages that may bring it, the newest name first."""

PROGRAMS: dict[str, dict[str, str]] = {
    "run": {},
    "check": {
        "Xvfb": "xvfb",
        "xauth": "xauth",
        "xdotool": "xdotool",
        "openbox": "openbox",
        "dbus-daemon": "dbus",
        "pdftotext": "poppler-utils",
        "soffice": "libreoffice-calc-nogui",
        "cc": "gcc",
    },
    "bench": {"chromium": "chromium", "npm": "npm"},
}
"""Purpose → programs that it runs → their Debian packages."""

FILES: dict[str, dict[str, str]] = {
    "run": {},
    "check": {
        "usr/share/dbus-1/services/org.a11y.Bus.service": "at-spi2-core",
        "usr/lib/*/girepository-1.0/Atspi-2.0.typelib": "gir1.2-atspi-2.0",
        "usr/lib/python3/dist-packages/gi/__init__.py": "python3-gi",
        "usr/include/stdio.h": "libc6-dev",
    },
    "bench": {},
}
"""Purpose → patterns of files below the root that it reads → their Debian packages."""


def python() -> str:
    """Return the Python to work with: the newest of 3.13 and 3.12, else the one that runs this.

    PySide6 6.12, which refuses to unpickle foreign data, works on Python 3.12 and later only.
    """
    for version in ("3.13", "3.12"):
        pyenv = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"), reverse=True)
        for candidate in (f"python{version}", *map(str, pyenv)):
            if _is_python(candidate, version):
                return candidate
    return sys.executable


def _is_python(command: str, version: str) -> bool:
    """Ask the command itself: a pyenv shim is on the path for versions it does not have."""
    code = "import ensurepip, sys; print('{}.{}'.format(*sys.version_info))"
    try:
        answer = subprocess.run([command, "-c", code], capture_output=True, text=True, check=False)
    except OSError:
        return False
    return answer.stdout.strip() == version


def missing_packages(purpose: str) -> list[str]:
    """Return the Debian packages that are missing; none on other systems."""
    if not shutil.which("dpkg"):
        return []
    missing = [names for library, names in LIBRARIES.items() if not _has_library(library)]
    programs = PROGRAMS[purpose].items()
    missing += [(package,) for program, package in programs if not shutil.which(program)]
    files = FILES[purpose].items()
    missing += [(package,) for pattern, package in files if not any(Path("/").glob(pattern))]
    if not _has_module("ensurepip"):
        missing.append((f"python3.{sys.version_info.minor}-venv", "python3-venv"))
    return [_known(names) for names in missing]


def _has_library(name: str) -> bool:
    if ctypes.util.find_library(name):
        return True
    return any(Path("/usr/lib").glob(f"*/lib{name}.so*"))  # where no ldconfig or gcc is


def _has_module(name: str) -> bool:
    try:
        __import__(name)
    except ImportError:
        return False
    return True


def _known(names: Sequence[str]) -> str:
    """Return the first name that this release of Debian has."""
    for name in names[:-1]:
        answer = subprocess.run(["apt-cache", "show", name], capture_output=True, check=False)
        if answer.returncode == 0:
            return name
    return names[-1]


def install_packages(purpose: str) -> None:
    """Install what is missing when root; else say the one line to copy."""
    missing = missing_packages(purpose)
    if not missing:
        return
    command = ["apt-get", "install", "-y", "--no-install-recommends"]
    if os.geteuid() == 0:
        subprocess.run(["apt-get", "update", "-qq"], check=True)
        missing = missing_packages(purpose)  # names are known only now
        quiet = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([*command, "-qq", *missing], check=True, env=quiet)
    else:
        line = f"sudo {' '.join(command)} {' '.join(missing)}"
        print(f"Missing system packages. Install them with:\n{line}", file=sys.stderr)
        if not _has_module("ensurepip"):
            sys.exit(1)


def set_up(purpose: str) -> None:
    """Make or bring up to date the virtual environment."""
    install_packages(purpose)
    stamp = ENVIRONMENT / f".set-up-{purpose}"
    wanted = _state()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == wanted:
        return
    if not _environment_python().is_file():
        subprocess.run([python(), "-m", "venv", str(ENVIRONMENT)], check=True)
    what = str(ROOT) if purpose == "run" else f"{ROOT}[dev]"
    pip = [str(_environment_python()), "-m", "pip", "--disable-pip-version-check", "install", "-q"]
    subprocess.run([*pip, "-c", str(CONSTRAINTS), "-e", what], check=True)
    if purpose != "run":
        _install_node_packages(NODE_PACKAGES if purpose == "check" else PEERS)
    stamp.write_text(wanted, encoding="utf-8")


def _install_node_packages(packages: Sequence[str]) -> None:
    """Bring independent readers and peers; what needs them says so where they are missing."""
    if shutil.which("npm"):
        folder = ENVIRONMENT / "node"
        folder.mkdir(exist_ok=True)
        command = ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder)]
        quiet = os.environ | {"PUPPETEER_SKIP_DOWNLOAD": "1"}
        subprocess.run([*command, *packages], check=False, env=quiet)


def _environment_python() -> Path:
    windows = ENVIRONMENT / "Scripts" / "python.exe"
    return windows if os.name == "nt" else ENVIRONMENT / "bin" / "python"


def _state() -> str:
    """Return what the environment was made from, as a hash."""
    translations = sorted((ROOT / "resources" / "translations").glob("*.po"))
    made_from = (ROOT / "pyproject.toml", CONSTRAINTS, Path(__file__), *translations)
    return hashlib.sha256(b"".join(path.read_bytes() for path in made_from)).hexdigest()


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("purpose", choices=PROGRAMS)
    asked = parser.parse_args()
    if sys.version_info < (3, 11):  # noqa: UP036  the one file that an older Python may start
        print("CJ Editor needs Python 3.11 or newer.", file=sys.stderr)
        return 1
    try:
        set_up(asked.purpose)
    except subprocess.CalledProcessError as error:
        print(f"The set-up stopped: {' '.join(map(str, error.cmd))} failed.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
