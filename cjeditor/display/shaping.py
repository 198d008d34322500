"""Turning pieces of text into glyphs: which font file draws them, and where each one stands."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, pairwise
from typing import Final, Generic, NamedTuple, TypeVar

import uharfbuzz

from cjeditor.display import fonts
from cjeditor.display.breaks import pieces
from cjeditor.display.clusters import clusters

PLAIN: Final = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u024f\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce"
    "\u0400-\u0482\u048a-\u052f\u1e00-\u1eff\u2010-\u2015\u2018-\u2022\u2026\u2030\u20ac]*"
)
"""Text that the Latin family draws from left to right, one glyph a character."""

_LATIN_FEATURES: Final = {"kern": True, "liga": False, "clig": False, "calt": False}
_MAX_REMEMBERED: Final = 16_000  # words of one style and direction, up to 1 kB each
_MAX_LENGTH: Final = 48  # characters of a word worth remembering


class Span(NamedTuple):
    """Glyphs of one font file that read in one direction, from left to right on the page.

    Attributes:
        level: Bidirectional level; odd reads from right to left.
        advances: Width of each glyph with kerning, in points.
        offsets: How far right and up each glyph stands from its place, in points; empty
            where none is moved.
        texts: The source text of each cluster, at its first glyph in reading order. Where
            nothing is visible (no glyphs), the whole text.
    """

    face: str
    level: int
    glyphs: tuple[int, ...]
    advances: tuple[float, ...]
    offsets: tuple[tuple[float, float], ...]
    texts: tuple[str, ...]


class Word(NamedTuple):
    """A piece of text that a line does not break in.

    Attributes:
        width: In points.
        spans: In reading order.
        missing: Characters that no font has.
    """

    text: str
    width: float
    spans: tuple[Span, ...]
    missing: str = ""


class Chunk(NamedTuple):
    """What stands between two spaces."""

    width: float
    words: tuple[Word, ...]


NOTHING: Final = Word("", 0, ())

_Shaped = TypeVar("_Shaped")


class _Memory(dict[str, _Shaped], Generic[_Shaped]):
    """Shapes what is asked for the first time; forgets everything when it is full.

    Of long texts it remembers the last one, which is often wrapped at several widths.
    """

    def __init__(self, shape: Callable[[str], _Shaped]) -> None:
        self._shape: Callable[[str], _Shaped] = shape
        self._long: tuple[str, _Shaped] | None = None

    def __missing__(self, text: str) -> _Shaped:
        if len(text) > _MAX_LENGTH:
            if self._long is None or self._long[0] != text:
                self._long = text, self._shape(text)
            return self._long[1]
        shaped = self._shape(text)
        if len(self) >= _MAX_REMEMBERED:
            self.clear()
        self[text] = shaped
        return shaped


class Shaper:
    """Shapes text in one style and remembers the words.

    Attributes:
        size: In points.
    """

    def __init__(self, size: float, bold: bool, italic: bool) -> None:
        self.size = size
        self._bold = bold
        self._italic = italic
        self._latin = fonts.latin_face(bold, italic)
        self._words: dict[int, _Memory[Word]] = {}
        self._chunks: dict[int, _Memory[Chunk]] = {}

    def words(self, level: int = 0) -> Mapping[str, Word]:
        """Return any text as one word that reads in one direction."""
        if level not in self._words:
            self._words[level] = _Memory(lambda text: _word(self._spans(text, level)))
        return self._words[level]

    def chunks(self, level: int = 0) -> Mapping[str, Chunk]:
        """Return any text without spaces that reads in one direction."""
        if level not in self._chunks:
            words = self.words(level)
            memory = _Memory(lambda text: _chunk([words[piece] for piece in pieces(text)]))
            memory[""] = Chunk(0, (NOTHING,))
            self._chunks[level] = memory
        return self._chunks[level]

    def mixed_chunk(self, text: str, levels: Sequence[int]) -> Chunk:
        """Return *text*, which has no spaces, with a level for each character."""
        if not text or min(levels) == max(levels):
            return self.chunks(levels[0] if text else 0)[text]
        words = []
        start = 0
        for piece in pieces(text):
            end = start + len(piece)
            words.append(self._mixed_word(piece, levels[start:end]))
            start = end
        return _chunk(words)

    def _mixed_word(self, text: str, levels: Sequence[int]) -> Word:
        spans: list[Span] = []
        for level, indices in groupby(range(len(text)), key=levels.__getitem__):
            part = "".join([text[index] for index in indices])
            spans += self.words(level)[part].spans
        return _word(spans)

    def _spans(self, text: str, level: int) -> list[Span]:
        if PLAIN.fullmatch(text):
            return [self._shape(text, self._latin, level)] if text else []
        parts = groupby(clusters(text), key=self._face)
        return [self._shape("".join(part), face, level) for face, part in parts]

    def _face(self, cluster: str) -> str:
        return fonts.face_for(cluster, self._bold, self._italic)

    def _shape(self, text: str, face: str, level: int) -> Span:
        font = fonts.load(face)
        buffer = _shaped_buffer(text, font.font, level, face == self._latin)
        infos, positions = buffer.glyph_infos, buffer.glyph_positions
        scale = self.size / font.units
        offsets = [(place.x_offset * scale, place.y_offset * scale) for place in positions]
        return Span(
            face,
            level,
            tuple([info.codepoint for info in infos]),
            tuple([place.x_advance * scale for place in positions]),
            tuple(offsets) if any(x or y for x, y in offsets) else (),
            _texts(text, [info.cluster for info in infos], level) if infos else (text,),
        )


def joined(words: Sequence[Word]) -> Word:
    """Return *words*, which follow each other, as one."""
    return _word([span for word in words for span in word.spans])


def cut(word: Word, first: float, width: float) -> Iterator[Word]:
    """Yield the parts of *word* that fit a line each, broken between clusters.

    Args:
        first: Room on the line that it begins on; at least one cluster is put there.
        width: Room on each of the following lines.
    """
    room = first
    used = 0.0
    parts: list[Span] = []
    for span in word.spans:
        held: list[tuple[int, int]] = []
        for start, end in _cluster_ranges(span):
            advance = sum(span.advances[start:end])
            if used + advance > room and (parts or held):
                yield _word([*parts, *_part(span, held)])
                parts, held, room, used = [], [], width, 0.0
            held.append((start, end))
            used += advance
        parts += _part(span, held)
    yield _word(parts)


def _shaped_buffer(text: str, font: uharfbuzz.Font, level: int, is_latin: bool) -> uharfbuzz.Buffer:
    buffer = uharfbuzz.Buffer()
    buffer.add_str(text)
    buffer.direction = "rtl" if level % 2 else "ltr"
    buffer.language = "en"  # else the machine's own language has a say
    buffer.flags = uharfbuzz.BufferFlags.REMOVE_DEFAULT_IGNORABLES
    buffer.guess_segment_properties()
    uharfbuzz.shape(font, buffer, _LATIN_FEATURES if is_latin else None)
    return buffer


def _texts(text: str, starts: list[int], level: int) -> tuple[str, ...]:
    """Return the source text of each glyph, from where each one's cluster starts."""
    if starts == list(range(len(text))):
        return tuple(text)
    ordered = sorted(set(starts))
    edges = [0, *ordered[1:], len(text)]
    sources = {start: text[a:b] for start, (a, b) in zip(ordered, pairwise(edges), strict=True)}
    reading = starts if level % 2 == 0 else reversed(starts)
    found = [sources.pop(start, "") for start in reading]
    return tuple(found if level % 2 == 0 else reversed(found))


