"""Small parts of the start screen: recent maps as tiles, boxes of choices, menus of tiles."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from PySide6.QtCore import QDateTime, QLocale, QPoint, QSize, Qt
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea, QSizePolicy, QWidget

from cjeditor.app.start_screen_tiles import Tile
from cjeditor.core.words import tr
from cjeditor.panels.choice_fields import ChoiceBox
from cjeditor.panels.icons import icon


def recent_tile(path: Path) -> Tile:
    """Return a recent map as a tile: where it lies and when it was changed, if it is there."""
    try:
        status = path.stat()
    except (OSError, ValueError):
        return Tile(path, path.stem, tr("Not found"), is_there=False)
    day = QDateTime.fromSecsSinceEpoch(int(status.st_mtime)).date()
    changed = QLocale().toString(day, "d MMM yyyy")
    return Tile(path, path.stem, f"{_short(path.parent)}\n{changed}")


def _short(folder: Path) -> str:
    """Return a folder's path, the home folder as ~."""
    try:
        return str(Path("~") / folder.relative_to(Path.home()))
    except (ValueError, RuntimeError):
        return str(folder)


class WholeBox(ChoiceBox):
    """A box as wide as its widest choice."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(ChoiceBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        around = self.width() - self.room()
        return QSize(self.longest() + around, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


def fill_choices(
    box: ChoiceBox, name: str, labels: Mapping[Any, str], symbols: Mapping[Any, str], chosen: str
) -> None:
    """Put *labels*, English, marked, with their *symbols* into *box*.

    Args:
        name: What they are about.
    """
    box.setAccessibleName(name)
    box.setToolTip(name)
    box.clear()
    for value, text in labels.items():
        box.addItem(icon(symbols[value], box.palette()), tr(text), value)
    box.setCurrentIndex(box.findData(chosen))


def scroll_area(inside: QWidget) -> QScrollArea:
    """Return *inside* in an area that scrolls up and down."""
    area = QScrollArea()
    area.setWidget(inside)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    return area


def pop_up(menu: QMenu, at: QPoint) -> None:
    """Show *menu* at a spot of the screen, for once."""
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.popup(at)
