"""How long work says how far it is, and how it is stopped."""

from collections.abc import Callable

Progress = Callable[[float], None]
"""Called now and then with the share done, 0 to 1; raises `Cancelled` to stop the work."""


class Cancelled(Exception):
    """The user stopped the work; nothing has been written."""


def no_progress(_share: float) -> None:
    """Take no notice of progress."""


def part_of(progress: Progress, begin: float, end: float) -> Progress:
    """Return the progress of a part of the work, which is done from *begin* to *end*."""
    return lambda share: progress(begin + (end - begin) * share)
