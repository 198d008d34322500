"""A PDF file, as reportlab makes it.

Everything of reportlab that is not its public interface is used here and in `pdf_contents`,
and nowhere else.
"""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from typing import Any, Final, NamedTuple

from PIL import Image, UnidentifiedImageError
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase import pdfdoc
from reportlab.pdfgen.canvas import Canvas

from cjeditor import __version__
from cjeditor.display.shapes import Rect
from cjeditor.render.pdf_contents import PdfContents
from cjeditor.render.pdf_fonts import UsedFont

rl_config.useA85 = 0  # binary streams: a fifth smaller than in ASCII letters

_COMPRESSED: Final = [pdfdoc.PDFZCompress]
_FIXED_DAY: Final = (2000, 1, 1, 0, 0, 0)
_SYMBOLIC: Final = 4
_ITALIC: Final = 64


class About(NamedTuple):
    """What viewers and search engines show of a document.

    Attributes:
        language: As in BCP 47: "id".
        date: When it was made, as 2026-11-22; None means a fixed day, so that the same map
            gives the same file.
    """

    title: str
    authors: tuple[str, ...] = ()
    subject: str = ""
    language: str = "en"
    date: str | None = None


class Document:
    """Pages of one size that are drawn one after the other with PDF operators.

    The origin of the operators is the lower left corner and y goes up, until a `cm`.

    Attributes:
        code: The page's operators so far; append to it.
    """

    def __init__(self, width: float, height: float, about: About) -> None:
        self._file = BytesIO()
        self._canvas = _canvas(self._file, (width, height), about.language)
        self._contents = PdfContents(self._canvas._doc)
        self._opacities: dict[float, str] = {}
        self._fonts: dict[str, UsedFont] = {}
        self._pictures: dict[str, ImageReader] = {}
        self.code: list[str] = self._canvas._code
        self._describe(about)

    def font(self, face: str) -> UsedFont:
        """Return the font of the file named *face*; it is embedded when the page is done."""
        if face not in self._fonts:
            self._fonts[face] = UsedFont(face, f"F{len(self._fonts) + 1}")
        return self._fonts[face]

    def see_through(self, opacity: float) -> str:
        """Return the operator that makes fills see-through, until the next `Q`."""
        if opacity not in self._opacities:
            self._canvas.saveState()
            self._canvas.setFillAlpha(opacity)
            self._canvas.restoreState()
            _, self._opacities[opacity], _ = self.code[-3:]
            del self.code[-3:]
        return self._opacities[opacity]

    def shade(self, rect: Rect, stops: Sequence[tuple[float, str]]) -> None:
        """Fill the clipped area with colours that change from *rect*'s y to its bottom."""
        places, colours = zip(*stops, strict=True)
        # reportlab wants both ends among the places.
        places, colours = (0, *places, 1), (colours[0], *colours, colours[-1])
        self._canvas.linearGradient(rect.x, rect.y, rect.x, rect.bottom, colours, places)

    def picture(self, name: str, content: bytes, rect: Rect) -> bool:
        """Draw a PNG or JPEG file over *rect*, y down; tell whether it could be read."""
        try:
            if name not in self._pictures:
                self._pictures[name] = _checked_picture(content)
            reader = self._pictures[name]
            self._canvas.saveState()
            self.code.append(f"1 0 0 -1 0 {2 * rect.y + rect.height:.3f} cm")
            self._canvas.drawImage(reader, *rect, mask="auto")
            self._canvas.restoreState()
        except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
            return False
        return True

    def bookmark(self, title: str, area: Rect, level: int = 0) -> None:
        """Add an entry to the table of contents that shows *area*, y up to its bottom."""
        self._contents.add(title, area, level)

    def next_page(self) -> None:
        """Begin another page."""
        self._canvas.showPage()
        self._opacities = {}
        self.code = self._canvas._code

    def finish(self) -> bytes:
        """Return the file; nothing can be drawn any more."""
        self._canvas.showPage()
        for font in self._fonts.values():
            _embed(self._canvas._doc, font)
        self._canvas.save()
        return self._file.getvalue()

    def _describe(self, about: About) -> None:
        canvas = self._canvas
        canvas.setTitle(about.title)
        canvas.setAuthor(", ".join(about.authors))
        canvas.setSubject(about.subject)
        canvas.setCreator(f"CJ Editor {__version__}")
        canvas._doc._timeStamp.YMDhms = _day(about.date)
        canvas.setViewerPreference("DisplayDocTitle", "true")
        canvas.setViewerPreference("PrintScaling", "None")


