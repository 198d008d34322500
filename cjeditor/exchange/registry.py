"""The list of formats that file dialogs, command line and tests read from."""

from pathlib import Path
from typing import Final

from cjeditor.exchange import booklet, mermaid, ojf, pdf, png, svg, xlsx
from cjeditor.exchange.format import Format

FORMATS: Final[tuple[Format, ...]] = (
    pdf.FORMAT,
    booklet.FORMAT,
    xlsx.FORMAT,
    png.FORMAT,
    svg.FORMAT,
    mermaid.FORMAT,
    ojf.FORMAT,
)
"""In the order of the menus."""


def writers() -> tuple[Format, ...]:
    """Return the formats that the program writes."""
    return tuple(each for each in FORMATS if each.write is not None)


def readers() -> tuple[Format, ...]:
    """Return the formats that the program reads."""
    return tuple(each for each in FORMATS if each.read is not None)


def format_named(name: str) -> Format:
    """Return the format called *name*.

    Raises:
        KeyError: There is none.
    """
    return {each.name: each for each in FORMATS}[name]


def writer_for(path: Path) -> Format | None:
    """Return the format that the suffix of *path* asks for, or None; the longest suffix counts."""
    fitting = [
        (len(suffix), each)
        for each in writers()
        for suffix in each.suffixes
        if path.name.lower().endswith(suffix)
    ]
    return max(fitting, key=lambda found: found[0])[1] if fitting else None


def reader_for(path: Path, content: bytes = b"") -> Format | None:
    """Return the format to read a file with, or None.

    The content decides where a format recognises it; the suffix decides which format is
    asked first, and which one tells what is wrong with a file that none recognises.
    """
    fitting = [each for each in readers() if _fits(path, each)]
    others = [each for each in readers() if each not in fitting]
    for each in (*fitting, *others):
        if each.recognises is not None and each.recognises(content):
            return each
    return fitting[0] if fitting else None


def _fits(path: Path, each: Format) -> bool:
    return path.name.lower().endswith(each.suffixes)
