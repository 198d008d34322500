"""Drawings made larger or smaller: every length, the type included."""

from typing import assert_never

from cjeditor.display.glyphs import Line as GlyphLine
from cjeditor.display.glyphs import Run
from cjeditor.display.shapes import (
    Block,
    Box,
    Close,
    Curve,
    CurveTo,
    Drawing,
    Line,
    LineTo,
    MoveTo,
    Picture,
    Rect,
    Segment,
    Shape,
    Stroke,
    Symbol,
    TextLine,
    Wash,
)


def scaled_block(block: Block, by: float) -> Block:
    """Return a block *by* times as large, and as far from the origin."""
    return block._replace(x=block.x * by, y=block.y * by, drawing=scaled_drawing(block.drawing, by))


def scaled_drawing(drawing: Drawing, by: float) -> Drawing:
    """Return a drawing *by* times as large."""
    shapes = tuple(_shape(shape, by) for shape in drawing.shapes)
    return Drawing(drawing.width * by, drawing.height * by, shapes)


def _shape(shape: Shape, by: float) -> Shape:
    match shape:
        case Box():
            stroke, radius = _stroke(shape.stroke, by), shape.radius * by
            return shape._replace(rect=_rect(shape.rect, by), stroke=stroke, radius=radius)
        case Wash() | Picture():
            return shape._replace(rect=_rect(shape.rect, by))
        case Line():
            x1, y1, x2, y2 = (each * by for each in (shape.x1, shape.y1, shape.x2, shape.y2))
            return Line(x1, y1, x2, y2, _sure(shape.stroke, by))
        case Curve():
            path = tuple(_segment(each, by) for each in shape.path)
            return shape._replace(path=path, stroke=_stroke(shape.stroke, by))
        case TextLine():
            line = _line(shape.line, by)
            return shape._replace(x=shape.x * by, baseline=shape.baseline * by, line=line)
        case Symbol():
            return shape._replace(x=shape.x * by, y=shape.y * by, size=shape.size * by)
        case _:
            assert_never(shape)


def _rect(rect: Rect, by: float) -> Rect:
    return Rect(*(side * by for side in rect))


def _segment(segment: Segment, by: float) -> Segment:
    match segment:
        case MoveTo():
            return MoveTo(segment.x * by, segment.y * by)
        case LineTo():
            return LineTo(segment.x * by, segment.y * by)
        case CurveTo():
            return CurveTo(*(each * by for each in segment))
        case Close():
            return segment
        case _:
            assert_never(segment)


def _stroke(stroke: Stroke | None, by: float) -> Stroke | None:
    return None if stroke is None else _sure(stroke, by)


def _sure(stroke: Stroke, by: float) -> Stroke:
    dash = tuple(each * by for each in stroke.dash)
    return stroke._replace(width=stroke.width * by, dash=dash)


def _line(line: GlyphLine, by: float) -> GlyphLine:
    def runs(_text: str) -> tuple[Run, ...]:
        return tuple(
            run._replace(xs=tuple(x * by for x in run.xs), ys=tuple(y * by for y in run.ys))
            for run in line.runs
        )

    return GlyphLine(line.text, line.size * by, line.width * by, runs, line.missing)
