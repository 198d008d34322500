"""What stands in a cell of a workbook: a number, a text, a moment or a span of time."""

import re
from array import array
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from typing import Any, Final

from cjeditor.exchange.survey.workbook_guard import damaged
from cjeditor.exchange.survey.workbook_parts import Parts

_ATTRIBUTE: Final = re.compile(rb"(?:^|\s)([st])\s*=\s*[\"']([^\"'<>]*)[\"']")
_VALUE: Final = re.compile(rb"<v(?:\s[^<>]*)?>([^<]*)</v>")
_TEXT: Final = re.compile(rb"<t(?:\s[^<>]*)?>([^<]*)</t>")
_ITEM: Final = re.compile(
    rb"<si(?:\s[^<>]*)?(?:/>|>([^<]*(?:<(?!/?si[\s/>])[^<]*)*)</si>)",
)
_PHONETIC: Final = re.compile(rb"<rPh(?:\s[^<>]*)?>[^<]*(?:<(?!/?rPh[\s/>])[^<]*)*</rPh>")
_ENTITY: Final = re.compile(r"&(?:#x([0-9a-fA-F]+)|#([0-9]+)|([a-z]+));")
_NAMED: Final = {"lt": "<", "gt": ">", "amp": "&", "quot": '"', "apos": "'"}
_ESCAPED: Final = re.compile("_x([0-9A-Fa-f]{4})_")
_EPOCH, _EPOCH_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001
_LEAP: Final = 60
"""Day 60 of 1900 is 29 February, which that year did not have."""

_DAY: Final = 86_400_000
_FORMS: Final = 100
_KNOWN: Final = 5_000
"""Forms of cells, and values of each, of which it is kept what was made of them."""

_LONGEST: Final = 200
"""Bytes of what is kept."""

Convert = Callable[[bytes], Any]


class Form:
    """How cells of some attributes are read; what was made of one is kept for the next.

    Attributes:
        known: What stands in a cell → what it means: what stands in `<v>`, or all.
    """

    __slots__ = ("_convert", "_is_inline", "known")

    def __init__(self, convert: Convert, *, is_inline: bool = False) -> None:
        self._convert = convert
        self._is_inline = is_inline
        self.known: dict[bytes, Any] = {b"": None}

    def value(self, raw: bytes) -> Any:
        """Return what *raw* means, which stands in `<v>`."""
        return self._kept(raw, self._convert(raw))

    def value_in(self, inner: bytes) -> Any:
        """Return what a cell holds, None if nothing, whatever else stands between its tags."""
        if self._is_inline:
            return self._kept(inner, text_in(inner) or None)
        found = _VALUE.search(inner)
        if found is None:
            return None
        raw = found[1]
        return self.known[raw] if raw in self.known else self.value(raw)

    def _kept(self, raw: bytes, value: Any) -> Any:
        if len(self.known) < _KNOWN and len(raw) < _LONGEST:
            self.known[raw] = value
        return value


class SharedTexts:
    """The texts that cells share; they are gone through only as far as one is wanted.

    Args:
        read: Gives the part that holds them in stretches; asked when the first is wanted.
    """

    def __init__(self, read: Callable[[], Iterable[bytes]]) -> None:
        self._read = read
        self._content = b""
        self._items: Iterator[re.Match[bytes]] = iter(())
        self._begins, self._ends = array("Q"), array("Q")

    def text(self, raw: bytes) -> str:
        """Return the text of a number as it stands in a cell.

        Raises:
            IndexError, ValueError: There is none.
        """
        number = int(raw)
        if not self._content:
            self._content = b"".join(self._read())
            self._items = _ITEM.finditer(self._content)
        while len(self._begins) <= number:
            item = next(self._items, None)
            if item is None:
                raise IndexError(number)
            self._begins.append(max(item.start(1), 0))
            self._ends.append(max(item.end(1), 0))
        return text_in(self._content[self._begins[number] : self._ends[number]])


class CellValues:
    """Reads the cells of one workbook.

    Args:
        parts: What the workbook says about itself.
    """

    def __init__(self, parts: Parts, texts: SharedTexts) -> None:
        self._parts = parts
        self._texts = texts
        self._epoch = _EPOCH_1904 if parts.begins_1904 else _EPOCH
        self.forms: dict[bytes, Form] = {}

    def form(self, attributes: bytes) -> Form:
        """Return how a cell is read by the attributes of its tag, as they stand there."""
        form = self.forms.get(attributes)
        if form is None:
            said = dict(_ATTRIBUTE.findall(attributes))
            form = self._form_of(said.get(b"t", b"n"), int(said.get(b"s", 0)))
            if len(self.forms) < _FORMS:
                self.forms[attributes] = form
        return form

    def _form_of(self, kind: bytes, style: int) -> Form:
        match kind:
            case b"inlineStr":
                return Form(_text, is_inline=True)
            case b"s":
                return Form(self._texts.text)
            case b"str" | b"e":
                return Form(_text)
            case b"b":
                return Form(lambda raw: raw.strip() in (b"1", b"true"))
            case b"d":
                return Form(_iso_moment)
            case _ if style in self._parts.days:
                return Form(self._moment)
            case _ if style in self._parts.spans:
                return Form(_span)
            case _:
                return Form(_number)

    def _moment(self, raw: bytes) -> Any:
        """Return the moment of a serial number, to the millisecond; a time within day 0."""
        serial = float(raw)
        try:
            moment = self._epoch + timedelta(milliseconds=round(serial * _DAY))
            if serial >= _LEAP or self._parts.begins_1904:
                return moment
            return moment + timedelta(days=1) if serial >= 1 else moment.time()
        except (OverflowError, ValueError):  # no calendar has it
            return _text(raw)


def text_in(inner: bytes) -> str:
    """Return the text in an item or an inline cell, in whatever pieces it stands."""
    if inner.startswith(b"<t>") and inner.endswith(b"</t>") and inner.count(b"<") == 2:
        return _text(inner[3:-4])
    return "".join(_text(each) for each in _TEXT.findall(_PHONETIC.sub(b"", inner)))


def _text(raw: bytes) -> str:
    text = raw.decode()
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")  # as XML has it
    if "&" in text:
        text = _ENTITY.sub(_character, text)
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    return text


def _character(found: re.Match[str]) -> str:
    by_hex, by_number, name = found.groups()
    if name is not None:
        if name not in _NAMED:
            raise damaged()
        return _NAMED[name]
    return chr(int(by_hex, 16) if by_hex else int(by_number))


def _number(raw: bytes) -> int | float:
    if raw.isdigit():
        return int(raw) if len(raw) < 16 else float(raw)
    value = float(raw)
    return int(value) if b"." not in raw and value.is_integer() and abs(value) < 1e15 else value


def _span(raw: bytes) -> Any:
    try:
        return timedelta(days=float(raw))
    except (OverflowError, ValueError):
        return _text(raw)


def _iso_moment(raw: bytes) -> Any:
    try:
        return datetime.fromisoformat(raw.decode().strip().removesuffix("Z"))
    except ValueError:
        return _text(raw)
