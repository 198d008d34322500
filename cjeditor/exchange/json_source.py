"""Foreign JSON: parsed by pydantic's parser, and only after its size has been looked at."""

import re
from typing import Final

from pydantic_core import from_json

from cjeditor.core.words import mark
from cjeditor.exchange.format import ReadError
from cjeditor.exchange.text import check_size

MAX_PARTS: Final = 1_000_000
"""Values in one file; millions of empty lists would fill the memory."""

_LINE: Final = re.compile(r"at line (\d{1,9})")


def parse(content: bytes) -> object:
    """Return what a JSON file says, as plain Python values.

    Raises:
        ReadError: The file is empty, too large, or not JSON.
    """
    check_size(content)
    content = content.removeprefix(b"\xef\xbb\xbf")
    if sum(content.count(sign) for sign in (b"[", b"{", b",")) > MAX_PARTS:
        raise ReadError(
            mark("The file has more than {limit} values, too many for a journey."),
            limit=str(MAX_PARTS),
        )
    try:
        return from_json(content, allow_inf_nan=False)
    except ValueError as error:
        found = _LINE.search(str(error))
        line = int(found[1]) if found else None
        raise ReadError(mark("The file is damaged: it is not valid JSON."), line) from error
