"""Service blueprints by other people, entered by edits alone, saved, printed, written as sheets."""

import io
import json
import re
import shutil
import subprocess
import unicodedata
from html import unescape

import blueprints
import pytest
from openpyxl import load_workbook

from cjeditor.core.progress import no_progress
from cjeditor.exchange.format import Options
from cjeditor.exchange.registry import format_named
from cjeditor.files import cjm
from cjeditor.kinds.line_lane import LineLane
from cjeditor.model.integrity import faults
from cjeditor.model.map import Map


def _of_burger(inputs):
    path = inputs / "markdown" / "18f_service-blueprint-burger.md"
    text = path.read_text(encoding="utf-8").split("---", 2)[2]
    text = text[text.index("</style>") :]
    return blueprints.burger(path), unescape(re.sub(r"\{%.*?%\}|<[^>]+>", " ", text))


def _of_acquisition(inputs):
    folder = inputs / "markdown" / "18f-acquisition"
    names = (*blueprints.ACQUISITION, "external-clients")
    text = "\n".join((folder / f"{name}.md").read_text(encoding="utf-8") for name in names)
    return blueprints.acquisition(folder), re.sub(
        r"^(title:|---|\d\.)", "", text, flags=re.MULTILINE
    )


def _of_product_team(inputs):
    path = inputs / "markdown" / "mintlens_journey.md"
    text = path.read_text(encoding="utf-8")
    text = text[: text.index("## Table of Contents")] + text[text.index("## 1.") :]
    text = text[: text.index("## 4. Action Plan")]
    text = re.sub(r"^#+ [\d.]+.*$|^\|[-|]+\|$", "", text, flags=re.MULTILINE)
    frame = r"\| (Attribute|Dimension|Gap) \|.*\|"  # heads of columns; those of rows are lanes
    text = re.sub(frame, "", text).replace("**KPIs**", "")
    return blueprints.product_team(path), text


def _of_street_light(way):
    def told(inputs):
        path = inputs / "json" / "blueprint_streetlight_en-zh.json"
        life = json.loads(path.read_text(encoding="utf-8"))["lifecycle"]
        (scenario,) = life["phases"][0]["scenarios"]
        found = [life["name"], scenario["description"], scenario["name"], scenario["steps"]]
        found += [each for each in scenario["paths"] if each["key"] == way]
        return blueprints.street_light(path, way), "\n".join(_said(found))

    return told


_NAMES = {"key", "layer", "step", "role", "type", "path_type", "path_steps", "triggers", "row"}
"""Fields that name parts of the file to one another, or say what kind they are."""


def _said(value):
    """Yield the texts in a part of a file."""
    if isinstance(value, dict):
        value = [each for name, each in value.items() if name not in _NAMES]
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for each in value:
            yield from _said(each)


@pytest.fixture(
    params=[
        _of_burger,
        _of_acquisition,
        _of_product_team,
        _of_street_light("as-designed"),
        _of_street_light("as-done"),
    ],
    ids=["burger", "acquisition", "product team", "as designed", "as done"],
)
def told(request, inputs):
    """A blueprint as it is entered, and all that its file says."""
    return request.param(inputs)


@pytest.fixture
def session(told):
    return blueprints.entered(told[0])


def _written(journey, name, **options):
    return format_named(name).write(journey, Options(**options), no_progress).content


def _words(text):
    """Return the words of *text*; Chinese, which has no spaces, by its characters."""
    plain = unicodedata.normalize("NFC", text)
    return set(re.findall(r"[\u2e80-\u9fff]|[^\W_\u2e80-\u9fff]+", plain))


def _printed(content, folder):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not here")
    (folder / "printed.pdf").write_bytes(content)
    command = ["pdftotext", "-raw", folder / "printed.pdf", "-"]
    return subprocess.run(command, capture_output=True, check=True).stdout.decode("utf-8")


def test_it_is_sound_reloads_equal_and_is_undone(session):
    journey = session.journey

    assert faults(journey) == []
    assert len([lane for lane in journey.lanes.values() if isinstance(lane, LineLane)]) == 3
    assert cjm.loads(cjm.dumps(journey)) == journey
    session.travel(0)
    assert session.journey == Map(id="blueprint")


def test_its_poster_shows_every_word_of_every_card(session, tmp_path):
    journey = session.journey
    texts = [each.text for each in journey.cards.values()]
    texts += [each.title for table in ("stages", "steps", "lanes") for each in
              journey.table(table).values()]  # fmt: skip
    texts += [each.name for each in journey.metrics.values()]

    printed = _printed(_written(journey, "pdf", paper="A1"), tmp_path)

    assert _words("\n".join(texts)) - _words(printed) == set()


def test_its_sheets_hold_every_word_of_the_file(told, session):
    book = load_workbook(io.BytesIO(_written(session.journey, "xlsx")), read_only=True)

    cells = [
        str(cell) for sheet in book for row in sheet.values for cell in row if cell is not None
    ]
    assert _words(told[1]) - _words("\n".join(cells)) == set()


def test_its_booklet_shows_what_hurts_who_answers_and_what_is_measured(session, tmp_path):
    journey = session.journey
    pains = [card.text for card in journey.cards.values() if card.kind == "pain"]
    owned = [card for card in journey.cards.values() if getattr(card, "owner", "")]
    texts = pains + [card.owner for card in owned] + [card.text for card in owned]
    texts += [metric.name for metric in journey.metrics.values()]
    touchpoints = [card for card in journey.cards.values() if card.kind == "touchpoint"]
    texts += [card.text for card in touchpoints]

    printed = _printed(_written(journey, "booklet", paper="A4"), tmp_path)

    assert _words("\n".join(texts)) - _words(printed) == set()
    assert "Step 1" not in printed
