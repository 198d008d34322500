"""The text of a foreign file, whatever it is encoded in."""

from typing import Final

from cjeditor.core.words import mark
from cjeditor.exchange.format import ReadError

MAX_BYTES: Final = 10_000_000
"""Larger text files are refused: no journey is that long, and a refusal is quick."""

MAX_RECORDS: Final = 100_000
"""Stages, steps, cards, feelings and own fields of one file; beyond any journey."""

_MARKS: Final = {
    b"\xef\xbb\xbf": "utf-8-sig",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}


def check_size(content: bytes) -> None:
    """Refuse a file that is empty or too large.

    Raises:
        ReadError: It is.
    """
    if not content:
        raise ReadError(mark("The file is empty."))
    if len(content) > MAX_BYTES:
        raise ReadError(
            mark("The file is larger than {limit} MB, too large for a journey."),
            limit=str(MAX_BYTES // 1_000_000),
        )


def decode(content: bytes) -> str:
    """Return the text of a file in UTF-8, or in UTF-16 with a byte order mark.

    Every line ends with a line feed alone.

    Raises:
        ReadError: The file is empty, too large, or not such a text.
    """
    check_size(content)
    encoding = next((name for start, name in _MARKS.items() if content.startswith(start)), "utf-8")
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise ReadError(
            mark("The file is not text in UTF-8. Save it as UTF-8 and try again."), line
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")
