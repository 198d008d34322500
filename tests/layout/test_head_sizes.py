import pytest
from maps import small_map

from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.text import widest_word
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import STAGE, Look
from cjeditor.layout.head_sizes import STAGES
from cjeditor.layout.sheet import lay_out

LOOK = Look(LIGHT, Words("en"))
LONG = "Troubleshooting"
ROOM = widest_word(LONG, STAGE)


def _sizes(titles, room):
    return [font.size for font in STAGES.fonts(titles, [room] * len(titles))]


def _lines(blocks):
    return [s.line for b in blocks for s in b.drawing.shapes if isinstance(s, TextLine)]


def test_short_titles_are_set_in_full_size():
    assert _sizes(["Find", "Buy the shoes"], ROOM) == [15, 15]


def test_one_long_word_makes_all_titles_a_little_smaller():
    assert _sizes([LONG, "Find", "Buy"], ROOM * 0.9) == [13.5, 13.5, 13.5]


def test_one_word_that_needs_much_smaller_type_is_set_apart():
    long, *others = _sizes([LONG, "Find", "Buy"], ROOM * 0.7)

    assert long == 10.5
    assert set(others) == {10.5 * 1.25}


def test_several_such_words_are_set_alike():
    sizes = _sizes([LONG, "Responsibilities", "Buy"], ROOM * 0.75)

    assert len(set(sizes)) == 1
    assert 10 <= sizes[0] < 12


def test_no_title_is_smaller_than_the_least():
    assert min(_sizes(["W" * 5_000, "Find"], ROOM)) == 10


@pytest.mark.parametrize("column", [120, 152, 240])
@pytest.mark.parametrize("title", [LONG, "Registration and Onboarding", "Ketidakpuasan pelanggan"])
def test_no_word_of_a_stage_is_broken(title, column):
    journey = small_map().drop(["s2", "e2", "p1"])
    journey = journey.put(journey.stages["find"].replace(title=title))

    sheet = lay_out(journey, Look(LIGHT, Words("en"), column=column))

    assert [line.text for line in _lines(sheet.stages[:1])] == title.split() or (
        " ".join(line.text for line in _lines(sheet.stages[:1])) == title
    )


def test_no_word_of_a_step_is_broken():
    journey = small_map()
    journey = journey.put(journey.steps["s1"].replace(title="Internationalisation"))

    lines = _lines(lay_out(journey, Look(LIGHT, Words("en"), column=130)).steps[:1])

    assert [line.text for line in lines] == ["Internationalisation"]
    assert lines[0].size >= 10


@pytest.mark.parametrize(
    ("title", "least"), [("Opportunities", 13), ("Responsibilitiesandmore", 10.5)]
)
def test_the_column_of_lane_titles_widens_before_they_shrink(title, least):
    journey = small_map()
    journey = journey.put(journey.lanes["do"].replace(title=title))

    sheet = lay_out(journey, LOOK)

    (line,) = _lines([sheet.lane_of["do"].title])
    assert line.text == title
    assert line.size >= least
    assert 132 < sheet.left <= 190
    assert sheet.columns[0].x == sheet.left


def test_a_long_lane_title_moves_every_column():
    journey = small_map()
    before = lay_out(journey, LOOK)
    journey = journey.put(journey.lanes["do"].replace(title="Opportunities of all"))

    after = lay_out(journey, LOOK, before)

    assert after.left > before.left
    assert after.rect_of("p1").x == lay_out(journey, LOOK).rect_of("p1").x


def test_a_title_of_six_lines_is_shown_whole():
    journey = small_map()
    title = "\n".join(f"Line{n}" for n in range(1, 7))
    journey = journey.put(journey.stages["find"].replace(title=title))

    lines = _lines(lay_out(journey, LOOK).stages[:1])

    assert "\n".join(line.text for line in lines) == title
