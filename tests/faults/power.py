"""What a disk would hold after a power cut, worked out from the calls that a program made.

A file has what was written to it and what was flushed of that; a folder has its names and
those that were flushed. A power cut leaves the flushed or the newer of each: four disks. A
flush that failed has lost what it should have brought to the disk, whatever a later one says.
A change of place is one step on the disk, as journalling file systems have it: flushing one of
the two folders is enough.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

Disk = dict[str, bytes | None]
"""Path → content; None for a folder."""


@dataclass(eq=False)
class File:
    content: bytes = b""
    flushed: bytes = b""
    is_lost: bool = False

    def flush(self):
        if not self.is_lost:
            self.flushed = self.content


@dataclass(eq=False)
class Folder:
    names: dict = field(default_factory=dict)
    flushed: dict = field(default_factory=dict)

    def flush(self):
        self.flushed = dict(self.names)


@dataclass(eq=False)
class Move:
    source: Folder
    old: str
    target: Folder
    new: str
    what: File | Folder

    def flush(self):
        self.source.flushed.pop(self.old, None)
        self.target.flushed[self.new] = self.what


class Power:
    """Follows the calls below a folder that is there, with all in it, from the beginning."""

    def __init__(self, root: Path, prepared: Path) -> None:
        """Args: *root*: the folder that the calls name; *prepared*: one with what it had."""
        self._root = str(root)
        self._top = _read(prepared)
        self._moves = []

    def do(self, what: str, path: str, other: str, data: bytes) -> None:
        if path.endswith(" (deleted)"):
            return
        if path == self._root:
            self._flush(self._top)
            return
        folder, name = self._at(path)
        if what == "open":
            folder.names.setdefault(name, File())
        elif what == "mkdir":
            folder.names[name] = Folder()
        elif what == "unlink":
            folder.names.pop(name)
        elif what == "rename":
            target, new = self._at(other)
            target.names[new] = folder.names.pop(name)
            self._moves.append(Move(folder, name, target, new, target.names[new]))
        elif what == "write":
            folder.names[name].content += data
        elif what == "truncate":
            folder.names.setdefault(name, File()).content = b""
        elif what == "flush":
            self._flush(folder.names[name])
        elif what == "lost":
            folder.names[name].is_lost = True
        elif what != "chmod":
            raise ValueError(what)

    def disks(self) -> Iterator[Disk]:
        """Yield what may be left now."""
        for names in ("flushed", "names"):
            for content in ("flushed", "content"):
                yield dict(_left(self._top, "", names, content))

    def _flush(self, what: File | Folder) -> None:
        for each in [each for each in self._moves if what in (each.source, each.target)]:
            self._moves.remove(each)
            each.flush()
        what.flush()

    def _at(self, path: str) -> tuple[Folder, str]:
        *folders, name = path.removeprefix(self._root + "/").split("/")
        found = self._top
        for each in folders:
            found = found.names[each]
        return found, name


def put(disk: Disk, folder: Path) -> None:
    """Write what is on *disk* into an empty folder."""
    for path, content in disk.items():
        if content is None:
            (folder / path).mkdir(0o700)
        else:
            (folder / path).write_bytes(content)


def calls(trace: bytes) -> Iterator[tuple[str, str, str, bytes]]:
    """Yield the calls that `faults.so` has written down."""
    at = 0
    while at < len(trace):
        end = trace.index(b"\n", at)
        what, path, other, size = os.fsdecode(trace[at:end]).split("\t")
        at = end + 1 + int(size)
        yield what, path, other, trace[end + 1 : at]


def _read(folder: Path) -> Folder:
    names = {
        each.name: _read(each) if each.is_dir() else File(each.read_bytes(), each.read_bytes())
        for each in folder.iterdir()
    }
    return Folder(names, dict(names))


def _left(folder, prefix, names, content):
    for name, each in getattr(folder, names).items():
        if isinstance(each, Folder):
            yield prefix + name, None
            yield from _left(each, f"{prefix}{name}/", names, content)
        else:
            yield prefix + name, getattr(each, content)
