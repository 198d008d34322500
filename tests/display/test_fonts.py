"""The bundled font files and the choice among them."""

import subprocess
import sys

import pytest
from fontTools.ttLib import TTFont

from cjeditor.display import fonts


@pytest.mark.parametrize("face", fonts.faces())
def test_every_face_has_its_file_with_truetype_outlines_that_may_be_embedded(face):
    file = TTFont(fonts.face_path(face))

    assert "glyf" in file
    assert file["OS/2"].fsType in (0, 8)
    assert file["head"].unitsPerEm == fonts.units_per_em(face)


def test_every_font_file_is_listed_and_has_a_licence_beside_it():
    folder = fonts.face_path("NotoSans-Regular").parent
    readme = (folder / "README.md").read_text(encoding="utf-8")

    assert {path.stem for path in folder.glob("*.ttf")} == set(fonts.faces())
    for licence in folder.glob("*.txt"):
        assert licence.name in readme


def test_advances_are_those_of_the_file():
    file = TTFont(fonts.face_path("NotoSans-Bold"))
    glyph = file.getGlyphID(file.getBestCmap()[ord("W")])

    assert fonts.advance("NotoSans-Bold", glyph) == file["hmtx"][file.getGlyphName(glyph)][0]


@pytest.mark.parametrize(
    ("text", "face"),
    [
        ("a", "NotoSans-Regular"),
        ("ж", "NotoSans-Regular"),
        ("م", "NotoSansArabic-Regular"),
        ("ש", "NotoSansHebrew-Regular"),
        ("क्ष", "NotoSansDevanagari-Regular"),
        ("น้ำ", "NotoSansThai-Regular"),
        ("한", "NanumGothic-Regular"),
        ("あ", "DroidSansFallbackFull"),
        ("界", "DroidSansFallbackFull"),
        ("→", "NotoSansMath-Regular"),
        ("✓", "NotoSansSymbols2-Regular"),
        ("①", "NotoSansSymbols-Regular"),
        ("👍🏽", "NotoEmoji-Regular"),
        ("❤️", "NotoEmoji-Regular"),
        ("1️⃣", "NotoEmoji-Regular"),
        ("🇮🇩", "NotoEmoji-Regular"),
        ("\U000f0000", "NotoSans-Regular"),
    ],
)
def test_each_script_has_its_face(text, face):
    assert fonts.face_for(text, bold=False, italic=False) == face


def test_bold_falls_back_to_bold_faces_and_italic_to_upright_ones():
    assert fonts.face_for("م", bold=True, italic=True) == "NotoSansArabic-Bold"
    assert fonts.face_for("한", bold=True, italic=False) == "NanumGothic-Regular"
    assert fonts.face_for("a", bold=True, italic=True) == "NotoSans-BoldItalic"


def test_an_unknown_face_is_refused():
    with pytest.raises(FileNotFoundError):
        fonts.load("Comic")


def test_measuring_latin_text_opens_one_font_and_no_other_library():
    script = (
        "import sys; from cjeditor.display import fonts, text\n"
        "text.wrap('Hello, world', text.Font(12), 40)\n"
        "assert fonts.load.cache_info().currsize == 1\n"
        "assert not {'fontTools', 'PySide6', 'reportlab', 'bidi'} & set(sys.modules)\n"
    )

    subprocess.run([sys.executable, "-c", script], check=True)
