"""Real maps by other people go in, are saved, come back equal, and leave in every format."""

import re
import shutil
import subprocess
import unicodedata
from pathlib import Path

import pytest

from cjeditor.core.progress import no_progress
from cjeditor.exchange.format import Options
from cjeditor.exchange.opening import open_file
from cjeditor.exchange.registry import format_named, writers
from cjeditor.files import cjm
from cjeditor.model.integrity import faults

INPUTS = Path(__file__).resolve().parents[3] / "shared" / "inputs"

NOT_MERMAID = {"s03", "s05", "s06", "s07"}
"""Mermaid itself refuses their indented front matter; we take what is there."""

MAPS = sorted(
    str(path.relative_to(INPUTS))
    for pattern in ("mermaid/*.mmd", "mermaid/syntax/*.mmd", "json/ojf_*.json")
    for path in INPUTS.glob(pattern)
) or [pytest.param("", marks=pytest.mark.skip("the folder of real inputs is not here"))]


@pytest.fixture(params=MAPS)
def reading(request, qapp):
    return open_file(INPUTS / request.param)


def test_it_is_whole_and_reloads_equal(reading, tmp_path):
    assert faults(reading.journey) == []
    cjm.save(reading.journey, tmp_path / "map.cjm")

    assert cjm.load(tmp_path / "map.cjm") == reading.journey


@pytest.mark.parametrize("kind", [each.name for each in writers()])
def test_it_leaves_in_every_format(reading, kind):
    writing = format_named(kind).write(reading.journey, Options(), no_progress)

    assert writing.content


def test_the_text_of_its_poster_holds_every_word(reading, tmp_path):
    if shutil.which("pdftotext") is None:
        pytest.skip("pdftotext is not here")
    poster = tmp_path / "poster.pdf"
    writing = format_named("pdf").write(reading.journey, Options(paper="A1"), no_progress)
    poster.write_bytes(writing.content)

    done = subprocess.run(["pdftotext", "-raw", poster, "-"], capture_output=True, check=True)

    assert words_of(reading.journey) - _words(done.stdout.decode("utf-8")) == set()


def words_of(journey):
    texts = [card.text for card in journey.cards.values()]
    texts += [step.title for step in journey.steps.values()]
    texts += [stage.title for stage in journey.stages.values()]
    return _words(" ".join(texts))


def _words(text):
    """Split into words; a word may be broken over two lines at a hyphen or slash."""
    plain = unicodedata.normalize("NFC", text)
    return set(re.findall(r"\w+", plain))
