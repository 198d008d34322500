"""Write the template and example maps that come with the program, from one source.

Both languages of a map stand beside each other in `template_maps` and `example_*`, so that
neither is forgotten.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

from example_clinic import clinic
from example_coffee import coffee
from template_maps import TEMPLATES

from cjeditor.core.words import LANGUAGES
from cjeditor.files import cjm

RESOURCES = Path(__file__).resolve().parent.parent / "resources"

EXAMPLES = {"clinic": clinic, "coffee": coffee}
"""By the name of the file."""


def files() -> Iterator[tuple[Path, bytes]]:
    """Yield every file with its content."""
    for folder, maps in (("templates", TEMPLATES), ("samples", EXAMPLES)):
        for name, make in maps.items():
            for language in LANGUAGES:
                path = RESOURCES / folder / f"{name}.{language}.cjm"
                yield path, cjm.dumps(make(language))


def main() -> int:
    for path, content in files():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
        print(path.relative_to(RESOURCES.parent))
    return 0


if __name__ == "__main__":
    sys.exit(main())
