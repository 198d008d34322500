"""Icons of the window: the symbols of the map in the ink of the theme."""

from functools import lru_cache

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QAbstractButton

from cjeditor.core.colours import mix, readable
from cjeditor.display.shapes import Symbol
from cjeditor.render.qt import draw_symbol

SIZE = 18
"""Width and height of an icon in pixels of the window."""

_BESIDE = 4
"""Pixels between an icon and its button's words, besides what Qt leaves."""


def icon(name: str, palette: QPalette) -> QIcon:
    """Return the symbol *name* in the text colour of *palette*, paler where disabled."""
    group, role = QPalette.ColorGroup, QPalette.ColorRole.ButtonText
    return _icon(
        name,
        palette.color(group.Active, role).name(),
        palette.color(group.Disabled, role).name(),
    )


def show_beside(button: QAbstractButton, name: str, colour: str = "") -> None:
    """Give a button the symbol *name*, and a little room between it and the words.

    Args:
        colour: Also where disabled; "" means the text colour.
    """
    group, role = QPalette.ColorGroup, QPalette.ColorRole.ButtonText
    normal = colour or button.palette().color(group.Active, role).name()
    disabled = colour or button.palette().color(group.Disabled, role).name()
    button.setIcon(_icon(name, normal, disabled, SIZE, _BESIDE))
    button.setIconSize(QSize(SIZE + _BESIDE, SIZE))


def coloured(name: str, colour: str, size: int = SIZE) -> QIcon:
    """Return the symbol *name* in *colour*, also where disabled."""
    return _icon(name, colour, colour, size)


def switch_icon(name: str, palette: QPalette) -> QIcon:
    """Return the symbol for a button that is filled with the accent while it is on."""
    made = QIcon(icon(name, palette))
    light = palette.color(QPalette.ColorRole.HighlightedText).name()
    made.addPixmap(pixmap(name, light, SIZE, 2), QIcon.Mode.Normal, QIcon.State.On)
    return made


def pixmap(name: str, colour: str, size: int, ratio: float, beside: int = 0) -> QPixmap:
    """Return the symbol as *size* × *size* pixels of the window, sharp at the screen's *ratio*.

    Args:
        beside: Pixels that stay clear at its right.
    """
    drawn = QPixmap(QSize(round((size + beside) * ratio), round(size * ratio)))
    drawn.setDevicePixelRatio(ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_symbol(painter, Symbol(name, 0, 0, size, colour))
    painter.end()
    return drawn


def swatch(colour: str, size: int = 16) -> QIcon:
    """Return a disc of *colour*, sharp on every screen."""
    made = QIcon()
    for ratio in (1.0, 2.0):
        drawn = QPixmap(QSize(round(size * ratio), round(size * ratio)))
        drawn.setDevicePixelRatio(ratio)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(1, 1, size - 2, size - 2)
        painter.end()
        made.addPixmap(drawn)
    return made


@lru_cache(maxsize=512)
def _icon(name: str, normal: str, disabled: str, size: int = SIZE, beside: int = 0) -> QIcon:
    made = QIcon()
    ratios = {1.0} | {screen.devicePixelRatio() for screen in QGuiApplication.screens()}
    for ratio in sorted(ratios):
        drawn = pixmap(name, normal, size, ratio, beside)
        made.addPixmap(drawn, QIcon.Mode.Normal)
        made.addPixmap(drawn, QIcon.Mode.Selected)
        pale = drawn if disabled == normal else pixmap(name, disabled, size, ratio, beside)
        made.addPixmap(pale, QIcon.Mode.Disabled)
    return made


def ink(palette: QPalette) -> str:
    """Return the text colour of *palette*."""
    return QColor(palette.color(QPalette.ColorRole.WindowText)).name()


def is_dark(palette: QPalette) -> bool:
    """Tell whether *palette* is light on dark."""
    return palette.color(QPalette.ColorRole.Window).lightness() < 128


def quiet(palette: QPalette) -> str:
    """Return the colour of secondary text and symbols."""
    text = palette.color(QPalette.ColorRole.WindowText).name()
    return mix(text, palette.color(QPalette.ColorRole.Window).name(), 0.7)


def seen(colour: str, palette: QPalette) -> str:
    """Return *colour* as it can be seen on the window's ground; the text colour for ""."""
    ground = palette.color(QPalette.ColorRole.Window).name()
    return readable(colour, ground, 3.0) if colour else ink(palette)
