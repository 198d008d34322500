"""Users' files are written in one place only."""

import re
from pathlib import Path

import cjeditor

PACKAGE = Path(cjeditor.__file__).parent

ALLOWED = (
    PACKAGE / "files" / "atomic.py",
    PACKAGE / "app" / "log.py",  # where a crash is written down: no file of a user's
)

WRITERS = re.compile(
    r"""\bopen\([^)\n]*["'][rbt]*[wax+][rbtwax+]*["']  # open(path, "wb"), path.open("w")
    | \bos\.open\((?!path,\ os\.O_RDONLY) | write_text\( | write_bytes\( | \bQSaveFile\b | \bQFile\b
    | \bos\.(rename|replace|link|fsync|fdatasync)\b | \bshutil\.rmtree
    | \.replace\(target\) | \bshutil\.(copy|move) | \bQTextDocumentWriter\b""",
    re.VERBOSE,
)


def test_no_other_module_writes_files():
    found = [
        f"{path.relative_to(PACKAGE)}:{number}: {line.strip()}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if path not in ALLOWED
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if WRITERS.search(line) and "os.devnull" not in line
    ]

    assert found == []


def test_the_check_finds_writers():
    for line in (
        'open(path, "w")',
        "path.open('ab')",
        "path.write_text(x)",
        "QSaveFile(path)",
        "os.rename(a, b)",
        "os.open(path, os.O_WRONLY)",
    ):
        assert WRITERS.search(line), line
    for line in (
        'path.open("rb")',
        "open(path)",
        'path.open(encoding="utf-8")',
        "os.open(path, os.O_RDONLY | os.O_NONBLOCK)",
    ):
        assert not WRITERS.search(line), line
