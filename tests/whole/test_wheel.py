"""The wheel brings everything that the program needs."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


def test_it_holds_fonts_icons_samples_and_translations_with_their_licences(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    for wanted in (
        "cjeditor/resources/fonts/NotoSans-Regular.ttf",
        "cjeditor/resources/icons/alert-triangle.svg",
        "cjeditor/resources/icons/LICENSE.txt",
        "cjeditor/resources/samples/shoes.en.cjm",
        "cjeditor/resources/samples/sepatu.id.cjm",
        "cjeditor/resources/samples/clinic.id.cjm",
        "cjeditor/resources/samples/coffee.en.cjm",
        "cjeditor/resources/templates/five-stages.id.cjm",
        "cjeditor/resources/templates/service-blueprint.en.cjm",
        "cjeditor/resources/theme/window.qss",
        "cjeditor/resources/translations/id.mo",
    ):
        assert wanted in names
    assert any("OFL" in name and name.endswith(".txt") for name in names)


def test_it_runs_where_nothing_else_of_the_project_is(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    code = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r}); "
        "from cjeditor import cli; from cjeditor.app.samples import sample; "
        "sys.exit(cli.main(['export', str(sample('id')), '-o', 'poster.pdf']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=False, capture_output=True, text=True
    )

    assert done.returncode == 0, done.stderr
    assert (tmp_path / "poster.pdf").read_bytes().startswith(b"%PDF")
    assert str(tmp_path / "site") not in done.stderr
