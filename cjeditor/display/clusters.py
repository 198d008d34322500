"""Grapheme clusters: what a reader takes for one character, which is never torn apart."""

from collections.abc import Iterator
from typing import Final
from unicodedata import category

_JOINER: Final = "\u200d"
_SARA_AM: Final = "\u0e33\u0eb3"  # vowels of Thai and Lao that hang on the letter before them


def clusters(text: str) -> Iterator[str]:
    """Yield the grapheme clusters of *text*, in reading order; nothing is left out."""
    start = 0
    for index in range(1, len(text)):
        if not _sticks(text, start, index):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def is_mark(char: str) -> bool:
    """Tell whether *char* belongs to the character before it."""
    return char >= "\u0300" and (
        category(char) in ("Mn", "Mc", "Me")
        or char in "\u200c\u200d"
        or char in _SARA_AM
        or "\U0001f3fb" <= char <= "\U0001f3ff"  # skin tones
        or "\U000e0020" <= char <= "\U000e007f"  # tags of the flags of regions
    )


def is_pictograph(char: str) -> bool:
    """Tell whether *char* is an emoji or a sign like one."""
    return char >= "\U0001f000" or (char > "\u2000" and category(char) in ("So", "Sm"))


def _sticks(text: str, start: int, index: int) -> bool:
    """Tell whether the character at *index* goes on with the cluster begun at *start*."""
    char, before = text[index], text[index - 1]
    if char < "\u0300":
        return False
    if is_mark(char):
        return True
    if before == _JOINER:
        return is_pictograph(char) and is_pictograph(text[start])
    if _is_flag_letter(char):
        return _is_flag_letter(before) and index - start == 1
    return _is_jamo_after(before, char)


def _is_flag_letter(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _is_jamo_after(before: str, char: str) -> bool:
    """Tell whether two Korean letters stand in the same syllable."""
    if "\u1160" <= char <= "\u11a7":
        return "\u1100" <= before <= "\u11a7"
    if "\u11a8" <= char <= "\u11ff":
        return "\u1160" <= before <= "\u11ff" or "\uac00" <= before <= "\ud7a3"
    return False
