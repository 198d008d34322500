"""A line of text."""

from cjeditor.display.glyphs import Line, Run

RUN = Run("NotoSans-Regular", (36,), (0.0,), (0.0,), ("A",))


def test_the_glyphs_of_a_line_are_set_once_when_first_asked_for():
    asked = []

    def runs(text):
        asked.append(text)
        return (RUN,)

    line = Line("A", 12, 8, runs)

    assert asked == []
    assert line.runs is line.runs
    assert asked == ["A"]


def test_lines_with_the_same_glyphs_are_equal():
    assert Line("A", 12, 8, (RUN,)) == Line("A", 12, 8, lambda _text: (RUN,))
    assert Line("A", 12, 8, (RUN,)) != Line("A", 12, 8, ())
    assert len({Line("A", 12, 8, (RUN,)), Line("A", 12, 8, (RUN,))}) == 1
