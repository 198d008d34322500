"""Blueprints by other people, as their files tell them, and how a person enters them.

Each reader returns a `Blueprint`: stages with their steps, lanes with their notes, and what
stands beside the map. `entered` does to a session what a person would do to enter it.
"""

import html
import json
import re
from dataclasses import dataclass, field

from cjeditor.edits.cards import AddCard
from cjeditor.edits.evidence import AddEvidence, PutBehind
from cjeditor.edits.lanes import AddLane
from cjeditor.edits.links import AddLink
from cjeditor.edits.metrics import AddFigures, AddMetric
from cjeditor.edits.owners import GiveOwner
from cjeditor.edits.personas import AddPersona
from cjeditor.edits.records import SetField
from cjeditor.edits.scope import SetScope
from cjeditor.edits.stages import AddStage
from cjeditor.kinds.cards_lane import CardsLane
from cjeditor.kinds.line_lane import LineLane
from cjeditor.kinds.metrics_lane import MetricsLane
from cjeditor.model.map import Map
from cjeditor.model.metrics import Figure, Metric
from cjeditor.model.records import Evidence, Persona
from cjeditor.session.session import Session

BETWEEN = ("interaction", "visibility", "internal")
"""The lines of a service blueprint from top to bottom."""


@dataclass(frozen=True)
class Told:
    """One note: its text, the number of its step, and fields besides the text."""

    text: str
    step: int
    fields: dict = field(default_factory=dict)


@dataclass(frozen=True)
class Row:
    """A lane: its title, the kind of its cards, the line above it if any, its notes."""

    title: str
    card: str
    notes: list
    line: str = ""


@dataclass
class Blueprint:
    """What a file tells.

    Attributes:
        about: Fields of the scope.
        stages: Title and titles of the steps of each.
        personas: Fields of each.
        metrics: Number of the stage, fields, and (day, value, note) or None.
        links: Pairs of (lane, note), numbers both, of which the first leads to the second.
        source: Fields of the evidence that the pain points rest on.
    """

    about: dict
    stages: list
    rows: list
    personas: list = field(default_factory=list)
    metrics: list = field(default_factory=list)
    links: list = field(default_factory=list)
    source: dict = field(default_factory=dict)


def entered(told):
    """Return a session in which a person has entered *told*, edit by edit."""
    session = Session(Map(id="blueprint"))
    for name, value in told.about.items():
        session.do(SetScope(name, value))
    for number, (title, steps) in enumerate(told.stages):
        session.do(AddStage(None, title, tuple(steps), f"stage{number}"))
    steps = [step.id for step in session.journey.ordered_steps]
    for number, fields in enumerate(told.personas):
        session.do(AddPersona(Persona(id=f"persona{number}")))
        for name, value in fields.items():
            session.do(SetField((f"persona{number}",), name, value))
    for number, row in enumerate(told.rows):
        if row.line:
            session.do(AddLane(LineLane(id=f"line{number}", line=row.line)))
        session.do(AddLane(CardsLane(id=f"lane{number}", card=row.card, title=row.title)))
        for place, note in enumerate(row.notes):
            _note(session, note, row.card, f"lane{number}", steps[note.step], f"n{number}-{place}")
    for one, other in told.links:
        session.do(AddLink("leads to", "n{}-{}".format(*one), "n{}-{}".format(*other)))
    _measures(session, told)
    if told.source:
        pains = [card.id for card in session.journey.reading_order() if card.kind == "pain"]
        session.do(AddEvidence(Evidence(id="source", **told.source)))
        session.do(PutBehind(("source",), tuple(pains)))
    return session


def _note(session, note, kind, lane, step, card):
    session.do(AddCard(lane, step, kind, note.text, card_id=card))
    for name, value in note.fields.items():
        if name == "owner":
            session.do(GiveOwner((card,), value))
        else:
            session.do(SetField((card,), name, value))


def _measures(session, told):
    if told.metrics:
        session.do(AddLane(MetricsLane(id="metrics")))
    for number, (stage, fields, figure) in enumerate(told.metrics):
        session.do(AddMetric(Metric(id=f"m{number}", about=f"stage{stage}", **fields)))
        if figure is not None:
            day, value, note = figure
            made = Figure(id=f"f{number}", metric=f"m{number}", date=day, value=value, note=note)
            session.do(AddFigures((made,)))


# --- a table of HTML: getting a burger


