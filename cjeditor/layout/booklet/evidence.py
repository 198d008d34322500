"""Pages of the booklet: the sources behind the map, and what each stage rests on."""

from cjeditor.core.words import Words, mark
from cjeditor.kinds.card import Card
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.paper import Page, Paper
from cjeditor.layout.booklet.rows import RowColumn, TableRow, put_table
from cjeditor.layout.chips import Chips
from cjeditor.layout.coverage_strip import coverage_strip
from cjeditor.model.coverage import HYPOTHESIS, backed, coverage_by_stage, coverage_of
from cjeditor.model.map import Map
from cjeditor.model.records import EVIDENCE_KINDS, Evidence


def evidence_pages(journey: Map, size: tuple[float, float], look: Look) -> list[Page]:
    """Return the pages; none if the map has no sources."""
    if not journey.evidence:
        return []
    words = look.words
    paper = Paper(
        words(mark("Evidence")),
        size,
        look,
        note=words(mark("The sources behind the map, and what each stage rests on.")),
        source=journey.scope.title,
    )
    if coverage_of(journey).is_hypothesis:
        paper.paragraph(words(HYPOTHESIS))
        paper.gap()
    strip = coverage_strip(journey, coverage_by_stage(journey), paper.room.width, look, Chips())
    for row in {block.y: None for block in strip.ground}:
        boxes = [block for block in strip.ground if block.y == row]
        gap = boxes[1].x - boxes[0].rect.right if len(boxes) > 1 else 0.0
        paper.put_row([("", box.drawing) for box in boxes], "coverage", gap)
    paper.gap()
    columns = [
        RowColumn(words(mark("Title")), 4),
        RowColumn(words(mark("Kind")), 2),
        RowColumn(words(mark("Date")), 1.6),
        RowColumn(words(mark("Respondents")), 1.7),
        RowColumn(words(mark("Cards behind")), 1.6),
        RowColumn(words(mark("Link")), 2.5),
        RowColumn(words(mark("Notes")), 3.5),
    ]
    behind = backed(journey)
    rows = [
        _row(source, sum(isinstance(each, Card) for each in behind.get(source.id, ())), words)
        for source in journey.ordered_evidence
    ]
    put_table(paper, columns, rows)
    return paper.pages()


def _row(source: Evidence, cards: int, words: Words) -> TableRow:
    kind = words(EVIDENCE_KINDS[source.kind])
    respondents = "" if source.respondents is None else str(source.respondents)
    cells = (source.title or kind, kind, source.date or "", respondents, str(cards),
             source.link, source.note)  # fmt: skip
    return TableRow(cells, source.id)
