"""The window's look in every theme: a Qt palette and one style sheet made from tokens."""

from dataclasses import asdict, dataclass
from string import Template
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QPalette, QStyleHints
from PySide6.QtWidgets import QApplication

from cjeditor.app.metrics import Metrics
from cjeditor.app.settings import ThemeChoice
from cjeditor.core.resources import resources
from cjeditor.core.theme_names import ThemeName
from cjeditor.core.words import mark

THEME_LABELS: Final[dict[ThemeChoice, str]] = {
    "system": mark("Like the system"),
    "light": mark("Light"),
    "dark": mark("Dark"),
    "contrast": mark("High contrast, light"),
    "contrast dark": mark("High contrast, dark"),
}

THEME_SYMBOLS: Final[dict[ThemeChoice, str]] = {
    "system": "device-desktop",
    "light": "sun",
    "dark": "moon",
    "contrast": "contrast",
    "contrast dark": "contrast",
}

FACES: Final = ("NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic")


@dataclass(frozen=True, slots=True)
class Tokens:
    """Every colour of the window, as `#rrggbb`.

    Attributes:
        window: Bars, inspector and dialogs.
        side: The palette of card types.
        desk: Around the sheet.
        faint: What cannot be used now.
        rule: Hairlines that only part things.
        border: Outlines of fields and buttons, which are told by them.
        edge: The same under the pointer.
        accent: The one primary button, what is switched on; *on_accent* stands on it.
        link: The accent as text, thin lines and focus rings, readable on *window*.
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
    edge: str
    hover: str
    pressed: str
    accent: str
    accent_hover: str
    on_accent: str
    link: str
    chosen: str
    danger: str


LIGHT: Final = Tokens(
    window="#ffffff",
    side="#f6f8fa",
    desk="#ebeff3",
    text="#1f2933",
    quiet="#55616d",
    faint="#848f9a",
    rule="#dfe4ea",
    field="#ffffff",
    border="#87929d",
    edge="#55616d",
    hover="#eef2f6",
    pressed="#e1e7ee",
    accent="#1a66d6",
    accent_hover="#1558bb",
    on_accent="#ffffff",
    link="#1a5fc8",
    chosen="#e3edfb",
    danger="#c53030",
)

DARK: Final = Tokens(
    window="#1a1f25",
    side="#171b20",
    desk="#14181d",
    text="#e6eaee",
    quiet="#aab4be",
    faint="#77828d",
    rule="#2d353e",
    field="#20262d",
    border="#6c7884",
    edge="#aab4be",
    hover="#262d35",
    pressed="#303942",
    accent="#1f6ee0",
    accent_hover="#1a62cb",
    on_accent="#ffffff",
    link="#7db0ff",
    chosen="#1f3556",
    danger="#ff8a8a",
)

HIGH_CONTRAST: Final = Tokens(
    window="#ffffff",
    side="#ffffff",
    desk="#ffffff",
    text="#000000",
    quiet="#1f1f1f",
    faint="#6b6b6b",
    rule="#5c5c5c",
    field="#ffffff",
    border="#000000",
    edge="#0037a8",
    hover="#dfe9ff",
    pressed="#c9daff",
    accent="#0037a8",
    accent_hover="#002676",
    on_accent="#ffffff",
    link="#0037a8",
    chosen="#cfdfff",
    danger="#9b0000",
)

HIGH_CONTRAST_DARK: Final = Tokens(
    window="#000000",
    side="#000000",
    desk="#000000",
    text="#ffffff",
    quiet="#e0e0e0",
    faint="#9a9a9a",
    rule="#9a9a9a",
    field="#000000",
    border="#ffffff",
    edge="#ffd60a",
    hover="#2b2b2b",
    pressed="#3d3d3d",
    accent="#ffd60a",
    accent_hover="#ffe566",
    on_accent="#000000",
    link="#ffd60a",
    chosen="#3a3400",
    danger="#ffa3a3",
)

_TOKENS: Final[dict[ThemeName, Tokens]] = {
    "light": LIGHT,
    "dark": DARK,
    "contrast": HIGH_CONTRAST,
    "contrast dark": HIGH_CONTRAST_DARK,
}


def theme_of(choice: ThemeChoice) -> ThemeName:
    """Return the theme that *choice* means now, on this system."""
    if choice != "system":
        return choice
    hints = QApplication.styleHints()
    dark = hints.colorScheme() == Qt.ColorScheme.Dark
    if _wants_contrast(hints):
        return "contrast dark" if dark else "contrast"
    return "dark" if dark else "light"


def _wants_contrast(hints: QStyleHints) -> bool:
    """Tell whether the system asks for high contrast; an older Qt does not know."""
    asked = getattr(hints, "accessibility", None)
    accessibility = asked() if asked is not None else None  # kept: Qt's object dies with its name
    preference = getattr(accessibility, "contrastPreference", None)
    return preference is not None and preference() == Qt.ContrastPreference.HighContrast


def tokens(theme: ThemeName) -> Tokens:
    """Return the colours of the window in *theme*."""
    return _TOKENS[theme]


def load_fonts() -> None:
    """Make the bundled Noto Sans the application's font."""
    for face in FACES:
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / f"{face}.ttf"))


def set_font(pixels: int) -> None:
    """Let every widget write in Noto Sans of so many pixels."""
    font = QFont("Noto Sans")
    font.setPixelSize(pixels)
    if QApplication.font() != font:
        QApplication.setFont(font)


def show_emblem() -> None:
    """Give every window of the application its icon."""
    QApplication.setWindowIcon(QIcon(str(resources() / "theme" / "cjeditor.svg")))


def colour(application: QApplication, theme: ThemeName) -> None:
    """Give the whole application the colours of *theme*."""
    application.setStyle("Fusion")
    application.setPalette(qt_palette(tokens(theme)))


def dress(application: QApplication, theme: ThemeName, metrics: Metrics) -> None:
    """Give every widget the look of *theme* in these sizes."""
    application.setStyleSheet(style_sheet(tokens(theme), metrics))


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
        (role.PlaceholderText, colours.quiet),
        (role.Link, colours.link),
        (role.LinkVisited, colours.link),
        (role.Highlight, colours.accent),
        (role.HighlightedText, colours.on_accent),
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


def style_sheet(colours: Tokens, metrics: Metrics) -> str:
    """Return the application's style sheet."""
    folder = (resources() / "theme").as_posix()
    template = (resources() / "theme" / "window.qss").read_text(encoding="utf-8")
    sizes = {f"{name}_px": f"{size}px" for name, size in asdict(metrics).items()}
    for name in ("side", "plus"):  # where the ring of the keyboard takes a pixel
        sizes[f"{name}_ring_px"] = f"{getattr(metrics, name) - 1}px"
    sign = "" if colours.on_accent == "#ffffff" else "-dark"  # the check on the accent
    return Template(template).substitute(asdict(colours), **sizes, folder=folder, sign=sign)
