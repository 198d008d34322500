"""Open the editor on the sample map; without a screen, write its poster and workbook."""

import argparse
import sys
from pathlib import Path

from cjeditor import cli, preflight
from cjeditor.app.samples import sample
from cjeditor.cannot_start import CannotStart
from cjeditor.core.words import Words, system_language
from cjeditor.sentences import sentence

OUT = Path(__file__).resolve().parent.parent / "out"


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--no-window", action="store_true", help="only write the files")
    language = system_language()
    map_file = sample(language)
    if not parser.parse_args().no_window:
        try:
            preflight.check_versions()
            preflight.check_screen()
        except CannotStart as obstacle:
            print(sentence(obstacle, Words(language)), file=sys.stderr)
        else:
            return cli.main([str(map_file)])
    OUT.mkdir(exist_ok=True)
    name = map_file.name.split(".")[0]
    targets = [OUT / (name + suffix) for suffix in (".pdf", ".xlsx")]
    return max(cli.main(["export", str(map_file), "-o", str(target)]) for target in targets)


if __name__ == "__main__":
    sys.exit(main())
