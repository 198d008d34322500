"""Filling lines with words: as many on each as it has room for."""

from collections.abc import Iterable, Iterator
from typing import Final

from cjeditor.display.shaping import NOTHING, Chunk, Word, cut, joined

SLACK: Final = 1e-6
"""Points that a line may be too wide: sums of the same widths differ in the last digit."""


def fill(
    chunks: Iterable[Chunk], spaces: Iterable[Word], width: float, indent: float
) -> Iterator[list[Word]]:
    """Yield the words of each line of a paragraph, without the spaces at its end.

    Args:
        chunks: What stands between the spaces.
        spaces: The space before each chunk; before the first one there is none.
        width: Of a line, in points.
        indent: Room kept free at the start of the first line.
    """
    row = _Row(width, indent)
    for chunk, space in zip(chunks, spaces):  # noqa: B905, spaces may be endless
        yield from row.put(chunk, space)
    yield without_end(row.words)


def without_end(words: list[Word]) -> list[Word]:
    """Return *words* without the spaces at the end."""
    end = len(words)
    while end and words[end - 1].text in ("", " "):
        end -= 1
    return words[:end]


def fits(words: list[Word], width: float) -> bool:
    """Tell whether *words* have room in *width*."""
    return sum([word.width for word in words]) <= width + SLACK


def shortened(words: list[Word], ellipsis: Word, width: float) -> list[Word]:
    """Return as much of *words* as *ellipsis* leaves room for, and the ellipsis."""
    room = width - ellipsis.width + SLACK
    if room < 0:
        return []
    kept: list[Word] = []
    for word in words:
        if word.width > room:
            part = next(cut(word, room, room))
            kept += [part] if part.width <= room else []
            break
        kept.append(word)
        room -= word.width
    return [*without_end(kept), ellipsis]


def whole(chunk: Chunk, ellipsis: Word, width: float) -> Chunk:
    """Return *chunk* with those of its words shortened that are wider than a line."""
    if all(word.width <= width + SLACK for word in chunk.words):
        return chunk
    words = [
        word if word.width <= width + SLACK else joined(shortened([word], ellipsis, width))
        for word in chunk.words
    ]
    return Chunk(sum([word.width for word in words]), tuple(words))


def ended(words: list[Word], ellipsis: Word, width: float) -> list[Word]:
    """Return as many whole *words* as *ellipsis* leaves room for, and the ellipsis.

    The first word alone is cut where it has no room.
    """
    kept = without_end(words)
    while len(kept) > 1 and not fits([*kept, ellipsis], width):
        kept = without_end(kept[:-1])
    if kept and kept[-1].text.endswith(ellipsis.text):
        return kept
    return [*kept, ellipsis] if fits([*kept, ellipsis], width) else shortened(kept, ellipsis, width)


class _Row:
    """The line being filled.

    Attributes:
        words: With the spaces between them.
    """

    def __init__(self, width: float, indent: float) -> None:
        self._width = width + SLACK
        self._room = self._width - indent
        self._used = 0.0
        self.words: list[Word] = []

    def put(self, chunk: Chunk, space: Word) -> Iterator[list[Word]]:
        """Add *space* and *chunk*; yield the lines that they end."""
        gap = space if self.words else NOTHING
        if chunk.words[0] is NOTHING or self._used + gap.width + chunk.width <= self._room:
            self._add(gap, *chunk.words)
            return
        for word in chunk.words:
            if self.words and self._used + gap.width + word.width > self._room:
                yield self._end()
                gap = NOTHING
            if gap is not NOTHING:
                self._add(gap)
            if not self.words and self._room < word.width <= self._width:
                yield self._end()  # only the indent is in the word's way
            yield from self._put_word(word)
            gap = NOTHING

    def _put_word(self, word: Word) -> Iterator[list[Word]]:
        if self._used + word.width <= self._room:
            self._add(word)
            return
        *full, last = cut(word, self._room, self._width)
        for part in full:
            self._add(part)
            yield self._end()
        self._add(last)

    def _add(self, *words: Word) -> None:
        self.words += words
        self._used += sum([word.width for word in words])

    def _end(self) -> list[Word]:
        """Begin the next line; return the words of the last."""
        words = without_end(self.words)
        self.words, self._used, self._room = [], 0.0, self._width
        return words
