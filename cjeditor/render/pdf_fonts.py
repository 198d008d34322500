"""A font file as a PDF embeds it: only the used glyphs, each with the text it stands for.

A code in the page's text names a glyph *and* its text. So one glyph that stands for
different texts (in Arabic and Hindi, or the box for unknown characters) gets several codes,
and search and copy find the words in every script.
"""

import hashlib
import struct
import unicodedata
from collections.abc import Sequence
from itertools import accumulate, groupby, islice, pairwise
from typing import Final, NamedTuple

import uharfbuzz as hb

from cjeditor.display.fonts import load
from cjeditor.display.glyphs import Run

_CODES: Final = 0x10000  # a code has two bytes
_BLOCK: Final = 100  # longest list that a CMap may have
_TABLES: Final = {"glyf", "loca", "head", "hhea", "hmtx", "maxp"}
_NOTDEF: Final = (0, "")


class Metrics(NamedTuple):
    """What a font descriptor says, in thousandths of the size."""

    box: tuple[int, ...]
    ascent: int
    descent: int
    italic: bool
    bold: bool


class UsedFont:
    """The used part of one font file.

    Attributes:
        name: Of the resource on the page: "F1".
    """

    def __init__(self, face: str, name: str, codes: int = _CODES) -> None:
        self.name = name
        self._title = face
        font = load(face).font
        self._face = font.face
        self._widths = _Widths(font)
        self._codes = _Codes(codes - self._face.glyph_count)

    def show(self, run: Run, size: float) -> str:
        """Return the operators that show *run* from the text position on, exactly placed."""
        start = run.xs[0]
        if {*map(len, run.texts)} != {1}:
            run = _readable(run)
        codes = [*map(self._codes.__getitem__, zip(run.glyphs, run.texts, strict=True))]
        pens = accumulate(map(self._widths.__getitem__, run.glyphs), initial=0)
        scale = 1000 / size
        # How far off its natural place each glyph stands, in tenths of TJ's unit; from the
        # run's start, so that rounding does not add up.
        offs = [round(((x - start) * scale - pen) * 10) for x, pen in zip(run.xs, pens)]  # noqa: B905  one pen too many
        if not any(offs) and not any(run.ys):
            return f"<{''.join(codes)}> Tj"
        steps = [off - last for last, off in pairwise((0, *offs))]
        return _show_rising(codes, steps, run.ys) if any(run.ys) else _show_array(codes, steps)

    @property
    def postscript_name(self) -> str:
        """The font's name with the tag of a subset: the same glyphs give the same tag."""
        digest = hashlib.sha256(repr(self._codes.pairs).encode("utf-8", "replace")).digest()
        return f"{''.join(chr(65 + byte % 26) for byte in digest[:6])}+{self._title}"

    @property
    def widths(self) -> list[int]:
        """The advance width of each code, in thousandths of the size."""
        return [self._widths[glyph] for glyph, _ in self._codes.pairs]

    @property
    def metrics(self) -> Metrics:
        """What the font descriptor says."""
        head = self._face.reference_table("head").data
        ascent, descent = struct.unpack(">hh", self._face.reference_table("hhea").data[4:8])
        scale = 1000 / self._face.upem
        return Metrics(
            box=tuple(round(edge * scale) for edge in struct.unpack(">4h", head[36:44])),
            ascent=round(ascent * scale),
            descent=round(descent * scale),
            italic="Italic" in self._title,
            bold="Bold" in self._title,
        )

    def subset(self) -> tuple[bytes, bytes]:
        """Return a font file of the used glyphs, and the glyph of each code (2 bytes each)."""
        wanted = hb.SubsetInput()
        wanted.flags = (
            hb.SubsetFlags.NO_HINTING
            | hb.SubsetFlags.NOTDEF_OUTLINE
            | hb.SubsetFlags.NO_LAYOUT_CLOSURE
        )
        wanted.glyph_set.update(glyph for glyph, _ in self._codes.pairs)
        tables = set(self._face.table_tags) - _TABLES
        wanted.drop_table_tag_set.update(_table_number(tag) for tag in tables)
        plan = hb.SubsetPlan(self._face, wanted)
        new = plan.old_to_new_glyph_mapping
        glyphs = [new[glyph] for glyph, _ in self._codes.pairs]
        return plan.execute().blob.data, struct.pack(f">{len(glyphs)}H", *glyphs)

    def to_unicode(self) -> str:
        """Return the CMap that gives each code its text."""
        lines = [
            f"<{code:04X}> <{(text or ' ').encode('utf-16-be').hex().upper()}>"
            for code, (_, text) in enumerate(self._codes.pairs[1:], start=1)
        ]
        blocks = []
        for start in range(0, len(lines), _BLOCK):
            block = lines[start : start + _BLOCK]
            blocks.append("\n".join((f"{len(block)} beginbfchar", *block, "endbfchar")))
        return _CMAP.format("\n".join(blocks))


