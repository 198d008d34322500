"""Every icon as an outline."""

import re

import pytest

from cjeditor.core.resources import resources
from cjeditor.display.shapes import Close, CurveTo, LineTo, MoveTo
from cjeditor.display.symbols import symbol_names, symbol_paths
from cjeditor.kinds.fields import CHANNELS
from cjeditor.kinds.registry import CARD_KINDS


def _points(path):
    """Yield points along *path*."""
    x = y = 0.0
    for segment in path:
        match segment:
            case CurveTo():
                for step in range(1, 9):
                    yield _on_curve((x, y), segment, step / 8)
                x, y = segment.x, segment.y
            case MoveTo() | LineTo():
                x, y = segment
                yield x, y
            case Close():
                pass


def _on_curve(start, curve, t):
    shares = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    points = (start, curve[:2], curve[2:4], curve[4:])
    return tuple(sum(s * p[axis] for s, p in zip(shares, points, strict=True)) for axis in (0, 1))


@pytest.mark.parametrize("name", sorted(symbol_names()))
def test_every_icon_lies_inside_its_box(name):
    paths = symbol_paths(name)

    assert paths
    for path in paths:
        assert isinstance(path[0], MoveTo)
        assert all(0.9 <= value <= 23.1 for point in _points(path) for value in point)


@pytest.mark.parametrize("name", sorted(symbol_names()))
def test_every_icon_consists_of_paths_only(name):
    text = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")

    assert set(re.findall(r"<(\w+)", text)) == {"svg", "path"}
    assert not re.search(r"transform|<path (?!d=|stroke=\"none\" d=\"M0 0h24v24H0z\")", text)


def test_every_kind_and_channel_has_its_icon():
    used = {kind.symbol for kind in CARD_KINDS} | {facts.symbol for facts in CHANNELS.values()}

    assert used <= symbol_names()


@pytest.mark.parametrize("name", ["", "nothing", "../fonts/README", "Note"])
def test_an_unknown_icon_is_refused(name):
    with pytest.raises(KeyError):
        symbol_paths(name)
