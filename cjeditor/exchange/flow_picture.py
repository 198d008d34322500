"""One user flow as an SVG picture."""

from cjeditor.core.ids import Id
from cjeditor.core.words import Words, mark
from cjeditor.display.theme import LIGHT
from cjeditor.kinds.look import Look
from cjeditor.layout.flows import flow_diagram
from cjeditor.model.map import Map
from cjeditor.model.naming import flow_name
from cjeditor.render.backend import play_blocks

_EDGE = 16.0
"""Points around it."""


def flow_svg(journey: Map, flow: Id, words: Words) -> bytes:
    """Return a flow as a picture of its own size, in the light colours."""
    from cjeditor.render.svg import SvgBackend

    diagram = flow_diagram(journey, flow, Look(theme=LIGHT, words=words))
    area = diagram.area.grown(_EDGE)
    backend = SvgBackend(journey.pictures)
    with backend.moved(-area.x, -area.y):
        play_blocks(diagram.blocks, backend)
    return backend.document(
        area.width,
        area.height,
        title=flow_name(journey, flow, words),
        description=words(mark("User flow")),
        language=words.language,
    )
