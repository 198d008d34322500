"""Setting the words of a line beside each other, each where its direction puts it."""

from functools import partial
from itertools import accumulate, chain, groupby

from cjeditor.display.bidi import visual_order
from cjeditor.display.glyphs import Line, Run
from cjeditor.display.shaping import Shaper, Span, Word


def line(words: list[Word], size: float) -> Line:
    """Return *words*, with the spaces between them, as a line."""
    missing = "".join(dict.fromkeys("".join([word.missing for word in words])))
    return Line(
        "".join([word.text for word in words]),
        size,
        sum([word.width for word in words]),
        partial(_runs, words),
        missing,
    )


def plain_runs(shaper: Shaper, text: str) -> tuple[Run, ...]:
    """Return the glyphs of *text*, which the Latin family draws from left to right."""
    chunks = shaper.chunks()
    space = shaper.words()[" "]
    words = chain.from_iterable([(space, *chunks[part].words) for part in text.split(" ")])
    spans = [word.spans[0] for word in words][1:]
    glyphs = tuple(chain.from_iterable([span.glyphs for span in spans]))
    advances = chain.from_iterable([span.advances for span in spans])
    *xs, _end = accumulate(advances, initial=0.0)
    return (Run(spans[0].face, glyphs, tuple(xs), (0.0,) * len(xs), tuple(text)),)


def _runs(words: list[Word], _text: str) -> tuple[Run, ...]:
    spans = [span for word in words for span in word.spans if span.glyphs]
    if any(span.level for span in spans):
        spans = [spans[index] for index in visual_order([span.level for span in spans])]
    runs = []
    x = 0.0
    for face, same in groupby(spans, key=lambda span: span.face):
        run, x = _run(face, list(same), x)
        runs.append(run)
    return tuple(runs)


def _run(face: str, spans: list[Span], x: float) -> tuple[Run, float]:
    """Return the glyphs of *spans* from *x* on, and where they end."""
    glyphs: list[int] = []
    xs: list[float] = []
    ys: list[float] = []
    texts: list[str] = []
    for span in spans:
        *places, x = accumulate(span.advances, initial=x)
        glyphs += span.glyphs
        texts += span.texts
        if span.offsets:
            xs += [place + right for place, (right, _) in zip(places, span.offsets, strict=True)]
            ys += [up for _, up in span.offsets]
        else:
            xs += places
            ys += [0.0] * len(places)
    return Run(face, tuple(glyphs), tuple(xs), tuple(ys), tuple(texts)), x
