"""A program that reads hostile files in processes with little time and memory."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image


@pytest.fixture(scope="session")
def reading(tmp_path_factory):
    """The program that reads."""
    picture = tmp_path_factory.mktemp("reading") / "white.png"
    Image.new("RGB", (2, 2)).save(picture)
    program = Path(__file__).with_name("reading.py")
    started = subprocess.Popen(
        [sys.executable, program, picture],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
    )
    with started:
        yield started
        started.stdin.close()


@pytest.fixture
def said(reading, tmp_path):
    """Returns what the user is told of a file with that content, or at that path."""

    def ask(reader, content, name="map.cjm", seconds=20, megabytes=600):
        path = content
        if isinstance(content, bytes):
            path = tmp_path / name
            path.write_bytes(content)
        asked = {"reader": reader, "path": str(path), "seconds": seconds, "megabytes": megabytes}
        reading.stdin.write(json.dumps(asked) + "\n")
        reading.stdin.flush()
        answer = json.loads(reading.stdout.readline())["said"]
        assert "Traceback" not in answer, answer
        assert answer
        return answer

    return ask
