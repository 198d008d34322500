"""Measuring and wrapping text: the only place where a line is broken. All lengths in points."""

import re
from collections.abc import Iterable
from functools import lru_cache, partial
from itertools import islice, repeat
from typing import Final, NamedTuple

from cjeditor.display import bidi, fonts
from cjeditor.display.filling import SLACK, ended, fill, fits, shortened, whole
from cjeditor.display.glyphs import Line
from cjeditor.display.setting import line, plain_runs
from cjeditor.display.shaping import NOTHING, PLAIN, Chunk, Shaper, Word

_ELLIPSIS: Final = "…"
_LINE_BREAK: Final = re.compile("\r\n|[\n\r\v\f\x85\u2028\u2029]")
_LONG: Final = 4_000
"""Characters; of a longer text no more is set than its lines show."""
_UNPRINTABLE: Final = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


class Font(NamedTuple):
    """A style of the bundled Noto Sans family; other scripts fall back by character.

    Attributes:
        size: In points.
        leading: Distance of baselines as a multiple of *size*.
    """

    size: float
    bold: bool = False
    italic: bool = False
    leading: float = 1.32

    @property
    def line_height(self) -> float:
        return self.size * self.leading


@lru_cache(maxsize=64)
def ascent(font: Font) -> float:
    """Return the distance from a line's top to its baseline."""
    face = fonts.load(fonts.latin_face(font.bold, font.italic))
    spare = font.leading - face.ascent - face.descent
    return (spare / 2 + face.ascent) * font.size


def set_line(text: str, font: Font) -> Line:
    """Return *text* as one line; line breaks and control characters become spaces."""
    paragraph = _Paragraph(_LINE_BREAK.sub(" ", text), _shaper_of(font))
    return line(paragraph.words(), font.size)


def shorten(text: str, font: Font, width: float) -> Line:
    """Return *text* as one line of at most *width*, ended by an ellipsis where it is cut.

    Where not even the ellipsis has room, the line is empty.
    """
    paragraph = _Paragraph(_LINE_BREAK.sub(" ", text), _shaper_of(font))
    words = paragraph.words()
    if not fits(words, width):
        words = shortened(words, paragraph.ellipsis, width)
    return line(words, font.size)


def wrap(
    text: str,
    font: Font,
    width: float,
    *,
    indent: float = 0,
    max_lines: int | None = None,
) -> list[Line]:
    """Break *text* into lines of at most *width*.

    A line feed always breaks. A word that is wider than a line is broken inside, between
    grapheme clusters. Nothing is lost but the spaces at the breaks, unless *max_lines* cuts;
    then the last line ends with an ellipsis. An empty text gives no lines.

    Args:
        indent: Room kept free at the start of the first line (for a card's symbol).
    """
    if max_lines is not None and len(text) > _LONG:
        return _wrap_some(text, font, width, indent, max_lines)
    lines = _wrap_all(text, font, width, indent)
    if max_lines is not None and len(lines) > max_lines:
        return _wrap_some(text, font, width, indent, max_lines)
    return lines


def wrap_whole(text: str, font: Font, width: float, max_lines: int) -> list[Line]:
    """Break *text* between its words alone, into at most *max_lines* of at most *width*.

    Where a word is wider than a line, or the lines end before the text, an ellipsis says so.
    Line breaks of the text are spaces here.
    """
    paragraph = _Paragraph(_LINE_BREAK.sub(" ", text[:_LONG]), _shaper_of(font))
    ellipsis = paragraph.ellipsis
    chunks = (whole(chunk, ellipsis, width) for chunk in paragraph.chunks)
    filled = (row for row in fill(chunks, paragraph.spaces, width, 0) if row)
    rows = list(islice(filled, max_lines + 1))
    if len(rows) > max_lines:
        rows = [*rows[: max_lines - 1], ended(rows[max_lines - 1], ellipsis, width)]
    return [line(words, font.size) for words in rows]


@lru_cache(maxsize=4096)
def widest_word(text: str, font: Font) -> float:
    """Return the width of the widest part of *text* that a line does not break in."""
    parts = _LINE_BREAK.split(text)
    words = (word for part in parts for word in _Paragraph(part, _shaper_of(font)).words())
    return max((word.width for word in words), default=0)


