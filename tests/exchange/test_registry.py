import subprocess
import sys
from pathlib import Path

import pytest
from maps import full_map, golden_map, small_map

from cjeditor.core.progress import no_progress
from cjeditor.exchange.format import Options, ReadError
from cjeditor.exchange.opening import open_file
from cjeditor.exchange.registry import (
    FORMATS,
    format_named,
    reader_for,
    readers,
    writer_for,
    writers,
)
from cjeditor.files.cjm import dumps
from cjeditor.files.errors import CannotRead, NotJson

JOURNEY = b"journey\nLook: 4: Ann\n"
OJF = b'{"stages": [{"id": "s1", "name": "Look"}], "swimlanes": [], "nodes": []}'


def test_names_and_usual_suffixes_are_unique():
    assert len({each.name for each in FORMATS}) == len(FORMATS)
    assert len({each.suffixes[0] for each in FORMATS}) == len(FORMATS)


def test_every_format_reads_or_writes():
    assert {*readers(), *writers()} == set(FORMATS)


@pytest.mark.parametrize("form", writers(), ids=lambda form: form.name)
def test_every_format_is_found_by_its_name_and_its_suffix(form):
    assert format_named(form.name) is form
    assert writer_for(Path(f"My Map{form.suffixes[0].upper()}")) is form


@pytest.mark.parametrize("form", writers(), ids=lambda form: form.name)
@pytest.mark.usefixtures("qapp")
def test_every_format_writes_the_sample(form):
    assert len(form.write(small_map(), Options(dpi=40), no_progress).content) > 100


@pytest.mark.parametrize("name", ["pdf", "png", "svg"])
@pytest.mark.usefixtures("qapp")
def test_every_picture_of_a_map_names_what_is_hidden(name):
    remarks = format_named(name).write(golden_map(), Options(dpi=40), no_progress).remarks

    assert "“Stay”" in " ".join(remark.values.get("names", "") for remark in remarks)


@pytest.mark.parametrize("name", ["mermaid", "ojf"])
def test_a_format_tells_of_comments_and_styles_but_not_of_what_is_only_on_screen(name):
    full, folded = (
        format_named(name).write(journey, Options(), no_progress).remarks
        for journey in (full_map(), golden_map())
    )
    said = [remark.reason.split(" that ")[0] for remark in full]

    assert {"Comments", "Card styles"} <= set(said)
    assert [r for r in folded if "scope" in r.reason] == [r for r in full if "scope" in r.reason]


@pytest.mark.parametrize(
    ("name", "content", "found"),
    [
        ("a.mmd", JOURNEY, "mermaid"),
        ("a.md", b"# A\n```mermaid\n" + JOURNEY + b"```\n", "mermaid"),
        ("a.txt", JOURNEY, "mermaid"),
        ("a", OJF, "ojf"),
        ("a.json", OJF, "ojf"),
        ("a.json", JOURNEY, "mermaid"),
        ("a.mmd", b"graph TD", "mermaid"),
        ("a.ojf.json", b"", "ojf"),
    ],
)
def test_a_reader_is_found_by_content_and_by_suffix(name, content, found):
    assert reader_for(Path(name), content).name == found


def test_no_reader_is_found_for_something_else():
    assert reader_for(Path("a.doc"), b"Hello") is None


def test_loading_the_list_loads_no_heavy_library():
    code = (
        "import sys, cjeditor.exchange.registry\n"
        "print([m for m in ('PySide6', 'reportlab', 'openpyxl', 'xlsxwriter', 'PIL')"
        " if m in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "[]"


@pytest.fixture
def file(tmp_path):
    def make(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return make


@pytest.mark.parametrize("name", ["map.cjm", "map.json", "map"])
def test_our_own_file_is_opened_whatever_it_is_called(file, name):
    assert open_file(file(name, dumps(small_map()))).journey == small_map()


def test_another_programs_file_is_opened(file):
    assert len(open_file(file("a.mmd", JOURNEY)).journey.steps) == 1


@pytest.mark.parametrize(
    ("name", "content", "error"),
    [
        ("a.cjm", JOURNEY, NotJson),
        ("a.json", b'{"a": 1}', ReadError),
        ("a.doc", b"Hello", ReadError),
        ("a.bin", bytes(range(256)), ReadError),
    ],
)
def test_a_file_of_no_use_is_refused(file, name, content, error):
    with pytest.raises(error):
        open_file(file(name, content))


@pytest.mark.parametrize("name", ["", "missing.mmd", "missing.cjm", "nul\0.mmd"])
def test_what_cannot_be_read_is_refused_with_its_path(tmp_path, name):
    path = tmp_path / name

    with pytest.raises(CannotRead) as caught:
        open_file(path)

    assert caught.value.path == path
