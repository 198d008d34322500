"""Mermaid `journey` diagrams, in and out; bare, or inside Markdown and HTML."""

from cjeditor.core.words import mark
from cjeditor.exchange.format import Format
from cjeditor.exchange.mermaid.reader import read, recognises
from cjeditor.exchange.mermaid.writer import write

FORMAT = Format(
    name="mermaid",
    label=mark("Mermaid journey"),
    suffixes=(".mmd", ".mermaid", ".md", ".markdown"),
    write=write,
    read=read,
    recognises=recognises,
)
