"""Personas of a real project, entered as people do, saved, read again, printed."""

import re

import pytest

from cjeditor.core.ids import new_id
from cjeditor.edits.empathy import AddEmpathyNote
from cjeditor.edits.personas import AddPersona
from cjeditor.edits.records import SetField
from cjeditor.exchange.booklet import FORMAT as BOOKLET
from cjeditor.exchange.format import Options
from cjeditor.files import cjm
from cjeditor.model.empathy import EmpathyNote
from cjeditor.model.integrity import faults
from cjeditor.model.map import Map
from cjeditor.model.records import Persona
from cjeditor.session.session import Session

_FIELDS = {"Role": "role", "Pain Points": "pains", "Goals": "needs", "Delights": "motivations"}


@pytest.fixture
def told(inputs):
    """Name → title of a row → the numbered points or the text in it."""
    path = inputs / "markdown" / "tanf_stakeholder-personas.md"
    if not path.is_file():
        pytest.skip("this input is not here")
    found = {}
    for part in path.read_text(encoding="utf-8").split("\n### ")[1:]:
        name, _, rest = part.partition(" — ")
        rows = re.findall(r"^\| ([^|]+?) *\| (.+?) *\|$", rest, re.MULTILINE)
        if rest and rows:
            found[name] = {_plain(title): _points(text) for title, text in rows}
    return found


def _plain(text):
    return re.sub(r"<br */>", "", text).strip()


def _points(text):
    parts = [re.sub(r"^\d+\. ", "", part).strip() for part in re.split(r"<br */>", text)]
    return [part for part in parts if part]


def _entered(told):
    session = Session(Map(id="tanf"))
    for name, rows in told.items():
        persona = Persona(id=new_id(), name=name)
        session.do(AddPersona(persona))
        for title, field in _FIELDS.items():
            if title in rows:
                session.do(SetField((persona.id,), field, "\n".join(rows[title])))
        session.do(SetField((persona.id,), "channels", ("email",)))
        for title, field in (("Pain Points", "fears"), ("Goals", "goals"), ("Delights", "feels")):
            for point in rows.get(title, ()):
                note = EmpathyNote(id=new_id(), persona=persona.id, field=field, text=point)
                session.do(AddEmpathyNote(note))
    return session


def test_two_real_personas_are_entered_and_read_back(told, tmp_path):
    session = _entered(told)
    journey = session.journey

    assert [each.name for each in journey.ordered_personas] == ["Grace", "Awinita"]
    grace, awinita = journey.ordered_personas
    assert grace.role == "OFA Data Portal User"
    assert len(journey.empathy_of[grace.id]) == len(journey.empathy_of[awinita.id]) == 10
    assert faults(journey) == []
    assert cjm.loads(cjm.dumps(journey)) == journey


def test_every_sentence_of_them_is_on_paper(told, tmp_path):
    import pypdfium2

    journey = _entered(told).journey
    content = BOOKLET.write(journey, Options(language="en"), lambda _share: None).content

    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(content)]
    said = "".join("".join(pages).split())
    assert len(pages) == 4
    for rows in told.values():
        for title in ("Goals", "Pain Points", "Delights"):
            for point in rows[title]:
                assert said.count("".join(point.split())) >= 1, point
