"""The Unicode bidirectional algorithm (UAX #9): which way each character of a paragraph reads.

Classes are kept as one letter per character, so that the rules W1 to N2 are substitutions in
a string. Rule names in the comments are those of the standard.
"""

import re
from collections.abc import Sequence
from typing import Final
from unicodedata import bidirectional

from cjeditor.display import embeddings
from cjeditor.display.embeddings import REMOVED

_LETTER: Final = {
    "L": "L", "R": "R", "AL": "A", "EN": "E", "AN": "N", "ES": "S", "ET": "T", "CS": "C",
    "NSM": "M", "BN": "b", "B": "O", "S": "O", "WS": "O", "ON": "O", "": "L",
    "LRE": "1", "RLE": "2", "LRO": "3", "RLO": "4", "PDF": "5",
    "LRI": "6", "RLI": "7", "FSI": "8", "PDI": "9",
}  # fmt: skip
_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\u2068\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
_CONTROL: Final = re.compile("[b1-9]")
_BRACKETS: Final = (
    "()[]{}\u0f3a\u0f3b\u0f3c\u0f3d\u169b\u169c⁅⁆⁽⁾₍₎⌈⌉⌊⌋❨❩❪❫❬❭❮❯❰❱❲❳❴❵⟅⟆⟦⟧⟨⟩⟪⟫⟬⟭⟮⟯⦃⦄⦅⦆⦇⦈"
    "⦉⦊⦋⦌⦍⦐⦏⦎⦑⦒⦓⦔⦕⦖⦗⦘⧘⧙⧚⧛⧼⧽⸢⸣⸤⸥⸦⸧⸨⸩\u2e55\u2e56\u2e57\u2e58\u2e59\u2e5a\u2e5b\u2e5c"
    "〈〉《》「」『』【】〔〕〖〗〘〙〚〛﹙﹚﹛﹜﹝﹞（）［］｛｝｟｠｢｣"
)
_CLOSING: Final = dict(zip(_BRACKETS[::2], _BRACKETS[1::2], strict=True)) | {"\u2329": "〉"}
_CLOSERS: Final = {char: char for char in _CLOSING.values()} | {"\u232a": "〉"}
_MAX_BRACKETS: Final = 63


def needs_order(text: str) -> bool:
    """Tell whether any of *text* may read from right to left."""
    return _RIGHT_TO_LEFT.search(text) is not None


def base_level(paragraph: str) -> int:
    """Return 1 where the first strong character reads from right to left, else 0 (P2, P3)."""
    return embeddings.first_strong(_classes(paragraph)) or 0


def levels(paragraph: str) -> list[int]:
    """Return each character's embedding level: odd reads from right to left."""
    classes = _classes(paragraph)
    base = embeddings.first_strong(classes) or 0
    if _CONTROL.search(classes) is None:
        whole = embeddings.Sequence(list(range(len(classes))), "LR"[base], "LR"[base])
        found = [base] * len(classes)
        _resolve(paragraph, classes, whole, found)
        return found
    changed, found = embeddings.embed(classes, base)
    for sequence in list(embeddings.sequences(classes, found, base)):
        _resolve(paragraph, changed, sequence, found)
    for index, letter in enumerate(classes):
        if letter in REMOVED:
            found[index] = found[index - 1] if index else base
    return found


