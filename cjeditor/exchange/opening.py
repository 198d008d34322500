"""Opening a file of any kind that the program reads: its own or another program's."""

from pathlib import Path
from typing import Final

from pydantic import ValidationError

from cjeditor.core.progress import Progress, no_progress
from cjeditor.core.words import mark
from cjeditor.exchange.format import ReadError, Reading
from cjeditor.exchange.registry import reader_for
from cjeditor.files.content import content_of
from cjeditor.files.header import FORMAT, SUFFIX, Header

MAX_BYTES: Final = 100_000_000
"""Of a file of another program; each format has its own, narrower limit."""


def open_file(path: Path, progress: Progress = no_progress) -> Reading:
    """Return the map in the file at *path*, and what could not be taken.

    Raises:
        Cancelled: *progress* said so.
        FileError: The file cannot be read, or it is ours and damaged.
        ReadError: It is another program's and damaged, or of no kind that is known.
    """
    if path.suffix.lower() == SUFFIX:
        return _ours(path, progress)
    content = content_of(path, MAX_BYTES)
    if _is_ours(content):
        return _ours(path, progress)
    found = reader_for(path, content)
    if found is None or found.read is None:
        raise ReadError(mark("This is no kind of file that a map can be read from."))
    return found.read(content)


def _ours(path: Path, progress: Progress) -> Reading:
    from cjeditor.files.cjm import load  # takes its time, which other files can do without

    return Reading(load(path, progress))


def _is_ours(content: bytes) -> bool:
    if not content.lstrip().startswith(b"{") or b'"cjeditor"' not in content[:200]:
        return False
    try:
        return Header.model_validate_json(content).format == FORMAT
    except ValidationError:
        return False