def _wrap_all(text: str, font: Font, width: float, indent: float) -> list[Line]:
    shaper = _shaper_of(font)
    if PLAIN.fullmatch(text):  # it has no line breaks
        found = _wrap_simple(text, shaper, width, indent) if text else []
        if found is not None:
            return found
    lines: list[Line] = []
    for part in _LINE_BREAK.split(text) if text else ():
        first = 0 if lines else indent
        simple = _wrap_simple(part, shaper, width, first) if PLAIN.fullmatch(part) else None
        if simple is None:
            paragraph = _Paragraph(part, shaper)
            rows = fill(paragraph.chunks, paragraph.spaces, width, first)
            simple = [line(row, font.size) for row in rows]
        lines += simple
    return lines


def _wrap_some(text: str, font: Font, width: float, indent: float, count: int) -> list[Line]:
    """Break *text* into at most *count* lines; the last ends with an ellipsis if it is cut."""
    rows: list[list[Word]] = []
    ellipsis = NOTHING
    for part in _LINE_BREAK.split(text) if text and count > 0 else ():
        paragraph = _Paragraph(part, _shaper_of(font))
        for row in fill(paragraph.chunks, paragraph.spaces, width, 0 if rows else indent):
            if len(rows) == count:
                room = width - (indent if count == 1 else 0)
                rows[-1] = shortened(rows[-1], ellipsis, room)
                return [line(words, font.size) for words in rows]
            rows.append(row)
            ellipsis = paragraph.ellipsis
    return [line(words, font.size) for words in rows]


def _wrap_simple(part: str, shaper: Shaper, width: float, indent: float) -> list[Line] | None:
    """Break a `PLAIN` paragraph at its spaces; None where that does not do.

    Most cards are such, and this is several times as fast as taking words apart.
    """
    if not part:
        return [Line("", shaper.size, 0, ())]
    parts = part.split(" ")
    if "" in parts:
        return None
    size = shaper.size
    runs = partial(plain_runs, shaper)
    gap = shaper.words()[" "].width
    room = width - indent + SLACK
    used = -gap
    start = 0
    lines = []
    chunks = shaper.chunks()
    for index, chunk in enumerate([chunks[each] for each in parts]):
        reach = used + gap + chunk.width
        if reach > room:
            if len(chunk.words) > 1 or chunk.width > width or not index:
                return None
            lines.append(Line(" ".join(parts[start:index]), size, used, runs))
            reach = chunk.width
            room = width + SLACK
            start = index
        used = reach
    lines.append(Line(" ".join(parts[start:]), size, used, runs))
    return lines


class _Paragraph:
    """A text without line feeds, taken apart at its spaces.

    Attributes:
        chunks: What stands between the spaces.
        spaces: The space before each chunk; before the first one there is none.
        ellipsis: As it ends a line of this paragraph.
    """

    chunks: Iterable[Chunk]
    spaces: Iterable[Word]

    def __init__(self, text: str, shaper: Shaper) -> None:
        text = _UNPRINTABLE.sub(_printable, text)
        ordered = bidi.needs_order(text)
        self.ellipsis = shaper.words(bidi.base_level(text) if ordered else 0)[_ELLIPSIS]
        if ordered:
            self._take_apart(text, shaper)
        else:
            self.chunks = map(shaper.chunks().__getitem__, text.split(" "))
            self.spaces = repeat(shaper.words()[" "])

    def _take_apart(self, text: str, shaper: Shaper) -> None:
        """Set chunks and spaces of a text that reads in both directions."""
        levels = bidi.levels(text)
        chunks = []
        spaces = []
        start = 0
        for part in text.split(" "):
            end = start + len(part)
            chunks.append(shaper.mixed_chunk(part, levels[start:end]))
            spaces.append(shaper.words(levels[max(0, start - 1)])[" "])
            start = end + 1
        self.chunks = chunks
        self.spaces = spaces

    def words(self) -> list[Word]:
        """Return all words, with the spaces between them."""
        words: list[Word] = []
        for chunk, space in zip(self.chunks, self.spaces):  # noqa: B905, may be endless
            words += [space, *chunk.words]
        return words[1:]


def _shaper_of(font: Font) -> Shaper:
    return _shaper(font.size, font.bold, font.italic)


@lru_cache(maxsize=64)
def _shaper(size: float, bold: bool, italic: bool) -> Shaper:
    return Shaper(size, bold, italic)


def _printable(match: re.Match[str]) -> str:
    """Return a space for a control character, the replacement mark for half a character."""
    return " " if match[0] < "\u0100" else "\ufffd"
