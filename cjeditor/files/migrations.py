"""One function per step of the file format, on plain JSON values.

Never change a function that has been released; add a new one, a golden file
`tests/files/golden/v<number>.cjm`, and a line in `docs/file-format.md`.
"""

from collections.abc import Callable
from typing import Any, Final, TypeAlias

Json: TypeAlias = dict[str, Any]

Migration: TypeAlias = Callable[[Json], Json]


def _to_2(plain: Json) -> Json:
    """Version 2 only adds tables and fields, all of which may be missing."""
    return plain


def _to_3(plain: Json) -> Json:
    """Version 3 only adds tables and fields too."""
    return plain


MIGRATIONS: Final[tuple[Migration, ...]] = (_to_2, _to_3)
"""The first leads from version 1 to version 2, and so on."""

CURRENT: Final = len(MIGRATIONS) + 1
"""The version that is written."""


def migrate(plain: Json, version: int, migrations: tuple[Migration, ...] = MIGRATIONS) -> Json:
    """Return the content of a file of *version* as a file of the current version has it."""
    for migration in migrations[version - 1 :]:
        plain = migration(plain)
    return {**plain, "version": len(migrations) + 1}