_CMAP: Final = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class _Codes(dict[tuple[int, str], str]):
    """The code of each (glyph, text), as hexadecimal digits; a new pair gets the next one.

    Attributes:
        pairs: By code; code 0 is the missing glyph.
    """

    def __init__(self, shared: int) -> None:
        """Start empty.

        Args:
            shared: Once so many codes are given out, a known glyph gets no second one: its
                first text has to do, so that every glyph of the font still finds a code.
        """
        self.pairs = [_NOTDEF]
        self._shared = shared
        self._first: dict[int, str] = {}

    def __missing__(self, pair: tuple[int, str]) -> str:
        glyph = pair[0]
        if len(self.pairs) >= self._shared and glyph in self._first:
            return self._first[glyph]
        self[pair] = code = f"{len(self.pairs):04X}"
        self._first.setdefault(glyph, code)
        self.pairs.append(pair)
        return code


class _Widths(dict[int, int]):
    """The advance width of each glyph, in thousandths of the size.

    Whole numbers, because some viewers cut fractions off; what that loses, the placing of
    the glyphs makes up for.
    """

    def __init__(self, font: hb.Font) -> None:
        self._font = font
        self._scale = 1000 / int(font.face.upem)

    def __missing__(self, glyph: int) -> int:
        self[glyph] = width = round(int(self._font.get_glyph_h_advance(glyph)) * self._scale)
        return width


def _readable(run: Run) -> Run:
    """Return *run* with texts and an order of glyphs that viewers make the right words of.

    They turn right-to-left text around character by character, and take a glyph without
    text in the middle of a word for a break. So those come last, behind the word.
    """
    if any(unicodedata.bidirectional(sign) in {"R", "AL"} for sign in "".join(run.texts)):
        texts = [text[::-1] for text in run.texts]
    else:
        texts = _spread(run.texts)
    order = sorted(range(len(texts)), key=lambda index: not texts[index])
    return run._replace(
        glyphs=tuple(run.glyphs[index] for index in order),
        xs=tuple(run.xs[index] for index in order),
        ys=tuple(run.ys[index] for index in order),
        texts=tuple(texts[index] for index in order),
    )


def _spread(texts: Sequence[str]) -> list[str]:
    """Give each glyph of a cluster a share of its text, from left to right."""
    spread = list(texts)
    firsts = [index for index, text in enumerate(texts) if text or index == 0]
    for first, end in pairwise((*firsts, len(texts))):
        spread[first:end] = _shares(texts[first], end - first)
    return spread


def _shares(text: str, count: int) -> list[str]:
    """Cut *text* into *count* shares; the last one takes what is too much."""
    if len(text) < count:
        # What has no character of its own is a mark behind the first glyph.
        return [text[:1], *[""] * (count - len(text)), *text[1:]][:count]
    return [*text[: count - 1], text[count - 1 :]]


def _table_number(tag: str) -> int:
    """Return the number that stands for a table's four letters."""
    return int.from_bytes(tag.encode("latin-1"))


def _show_array(codes: list[str], steps: list[int]) -> str:
    """Show glyphs, moved right by *steps* (tenths of TJ's unit) before each."""
    parts = []
    for code, step in zip(codes, steps, strict=True):
        if step:
            parts.append(f">{-step / 10:.1f}<")
        parts.append(code)
    return f"[<{''.join(parts)}>] TJ"


def _show_rising(codes: list[str], steps: list[int], ys: tuple[float, ...]) -> str:
    """Show glyphs that do not all stand on the baseline."""
    glyphs = zip(codes, steps, strict=True)
    parts = []
    for y, same in groupby(ys):
        these = list(islice(glyphs, sum(1 for _ in same)))
        parts.append(f"{y:.3f} Ts {_show_array(*map(list, zip(*these, strict=True)))}")
    return " ".join((*parts, "0 Ts"))
