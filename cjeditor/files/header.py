"""How a map's file is known: its name's end, and how it says whose it is.

Other programs' files are told from ours by it, without loading all that reads ours.
"""

from typing import Annotated, Final

from pydantic import ConfigDict, Field

from cjeditor.core.frozen import Frozen

FORMAT: Final = "cjeditor"
SUFFIX: Final = ".cjm"


class Header(Frozen):
    """How a file says whose it is; the rest is passed over."""

    model_config = ConfigDict(extra="ignore")

    format: str
    version: Annotated[int, Field(ge=1, le=1_000_000)]
