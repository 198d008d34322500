"""The palette offers every kind, by click, key and drag."""

import pytest
from PySide6.QtCore import QPoint, Qt

from cjeditor.canvas.gestures import palette as drop_side
from cjeditor.display.theme import DARK
from cjeditor.kinds.registry import CARD_KINDS, LANE_KINDS
from cjeditor.panels import palette as panel
from cjeditor.panels.palette import Chip, Palette, key_of

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def palette(shown):
    return shown(Palette())


def test_every_kind_has_a_chip(palette):
    kinds = [*(kind.name for kind in CARD_KINDS), *(kind.name for kind in LANE_KINDS)]

    assert [chip.kind for chip in palette.chips()] == kinds


def test_the_first_ten_have_keys():
    assert [key_of(index) for index in range(11)] == [*"1234567890", ""]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_the_keyboard_presses_a_chip(qtbot, palette, key):
    with qtbot.waitSignal(palette.card_wanted) as wanted:
        qtbot.keyClick(palette.chips()[3], key)

    assert wanted.args == ["pain"]


def test_a_drag_carries_what_the_map_understands(qtbot, palette, monkeypatch):
    dragged = []
    monkeypatch.setattr(panel.QDrag, "exec", lambda drag, _action: dragged.append(drag.mimeData()))
    chip = palette.chips()[1]

    qtbot.mousePress(chip, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    qtbot.mouseMove(chip, QPoint(60, 20))

    assert bytes(dragged[0].data(drop_side.CARD_TYPE).data()) == b'{"kind": "touchpoint"}'


def test_map_and_palette_name_the_same_media():
    assert (panel.CARD_TYPE, panel.LANE_TYPE) == (drop_side.CARD_TYPE, drop_side.LANE_TYPE)


def test_narrow_chips_tell_their_names_in_tips(palette):
    palette.set_narrow(True)

    assert palette.chips()[0].toolTip() == "Action (Alt+1)"
    assert palette.width() < 80


def test_it_paints_in_the_dark(palette):
    palette.set_theme(DARK)

    ground = palette.chips()[0].grab().toImage().pixelColor(60, 3)
    assert ground.lightness() < 80


def test_no_chip_is_too_small_to_hit(palette):
    palette.set_narrow(True)

    assert all(min(chip.height(), chip.width()) >= 24 for chip in palette.findChildren(Chip))
