"""The bundled font files: where they are, what they cover, and which one a character takes."""

from functools import cache, lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import uharfbuzz

from cjeditor.core.resources import resources

LATIN: Final = "NotoSans"
"""The family that everything is tried in first; it also draws the box for what none has."""

_EMOJI: Final = "NotoEmoji-Regular"
_EMOJI_STYLE: Final = "\ufe0f"
_IGNORABLE: Final = frozenset("\u200c\u200d\ufe0e\ufe0f\u034f\u2060")


class _Family(NamedTuple):
    """Font files of one script.

    Attributes:
        has_bold: Whether there is a bold file beside the regular one.
        only: First and last code points that it may be taken for; empty means all it has.
    """

    name: str
    has_bold: bool = False
    only: tuple[tuple[int, int], ...] = ()

    def face(self, bold: bool) -> str:
        return f"{self.name}-Bold" if bold and self.has_bold else f"{self.name}-Regular"

    def may_draw(self, char: str) -> bool:
        return not self.only or any(first <= ord(char) <= last for first, last in self.only)


_FALLBACKS: Final = (
    _Family("NotoSansArabic", has_bold=True),
    _Family("NotoSansHebrew", has_bold=True),
    _Family("NotoSansDevanagari", has_bold=True),
    _Family("NotoSansThai", has_bold=True),
    _Family("NotoSansMath"),
    _Family("NotoSansSymbols2"),
    _Family("NotoSansSymbols"),
    _Family("NotoEmoji"),
    # Its Japanese letters would not match the ideographs of the last file.
    _Family("NanumGothic", only=((0x1100, 0x11FF), (0x3131, 0x318E), (0xAC00, 0xD7A3))),
)
_LAST: Final = "DroidSansFallbackFull"


class Face(NamedTuple):
    """One loaded font file.

    Attributes:
        font: For shaping; its lengths are font units.
        covered: Code points that the file has glyphs for.
        units: Font units per em.
        ascent: Height above the baseline that the file asks for, in em.
        descent: Depth below the baseline, in em, positive.
    """

    font: uharfbuzz.Font
    covered: uharfbuzz.Set
    units: int
    ascent: float
    descent: float


def faces() -> tuple[str, ...]:
    """Return the names of all font files, in the order in which a character tries them."""
    latin = tuple(latin_face(bold, italic) for italic in (False, True) for bold in (False, True))
    fallbacks = [
        family.face(bold)
        for family in _FALLBACKS
        for bold in ((False, True) if family.has_bold else (False,))
    ]
    return (*latin, *fallbacks, _LAST)


def face_path(face: str) -> Path:
    """Return the TrueType file called *face*."""
    return resources() / "fonts" / f"{face}.ttf"


@cache
def load(face: str) -> Face:
    """Open the font file called *face*; each is opened once, when first needed.

    Raises:
        FileNotFoundError: There is no such file.
    """
    path = face_path(face)
    if not path.is_file():
        raise FileNotFoundError(path)
    file = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path)))
    font = uharfbuzz.Font(file)
    extents = font.get_font_extents("ltr")
    units = int(file.upem)
    return Face(font, file.unicodes, units, extents.ascender / units, -extents.descender / units)


def units_per_em(face: str) -> int:
    return load(face).units


def advance(face: str, glyph: int) -> int:
    """Return the width of *glyph* before kerning, in font units."""
    return int(load(face).font.get_glyph_h_advance(glyph))


def covers(face: str, char: str) -> bool:
    """Tell whether the file has a glyph for *char*."""
    return ord(char) in load(face).covered


def latin_face(bold: bool, italic: bool) -> str:
    """Return the file of the Latin family in that style."""
    style = ("Bold" if bold else "") + ("Italic" if italic else "")
    return f"{LATIN}-{style or 'Regular'}"


@lru_cache(maxsize=8192)
def face_for(cluster: str, bold: bool, italic: bool) -> str:
    """Return the file that draws *cluster* (one visible character with its marks).

    The first file that has all of it wins, then the first that has its base. What no file
    has is drawn as the Latin family's box. Italic exists for the Latin family alone.
    """
    if _EMOJI_STYLE in cluster and covers(_EMOJI, cluster[0]):
        return _EMOJI
    candidates = _candidates(cluster[0], bold, italic)
    needed = [char for char in cluster if char not in _IGNORABLE]
    for chars in (needed, cluster[:1]):
        for face in candidates:
            if all(covers(face, char) for char in chars):
                return face
    return candidates[0]


def _candidates(base: str, bold: bool, italic: bool) -> list[str]:
    fallbacks = [family.face(bold) for family in _FALLBACKS if family.may_draw(base)]
    return [latin_face(bold, italic), *fallbacks, _LAST]
