import re
from itertools import pairwise

import pytest
import uharfbuzz as hb

from cjeditor.display.text import Font, set_line
from cjeditor.render.pdf_fonts import UsedFont

FACE = "NotoSans-Regular"


def places(operators, widths, size):
    """Return where the shown glyphs stand, as a viewer reckons."""
    x, found = 0.0, []
    for digits, step in re.findall(r"<([0-9A-F]*)>|(-?[\d.]+)", operators):
        if step:
            x -= float(step) * size / 1000
        for code in re.findall("....", digits):
            found.append(x)
            x += widths[int(code, 16)] * size / 1000
    return found


@pytest.mark.parametrize("words", ["AVATAR To Wait: Typography", "plain", "Ta" * 200])
def test_glyphs_stand_where_the_layout_put_them(words):
    line = set_line(words, Font(12.5))
    (run,) = line.runs
    font = UsedFont(FACE, "F1")

    found = places(font.show(run, 12.5), font.widths, 12.5)

    assert found == pytest.approx([x - run.xs[0] for x in run.xs], abs=0.01)


def test_only_the_used_glyphs_are_embedded():
    font = UsedFont(FACE, "F1")
    font.show(set_line("abc", Font(12)).runs[0], 12)

    content, glyphs = font.subset()

    assert hb.Face(content).glyph_count == 4  # with the missing glyph
    assert glyphs == bytes((0, 0, 0, 1, 0, 2, 0, 3))


def test_a_glyph_that_stands_for_two_texts_has_two_codes():
    font = UsedFont(FACE, "F1")
    for sign in "\U000f0000\U000f0001":
        font.show(set_line(sign, Font(12)).runs[0], 12)

    cmap = font.to_unicode()

    assert "<0001> <DB80DC00>" in cmap
    assert "<0002> <DB80DC01>" in cmap


def test_when_codes_run_out_a_glyph_keeps_its_first_text():
    glyphs = hb.Face(hb.Blob.from_file_path(_path())).glyph_count
    font = UsedFont(FACE, "F1", codes=glyphs + 3)
    shown = [
        font.show(set_line(sign, Font(12)).runs[0], 12)
        for sign in ("\U000f0000", "\U000f0001", "\U000f0002", "a")
    ]

    assert shown[2] == shown[0] != shown[1]
    assert shown[3] not in shown[:3]


def test_the_map_of_texts_is_cut_into_blocks_of_a_hundred():
    font = UsedFont(FACE, "F1")
    font.show(set_line("".join(map(chr, range(0xC0, 0x180))), Font(12)).runs[0], 12)

    sizes = [int(size) for size in re.findall(r"(\d+) beginbfchar", font.to_unicode())]

    assert sizes == [100, 92]


def test_the_glyphs_of_a_cluster_share_its_text():
    font = UsedFont("NotoSansDevanagari-Regular", "F1")
    (run,) = set_line("हि", Font(12)).runs
    font.show(run, 12)

    texts = re.findall(r"<\w+> <(\w+)>\n", font.to_unicode().partition("beginbfchar")[2])

    assert bytes.fromhex("".join(texts)).decode("utf-16-be") == "हि"
    assert len(texts) == len(run.glyphs)


def test_marks_above_the_baseline_are_raised():
    (run,) = set_line("e\u0301\u0302", Font(20)).runs
    operators = UsedFont(run.face, "F1").show(run, 20)

    rises = [float(rise) for rise in re.findall(r"(-?[\d.]+) Ts", operators)]

    assert rises[-1] == 0
    assert rises[:-1] == pytest.approx(run.ys, abs=0.001)
    assert max(rises) > 3


def test_equal_text_gives_an_equal_name():
    names = []
    for words in ("abc", "abc", "abd"):
        font = UsedFont(FACE, "F1")
        font.show(set_line(words, Font(12)).runs[0], 12)
        names.append(font.postscript_name)

    assert names[0] == names[1] != names[2]
    assert re.fullmatch(r"[A-Z]{6}\+NotoSans-Regular", names[0])


def test_codes_rise_from_one():
    font = UsedFont(FACE, "F1")

    digits = re.findall("....", font.show(set_line("nono", Font(12)).runs[0], 12)[1:])

    assert digits[:2] == ["0001", "0002"]
    assert all(int(b, 16) <= int(a, 16) + 1 for a, b in pairwise(digits[:4]))


def _path():
    from cjeditor.display.fonts import face_path

    return str(face_path(FACE))
