"""Errors written down without a word of the user's: for the log, and for reports that are sent.

The message of an error often repeats what it stumbled over, a card's text or a file's name.
Here it is told by its type, by what is known to be ours in it, and by where it happened.
"""

import logging
import traceback
from collections.abc import Iterator
from pathlib import Path
from typing import Final

_MOST_FIELDS: Final = 5
"""Fields of a refused record that are named."""

_LONGEST_CHAIN: Final = 6
"""Errors that led to one another; more are left out."""


def discreet_lines(error: BaseException) -> list[str]:
    """Return the lines that tell *error* and what led to it, the first cause on top."""
    chain: list[BaseException] = []
    step: BaseException | None = error
    while step is not None and step not in chain and len(chain) < _LONGEST_CHAIN:
        chain.append(step)
        step = step.__cause__ or (None if step.__suppress_context__ else step.__context__)
    return [line for each in reversed(chain) for line in _told(each)]


def place_of(error: BaseException) -> str:
    """Return where *error* happened: "canvas/board.py:81"; empty if that is not known."""
    frames = traceback.extract_tb(error.__traceback__)
    return f"{_short(frames[-1].filename)}:{frames[-1].lineno}" if frames else ""


class DiscreetFormatter(logging.Formatter):
    """Writes errors into a log as `discreet_lines` does."""

    def formatException(self, ei: object) -> str:
        error = ei[1] if isinstance(ei, tuple) else None
        return "\n".join(discreet_lines(error)) if isinstance(error, BaseException) else ""


def _told(error: BaseException) -> Iterator[str]:
    for frame in traceback.extract_tb(error.__traceback__):
        yield f"  {_short(frame.filename)}:{frame.lineno} {frame.name}: {frame.line or ''}".rstrip()
    yield ": ".join(part for part in (type(error).__qualname__, _ours(error)) if part)


def _ours(error: BaseException) -> str:
    """Return what of the error's message cannot be the user's."""
    match error:
        case OSError():
            return f"errno {error.errno} {error.strerror or ''}".rstrip()
        case _ if type(error).__module__.startswith("cjeditor."):
            reason = getattr(error, "reason", "")  # a sentence of ours, without what fills it
            return reason if isinstance(reason, str) else ""
        case _:
            return "; ".join(_fields(error))


def _fields(error: BaseException) -> Iterator[str]:
    """Tell which fields of a record were refused, and why, not what stood in them."""
    listed = getattr(error, "errors", None)
    if not callable(listed) or not isinstance(error, ValueError):
        return
    for problem in listed()[:_MOST_FIELDS]:
        where = ".".join(str(part) for part in problem.get("loc", ()) if isinstance(part, str))
        yield f"{where} {problem.get('type', '')}".strip()


def _short(file: str) -> str:
    """Return the path of a source file without the folders of this machine."""
    parts = Path(file).parts
    for root in ("cjeditor", "site-packages"):
        if root in parts[:-1]:
            last = len(parts) - 1 - parts[::-1].index(root)
            return "/".join(parts[last + 1 :])
    return parts[-1] if parts else file
