"""The map as an SVG picture."""

from typing import Final

from cjeditor.core.progress import Progress
from cjeditor.core.words import Words, mark
from cjeditor.exchange.format import Format, Options, Writing
from cjeditor.exchange.poster import counted, document_title, poster_of, poster_remarks
from cjeditor.model.map import Map
from cjeditor.render.backend import play_blocks


def write(journey: Map, options: Options, progress: Progress) -> Writing:
    """Write *journey* as a picture of its poster.

    Raises:
        Cancelled: *progress* said so.
    """
    from cjeditor.render.svg import SvgBackend

    words = Words(options.language or journey.scope.language)
    progress(0)
    poster = poster_of(journey, options, words)
    backend = SvgBackend(journey.pictures)
    with backend.placed(poster.x, poster.y, poster.scale):
        play_blocks(counted(poster, progress), backend)
    content = backend.document(
        poster.width,
        poster.height,
        title=document_title(journey, words),
        description=journey.scope.scenario,
        language=words.language,
    )
    progress(1)
    return Writing(content, poster_remarks(poster, options))


FORMAT: Final = Format(name="svg", label=mark("SVG picture"), suffixes=(".svg",), write=write)
