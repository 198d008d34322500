"""Copies that sync programs put beside a file when two computers have changed it at once."""

import re
import socket
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

_MARKS: Final = (
    # Dropbox, Nextcloud, Box, Seafile, in the languages that they speak
    r" ?[(\[][^)\]]*(?:[ck]onfli|競合|冲突|衝突|충돌)[^)\]]*[)\]]",
    r"[ _-]conflicted[ _-]copy.*",
    r"\.sync-conflict-\d{8}-\d{6}(?:-\w+)?",  # Syncthing
    r"_conflict-\d{8}-\d{6}.*",  # ownCloud
    r"\.conflict",  # Resilio
    r"-(?:DESKTOP|LAPTOP)-[A-Z0-9]{5,}",  # OneDrive, by the names that Windows gives computers
)
"""What stands between the name of the file and its suffix."""

_NUMBER: Final = r"(?:[ -]?\(?\d+\)?)?"
"""What stands behind it where there are several."""


def conflict_copies(name: str, names: Iterable[str], host: str = "") -> tuple[str, ...]:
    """Return which of *names* are copies of the file *name*, in order.

    A name that people give copies too, as "map (1).cjm", is none.

    Args:
        host: Name of this computer, which OneDrive puts behind the name; "" means ask for it.
    """
    pattern = _pattern(_normal(name), host or socket.gethostname())
    return tuple(sorted(each for each in names if pattern.fullmatch(_normal(each))))


@cache
def _pattern(name: str, host: str) -> re.Pattern[str]:
    stem, dot, suffix = name.rpartition(".")
    own = "-" + re.escape(host.partition(".")[0])
    marks = "|".join((*_MARKS, own) if host else _MARKS)
    whole = f"{re.escape(stem)}(?:{marks}){_NUMBER}{re.escape(dot + suffix)}"
    return re.compile(whole, re.IGNORECASE)


def _normal(name: str) -> str:
    """Return a name as others that mean the same letters are written too."""
    return unicodedata.normalize("NFC", name)
