"""Run the whole check: style, types, layers, translations, tests; stop at the first failure."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPTS = Path(sys.executable).parent

WORKERS = (os.cpu_count() or 2) + 1
"""Of the tests; one of them mostly waits for real windows."""

STEPS = (
    ("style", ["ruff", "check", "."]),
    ("layout of code", ["ruff", "format", "--check", "."]),
    ("types", ["mypy"]),
    ("layers", ["lint-imports"]),
    ("translations", ["python", "packaging/translations.py", "check"]),
    ("tests", ["python", "-m", "pytest", "-n", str(WORKERS), "--dist", "loadfile"]),
)


def main() -> int:
    for name, (program, *arguments) in STEPS:
        print(f"== {name}", flush=True)
        done = subprocess.run([SCRIPTS / program, *arguments], cwd=ROOT, check=False)
        if done.returncode:
            print(f"The check stopped at: {name}", file=sys.stderr)
            return done.returncode
    return 0


if __name__ == "__main__":
    sys.exit(main())