def _cluster_ranges(span: Span) -> list[tuple[int, int]]:
    """Return first and last (excluded) glyph of each cluster, in reading order."""
    named = [index for index, text in enumerate(span.texts) if text]
    if not span.glyphs:
        return [(0, 0)]
    if span.level % 2:
        return list(pairwise([0, *[index + 1 for index in named]]))[::-1]
    return list(pairwise([*named, len(span.glyphs)]))


def _part(span: Span, held: list[tuple[int, int]]) -> list[Span]:
    """Return *span* with the *held* clusters only, which follow each other."""
    if not held or not span.glyphs:
        return [span] if held else []
    start, end = min(held)[0], max(held)[1]
    return [
        Span(
            span.face,
            span.level,
            span.glyphs[start:end],
            span.advances[start:end],
            span.offsets[start:end],
            span.texts[start:end],
        )
    ]


def _word(spans: list[Span]) -> Word:
    texts = [text for span in spans for text in span.texts[:: -1 if span.level % 2 else 1]]
    missing = "".join([_missing(span) for span in spans if 0 in span.glyphs])
    return Word("".join(texts), sum([sum(span.advances) for span in spans]), tuple(spans), missing)


def _missing(span: Span) -> str:
    """Return the characters of *span* that are drawn as boxes."""
    texts = [text for glyph, text in zip(span.glyphs, span.texts, strict=True) if glyph == 0]
    return "".join(char for char in "".join(texts) if not fonts.covers(span.face, char))


def _chunk(words: list[Word]) -> Chunk:
    return Chunk(sum([word.width for word in words]), tuple(words))
