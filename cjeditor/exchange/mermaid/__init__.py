"""Mermaid `journey` diagrams, in and out; bare, or inside Markdown and HTML."""

from cjeditor.core.progress import Progress
from cjeditor.core.words import mark
from cjeditor.exchange.format import Format, Options, Reading, Writing
from cjeditor.model.map import Map


def write(journey: Map, options: Options, progress: Progress) -> Writing:
    from cjeditor.exchange.mermaid import writer

    return writer.write(journey, options, progress)


def read(content: bytes) -> Reading:
    from cjeditor.exchange.mermaid import reader

    return reader.read(content)


def recognises(content: bytes) -> bool:
    from cjeditor.exchange.mermaid import reader

    return reader.recognises(content)


FORMAT = Format(
    name="mermaid",
    label=mark("Mermaid journey"),
    suffixes=(".mmd", ".mermaid", ".md", ".markdown"),
    write=write,
    read=read,
    recognises=recognises,
)