def _day(date: str | None) -> tuple[int, ...]:
    """Return year, month, day, hour, minute and second at which a day begins."""
    with suppress(ValueError):  # no day, or one that no calendar has, such as 2026-99-99
        return datetime.fromisoformat(date or "").timetuple()[:6]
    return _FIXED_DAY


def _canvas(file: BytesIO, size: tuple[float, float], language: str) -> Any:
    return _PlainCanvas(
        file,
        pagesize=size,
        pageCompression=1,
        pdfVersion=(1, 7),
        invariant=1,  # the same map gives the same bytes
        lang=language,
    )


class _PlainCanvas(Canvas):
    """A canvas without a first font: reportlab would name Helvetica, which is not embedded."""

    def _make_preamble(self) -> None:
        self._preamble = ""


def _checked_picture(content: bytes) -> ImageReader:
    """Read a picture whole, so that a damaged one is found before it is drawn."""
    with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as image:
        image.load()
    return ImageReader(BytesIO(content))


def _embed(document: Any, font: UsedFont) -> None:
    """Put *font* into the file under its name, as a composite font with its own codes."""
    file, glyphs = font.subset()
    name, metrics = pdfdoc.PDFName(font.postscript_name), font.metrics
    descriptor = {
        "Type": pdfdoc.PDFName("FontDescriptor"),
        "FontName": name,
        "Flags": _SYMBOLIC | (_ITALIC if metrics.italic else 0),
        "FontBBox": pdfdoc.PDFArray(metrics.box),
        "ItalicAngle": -12 if metrics.italic else 0,
        "Ascent": metrics.ascent,
        "Descent": metrics.descent,
        "CapHeight": 714,  # of Noto Sans; this and StemV only matter to find a replacement
        "StemV": 140 if metrics.bold else 90,
        "FontFile2": _stream(document, file, Length1=len(file)),
    }
    descendant = {
        "Type": pdfdoc.PDFName("Font"),
        "Subtype": pdfdoc.PDFName("CIDFontType2"),
        "BaseFont": name,
        "CIDSystemInfo": pdfdoc.PDFDictionary(
            {
                "Registry": pdfdoc.PDFString("Adobe"),
                "Ordering": pdfdoc.PDFString("Identity"),
                "Supplement": 0,
            }
        ),
        "FontDescriptor": document.Reference(pdfdoc.PDFDictionary(descriptor)),
        "W": pdfdoc.PDFArray([0, pdfdoc.PDFArray(font.widths)]),
        "CIDToGIDMap": _stream(document, glyphs),
    }
    composite = {
        "Type": pdfdoc.PDFName("Font"),
        "Subtype": pdfdoc.PDFName("Type0"),
        "BaseFont": name,
        "Encoding": pdfdoc.PDFName("Identity-H"),
        "DescendantFonts": pdfdoc.PDFArray([document.Reference(pdfdoc.PDFDictionary(descendant))]),
        "ToUnicode": _stream(document, font.to_unicode().encode("ascii")),
    }
    fonts = document.idToObject[pdfdoc.BasicFonts].dict
    fonts[font.name] = document.Reference(pdfdoc.PDFDictionary(composite))


def _stream(document: Any, content: bytes, **entries: int) -> Any:
    """Put a compressed stream into the file and return the reference to it."""
    return document.Reference(
        pdfdoc.PDFStream(pdfdoc.PDFDictionary(dict(entries)), content, _COMPRESSED)
    )
