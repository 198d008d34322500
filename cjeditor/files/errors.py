"""What can be wrong with a file. The sentences are made in `cjeditor.sentences`."""

import errno
from pathlib import Path
from typing import Final, Literal

from cjeditor.files.loss import Loss, how_many
from cjeditor.model.integrity import Fault


class FileError(Exception):
    """A file could not be read or written.

    Attributes:
        path: None while the content is not known to come from a file.
    """

    def __init__(self, message: str, path: Path | None = None) -> None:
        super().__init__(message)
        self.path = path


class NotJson(FileError):
    """The file is no text of the kind that a map is saved as, or it is cut off.

    Attributes:
        line, column: From 1, where it breaks off; None where that is not known.
    """

    def __init__(self, line: int | None = None, column: int | None = None) -> None:
        super().__init__(f"not JSON (line {line}, column {column})")
        self.line = line
        self.column = column


class NotOurs(FileError):
    """The file is JSON but no map of this program."""

    def __init__(self) -> None:
        super().__init__("not a map")


class NewerVersion(FileError):
    """The file was written by a newer version of the program.

    Attributes:
        version: Of the file; *known* is the newest that this program reads.
    """

    def __init__(self, version: int, known: int) -> None:
        super().__init__(f"version {version}, known are versions up to {known}")
        self.version = version
        self.known = known


class BadField(FileError):
    """A field of the file does not hold what it must.

    Attributes:
        place: The record, by its place in the list (from 0) and its id: "cards[12] k3x"; empty
            for a field of the file itself.
        reason: A sentence, English, marked, with places for *values*.
        values: What the places hold; "field" is the field's name in the file.
        others: How many more fields are wrong.
    """

    def __init__(self, place: str, reason: str, values: dict[str, str], others: int = 0) -> None:
        super().__init__(": ".join(part for part in (place, reason.format(**values)) if part))
        self.place = place
        self.reason = reason
        self.values = values
        self.others = others


class BrokenMap(FileError):
    """The records of the file do not fit together."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        first = faults[0]
        super().__init__(f"{first.place} {first.field}: {first.kind} {first.value}")
        self.faults = faults


class TooLarge(FileError):
    """The file is larger than any map.

    Attributes:
        size, limit: In bytes.
    """

    def __init__(self, size: int, limit: int, path: Path | None = None) -> None:
        super().__init__(f"{size} bytes, at most {limit}", path)
        self.size = size
        self.limit = limit


class TooMany(FileError):
    """There is more in the file than in any map.

    Attributes:
        limit: Of values.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(f"more than {limit} values")
        self.limit = limit


Reason = Literal[
    "disk full", "no permission", "read-only", "folder missing", "file missing", "is a folder",
    "name too long", "in use", "out of reach", "differs", "other",
]  # fmt: skip

_REASONS: Final[dict[int, Reason]] = {
    errno.ENOSPC: "disk full",
    errno.EDQUOT: "disk full",
    errno.EFBIG: "disk full",
    errno.EACCES: "no permission",
    errno.EPERM: "no permission",
    errno.EROFS: "read-only",
    errno.ENOENT: "file missing",
    errno.ENOTDIR: "folder missing",
    errno.EISDIR: "is a folder",
    errno.ENAMETOOLONG: "name too long",
    errno.ETXTBSY: "in use",
    errno.EBUSY: "in use",
    **dict.fromkeys(
        (
            errno.ENODEV,
            errno.ENXIO,
            errno.ESTALE,
            errno.EHOSTDOWN,
            errno.EHOSTUNREACH,
            errno.ENETDOWN,
            errno.ENETUNREACH,
            errno.ENOTCONN,
            errno.ETIMEDOUT,
            errno.ECONNABORTED,
            errno.ECONNRESET,
        ),
        "out of reach",
    ),
}

_WINDOWS: Final[dict[int, Reason]] = {
    32: "in use",
    33: "in use",
    53: "out of reach",
    55: "out of reach",
    59: "out of reach",
    64: "out of reach",
    67: "out of reach",
    121: "out of reach",
    1231: "out of reach",
}
"""Of Windows' own numbers, for which it gives no better errno."""


def reason_of(error: OSError) -> Reason:
    """Return why the operating system refused."""
    if (own := _WINDOWS.get(getattr(error, "winerror", None) or 0)) is not None:
        return own
    return _REASONS.get(error.errno or 0, "other")


class Refused(FileError):
    """The operating system does not let a file be used.

    Attributes:
        detail: What the operating system said.
    """

    def __init__(self, reason: Reason, detail: str, path: Path | None = None) -> None:
        super().__init__(f"{path}: {reason} ({detail})", path)
        self.reason: Reason = reason
        self.detail = detail


class CannotRead(Refused):
    """The file cannot be read."""


class CannotWrite(Refused):
    """The file was not written; what stood there before is whole."""


class ChangedOnDisk(FileError):
    """The file was not written: it holds something else than was read from it or written to it.

    What stands there, written by somebody else, is whole.
    """

    def __init__(self, path: Path | None = None) -> None:
        super().__init__(f"{path}: changed by somebody else", path)


class CannotProtect(Refused):
    """What is done cannot be written along for recovery, in no place that was tried.

    Attributes:
        path: The best of the places.
    """


class CannotKeep(Refused):
    """A version of a map is not kept; the map itself is none the worse for it.

    Attributes:
        path: Of the folder of versions, or of the file that was to be kept.
    """


class DamagedVersion(FileError):
    """A version of a map does not hold any more what was put into it."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: damaged", path)


class SetAside(FileError):
    """A part of what was written along for recovery is damaged.

    Attributes:
        path: Where it stands now, under a name of its own.
    """

    def __init__(self, path: Path) -> None:
        super().__init__(f"{path}: damaged", path)


class Incomplete(FileError):
    """Of the map that was written along for recovery, only a part is whole.

    Attributes:
        path: What stands there is damaged; it is kept.
        losses: What is missing or was changed.
    """

    def __init__(self, losses: tuple[Loss, ...], path: Path) -> None:
        super().__init__(f"{path}: {how_many(losses)} losses", path)
        self.losses = losses


class CutOff(FileError):
    """The end of what was written along for recovery is not whole, and was passed over.

    Attributes:
        count: Of bytes.
    """

    def __init__(self, count: int, path: Path) -> None:
        super().__init__(f"{path}: {count} bytes are not whole", path)
        self.count = count


class BadPicture(FileError):
    """A picture cannot be taken into a map.

    Attributes:
        reason: A sentence, English, marked, with places for *values*.
    """

    def __init__(self, reason: str, **values: str) -> None:
        super().__init__(reason.format(**values))
        self.reason = reason
        self.values = values
