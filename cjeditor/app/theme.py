"""The window's colours, light and dark: a Qt palette and one style sheet made from tokens."""

from dataclasses import asdict, dataclass
from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from cjeditor.app.settings import ThemeChoice
from cjeditor.core.resources import resources
from cjeditor.core.words import mark
from cjeditor.display import theme as paper

THEME_LABELS: Final[dict[ThemeChoice, str]] = {
    "system": mark("Like the system"),
    "light": mark("Light"),
    "dark": mark("Dark"),
}

FACES: Final = ("NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of the window, as `#rrggbb`.

    Attributes:
        window: Bars, inspector and dialogs.
        side: The palette of card types.
        desk: Around the sheet.
        accent: The one primary button, selected tabs, focus rings.
        link: The accent as text and thin lines, readable on *window*.
        chosen: Ground of chosen rows.
    """

    window: str
    side: str
    desk: str
    text: str
    quiet: str
    faint: str
    rule: str
    field: str
    border: str
    hover: str
    pressed: str
    accent: str
    accent_hover: str
    link: str
    chosen: str
    danger: str


LIGHT: Final = Tokens(
    window="#ffffff",
    side="#f6f8fa",
    desk="#ebeff3",
    text="#1f2933",
    quiet="#55616d",
    faint="#98a2ad",
    rule="#dfe4ea",
    field="#ffffff",
    border="#c5ced8",
    hover="#eef2f6",
    pressed="#e1e7ee",
    accent="#1a66d6",
    accent_hover="#1558bb",
    link="#1a66d6",
    chosen="#e3edfb",
    danger="#c53030",
)

DARK: Final = Tokens(
    window="#1a1f25",
    side="#171b20",
    desk="#14181d",
    text="#e6eaee",
    quiet="#aab4be",
    faint="#6e7984",
    rule="#2d353e",
    field="#20262d",
    border="#45505b",
    hover="#262d35",
    pressed="#303942",
    accent="#1a66d6",
    accent_hover="#2b76e5",
    link="#7db0ff",
    chosen="#1f3556",
    danger="#ff8a8a",
)


def is_dark(choice: ThemeChoice) -> bool:
    """Tell whether *choice* means the dark theme, now, on this system."""
    if choice == "system":
        return QApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return choice == "dark"


def tokens(dark: bool) -> Tokens:
    return DARK if dark else LIGHT


def map_theme(dark: bool) -> paper.Theme:
    """Return the colours of the map on such a screen."""
    return paper.DARK if dark else paper.LIGHT


def load_fonts() -> None:
    """Make the bundled Noto Sans the application's font."""
    for face in FACES:
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / f"{face}.ttf"))
    font = QFont("Noto Sans")
    font.setPixelSize(13)
    QApplication.setFont(font)


def show_emblem() -> None:
    """Give every window of the application its icon."""
    QApplication.setWindowIcon(QIcon(str(resources() / "theme" / "cjeditor.svg")))


def dress(application: QApplication, dark: bool) -> None:
    """Give the whole application the light or the dark look."""
    application.setStyle("Fusion")
    application.setPalette(qt_palette(tokens(dark)))
    application.setStyleSheet(style_sheet(tokens(dark)))


def qt_palette(colours: Tokens) -> QPalette:
    """Return the palette of widgets that the style sheet does not reach."""
    role = QPalette.ColorRole
    palette = QPalette()
    for which, colour in (
        (role.Window, colours.window),
        (role.WindowText, colours.text),
        (role.Base, colours.field),
        (role.AlternateBase, colours.side),
        (role.Text, colours.text),
        (role.Button, colours.window),
        (role.ButtonText, colours.text),
        (role.BrightText, colours.danger),
        (role.ToolTipBase, colours.text),
        (role.ToolTipText, colours.window),
        (role.PlaceholderText, colours.faint),
        (role.Link, colours.link),
        (role.LinkVisited, colours.link),
        (role.Highlight, colours.accent),
        (role.HighlightedText, "#ffffff"),
        (role.Accent, colours.accent),
        (role.Light, colours.hover),
        (role.Midlight, colours.rule),
        (role.Mid, colours.border),
        (role.Dark, colours.faint),
        (role.Shadow, "#000000"),
    ):
        palette.setColor(which, QColor(colour))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(colours.faint))
    return palette


def style_sheet(colours: Tokens) -> str:
    """Return the application's style sheet."""
    folder = (resources() / "theme").as_posix()
    template = (resources() / "theme" / "window.qss").read_text(encoding="utf-8")
    return Template(template).substitute(asdict(colours), folder=folder)
