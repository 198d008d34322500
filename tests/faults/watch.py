"""The calls by which a program changes files, followed; it can be ended at any of them.

Where `faults.c` is put into a process of its own and misses no call, this lives in the process of
the test and catches what Python calls; so it is quick enough for thousands of endings.
"""

import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from unittest.mock import patch

from faults.power import Power, put

_real_open, _real_close, _real_write = os.open, os.close, os.write


class Ended(BaseException):
    """The program has come to its end: nothing that it still tries has an effect."""


class Watch:
    """Follows the calls below the folder *root*, until `stop`. Flushes are taken for done."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._power = Power(root, root)
        self._files: dict[int, str] = {}
        self._left: int | None = None
        self._error: BaseException = Ended()
        self._patches = ExitStack()
        flush = self._flush
        watched = {
            "open": self._open, "close": self._close, "write": self._write, "fsync": flush,
            "fdatasync": flush, "mkdir": self._naming("mkdir"), "unlink": self._naming("unlink"),
            "rmdir": self._naming("unlink", "rmdir"), "rename": self._naming("rename"),
            "replace": self._naming("rename", "replace"),
        }  # fmt: skip
        for name, function in watched.items():
            if hasattr(os, name):  # not every system has all of them
                self._patches.enter_context(patch.object(os, name, function))

    @contextmanager
    def ending_at(self, call: int) -> Iterator[None]:
        """End the program at one of its next calls, or when the block is through."""
        self._left, self._error = call, Ended()
        with suppress(Ended):
            yield
        self._left = 0

    @contextmanager
    def failing_at(self, call: int) -> Iterator[None]:
        """Let one of the next calls fail: input/output error."""
        self._left, self._error = call, OSError(errno.EIO, os.strerror(errno.EIO))
        yield
        self._left = None

    def stop(self) -> None:
        """Watch no longer; what the program has open is closed, and its locks are free."""
        self._patches.close()
        while self._files:
            _real_close(self._files.popitem()[0])

    def cut_power(self, which: int) -> None:
        """After `stop`, put one of the four disks that a power cut may leave below the root."""
        disk = list(self._power.disks())[which]
        shutil.rmtree(self._root)
        self._root.mkdir()
        put(disk, self._root)

    def _strikes(self) -> bool:
        """Count a call; tell whether it is the one at which something happens."""
        if self._left is None:
            return False
        if self._left:
            self._left -= 1
            return False
        if not isinstance(self._error, Ended):  # it fails once; an end is for good
            self._left = None
        return True

    def _count(self) -> None:
        if self._strikes():
            raise self._error

    def _below(self, path, dir_fd) -> str | None:
        """Return the whole path if it is below the root."""
        whole = str(Path(self._files.get(dir_fd, ""), path))
        return whole if whole.startswith(str(self._root)) else None

    def _open(self, path, flags, mode=0o777, *, dir_fd=None):
        whole = self._below(path, dir_fd)
        is_new = whole is not None and bool(flags & os.O_CREAT) and not os.path.lexists(whole)
        if is_new:
            self._count()
        descriptor = _real_open(path, flags, mode, dir_fd=dir_fd)
        changes = flags & (os.O_WRONLY | os.O_RDWR) or (whole and Path(whole).is_dir())
        if whole is not None and changes:  # what is only read may be closed past us
            self._files[descriptor] = whole
        if is_new:
            self._power.do("open", whole, "", b"")
        return descriptor

    def _close(self, descriptor):
        if isinstance(self._error, Ended) and self._left == 0 and descriptor in self._files:
            return  # `stop` does it
        self._files.pop(descriptor, None)
        _real_close(descriptor)

    def _write(self, descriptor, content):
        path = self._files.get(descriptor)
        if path is None:
            return _real_write(descriptor, content)
        content = bytes(content)
        if self._strikes():
            content = content[: len(content) // 2]  # torn
            self._put(descriptor, path, content)
            raise self._error
        return self._put(descriptor, path, content)

    def _put(self, descriptor, path, content):
        count = _real_write(descriptor, content)
        self._power.do("write", path, "", content[:count])
        return count

    def _flush(self, descriptor):
        path = self._files.get(descriptor)
        if path is None:
            return
        if self._strikes():
            if not Path(path).is_dir():
                self._power.do("lost", path, "", b"")
            raise self._error
        self._power.do("flush", path, "", b"")

    def _delete(self, path):
        for descriptor, each in self._files.items():
            if each == path:
                self._files[descriptor] = f"{path} (deleted)"  # as Linux calls it

    def _naming(self, what, name=None):
        """Return a function for a call that changes names."""
        real = getattr(os, name or what)

        def call(path, *more, dir_fd=None, **others):
            if dir_fd is not None:
                others["dir_fd"] = dir_fd
            whole = self._below(path, dir_fd)
            if whole is None:
                return real(path, *more, **others)
            self._count()
            done = real(path, *more, **others)
            if what == "unlink":
                self._delete(whole)
            self._power.do(what, whole, os.fspath(more[0]) if what == "rename" else "", b"")
            return done

        return call