def burger(path):
    """Read a blueprint that is a table: steps across, one row for each side of the stage."""
    text = path.read_text(encoding="utf-8")
    first, *rest = re.findall(r"<tr>(.*?)</tr>", text, re.DOTALL)
    steps = [without_markup(each) for each in re.findall(r"<strong>(.*?)</strong>", first)]
    heads = [_head(row) for row in (first, *rest)]
    about = {
        "title": re.search(r"^description: (.+)$", text, re.MULTILINE)[1],
        "scenario": without_markup(re.search(r"<caption>(.*?)</caption>", text, re.DOTALL)[1]),
        "notes": "\n".join([
            re.search(r"^# (.+)$", text, re.MULTILINE)[1],
            without_markup(re.search(r"<p>(.*?)</p>", text, re.DOTALL)[1]),
            *(f"{name}: {said}" for name, said in heads),
        ]),
    }  # fmt: skip
    kinds = ("touchpoint", "process", "process")
    rows = [Row(steps[0], "action", [Told(step, n) for n, step in enumerate(steps[1:])])]
    rows += [
        Row(heads[number + 1][0], kind, _cells(row), BETWEEN[number])
        for number, (row, kind) in enumerate(zip(rest, kinds, strict=True))
    ]
    return Blueprint(about, [(step, [""]) for step in steps[1:]], rows)


def _head(row):
    """Return the name of a row and what is said about it."""
    head = re.search(r'<th scope="row".*?</th>', row, re.DOTALL)[0]
    name, said = re.search(r"<strong>(.*?)</strong>(.*)", head, re.DOTALL).groups()
    return without_markup(name), without_markup(said)


def _cells(row):
    cells = re.findall(r"<td>(.*?)</td>", row, re.DOTALL)
    return [
        Told(without_markup(point), number)
        for number, cell in enumerate(cells)
        for point in re.split(r"<li>", cell)[1:]
    ]


# --- a page for each stage: how the public buys software

ACQUISITION = (
    "bizdev", "intake", "agreements", "staffing", "onboarding", "solicitation-scoping",
    "infrastructure-review", "drafting", "co-team-assigned", "release-rfp", "qa", "proposals",
    "evaluation", "award",
)  # fmt: skip
"""The pages in the order in which each names the next one."""

_ASKED = (
    ("What happens in this stage", "action", ""),
    ("What is the next step", "action", ""),
    ("Who is involved in this stage", "touchpoint", "interaction"),
    ("Tasks done", "process", "visibility"),
    ("Documents created", "process", ""),
    ("Approvals", "process", "internal"),
    ("How long does this process usually take", "note", ""),
    ("What can go wrong in this stage", "pain", ""),
)


def acquisition(folder):
    """Read pages that all answer the same questions about their stage."""
    pages = [(folder / f"{name}.md").read_text(encoding="utf-8") for name in ACQUISITION]
    titles = [re.search(r"^title: (.+)$", page, re.MULTILINE)[1] for page in pages]
    whole = (folder / "external-clients.md").read_text(encoding="utf-8")
    title, rest = re.search(r"^title: (.+?)\n---\n(.*)", whole, re.DOTALL | re.MULTILINE).groups()
    answers = [_answers(page) for page in pages]
    rows = [
        Row(title, card, [
            _answer(text, step, title)
            for step, found in enumerate(answers)
            for text in found.get(title, ())
        ], line)
        for title, card, line in _ASKED
    ]  # fmt: skip
    took = next(note for note in rows[6].notes if "average time" in note.text)
    name = re.search("average time .+? signature", took.text)[0]
    metric = {"name": name, "kind": "ttr", "unit": "days", "direction": "lower"}
    return Blueprint(
        about={"title": title, "scenario": rest.strip(), "notes": "What needs to happen to get "
               "us out of this stage?\nTasks done, Documents created, Approvals needed"},
        stages=[(title, [""]) for title in titles],
        rows=rows,
        metrics=[(took.step, metric, ("2016-12-01", 42.0, took.text))],
        source={"title": "acqstack-journeymap", "kind": "other", "link": "pages"},
    )  # fmt: skip


def _answers(page):
    """Return title of a question → the paragraphs and points that answer it."""
    found = {}
    for part in re.split(r"^### ", page, flags=re.MULTILINE)[1:]:
        question, _, rest = part.partition("\n")
        title = question.strip().rstrip("?").strip()
        for line in rest.splitlines():
            heading = re.match(r"\d\. (Tasks done|Documents created|Approvals)", line)
            if heading:
                title = heading[1]
            elif line.strip():
                found.setdefault(title, []).append(line)
    return found


