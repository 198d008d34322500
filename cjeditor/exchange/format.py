"""What an exchange format is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final, Literal, NamedTuple

from cjeditor.core.progress import Progress
from cjeditor.core.words import Language
from cjeditor.model.map import Map

PaperName = Literal["A0", "A1", "A2", "A3", "A4"]
PAPERS: Final[dict[PaperName, tuple[float, float]]] = {
    "A0": (841, 1189),
    "A1": (594, 841),
    "A2": (420, 594),
    "A3": (297, 420),
    "A4": (210, 297),
}
"""ISO 216 sizes, short and long side in millimetres."""

Orientation = Literal["landscape", "portrait"]


class Options(NamedTuple):
    """What the user chose for an export.

    Attributes:
        paper: None means the map's own size.
        orientation: None means the one in which the type comes out larger.
        dpi: Of a picture; 96 draws a point of the map as 4/3 pixels.
        language: Of the words in the document; None means the map's own.
        links: Whether posters and pictures show links between cards.
    """

    paper: PaperName | None = "A3"
    orientation: Orientation | None = None
    dpi: int = 144
    language: Language | None = None
    links: bool = True


@dataclass(frozen=True, slots=True)
class Remark:
    """Something that a reader could not take as it stands, or a writer could not put.

    Attributes:
        reason: A sentence, English, marked, with places for *values*: "The score {score} …".
        line: From 1, in a text; None where a line means nothing.
        place: Path inside a structured file: "nodes[3].score"; a sheet's cell; or "".
    """

    reason: str
    values: dict[str, str] = field(default_factory=dict)
    line: int | None = None
    place: str = ""


class Reading(NamedTuple):
    """A map that was read and what was left out or changed on the way.

    Attributes:
        sha256: Of the file, if it is one of our own.
    """

    journey: Map
    remarks: tuple[Remark, ...] = ()
    sha256: bytes | None = None


class Writing(NamedTuple):
    """A document that was written and what could not be put into it."""

    content: bytes
    remarks: tuple[Remark, ...] = ()


class ReadError(Exception):
    """A file is not of the format, or too damaged to read.

    Attributes:
        reason: A sentence, English, marked, with places for *values*.
        line: From 1; None where a line means nothing.
    """

    def __init__(self, reason: str, line: int | None = None, **values: str) -> None:
        super().__init__(reason.format(**values))
        self.reason = reason
        self.line = line
        self.values = values


Reader = Callable[[bytes], Reading]
Writer = Callable[[Map, Options, Progress], Writing]


@dataclass(frozen=True, kw_only=True)
class Format:
    """One exchange format.

    Attributes:
        name: For `--to`: "pdf".
        label: English, marked: "PDF poster".
        suffixes: Lower case, with the dot; the first is the usual one.
        write: None where the program does not write it.
        read: None where the program does not read it. Raises `ReadError`.
        recognises: Tells from a file's content whether it is of this format; None where
            only the suffix tells.
    """

    name: str
    label: str
    suffixes: tuple[str, ...]
    write: Writer | None = None
    read: Reader | None = None
    recognises: Callable[[bytes], bool] | None = None