def visual_order(embedding: Sequence[int]) -> list[int]:
    """Return the indices of *embedding* levels as they stand from left to right (L2)."""
    order = list(range(len(embedding)))
    odd = [level for level in embedding if level % 2]
    for level in range(max(embedding), min(odd) - 1, -1) if odd else ():
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and embedding[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order


def _classes(text: str) -> str:
    return "".join([_LETTER[name] for name in map(bidirectional, text)])


def _resolve(paragraph: str, classes: str, sequence: embeddings.Sequence, found: list[int]) -> None:
    """Set the levels of *sequence* in *found*."""
    level = found[sequence.indices[0]] if sequence.indices else 0
    own = [classes[index] for index in sequence.indices]
    resolved = _resolve_weak("".join(own), sequence.start)
    chars = [paragraph[index] for index in sequence.indices]
    if not _CLOSERS.keys().isdisjoint(chars):
        resolved = _resolve_brackets(chars, own, resolved, level, sequence.start)
    resolved = _resolve_neutral(resolved, level, sequence)
    rise = {"L": 0, "R": 1, "N": 2, "E": 2} if level % 2 == 0 else {"L": 1, "R": 0, "N": 1, "E": 1}
    for index, letter in zip(sequence.indices, resolved, strict=True):
        found[index] = level + rise[letter]  # I1, I2


def _resolve_weak(classes: str, start: str) -> str:
    """Apply W1 to W7; letters that remain are L, R, E, N and O."""

    def mark(match: re.Match[str]) -> str:
        before = match[1] or start
        return match[1] + ("O" if before in "6789" else before) * len(match[2])

    text = re.sub("(^|[^M])(M+)", mark, classes)  # W1
    text = re.sub("A[^LR]+", lambda match: match[0].replace("E", "N"), text)  # W2
    text = text.replace("A", "R")  # W3
    text = re.sub("(?<=E)[SC](?=E)", "E", text)  # W4
    text = re.sub("(?<=N)C(?=N)", "N", text)
    text = re.sub("T+(?=E)|(?<=E)T+", lambda match: "E" * len(match[0]), text)  # W5
    text = re.sub("[STC6789]", "O", text)  # W6
    text = re.sub("L[^R]+", lambda match: match[0].replace("E", "L"), start + text)  # W7
    return text[1:]


def _resolve_neutral(classes: str, level: int, sequence: embeddings.Sequence) -> str:
    """Apply N1 and N2 to what is still O."""
    text = sequence.start + classes + sequence.end
    text = re.sub("(?<=L)O+(?=L)", lambda match: "L" * len(match[0]), text)
    text = re.sub("(?<=[REN])O+(?=[REN])", lambda match: "R" * len(match[0]), text)
    return text[1:-1].replace("O", "LR"[level % 2])


def _resolve_brackets(
    chars: list[str], own: list[str], classes: str, level: int, start: str
) -> str:
    """Apply N0: a pair of brackets takes the direction of what it holds."""
    letters = list(classes)
    along, against = ("L", "R") if level % 2 == 0 else ("R", "L")
    for opening, closing in _bracket_pairs(chars, letters):
        held = {_strong(letter) for letter in letters[opening + 1 : closing]}
        if along in held:
            side = along
        elif against in held:
            context = _strong_before(letters, opening) or start
            side = against if context == against else along
        else:
            continue
        for index in (opening, closing):
            letters[index] = side
            while (index := index + 1) < len(own) and own[index] == "M":
                letters[index] = side
    return "".join(letters)


def _strong_before(letters: list[str], index: int) -> str:
    """Return the last strong letter before *index*, or "" for none."""
    while index and letters[index - 1] == "O":
        index -= 1
    return _strong(letters[index - 1]) if index else ""


def _strong(letter: str) -> str:
    return "R" if letter in "EN" else letter


def _bracket_pairs(chars: list[str], letters: list[str]) -> list[tuple[int, int]]:
    """Return the pairs of brackets that are still neutral, by their opening (BD16)."""
    pairs = []
    opened: list[tuple[str, int]] = []
    for index, char in enumerate(chars):
        if letters[index] != "O":
            continue
        if char in _CLOSING:
            if len(opened) == _MAX_BRACKETS:
                return []
            opened.append((_CLOSING[char], index))
        elif char in _CLOSERS:
            for depth in range(len(opened) - 1, -1, -1):
                if opened[depth][0] == _CLOSERS[char]:
                    pairs.append((opened[depth][1], index))
                    del opened[depth:]
                    break
    return sorted(pairs)