def _answer(line, step, title):
    """Return a line as a note: addresses beside the text, an organisation as its owner."""
    text = re.sub(r"^\s*(-|\d\.)\s+", "", line).strip()
    links = re.findall(r"\[([^\]]+)\]\(([^)]+)\)", text)
    fields = {"detail": "\n".join(f"{name}: {address}" for name, address in links)}
    text = re.sub(r"\[([^\]]+)\]\([^)]+\)", r"\1", text)
    if title.startswith("Who"):
        fields |= {"channels": ("person",), "owner": _organisation(text)}
    return Told(text, step, {name: value for name, value in fields.items() if value})


def _organisation(text):
    """Return which of those that take part a line names first."""
    named = re.search("TTS|NCR|Acqstack|Vendor|[Cc]lient|[Pp]artner|substack|Kanban", text)[0]
    return {"Partner": "Client", "partner": "Client", "client": "Client", "substack": "Acqstack",
            "Kanban": "Acqstack"}.get(named, named)  # fmt: skip


# --- tables of a product team: its journey with the teams behind it, and what is missing

_SEVERITY = {"Critical": 5, "High": 4, "Medium": 3, "Low": 2}
_CHANNEL = {
    "search": "web", "news": "web", "reddit": "social", "twitter": "social", "conference": "event",
    "mouth": "person", "page": "web", "docs": "web", "github": "web", "demo": "web",
    "article": "web", "email": "email", "slack": "chat", "community": "social",
}  # fmt: skip


def product_team(path):
    """Read a persona, the stages with their dimensions, and the gaps by stage."""
    text = path.read_text(encoding="utf-8").split("## 4. Action Plan")[0]
    head, _, rest = text.partition("## 1. Persona")
    who, _, rest = rest.partition("## 2. Journey Map")
    journey, _, gaps = rest.partition("## 3. Gap Analysis")
    parts = re.findall(r"^### 2\.\d ([^\n]+)\n(.*?)(?=^### |\Z)", journey, re.MULTILINE | re.DOTALL)
    tables = [dict(_table(part)) for _, part in parts]
    teams = [table["Teams Involved"].split(", ") for table in tables]
    rows = [
        Row("Business Goals", "goal", _points(tables, "Business Goals")),
        Row("Customer Actions", "action", _points(tables, "Customer Actions")),
        Row("Touchpoints", "touchpoint", _touchpoints(tables, teams), "interaction"),
        Row("Customer Experience", "quote", _points(tables, "Customer Experience", whole=True)),
        *_gaps(gaps, teams),
        Row("Teams Involved", "process", _points(tables, "Teams Involved"), "internal"),
    ]
    metrics = [
        (number, {"name": name}, None)
        for number, table in enumerate(tables)
        for name in _split(table["KPIs"])
    ]
    return Blueprint(
        about={
            "title": re.search(r"^# (.+)$", head, re.MULTILINE)[1],
            "scenario": "\n".join(re.findall(r"^> (.+)$", plain(head), re.MULTILINE)),
            "notes": plain(gaps.partition("### 3.1")[0]).replace("### ", "").strip("-\n "),
            "date": re.search(r"\d{4}-\d\d-\d\d", head)[0],
        },
        stages=[(title, [""]) for title, _ in parts],
        rows=rows,
        personas=[_persona(who)],
        metrics=metrics,
    )


def _persona(text):
    """Return the fields of the persona that a section tells of."""
    facts = dict(_table(text))
    lists = dict(re.findall(r"\*\*(.+?):\*\*\n((?:- .+\n)+)", text))
    jobs, pain = (f"{name}:\n{_list(points)}" for name, points in lists.items())
    return {
        "name": re.search(r"^### (.+)$", text, re.MULTILINE)[1],
        "role": facts.pop("Role"),
        "motivations": f"Trigger event: {facts.pop('Trigger event')}",
        "relationships": "\n".join(f"{name}: {fact}" for name, fact in facts.items()),
        "needs": jobs,
        "pains": pain,
    }


def _list(points):
    return "\n".join(plain(line.removeprefix("- ")) for line in points.splitlines())


def _table(text):
    """Yield the first and the second cell of each row, without the heading."""
    rows = re.findall(r"^\| (.+?) \| (.+?) \|$", text, re.MULTILINE)
    return [(plain(name), plain(value)) for name, value in rows[1:]]


def _split(text):
    """Return the parts between commas that stand outside brackets."""
    return [part.strip() for part in re.split(r", (?![^(]*\))", text) if part.strip()]


def _points(tables, name, *, whole=False):
    return [
        Told(point, number)
        for number, table in enumerate(tables)
        for point in ([table[name]] if whole else _split(table[name]))
    ]


def _touchpoints(tables, teams):
    found = []
    for note in _points(tables, "Touchpoints"):
        names = [name for word, name in _CHANNEL.items() if word in note.text.lower()]
        fields = {"owner": teams[note.step][0], "channels": (*names[:1],) or ("app",)}
        found.append(Told(note.text, note.step, fields))
    return found


