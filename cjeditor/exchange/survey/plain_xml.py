"""The XML of a sheet or of its texts in the one plain form that is quick to search.

Spreadsheet programs write nothing but elements without prefixes in UTF-8. In that form a tag
can be told by its bytes, since "<" stands nowhere else; expat, which takes any XML, would need
ten times as long for the cells. Whatever is not so plain is written anew, plainly, by expat.
"""

import re
from collections.abc import Callable, Iterator
from typing import IO, Final
from xml.parsers import expat
from xml.sax.saxutils import escape, quoteattr

from cjeditor.exchange.survey.workbook_guard import damaged

_STRETCH: Final = 1_000_000
_LOOKED_AT: Final = 1_000
_ROOTS: Final = (b"<worksheet", b"<sst")
_HEAD: Final = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*?(?:encoding\s*=\s*[\"']([^\"']*)[\"'])?[^>]*\?>)?\s*(<\w+)"
)
_KEPT: Final = {
    "worksheet": (), "sst": (), "sheetData": (), "row": ("r",), "c": ("r", "s", "t"), "v": (),
    "is": (), "si": (), "t": (),
}  # fmt: skip
"""Elements that say what stands in cells, and the attributes of theirs that do."""


class NotPlain(Exception):
    """The XML has more in it than elements; nothing of it may be searched by bytes."""


def plain_stretches(file: IO[bytes]) -> Iterator[bytes]:
    """Yield the stretches of a part as they stand.

    Raises:
        NotPlain: What follows must be read with `rewritten`, from the beginning.
    """
    stretch = file.read(_STRETCH)
    head = _HEAD.match(stretch, 0, _LOOKED_AT)
    if head is None or head[2] not in _ROOTS:
        raise NotPlain
    if (head[1] or b"utf-8").lower() not in (b"utf-8", b"us-ascii", b"ascii"):
        raise NotPlain
    last, begin = b"", head.end()
    while stretch:
        if stretch.find(b"<!", begin) >= 0 or stretch.find(b"<?", begin) >= 0:
            raise NotPlain
        if last == b"<" and stretch[:1] in b"!?":
            raise NotPlain
        yield stretch
        last, begin = stretch[-1:], 0
        stretch = file.read(_STRETCH)


def rewritten(file: IO[bytes]) -> Iterator[bytes]:
    """Yield any XML of a part in the plain form, with nothing but what stands in cells."""
    writer = _Writer()
    while stretch := file.read(_STRETCH // 10):
        yield writer.take(stretch)
    yield writer.take(b"", is_last=True)


class _Writer:
    """Writes the elements that matter without their prefixes."""

    def __init__(self) -> None:
        self._out: list[str] = []
        self._phonetic = 0
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._say

    def take(self, stretch: bytes, *, is_last: bool = False) -> bytes:
        try:
            self._parser.Parse(stretch, is_last)
        except expat.ExpatError as error:
            raise damaged() from error
        out, self._out = self._out, []
        return "".join(out).encode("utf-8", "surrogatepass")

    def _begin(self, name: str, values: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        self._phonetic += name == "rPh"
        if name in _KEPT and not self._phonetic:
            said = "".join(f" {a}={quoteattr(values[a])}" for a in _KEPT[name] if a in values)
            self._out.append(f"<{name}{said}>")
            self._listen(name)

    def _end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name in _KEPT and not self._phonetic:
            self._out.append(f"</{name}>")
        self._phonetic -= name == "rPh"
        self._listen("")

    def _listen(self, name: str) -> None:
        say: Callable[[str], None] | None = self._say if name in ("v", "t") else None
        self._parser.CharacterDataHandler = say

    def _say(self, text: str) -> None:
        self._out.append(escape(text))
