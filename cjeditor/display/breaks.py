"""Where a line may break besides spaces: hyphens, slashes, ideographs, Thai, emoji."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import Final

from cjeditor.display.clusters import clusters, is_pictograph

_PLAIN: Final = re.compile("[\\0-,.0-\u0dff]*")
"""Text that never breaks inside: no hyphens, no slashes, nothing from the far east."""

_LATIN: Final = re.compile("[\\0-,.0-\u02ff]{2,}")
"""The same with characters only that are clusters of their own."""

_FREE: Final = (
    "\u0e01\u0f00"  # Thai and Lao, which have no spaces between words
    "\u1000\u10a0"  # Burmese
    "\u1780\u1800"  # Khmer
    "\u2e80\u3130"  # parts of ideographs, punctuation of Chinese and Japanese, kana
    "\u3190\ua000"  # ideographs
    "\uf900\ufb00\ufe30\ufe50\uff01\uffa0"  # the same in other widths
    "\U0001f000\U0001fb00"  # emoji
    "\U00020000\U00040000"  # rare ideographs
)
"""Letters that a line may break before and behind: the first of each group, and the next
after its last."""

_NEVER_FIRST: Final = frozenset(
    "、。，．：；！？）］｝」』】〕〗〙〛〉》〟’”!?),.:;]}%…‥・ーゝゞヽヾ々〻"
    "ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ％｠｣､｡･"
    "\u0e2f\u0e30\u0e32\u0e33\u0e45\u0e46\u0eaf\u0eb0\u0eb2\u0eb3\u0ec6\u00ad\u2060\u00a0"
)
_NEVER_LAST: Final = frozenset(
    "（［｛「『【〔〖〘〚〈《〝‘“([{$€£¥＄￥｟｢\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3"
    "\u0ec4\u2060\u00a0"
)
_HYPHENS: Final = "-\u2010\u2012\u2013\u2014/"
_ZERO_WIDTH_SPACE: Final = "\u200b"


def pieces(text: str) -> list[str]:
    """Return the parts of *text*, which has no spaces, that a line may break between."""
    if _PLAIN.fullmatch(text):
        return [text]
    found = []
    piece = ""
    for part in _parts(text):
        if piece and _may_break(piece[-2:], part[0]):
            found.append(piece)
            piece = ""
        piece += part
    return [*found, piece]


def _parts(text: str) -> Iterator[str]:
    """Yield the clusters of *text*; those that no line breaks between, together.

    The last of them may go on with what follows.
    """
    end = 0
    for run in _LATIN.finditer(text):
        yield from clusters(text[end : run.start()])
        end = run.end() - 1
        yield text[run.start() : end]
    yield from clusters(text[end:])


def _may_break(before: str, char: str) -> bool:
    """Tell whether a line may break between *before* (two characters, or one) and *char*."""
    last = before[-1]
    if last == _ZERO_WIDTH_SPACE:
        return True
    if char in _NEVER_FIRST or last in _NEVER_LAST:
        return False
    if last in _HYPHENS and len(before) > 1 and before[-2].isalnum():
        return char.isalpha() or (last in "\u2013\u2014/" and not before[-2].isdigit())
    return _is_free(char) or _is_free(last)


def _is_free(char: str) -> bool:
    in_group = bisect_right(_FREE, char) % 2 == 1
    return in_group or (char < "\u3000" and is_pictograph(char))
