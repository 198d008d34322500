"""The A0 poster, beside plain reportlab drawing the same shapes."""

import io
import sys

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.maps import sized
from benchmarks.measure import Row, cpu_in_turns, peak_memory, report
from cjeditor.core.progress import no_progress
from cjeditor.core.units import MM
from cjeditor.core.words import Words
from cjeditor.display.fonts import face_path
from cjeditor.display.shapes import Box, Curve, Line, Symbol, TextLine
from cjeditor.display.symbols import symbol_paths
from cjeditor.exchange import pdf
from cjeditor.exchange.format import PAPERS, Options
from cjeditor.layout.poster import Poster, lay_out_poster
from cjeditor.render.backend import play_blocks
from cjeditor.render.pdf import PdfBackend
from cjeditor.render.pdf_document import About, Document

LIMIT = 2


def measure(cards: int) -> list[Row]:
    journey = sized(cards)
    short, long = PAPERS["A0"]
    poster = lay_out_poster(journey, (long * MM, short * MM), Words("en"))
    options = Options(paper="A0", orientation="landscape")

    def ours() -> bytes:
        return pdf.FORMAT.write(journey, options, no_progress).content

    size = len(ours()) / 1024
    memory = peak_memory()
    whole, drawing, plain = cpu_in_turns(
        [ours, lambda: _drawn(poster), lambda: _plain(poster)], repeat=3
    )
    peer = "plain reportlab, same shapes"
    return [
        Row("A0 PDF, drawing", cards, drawing, peer=peer, peer_value=plain,
            target=f"≤ {LIMIT} ×", met=drawing <= LIMIT * plain),
        Row("A0 PDF, with layout", cards, whole, peer=peer, peer_value=plain),
        Row("A0 PDF, size", cards, size, unit="KiB"),
        Row("A0 PDF, peak memory", cards, memory, unit="MiB"),
    ]  # fmt: skip


def _drawn(poster: Poster) -> bytes:
    document = Document(poster.width, poster.height, About("Poster"))
    backend = PdfBackend(document, {})
    with backend.placed(poster.x, poster.height - poster.y, poster.scale):
        play_blocks(poster.blocks, backend)
    return document.finish()


def _plain(poster: Poster) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(poster.width, poster.height))
    for face in ("NotoSans-Regular", "NotoSans-Bold", "NotoSans-Italic"):
        pdfmetrics.registerFont(TTFont(face, str(face_path(face))))
    canvas.translate(poster.x, poster.height - poster.y)
    canvas.scale(poster.scale, poster.scale)
    for block in poster.blocks:
        canvas.saveState()
        canvas.translate(block.x, -block.y)
        for shape in block.drawing.shapes:
            _plain_shape(canvas, shape)
        canvas.restoreState()
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def _plain_shape(canvas: Canvas, shape: object) -> None:
    match shape:
        case Box(rect, fill, stroke, radius):
            if fill:
                canvas.setFillColor(HexColor(fill))
            if stroke:
                canvas.setStrokeColor(HexColor(stroke.colour))
                canvas.setLineWidth(stroke.width)
            canvas.roundRect(rect.x, -rect.bottom, rect.width, rect.height, radius,
                             stroke=bool(stroke), fill=bool(fill))  # fmt: skip
        case Line(x1, y1, x2, y2, stroke):
            canvas.setStrokeColor(HexColor(stroke.colour))
            canvas.setLineWidth(stroke.width)
            canvas.line(x1, -y1, x2, -y2)
        case TextLine(x, baseline, line, colour):
            canvas.setFillColor(HexColor(colour))
            for run in line.runs:
                face = run.face if run.face in pdfmetrics.getRegisteredFontNames() else ""
                canvas.setFont(face or "NotoSans-Regular", line.size)
                canvas.drawString(x + (run.xs[0] if run.xs else 0), -baseline, "".join(run.texts))
        case Symbol(name, x, y, size, colour):
            canvas.setStrokeColor(HexColor(colour))
            scale = size / 24
            for segments in symbol_paths(name):
                _plain_path(canvas, segments, x, y, scale)
        case Curve(path, stroke, fill):
            if stroke:
                canvas.setStrokeColor(HexColor(stroke.colour))
            if fill:
                canvas.setFillColor(HexColor(fill))
            _plain_path(canvas, path, 0, 0, 1, stroke=bool(stroke), fill=bool(fill))
        case _:
            pass  # washes and pictures are few


def _plain_path(canvas, segments, x, y, scale, *, stroke=True, fill=False):
    path = canvas.beginPath()
    for segment in segments:
        points = [
            (x + segment[i] * scale, -(y + segment[i + 1] * scale))
            for i in range(0, len(segment), 2)
        ]
        flat = [value for point in points for value in point]
        {0: path.close, 2: path.lineTo, 6: path.curveTo}[len(flat)](*flat) if (
            type(segment).__name__ != "MoveTo"
        ) else path.moveTo(*flat)
    canvas.drawPath(path, stroke=stroke, fill=fill)


if __name__ == "__main__":
    report(measure(int(sys.argv[1])))
