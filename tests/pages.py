"""Drawing a page for a test, and reading a PDF page back as its reader sees it."""

import unicodedata
from collections.abc import Mapping
from typing import NamedTuple

import pypdfium2
from PIL.Image import Image

from cjeditor.display.shapes import Block, Drawing, Rect, Shape, TextLine
from cjeditor.display.text import Font, set_line
from cjeditor.model.records import Picture
from cjeditor.render.backend import play_blocks
from cjeditor.render.pdf import PdfBackend
from cjeditor.render.pdf_document import About, Document

WIDTH, HEIGHT = 600, 400

SCRIPTS = (
    "AVATAR To Wait: Typography",
    "Ελληνικά и русский язык",
    "مرحبا بالعالم، كيف الحال؟",
    "السلام عليكم، شكرًا يا مُحَمَّد",
    "اسمي Rina وعمري 42 سنة",
    "שלום עולם טוב",
    "שָׁלוֹם עוֹלָם",
    "客户旅程地图 と",
    "고객 여정 지도",
    "हिन्दी में ग्राहक यात्रा क्षेत्र",
    "र्कि क्ष्म ज्ञान",
    "ภาษาไทย ลูกค้าซื้อสินค้า น้ำ",
    "I love 🙂 and 🚀",
    "👨‍👩‍👧‍👦 family 🇮🇩 flag",
    "x² → ★ ∑ office fi",
)


class Character(NamedTuple):
    """A character of a page, in points from its upper left corner."""

    char: str
    x: float
    right: float
    bottom: float


def text(words: str, x: float = 0, baseline: float = 0, font: Font | None = None) -> TextLine:
    return TextLine(x, baseline, set_line(words, font or Font(12)), "#202020")


def block(*shapes: Shape, x: float = 0, y: float = 0) -> Block:
    return Block("e", "card", x, y, Drawing(WIDTH, HEIGHT, shapes))


def draw(*blocks: Block, pictures: Mapping[str, Picture] | None = None) -> bytes:
    """Return a PDF page of WIDTH × HEIGHT points with *blocks*, at their size."""
    document = Document(WIDTH, HEIGHT, About("A page"))
    backend = PdfBackend(document, pictures or {})
    with backend.placed(0, HEIGHT, 1):
        play_blocks(blocks, backend)
    return document.finish()


def read_text(pdf: bytes) -> str:
    page = pypdfium2.PdfDocument(pdf)[0]
    return page.get_textpage().get_text_range().replace("\r\n", "\n")


def read_characters(pdf: bytes) -> list[Character]:
    """Return where the page's characters stand: whole advance widths, not only their ink."""
    page = pypdfium2.PdfDocument(pdf)[0]
    words, height = page.get_textpage(), page.get_height()
    found = []
    for index in range(words.count_chars()):
        left, bottom, right, _ = words.get_charbox(index, loose=True)
        found.append(Character(words.get_text_range(index, 1), left, right, height - bottom))
    return [each for each in found if each.char.strip()]


def render(pdf: bytes, scale: float = 1) -> Image:
    """Return the first page as a picture, *scale* pixels for each point."""
    return pypdfium2.PdfDocument(pdf)[0].render(scale=scale).to_pil().convert("RGB")


def ink(picture: Image) -> Rect:
    """Return the box around everything that is not white."""
    left, top, right, bottom = picture.convert("L").point(lambda v: 255 - v).getbbox()
    return Rect(left, top, right - left, bottom - top)


def squeezed(words: str) -> str:
    """Return *words* without white space, joiners and marks of direction, marks in one order."""
    ignored = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\ufe0f\ufffe"
    kept = "".join(char for char in words if not char.isspace() and char not in ignored)
    return unicodedata.normalize("NFD", kept)
