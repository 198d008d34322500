"""Open the editor on the sample map; without a screen, write its poster and workbook."""

import argparse
import subprocess
import sys
from pathlib import Path

from cjeditor import preflight
from cjeditor.app.samples import sample
from cjeditor.core.words import system_language

ROOT = Path(__file__).resolve().parent.parent


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-window", action="store_true", help="only write the files")
    map_file = sample(system_language())
    program = [sys.executable, "-m", "cjeditor"]
    if not parser.parse_args().no_window:
        obstacle = preflight.obstacle()
        if obstacle is None:
            return subprocess.run([*program, str(map_file)], check=False).returncode
        print(obstacle, file=sys.stderr)
    out = ROOT / "out"
    out.mkdir(exist_ok=True)
    for suffix in (".pdf", ".xlsx"):
        target = out / (map_file.stem + suffix)
        done = subprocess.run(
            [*program, "export", str(map_file), "-o", str(target)], check=False
        ).returncode
        if done:
            return done
        print(f"Written: {target}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
