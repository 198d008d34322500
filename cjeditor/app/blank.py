"""The map that a new document begins with: stages and lanes to fill, no cards."""

from cjeditor.app.templates import TEMPLATES, begin
from cjeditor.core.words import Words
from cjeditor.model.map import Map


def blank_map(words: Words) -> Map:
    """Return a map of five stages and six lanes in the language of *words*.

    Every such map has the same stages and lanes by id, so that maps which several tables
    have begun alike can be laid beside each other.
    """
    return begin(TEMPLATES[0].path(words.language))
