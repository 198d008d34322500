"""How well a text fits what is typed into the search box; plain loops, for thousands of texts."""

from enum import IntEnum
from typing import Final

from cjeditor.model.filtering import folded

LEAST_FOR_ORDER: Final = 2
"""Letters from which a text may hold them with others between."""


class Rank(IntEnum):
    """How a text fits, the best first."""

    BEGINS = 0
    BEGINS_WORDS = 1
    HOLDS = 2
    IN_ORDER = 3


_BEGINS, _BEGINS_WORDS, _HOLDS = Rank.BEGINS, Rank.BEGINS_WORDS, Rank.HOLDS


class Query:
    """What is typed, made ready to be compared with many folded texts.

    Case and accents are overlooked; without a word everything fits.
    """

    def __init__(self, text: str) -> None:
        self.words = folded(text).split()
        self._text = " ".join(self.words)
        self._letters = "".join(self.words)

    def rank(self, text: str) -> Rank | None:
        """Return how the folded *text* fits; None if it does not."""
        for word in self.words:
            if word not in text:
                return None
        if text.startswith(self._text):
            return _BEGINS
        for word in self.words:
            if word_begin(text, word) < 0:
                return _HOLDS
        return _BEGINS_WORDS

    def spread(self, text: str) -> int | None:
        """Return over how many letters of *text* those typed stand in order; None if not.

        The first one stands at the beginning of a word.
        """
        if len(self._letters) < LEAST_FOR_ORDER:
            return None
        begin = end = word_begin(text, self._letters[0])
        for letter in self._letters[1:]:
            if end < 0:
                return None
            end = text.find(letter, end + 1)
        return None if end < 0 else end + 1 - begin


def word_begin(text: str, word: str) -> int:
    """Return where *word* first stands at the beginning of a word of *text*; -1 if nowhere."""
    at = text.find(word)
    while at > 0 and text[at - 1].isalnum():
        at = text.find(word, at + 1)
    return at
