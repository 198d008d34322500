"""Finding journey diagrams in a text: a bare file, or blocks in Markdown and HTML."""

import html
import re
from collections.abc import Iterator
from typing import Final, NamedTuple

_TAG: Final = re.compile(r"<(pre|div|code)\b([^<>]{0,400})>", re.IGNORECASE)
_CLASS: Final = re.compile(r"class\s{0,9}=[^>]{0,200}\bmermaid\b", re.IGNORECASE)


class Source(NamedTuple):
    """The text of one diagram.

    Attributes:
        line: Number of its first line in the file, from 1.
    """

    text: str
    line: int


def blocks(text: str) -> Iterator[Source]:
    """Yield the Mermaid blocks of a Markdown or HTML text, of whatever diagram type."""
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        opened = _fence(lines[at].strip())
        if opened is not None:
            end = _closing(lines, at + 1, opened.closing)
            if opened.mermaid:
                yield Source("\n".join(lines[at + 1 : end]), at + 2)
            at = end + 1
        elif (tag := _tag(lines[at])) is not None:
            end, source = _element(lines, at, tag)
            yield source
            at = end + 1
        else:
            at += 1


class _Fence(NamedTuple):
    closing: str
    mermaid: bool


def _fence(line: str) -> _Fence | None:
    """Return the fence that *line* opens, or None."""
    if not line.startswith(("```", "~~~", ":::")):
        return None
    for sign in ("`", "~", ":"):
        rest = line.lstrip(sign)
        count = len(line) - len(rest)
        if count < 3:
            continue
        if sign == ":" and not _names_mermaid(rest):
            return None  # another container, which may hold fences of its own
        if sign == "`" and sign in rest:
            return None  # code inside a line
        return _Fence(sign * count, _names_mermaid(rest))
    return None


def _names_mermaid(rest: str) -> bool:
    """Tell whether a fence's words are `mermaid`, `{mermaid}` or `{.mermaid …}`."""
    words = rest.strip(" \t{").lower().replace("}", " ").split(maxsplit=1)
    return bool(words) and words[0].removeprefix(".") == "mermaid"


def _closing(lines: list[str], at: int, fence: str) -> int:
    """Return the number of the line that closes *fence*; the text's end closes it too."""
    for index in range(at, len(lines)):
        line = lines[index].strip()
        if line.startswith(fence) and not line.strip(fence[0]):
            return index
    return len(lines)


def _tag(line: str) -> re.Match[str] | None:
    """Return the start tag of an element of class `mermaid`, or None."""
    if "mermaid" not in line.lower():
        return None
    return next((tag for tag in _TAG.finditer(line) if _CLASS.search(tag[2])), None)


def _element(lines: list[str], at: int, tag: re.Match[str]) -> tuple[int, Source]:
    """Return the last line of an element and its text, with HTML's entities decoded."""
    closing = re.compile(f"</{tag[1]}", re.IGNORECASE)
    parts: list[str] = []
    rest, end = lines[at][tag.end() :], at
    while (stop := closing.search(rest)) is None and end + 1 < len(lines):
        parts.append(rest)
        end += 1
        rest = lines[end]
    parts.append(rest if stop is None else rest[: stop.start()])
    return end, Source(_without_entities("\n".join(parts)), at + 1)


def _without_entities(text: str) -> str:
    try:
        return html.unescape(text)
    except ValueError:  # a number of thousands of digits
        return text
