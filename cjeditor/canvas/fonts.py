"""The bundled fonts for Qt's own widgets: the field over a card, labels of the preview."""

from typing import Final

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QFont, QFontDatabase

from cjeditor.display.fonts import face_path, faces

_FAMILIES: Final = {
    "NotoSans": "Noto Sans",
    "NotoSansArabic": "Noto Sans Arabic",
    "NotoSansHebrew": "Noto Sans Hebrew",
    "NotoSansDevanagari": "Noto Sans Devanagari",
    "NotoSansThai": "Noto Sans Thai",
    "NotoSansMath": "Noto Sans Math",
    "NotoSansSymbols2": "Noto Sans Symbols2",
    "NotoSansSymbols": "Noto Sans Symbols",
    "NotoEmoji": "Noto Emoji",
    "NanumGothic": "NanumGothic",
    "DroidSansFallbackFull": "Droid Sans Fallback",
}
"""Family by the first part of its files' names; the first one is tried first.

One that is missing would be added, and all that Qt keeps of fonts be thrown away, at every writing.
"""


def load_fonts(*, every_script: bool = False) -> None:
    """Make the bundled families known to Qt, unless they are.

    Args:
        every_script: Those of other scripts too; else only Latin, Greek and Cyrillic.
    """
    known = set(QFontDatabase.families())
    for face in faces():
        family = face.partition("-")[0]
        wanted = every_script or family == "NotoSans"
        if wanted and _FAMILIES[family] not in known:
            QFontDatabase.addApplicationFont(str(face_path(face)))
    # Noto Sans has some letters of scripts that it cannot shape; Qt says so for each and
    # takes the next family, as it should.
    QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")


def widget_font(pixels: float, dots_per_inch: float, *, bold: bool = False) -> QFont:
    """Return the bundled font *pixels* high; Qt takes fractions only in points."""
    font = QFont()
    font.setFamilies(list(_FAMILIES.values()))
    font.setPointSizeF(pixels * 72 / dots_per_inch)
    font.setBold(bold)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
