"""OJF, the OpenJourney Format of the editor Ptolemy, in and out.

What our maps have no field for is kept in own fields whose names begin with `ojf.`, and put
back on the way out. Only this is not kept as it stood: the order of nodes of different
cells; null, an empty text and an empty list, where a field is known; and defaults are
written out (`description`, `tags`, `isMomentOfTruth`, a node's `id`).
"""

from cjeditor.core.progress import Progress
from cjeditor.core.words import mark
from cjeditor.exchange.format import Format, Options, Reading, Writing
from cjeditor.model.map import Map


def write(journey: Map, options: Options, progress: Progress) -> Writing:
    from cjeditor.exchange.ojf import writer

    return writer.write(journey, options, progress)


def read(content: bytes) -> Reading:
    from cjeditor.exchange.ojf import reader

    return reader.read(content)


def recognises(content: bytes) -> bool:
    from cjeditor.exchange.ojf import reader

    return reader.recognises(content)


FORMAT = Format(
    name="ojf",
    label=mark("OpenJourney Format (OJF)"),
    suffixes=(".ojf", ".ojf.json", ".json"),
    write=write,
    read=read,
    recognises=recognises,
)
