"""The window's colours in every theme: text, lines, rings, and what the style sheet says."""

import re

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette

from cjeditor.app import theme as themes
from cjeditor.app.metrics import metrics_of
from cjeditor.app.theme import qt_palette, style_sheet, theme_of, tokens
from cjeditor.canvas.chrome import chrome_for
from cjeditor.core.colours import contrast
from cjeditor.core.theme_names import THEME_NAMES
from cjeditor.display.theme import THEMES

EVERY = pytest.mark.parametrize("name", THEME_NAMES)

GROUNDS = ("window", "side", "field", "hover", "pressed", "chosen")
LINES = (("border", "window"), ("border", "field"), ("edge", "field"), ("link", "window"),
         ("link", "side"), ("link", "field"), ("link", "chosen"), ("link", "hover"),
         ("accent", "window"), ("accent", "side"), ("danger", "field"),
         ("edge", "hover"))  # fmt: skip

RINGED = (
    "QPushButton", "QToolButton", "QLineEdit", "QComboBox", "QPlainTextEdit", "QTreeView",
    "QCheckBox::indicator", "QToolButton#rating", "QToolButton#plus", "QAbstractSpinBox",
)  # fmt: skip


def low(pairs, least):
    found = ((one, other, round(contrast(one, other), 2)) for one, other in pairs)
    return [pair for pair in found if pair[2] < least]


@EVERY
def test_text_is_read_on_every_ground_of_the_window(name):
    colours = tokens(name)
    grounds = [getattr(colours, ground) for ground in GROUNDS]
    pairs = [(ink, ground) for ink in (colours.text, colours.quiet) for ground in grounds]
    pairs += [(colours.link, colours.window), (colours.link, colours.chosen)]
    pairs += [(colours.danger, colours.window), (colours.danger, colours.field)]
    pairs += [(colours.on_accent, colours.accent), (colours.on_accent, colours.accent_hover)]
    pairs += [(colours.window, colours.text)]  # tooltips

    assert low(pairs, 4.5) == []


@EVERY
def test_lines_that_tell_what_a_control_is_are_seen(name):
    colours = tokens(name)

    assert low([(getattr(colours, a), getattr(colours, b)) for a, b in LINES], 3) == []


@EVERY
def test_what_cannot_be_used_is_still_readable(name):
    colours = tokens(name)

    assert low([(colours.faint, g) for g in (colours.window, colours.side, colours.field)], 3) == []


@EVERY
def test_rings_on_the_map_are_seen_on_paper_and_desk(name):
    chrome, paper = chrome_for(name), THEMES[name]

    assert low([(chrome.accent, g) for g in (paper.sheet, paper.band, chrome.desk)], 3) == []


@EVERY
def test_every_role_of_the_palette_is_read_on_its_ground(name):
    palette, role = qt_palette(tokens(name)), QPalette.ColorRole
    pairs = [
        (role.WindowText, role.Window), (role.Text, role.Base), (role.Text, role.AlternateBase),
        (role.ButtonText, role.Button), (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base), (role.Link, role.Window),
        (role.HighlightedText, role.Highlight),
    ]  # fmt: skip
    named = [(palette.color(a).name(), palette.color(b).name()) for a, b in pairs]

    assert low(named, 4.5) == []


@EVERY
@pytest.mark.parametrize("density", ["comfortable", "compact", "touch"])
def test_the_style_sheet_has_every_colour_and_size_filled_in(name, density):
    sheet = style_sheet(tokens(name), metrics_of(density, 100))

    assert "$" not in sheet
    assert set(re.findall(r"#[0-9a-f]{6}\b", sheet)) <= set(vars_of(tokens(name)))


def vars_of(colours):
    return [getattr(colours, field) for field in colours.__slots__]


@EVERY
@pytest.mark.parametrize("rule", RINGED)
def test_the_keyboard_is_shown_by_a_ring_of_two_pixels(name, rule):
    sheet = style_sheet(tokens(name), metrics_of("comfortable", 100))
    found = re.findall(r"([^{}]*)\{([^{}]*)\}", sheet)

    rings = [body for heads, body in found if f"{rule}:focus" in map(str.strip, heads.split(","))]
    assert any(f"border: 2px solid {tokens(name).link}" in body for body in rings)


class Hints:
    """What a system asks for, as Qt 6.10 tells it."""

    def __init__(self, *, dark, high):
        self._dark, self._high = dark, high

    def colorScheme(self):
        return Qt.ColorScheme.Dark if self._dark else Qt.ColorScheme.Light

    def accessibility(self):
        return self

    def contrastPreference(self):
        preference = Qt.ContrastPreference
        return preference.HighContrast if self._high else preference.NoPreference


@pytest.mark.parametrize(
    ("dark", "high", "expected"),
    [
        (False, False, "light"),
        (True, False, "dark"),
        (False, True, "contrast"),
        (True, True, "contrast dark"),
    ],
)
def test_like_the_system_means_its_contrast_too(qapp, monkeypatch, dark, high, expected):
    monkeypatch.setattr(
        themes.QApplication, "styleHints", lambda: Hints(dark=dark, high=high), raising=False
    )

    assert theme_of("system") == expected
    assert theme_of("light") == "light"
