"""Pain points that a real team has published, entered as whys and a flow by edits alone."""

import io
import re

from openpyxl import load_workbook

from cjeditor.core.words import Words
from cjeditor.display.shapes import TextLine
from cjeditor.display.theme import LIGHT
from cjeditor.edits.cards import AddCard
from cjeditor.edits.flows import AddFlow, AddFlowNode, PlaceNodes
from cjeditor.edits.lanes import AddLane
from cjeditor.edits.records import SetField
from cjeditor.edits.stages import AddStage
from cjeditor.edits.whys import AddCountermeasure, AddWhy
from cjeditor.exchange.format import Options
from cjeditor.exchange.registry import format_named
from cjeditor.files import cjm
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.look import Look
from cjeditor.layout.booklet.parts import booklet
from cjeditor.layout.flows import arranged
from cjeditor.model.chains import depth_of, pain_points
from cjeditor.model.integrity import faults
from cjeditor.model.map import Map
from cjeditor.session.session import Session

LOOK = Look(theme=LIGHT, words=Words("en"))


def findings(text):
    """Yield each finding of the report: its heading, its paragraphs, its bullet points."""
    learned = text.split("## What We Learned (Top Insights)")[1].split("## What's Next")[0]
    for part in re.split(r"^### ", learned, flags=re.MULTILINE)[1:]:
        heading, *lines = [line.strip() for line in part.splitlines()]
        kept = [line for line in lines if line and not line.startswith((">", "**", "---", "#"))]
        points = [line.lstrip("- 123.") for line in kept if re.match(r"[-\d]", line)]
        yield heading, [line for line in kept if not re.match(r"[-\d]", line)], points


def next_steps(text):
    rest = text.split("**Immediate Next Steps**")[1].split("**Future")[0]
    return [line.lstrip("- ") for line in rest.splitlines() if line.startswith("-")]


def entered(text):
    """Return a session in which a person has entered the report, edit by edit."""
    session = Session(Map(id="tanf"))
    session.do(AddStage(None, "Data reporting", ("Prepare", "Submit"), "reporting"))
    steps = [step.id for step in session.journey.ordered_steps]
    session.do(AddLane(CardsLane(id="pains", card="pain"), None))
    session.do(AddLane(CardsLane(id="ideas", card="opportunity"), None))
    for number, (heading, reasons, points) in enumerate(findings(text)):
        pain, why = f"pain{number}", None
        session.do(AddCard("pains", steps[number % 2], "pain", heading, card_id=pain))
        session.do(SetField((pain,), "severity", 5 - number % 5))
        for place, reason in enumerate(reasons):
            session.do(AddWhy(pain, why, reason, None, f"{pain}w{place}"))
            why = f"{pain}w{place}"
        for place, point in enumerate(points if why else ()):
            session.do(AddCountermeasure(why, "ideas", steps[0], point, f"{pain}o{place}"))
        if why:
            session.do(SetField((why,), "root", True))
            session.do(SetField((why,), "strength", "heard"))
    session.do(AddFlow(steps[1], "What is next", "next"))
    source = session.journey.flow_nodes_of["next"][0].id
    for number, step in enumerate(next_steps(text)):
        kind = "action" if number else "decision"
        session.do(AddFlowNode("next", kind, step, 0, 0, source, "", f"step{number}"))
        source = f"step{number}"
    session.do(PlaceNodes(tuple(arranged(session.journey, "next", LOOK))))
    return session


def test_a_real_report_is_entered_saved_printed_and_undone(inputs):
    text = (inputs / "markdown" / "tanf_pain-points.md").read_text(encoding="utf-8")
    told = list(findings(text))
    assert len(told) == 6

    session = entered(text)

    journey = session.journey
    assert faults(journey) == []
    assert [card.severity for card in pain_points(journey)] == sorted(
        (5 - number % 5 for number in range(6)), reverse=True
    )
    with_reasons = [number for number, (_, reasons, _) in enumerate(told) if reasons]
    assert with_reasons
    assert all(depth_of(journey, f"pain{number}") == "rooted" for number in with_reasons)
    assert cjm.loads(cjm.dumps(journey)) == journey

    pages = booklet(journey, (842.0, 595.0), LOOK)
    shapes = [s for page in pages for block in page.blocks for s in block.drawing.shapes]
    printed = " ".join(shape.line.text for shape in shapes if isinstance(shape, TextLine))
    for number in with_reasons:
        assert told[number][0].split("/")[0][:30] in printed
    for step in next_steps(text):
        assert step.split()[0] in printed

    content = format_named("xlsx").write(journey, Options(), lambda _share: None).content
    book = load_workbook(io.BytesIO(content))
    assert book["Whys"].max_row == 1 + len(journey.whys)
    assert book["Flows"].max_row == 1 + len(next_steps(text)) + 1

    session.travel(0)
    assert session.journey == Map(id="tanf")
