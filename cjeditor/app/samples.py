"""The sample map that comes with the program, in each language."""

from pathlib import Path

from cjeditor.core.resources import resources
from cjeditor.core.words import Language

_NAMES: dict[Language, str] = {"en": "shoes", "id": "sepatu"}


def sample(language: Language) -> Path:
    """Return the sample map in *language*."""
    return resources() / "samples" / f"{_NAMES[language]}.{language}.cjm"
