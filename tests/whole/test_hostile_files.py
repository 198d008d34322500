"""A broken or foreign file gets one sentence, and what is there stays."""

import subprocess
import sys

import pytest
from maps import full_map

from cjeditor.cli import main
from cjeditor.files import cjm

GOOD = cjm.dumps(full_map())

FILES = {
    "empty.cjm": b"",
    "half.cjm": GOOD[: len(GOOD) // 2],
    "latin.cjm": GOOD.replace(b"Harbour", b"H\xe4fen"),
    "text.cjm": b"Dear all, please find attached",
    "list.cjm": b"[1, 2, 3]",
    "deep.cjm": b"[" * 100_000,
    "other.cjm": b'{"format": "something", "version": 1}',
    "newer.cjm": b'{"format": "cjeditor", "version": 99}',
    "field.cjm": GOOD.replace(b'"severity":5', b'"severity":"very"'),
    "dangling.cjm": GOOD.replace(b'"lane":"doing"', b'"lane":"nowhere"'),
    "number.cjm": GOOD.replace(b'"severity":5', b'"severity":NaN'),
    "half.ojf": b'{"version": "1.0", "stages": [{"id": "s1", "na',
    "wrong.ojf": b'{"stages": 3, "swimlanes": "none", "nodes": {}}',
    "none.mmd": b"flowchart LR\n A --> B\n",
    "bytes.mmd": bytes(range(256)) * 40,
    "book.xlsx": b"PK\x03\x04 not a zip",
    "picture.png": b"\x89PNG\r\n\x1a\n",
}


def refused(told, errors):
    """Tell whether the command has said one sentence, and nothing else."""
    assert "Traceback" not in errors
    assert told == ""
    return len(errors.strip().splitlines()) == 1 and 20 < len(errors) < 500


@pytest.mark.parametrize("name", FILES)
def test_it_is_refused_in_one_sentence(name, tmp_path, capfd):
    path, out = tmp_path / name, tmp_path / "out.cjm"
    path.write_bytes(FILES[name])

    assert main(["import", str(path), "-o", str(out)]) == 1

    assert refused(*capfd.readouterr())
    assert not out.exists()
    assert path.read_bytes() == FILES[name]


def test_so_it_is_in_a_process_of_its_own(tmp_path):
    path, out = tmp_path / "bytes.mmd", tmp_path / "out.cjm"
    path.write_bytes(FILES["bytes.mmd"])
    command = [sys.executable, "-m", "cjeditor", "import", str(path), "-o", str(out)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)

    assert done.returncode == 1
    assert refused(done.stdout, done.stderr)
    assert not out.exists()


def test_a_file_beyond_the_limit_is_refused_without_reading_it(tmp_path):
    path = tmp_path / "huge.cjm"
    with path.open("wb") as file:
        file.write(b'{"format": "cjeditor", "version": 1, ')
        file.truncate(4_000_000_000)
    command = [sys.executable, "-m", "cjeditor", "check", str(path)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=60)

    assert done.returncode == 1
    assert "MB" in done.stderr
