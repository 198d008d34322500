"""The words of the interface and of documents, in English and Indonesian.

English is the source text in the code; the other languages stand in
`resources/translations/<language>.po`, compiled to `.mo` when the program is set up or
built. Written without Qt, because the command line and the exporters need it too.
"""

import gettext
import locale
import os
import re
from typing import Final, Literal

from cjeditor.core.resources import resources

Language = Literal["en", "id"]
LANGUAGES: Final[dict[Language, str]] = {"en": "English", "id": "Bahasa Indonesia"}


class Words:
    """The texts of one language; equal to any other of that language.

    Call it with the English text: `words("Pain point")`. A number goes through `count`.
    """

    def __init__(self, language: Language) -> None:
        self.language: Language = language
        self._catalogue = (
            gettext.NullTranslations() if language == "en" else _load_catalogue(language)
        )

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Words) and other.language == self.language

    def __hash__(self) -> int:
        return hash(self.language)

    def __call__(self, text: str) -> str:
        """Return *text*, an English source text, in this language."""
        return self._catalogue.gettext(text) if text else ""

    def count(self, one: str, many: str, number: int) -> str:
        """Return *one* or *many* as this language wants it for *number*, with `{n}` filled in."""
        return self._catalogue.ngettext(one, many, number).format(n=number)

    def of_qt(self, context: str, text: str) -> str | None:
        """Return a text of Qt's own dialogs, or None where Qt's English one serves."""
        found = self._catalogue.pgettext(f"Qt/{context}", text)
        return None if found == text else found


def _load_catalogue(language: str) -> gettext.NullTranslations:
    path = resources() / "translations" / f"{language}.mo"
    with path.open("rb") as file:
        return gettext.GNUTranslations(file)


def system_language() -> Language:
    """Return the language that the system asks for, English if we do not speak it."""
    names = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
    asked = next((value for name in names if (value := os.environ.get(name))), "")
    asked = asked or locale.getlocale()[0] or ""  # Windows keeps it elsewhere
    code = re.split(r"[_.:@-]", asked.lower())[0]
    return "id" if code in {"id", "in", "indonesian"} else "en"


def mark(text: str) -> str:
    """Mark *text* for translation where it stands; it is translated where it is used."""
    return text


_interface = Words("en")


def set_interface_language(language: Language) -> None:
    """Choose the language that `tr` answers in."""
    global _interface  # noqa: PLW0603  the one place that holds the interface's language
    _interface = Words(language)


def interface() -> Words:
    """Return the words of the interface's language."""
    return _interface


def tr(text: str) -> str:
    """Return *text*, an English source text, in the interface's language."""
    return _interface(text)


def trn(one: str, many: str, number: int) -> str:
    """Return *one* or *many* in the interface's language, with `{n}` filled in."""
    return _interface.count(one, many, number)
