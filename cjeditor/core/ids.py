"""Stable names of records."""

import os
from typing import Annotated

from pydantic import StringConstraints

Id = Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]{1,64}$")]
"""Names a record for ever; unique in its map over all kinds of records."""

_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789"  # 32 letters: five bits of a byte name one
_LENGTH = 12  # 60 random bits: two tables that map apart for a day do not meet


def new_id() -> str:
    """Return an id that no other record has."""
    return "".join(_ALPHABET[byte & 31] for byte in os.urandom(_LENGTH))