def _gaps(text, teams):
    """Return a lane of what is missing and one of what is there already."""
    missing, there = [], []
    parts = r"^### 3\.(\d) Stage(.*?)(?=^### |\Z)"
    rows = re.compile(r"^\| (.+?) \| (.+?) \| (.+?) \|$", re.MULTILINE)
    for stage, part in re.findall(parts, text, re.MULTILINE | re.DOTALL):
        step = int(stage) - 1
        for gap, state, impact in rows.findall(part)[1:]:
            if re.fullmatch(r"[-—]+", gap):
                continue
            word, _, said = plain(impact).partition(" — ")
            fields = {"detail": f"Current Status: {plain(state)}. {word} — {said}"}
            if word in _SEVERITY:
                fields |= {"severity": _SEVERITY[word], "owner": teams[step][0]}
                missing.append(Told(plain(gap), step, fields))
            else:
                there.append(Told(plain(gap), step, fields))
    return Row("Gap", "pain", missing), Row("What exists and works", "process", there, "visibility")


# --- a blueprint in two languages: what the platform would do, and what is done


def street_light(path, name):
    """Read one of the two ways of a blueprint whose texts are in English and Chinese."""
    service = json.loads(path.read_text(encoding="utf-8"))["lifecycle"]
    phase = service["phases"][0]
    scenario = phase["scenarios"][0]
    way = next(each for each in scenario["paths"] if each["key"] == name)
    keys = [step["key"] for step in scenario["steps"]]
    lines = {"field-tech": "interaction", "backstage-tech": "visibility", "compliance": "internal"}
    cards = {"citizen": "action", "frontstage-tech": "touchpoint"}
    rows = [
        Row(_both(layer["display_name"]), cards.get(layer["key"], "process"), [
            _cell(cell, keys) for cell in way["cells"] if cell["layer"] == layer["key"]
        ], lines.get(layer["key"], ""))
        for layer in way["layers"]
    ]  # fmt: skip
    where = {
        (layer["key"], note.step): (number, place)
        for number, (layer, row) in enumerate(zip(way["layers"], rows, strict=True))
        for place, note in enumerate(row.notes)
    }
    links = [
        tuple(
            where[end["layer"], keys.index(end["step"])] for end in (each["source"], each["target"])
        )
        for each in way["triggers"]
    ]
    told = [service["name"], scenario["description"], way["name"], way["description"]]
    told += [way["variant_label"], *([way["note"]] if "note" in way else [])]
    kpis = [kpi for layer in way["layers"] for kpi in layer.get("kpis", ())]
    tools = [tool for layer in way["layers"] for tool in layer.get("tools", ())]
    return Blueprint(
        about={
            "title": _both(scenario["name"]),
            "scenario": "\n".join(_both(each) for each in told),
            "notes": ", ".join(tools),
            "state": "future" if name == "as-designed" else "current",
        },
        stages=[(_both(phase["name"]), [_both(step["name"]) for step in scenario["steps"]])],
        rows=rows,
        metrics=[(0, {"name": kpi}, None) for kpi in kpis],
        links=links,
    )


def _both(text):
    """Return a text in both languages, or once where they are the same."""
    return text["en"] if text["en"] == text["zh"] else f"{text['en']} {text['zh']}"


def _cell(cell, keys):
    said = [cell["description"]] if "description" in cell else []
    for link in cell.get("links", ()):
        said += [link["label"], *([link["description"]] if "description" in link else [])]
    detail = [_both(each) for each in said]
    detail += [link["url"] for link in cell.get("links", ()) if "url" in link]
    detail += [cell[name] for name in ("function", "form", "perceived_owner") if name in cell]
    detail += [cell["owner"]] if "owner" in cell else []
    detail += [f"{each['for']}: {each['value']}" for each in cell.get("value_props", ())]
    detail += list(cell.get("provenance", {}).values())
    fields = {"detail": "\n".join(detail)} if detail else {}
    if cell.get("needs_review"):
        fields |= {"status": "open"}
    return Told(_both(cell["content"]), keys.index(cell["step"]), fields)


# --- what is markup, and not said


def plain(text):
    """Return Markdown without its signs of emphasis."""
    return re.sub(r"[*`]", "", text)


def without_markup(text):
    """Return what is said in a piece of HTML, on one line; links of the page give their name."""
    text = re.sub(r"\[([^\]]+)\]\(.*?\)", r"\1", re.sub(r"<[^>]+>", " ", text))
    return " ".join(html.unescape(text).split())
