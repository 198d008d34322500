"""The example maps that come with the program, in each language."""

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cjeditor.core.resources import resources
from cjeditor.core.words import LANGUAGES, Language, mark


@dataclass(frozen=True, slots=True)
class Example:
    """A filled map to look at and to play with.

    Attributes:
        name: Unique.
        label, note: What it is called and what it shows; English, marked.
        files: Names of its files, by language.
    """

    name: str
    label: str
    note: str
    files: dict[Language, str]

    def path(self, language: Language) -> Path:
        """Return the file in *language*."""
        return resources() / "samples" / self.files[language]


def _named_alike(name: str) -> dict[Language, str]:
    return {language: f"{name}.{language}.cjm" for language in LANGUAGES}


EXAMPLES: Final = (
    Example(
        "shoes",
        mark("Buying running shoes online"),
        mark("Today and tomorrow, with evidence behind the cards"),
        {"en": "shoes.en.cjm", "id": "sepatu.id.cjm"},
    ),
    Example(
        "clinic",
        mark("A first visit with the clinic’s app"),
        mark("A public service, seen by two personas"),
        _named_alike("clinic"),
    ),
    Example(
        "coffee",
        mark("An iced coffee ordered ahead"),
        mark("A service blueprint, with feelings and ideas"),
        _named_alike("coffee"),
    ),
)


def sample(language: Language) -> Path:
    """Return the sample map in *language*: the first of the examples."""
    return EXAMPLES[0].path(language)
