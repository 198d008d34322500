"""Where the files that come with the program are: fonts, icons, templates, translations."""

import sys
from functools import cache
from pathlib import Path


@cache
def resources() -> Path:
    """Return the folder of resources, in a source tree, an installed wheel or a frozen app.

    Raises:
        FileNotFoundError: The installation is incomplete.
    """
    package = Path(__file__).resolve().parent.parent
    frozen = Path(getattr(sys, "_MEIPASS", package))
    for folder in (package / "resources", package.parent / "resources", frozen / "resources"):
        if (folder / "fonts").is_dir():
            return folder
    raise FileNotFoundError(package / "resources")
